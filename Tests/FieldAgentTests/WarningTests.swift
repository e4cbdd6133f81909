import CommandLine
import Replica
import SyncProtocol
import Testing

@testable import FieldAgent

/// What a laptop warns of: the same at a terminal and on a page, each with the next step as it is
/// done there; and how much is not sent, counted once.
@Suite struct WarningTests {
  let centre: TestCentre
  let pages: TestPages

  init() throws {
    centre = try TestCentre()
    pages = try TestPages(signedInOf: centre)
    let password = "\(pages.laptop.home.path)/password"
    try HomeFolder.write(path: password, Array(TestPages.password.utf8))
  }

  private var key: [String] { ["--password-file", "\(pages.laptop.home.path)/password"] }

  private func run(_ words: String..., json: Bool = true) -> TestLaptop.Run {
    pages.laptop.run(words + key, json: json)
  }

  @Test func `a page names pages and buttons where a terminal names commands`() throws {
    _ = try pages.post("/language", [("language", "en"), ("back", "/")])
    #expect(run("visit", "add").code != .done)
    pages.laptop.machine.pass(hours: 24 * 9)
    _ = try pages.post(
      EntryPages.unlockPath,
      [
        (
          "member",
          try #require(
            try LaptopConfiguration.read(from: pages.laptop.home)?.member.map {
              String($0.rawValue)
            })
        ), ("password", TestPages.password),
      ])
    let status = run("status")
    let warnings = try #require(status.json?["warnings"]?.arrayValue)
    let codes = warnings.compactMap { $0["code"]?.textValue }
    #expect(codes.contains("silent") && codes.contains("clock-unchecked"))
    #expect(
      warnings.contains { $0["message"]?.textValue?.contains("run “camtay sync”") == true })
    let onPages = try pages.desk.bench.use {
      try LaptopWarning.all($0, $0.clock(), on: .pages)
    }
    #expect(onPages.map(\.code) == codes)
    for warning in onPages {
      #expect(!warning.words.english.contains("“camtay"), "\(warning.code)")
      #expect(!warning.words.vietnamese.contains("“camtay"), "\(warning.code)")
    }
    let page = try pages.get(TodayPage.path).text
    #expect(page.contains("press “Send and receive now” on the page Send"))
    #expect(page.contains("\(codes.count) things to look at"))
  }

  @Test func `a page says of a failure what can be done on a page`() {
    for error in [
      AccountError.wrongPassword, .alreadyThere(name: "A"), .unknown(name: "A"), .tooMany,
      .lastAccount(name: "A"), .noAccounts, .wrongResetCode(day: .init(daysSince1970: 20_000)),
      .noResetPoint, .notOfTeam, .tooShort, .tooLong, .notRepeated,
    ] {
      let words = FailureCatalogue.failure(error, on: .pages).words
      for text in [words.vietnamese, words.english] {
        #expect(!text.contains("camtay") && !text.contains("--"), "\(text)")
      }
    }
    let command = FailureCatalogue.failure(for: AccountError.wrongPassword)?.words
    #expect(command?.english.contains("camtay user reset") == true)
  }

  @Test func `a record counts once as not sent, the same on pages and in status`() throws {
    let household = try #require(
      run("household", "add", "--place", "xom 1", "--name", "Hộ mẫu").json?["code"]?.textValue)
    let resident = try #require(
      run("resident", "add", "--household", household, "--name", "Lan").json?["code"]?.textValue)
    // Changed again, it is still one record.
    #expect(run("resident", "edit", resident, "--phone", "0912345678").code == .done)
    #expect(run("household", "edit", household, "--note", "sửa").code == .done)
    let status = try #require(run("status").json)
    #expect(status["records_not_handed_over"]?.integerValue == 2)
    #expect((status["not_handed_over"]?.integerValue ?? 0) > 2)
    #expect(run("status", json: false).output.contains("not yet sent: 2 records"))
    #expect(try pages.get(TodayPage.path).text.contains("chưa gửi: 2 bản ghi"))
    #expect(run("sync").code == .done)
    #expect(run("status", json: false).output.contains("everything is sent"))
    #expect(try pages.get(TodayPage.path).text.contains("mọi thứ đã gửi"))
  }

  @Test(arguments: ["!!", "v", "tiếng Thái", "vi_VN", "vi-", "vi--VN", "abcd"])
  func `a language that is none is refused and nothing is written`(language: String) {
    let run = run(
      "household", "add", "--place", "xom 1", "--name", "Hộ mẫu", "--language", language)
    #expect(run.code == .userError)
    #expect(run.error.contains("vi (Vietnamese)"), "\(run.error)")
    #expect(self.run("status").json?["records_not_handed_over"]?.integerValue == 0)
  }

  @Test(arguments: ["vi", "hmn", "TYZ", "zh-Hant", "blt-Latn-VN"])
  func `a language as BCP 47 writes it is taken`(language: String) {
    let run = run(
      "household", "add", "--place", "xom 1", "--name", "Hộ mẫu", "--language", language)
    #expect(run.code == .done, "\(run.error)")
  }
}
