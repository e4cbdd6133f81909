import CommandLine
import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing
import Web

@testable import FieldAgent

/// Help, news and reports of problems.
@Suite struct HelpPageTests {
  let centre: TestCentre
  let pages: TestPages

  init() throws {
    centre = try TestCentre()
    pages = try TestPages(signedInOf: centre)
  }

  @Test func `every page of the help is reached from every page, before the lock too`() throws {
    for path in [TodayPage.path, SendPage.path, SettingsPage.path] {
      #expect(try pages.get(path).text.contains("href=\"\(HelpPage.path)\""), "\(path)")
    }
    let index = try pages.get(HelpPage.path)
    for page in HelpPage.pages where page.path != HelpPage.path {
      #expect(index.text.contains("href=\"\(page.path)\""), "\(page.path)")
    }
    let locked = try pages.post(EntryPages.lockPath, [])
    #expect(locked.text.contains("href=\"\(HelpPage.path)\""))
    for page in HelpPage.pages {
      let answer = try pages.get(page.path)
      #expect(answer.path == page.path && answer.status == 200, "\(page.path)")
      // Nobody is named to whoever has not unlocked.
      #expect(!answer.text.contains("class=\"person\""), "\(page.path)")
    }
  }

  private func dismiss() throws -> TestPages.Page {
    try pages.post(
      NewsPanel.dismissPath, [("form_token", try pages.get(TodayPage.path).formToken)])
  }

  @Test func `a new account sees the three steps of a first day until it puts them away`() throws {
    #expect(try pages.get(TodayPage.path).text.contains("id=\"first-steps\""))
    #expect(!(try dismiss().text.contains("id=\"first-steps\"")))
    #expect(!(try pages.get(TodayPage.path).text.contains("id=\"news\"")))
    #expect(try pages.get(HelpPage.newsPath).text.contains("ba bước"))
  }

  @Test func `after an update the changes are told once to each account`() throws {
    let book = PreferenceBook(pages.laptop.home)
    let accounts = try LocalAccounts(pages.laptop.home, pages.laptop.machine.surroundings).all()
    _ = try dismiss()
    try book.change(accounts[0].member) { $0.newsSeen = "0.0.9" }
    let updated = try pages.get(TodayPage.path).text
    #expect(updated.contains("id=\"news\"") && updated.contains("Che màn hình"))
    #expect(!(try dismiss().text.contains("id=\"news\"")))
    #expect(book.preferences(of: accounts[0].member).newsSeen == FieldAgent.version)
    // An account that an older version made has noted nothing: with records it is not new.
    try book.change(accounts[0].member) { $0 = Preferences() }
    #expect(try pages.get(TodayPage.path).text.contains("id=\"first-steps\""))
    let password = "\(pages.laptop.home.path)/password"
    try HomeFolder.write(path: password, Array(TestPages.password.utf8))
    _ = try pages.laptop.save(
      "household", "add", "--place", "xom 1", "--name", "Hộ mẫu", "--password-file", password)
    #expect(try pages.get(TodayPage.path).text.contains("id=\"news\""))
  }

  @Test func `the newest version has news or none, and each stands once, in order`() {
    let versions = ReleaseNews.all.map(\.version)
    #expect(Set(versions).count == versions.count)
    #expect(
      versions == versions.sorted { $0.compare($1, options: .numeric) == .orderedAscending })
    #expect(
      versions.allSatisfy {
        $0.compare(FieldAgent.version, options: .numeric) != .orderedDescending
      })
  }

  // MARK: Reports of problems

  /// What must never leave the laptop, as people write it.
  private static let planted = [
    "Trần Thị Bí Mật", "Hộ Kín Tiếng", "0912345678", "số nhà riêng", "ghi chú thầm kín",
    "H40.17-260101-0001", "Nguyễn Văn An", "001301012345",
  ]

  /// A laptop with planted names in its records, accounts and errors.
  private func plant() throws -> [String] {
    let password = "\(pages.laptop.home.path)/password"
    try HomeFolder.write(path: password, Array(TestPages.password.utf8))
    let key = ["--password-file", password]
    func save(_ words: String...) throws -> String {
      let run = pages.laptop.run(words + key, json: true)
      return try #require(run.json?["code"]?.textValue, "\(run.error)")
    }
    let household = try save(
      "household", "add", "--place", "xom 1", "--name", "Hộ Kín Tiếng", "--phone", "0912345678",
      "--address", "số nhà riêng", "--note", "ghi chú thầm kín")
    let resident = try save(
      "resident", "add", "--household", household, "--name", "Trần Thị Bí Mật", "--birth", "1950")
    let visit = try save("visit", "add", "--household", household, "--outcome", "met")
    // Errors that carry what was asked for.
    _ = try pages.get(
      "/households/Trần-Thị-Bí-Mật".addingPercentEncoding(
        withAllowedCharacters: .urlPathAllowed) ?? "")
    _ = try pages.get("/residents/0912345678")
    _ = try pages.get("/visits/V-khong-co")
    return [household, resident, visit]
  }

  private func report(_ words: String) throws -> String {
    let form = try pages.get(ProblemPage.path)
    let preview = try pages.post(
      ProblemPage.path, [("form_token", form.formToken), ("words", words)])
    #expect(preview.path == ProblemPage.previewPath, "\(preview.text)")
    let file = try pages.answer(.get, ProblemPage.filePath)
    #expect(file.headers["Content-Disposition"]?.contains(DiagnosticReport.fileName) == true)
    let text = String(decoding: file.body, as: UTF8.self)
    // What was shown is what is saved.
    let shown = try #require(preview.text.components(separatedBy: "tabindex=\"0\">").last)
      .components(separatedBy: "</pre>")[0]
    #expect(shown == HTML.text(text).text)
    return text
  }

  @Test func `a report holds nothing of anybody, whatever stands in records, words and errors`()
    throws
  {
    let codes = try plant()
    let typed = """
      Máy báo lỗi khi mở Trần Thị Bí Mật, bà tran thi bi mat ở Hộ Kín Tiếng, gọi 0912 345 678
      hoặc 0912345678, hồ sơ H40.17-260101-0001, căn cước 001301012345, \(codes.joined(separator: ", "))
      """
    let report = try report(typed)
    let folded = SearchFold.base(report)
    for secret in Self.planted + codes {
      #expect(!report.contains(secret), "\(secret)")
      #expect(!folded.contains(SearchFold.base(secret)), "\(secret)")
    }
    #expect(!report.contains("0912 345 678"))
    #expect(!report.contains(pages.laptop.home.path))
    // What is left still says what happened and how the laptop stands.
    #expect(report.contains("Máy báo lỗi khi mở") && report.contains("[…]"))
    #expect(report.contains("household: 1") && report.contains("resident: 1"))
    #expect(report.contains("GET /households/:code · "))
    #expect(report.contains("\(FieldAgent.program) \(FieldAgent.version)"))
    let troubles = try pages.laptop.home.read(TroubleLog.fileName)
    let kept = SearchFold.base(String(decoding: try #require(troubles), as: UTF8.self))
    for secret in Self.planted + codes { #expect(!kept.contains(SearchFold.base(secret))) }
  }

  @Test func `the command shows the report, writes just that, and never over a file`() throws {
    _ = try plant()
    let laptop = pages.laptop
    let file = "\(laptop.folder.path)/report.txt"
    let password = ["--password-file", "\(laptop.home.path)/password"]
    let shown = laptop.run(["report-problem", "--text", "Trần Thị Bí Mật gọi"] + password)
    #expect(shown.code == .done && shown.output.contains("Nothing was saved or sent"))
    #expect(!FileManager.default.fileExists(atPath: file))
    let run = laptop.run(["report-problem", file] + password)
    #expect(run.code == .done, "\(run.error)")
    let written = try String(contentsOfFile: file, encoding: .utf8)
    #expect(run.output.hasPrefix(written))
    for secret in Self.planted {
      #expect(!written.contains(secret) && !shown.output.contains(secret), "\(secret)")
    }
    let again = laptop.run(["report-problem", file] + password, json: true)
    #expect(again.failure == "report-exists")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == written)
  }

  @Test func `without a report that was shown there is no file`() throws {
    #expect(try pages.get(ProblemPage.filePath).path == ProblemPage.path)
    #expect(try pages.get(ProblemPage.previewPath).path == ProblemPage.path)
  }

  @Test func `errors are kept by code, the newest of a bounded number`() throws {
    let log = TroubleLog(pages.laptop.home)
    log.note(AccountError.unknown(name: "Trần Thị Bí Mật"), at: "sync", .init(rawValue: 1))
    log.note(AccountError.unknown(name: "Người khác"), at: "sync", .init(rawValue: 2))
    #expect(
      log.entries() == [
        .init(at: .init(rawValue: 2), place: "sync", code: "account-unknown", count: 2)
      ])
    for number in 0..<60 {
      log.note(
        AgentError.centreTrouble(
          code: "Trần "
            + "\(number)"), at: "p\(number)", .init(rawValue: 3))
    }
    #expect(log.entries().count == TroubleLog.maximumCount)
    #expect(log.entries().last?.code.contains("ầ") == false)
  }
}
