import FieldWork
import Replica
import SyncProtocol
import Testing
import Web

@testable import FieldAgent

/// Accounts, forgotten passwords and settings on the laptop's pages.
@Suite struct AccountPageTests {
  let centre: TestCentre
  let pages: TestPages
  let member: String

  init() throws {
    centre = try TestCentre()
    pages = try TestPages(signedInOf: centre)
    member = try #require(
      try LaptopConfiguration.read(from: pages.laptop.home)?.member.map { String($0.rawValue) })
  }

  static let other = "mật khẩu của đồng đội"

  private var accounts: LocalAccounts {
    LocalAccounts(pages.laptop.home, pages.laptop.machine.surroundings)
  }

  private func token(_ path: String = SettingsPage.path) throws -> (String, String) {
    ("form_token", try pages.get(path).formToken)
  }

  /// Adds the colleague of the team; the page that follows.
  private func addColleague(
    own: String = TestPages.password, again: String = other
  ) throws -> TestPages.Page {
    let form = try pages.get(AccountsPage.newPath)
    let colleague = try #require(TestPages.values("option", in: form.text).first)
    return try pages.post(
      AccountsPage.newPath,
      [
        ("form_token", form.formToken), ("member", colleague), ("password", Self.other),
        ("again", again), ("own", own),
      ])
  }

  @Test
  func `a colleague of the team gets an account, once, and each unlocks by their own password`()
    throws
  {
    #expect(try addColleague(own: "sai rồi").text.contains("Mật khẩu không đúng"))
    #expect(try addColleague(again: "khác hẳn nhau").text.contains("không giống nhau"))
    #expect(try accounts.all().count == 1)
    let added = try addColleague()
    #expect(added.path == AccountsPage.path && added.text.contains("mở được máy này"))
    let all = try accounts.all()
    #expect(all.count == 2)
    _ = try accounts.unlock(all[1].member, password: Self.other)
    #expect(throws: AccountError.wrongPassword) {
      try accounts.unlock(all[1].member, password: TestPages.password)
    }
    let twice = try pages.post(
      AccountsPage.newPath,
      [
        try token(), ("member", String(all[1].member.rawValue)), ("password", Self.other),
        ("again", Self.other), ("own", TestPages.password),
      ])
    #expect(twice.text.contains("đã có tài khoản") || twice.text.contains("đều đã có tài khoản"))
    #expect(try accounts.all().count == 2)
    let stranger = try pages.post(
      AccountsPage.newPath,
      [
        try token(), ("member", "12345"), ("password", Self.other), ("again", Self.other),
        ("own", TestPages.password),
      ])
    #expect(stranger.status != 200 || stranger.text.contains("đều đã có tài khoản"))
    #expect(try accounts.all().count == 2)
  }

  @Test func `only members of the team can be let in from the page`() throws {
    let reader = try pages.desk.bench.use { laptop in
      let me = try #require(laptop.configuration.member)
      let team = try #require(try laptop.records.reader.record(Member.self, me)?.team)
      let offered = try LocalAccounts(laptop.home, pages.laptop.machine.surroundings)
        .colleagues(of: me, laptop.records.reader)
      return (offered.map(\.team), team, try laptop.records.reader.members().count)
    }
    #expect(reader.0.allSatisfy { $0 == reader.1 })
    #expect(reader.0.count < reader.2)
    let sent = try pages.post(
      AccountsPage.newPath,
      [
        try token(), ("member", "12345"), ("password", Self.other), ("again", Self.other),
        ("own", TestPages.password),
      ])
    #expect(sent.status == 422 && sent.text.contains("không thuộc tổ"))
    #expect(try accounts.all().count == 1)
  }

  @Test func `the own password is changed with the old one alone`() throws {
    func change(_ own: String) throws -> TestPages.Page {
      try pages.post(
        AccountsPage.passwordPath,
        [try token(), ("own", own), ("password", Self.other), ("again", Self.other)])
    }
    #expect(try change("sai rồi").status == 422)
    #expect(try change(TestPages.password).text.contains("Đã đổi mật khẩu"))
    #expect(throws: AccountError.wrongPassword) {
      try accounts.unlock(accounts.all()[0].member, password: TestPages.password)
    }
    _ = try accounts.unlock(accounts.all()[0].member, password: Self.other)
  }

  @Test func `a removed account loses its place at once, and the last one stays`() throws {
    let mine = try accounts.all()[0]
    func remove(_ id: RowID) throws -> TestPages.Page {
      try pages.post(
        "/accounts/\(id.rawValue)/remove", [try token(), ("own", TestPages.password)])
    }
    #expect(try remove(mine.member).text.contains("tài khoản cuối cùng"))
    _ = try addColleague()
    let colleague = try accounts.all()[1]
    let theirs = TestPages(beside: pages)
    try theirs.comeIn()
    let come = try theirs.post(
      EntryPages.unlockPath,
      [("member", String(colleague.member.rawValue)), ("password", Self.other)])
    #expect(come.path == TodayPage.path)
    let removed = try remove(colleague.member)
    #expect(removed.text.contains("không còn mở được máy này"))
    #expect(try theirs.get(TodayPage.path).path == EntryPages.unlockPath)
    #expect(try pages.get(TodayPage.path).path == TodayPage.path)
    // What is gone cannot be removed twice.
    #expect(
      try pages.get("/accounts/\(colleague.member.rawValue)/remove").path == AccountsPage.path)
    #expect(try accounts.all().count == 1)
  }

  // MARK: A forgotten password

  private func groups() throws -> String {
    let page = try pages.get(EntryPages.resetPath)
    let list = try #require(page.text.components(separatedBy: "class=\"groups\"").dropFirst().first)
    return list.components(separatedBy: "<code>").dropFirst()
      .map { String($0.prefix { $0 != "<" }) }.joined(separator: " ")
      .replacing(" ", with: "-")
  }

  private func code(daysLater days: Int = 0) throws -> String {
    let day = LocalDate(milliseconds: pages.laptop.machine.surroundings.clock().wall.rawValue)
    return try centre.resetCode(
      for: ResetChallenge(parsing: try groups()),
      of: LaptopKeys(pages.laptop.home).identity().replica, on: day.adding(days: days))
  }

  private func reset(_ code: String, again: String = "mật khẩu mới của An") throws
    -> TestPages.Page
  {
    try pages.post(
      EntryPages.resetPath,
      [
        ("member", member), ("code", code), ("password", "mật khẩu mới của An"), ("again", again),
      ])
  }

  @Test func `a forgotten password is set anew by a code that was read out, once`() throws {
    _ = try pages.post(EntryPages.lockPath, [])
    let code = try code()
    // A password that is typed differently does not use the code up.
    #expect(try reset(code, again: "khác").text.contains("không giống nhau"))
    let done = try reset(code)
    #expect(done.path == TodayPage.path && done.text.contains("Bạn có mật khẩu mới"))
    #expect(try pages.get(AccountsPage.path).text.contains("Mật khẩu đặt lại bằng mã"))
    _ = try accounts.unlock(accounts.all()[0].member, password: "mật khẩu mới của An")
    _ = try pages.post(EntryPages.lockPath, [])
    let used = try reset(code)
    #expect(used.status == 422 && used.text.contains("đã dùng rồi"))
    #expect(!used.text.contains("camtay user reset"))
  }

  @Test func `a code of another day, a mistyped one and too many tries are told in words`() throws {
    _ = try pages.post(EntryPages.lockPath, [])
    let other = try reset(try code(daysLater: 3))
    #expect(other.status == 422 && other.text.contains("của ngày khác"))
    #expect(try reset("ABC").text.contains("Cần 20 ký tự"))
    let wrong = try code(daysLater: 3)
    let tries = try (0..<8).map { _ in try reset(wrong) }
    #expect(tries.contains { $0.status == 429 && $0.text.contains("Sai quá nhiều lần") })
  }

  @Test func `names are pressed to change places, and the name that was pressed is chosen`() throws
  {
    #expect(!(try pages.post(EntryPages.lockPath, []).text.contains("class=\"names\"")))
    _ = try pages.post(
      EntryPages.unlockPath, [("member", member), ("password", TestPages.password)])
    _ = try addColleague()
    let locked = try pages.post(EntryPages.lockPath, [])
    let colleague = try accounts.all()[1]
    let address = "\(EntryPages.unlockPath)?member=\(colleague.member.rawValue)"
    #expect(locked.text.contains("href=\"\(address)\""))
    #expect(
      try pages.get(address).text.contains(
        "name=\"member\" value=\"\(colleague.member.rawValue)\""))
  }

  // MARK: Settings

  private func choose(_ size: String, _ contrast: String, _ language: String = "en") throws
    -> TestPages.Page
  {
    try pages.post(
      SettingsPage.path,
      [try token(), ("language", language), ("text_size", size), ("contrast", contrast)])
  }

  @Test func `what an account chose is drawn on every page, and another account has its own`()
    throws
  {
    _ = try addColleague()
    let saved = try choose("very-large", "high")
    #expect(saved.text.contains("Saved. All your pages"))
    let root = "<html lang=\"en\" class=\"text-very-large contrast-high\">"
    for path in [TodayPage.path, FindPage.path, SettingsPage.path] {
      #expect(try pages.get(path).text.contains(root), "\(path)")
    }
    // The page to unlock is drawn as its last person wants it, errors too.
    #expect(try pages.post(EntryPages.lockPath, []).text.contains(root))
    let colleague = try accounts.all()[1]
    let theirs = try pages.post(
      EntryPages.unlockPath,
      [("member", String(colleague.member.rawValue)), ("password", Self.other)])
    #expect(theirs.text.contains("<html lang=\"vi\">"))
    _ = try pages.post(EntryPages.lockPath, [])
    let mine = try pages.post(
      EntryPages.unlockPath, [("member", member), ("password", TestPages.password)])
    #expect(mine.text.contains(root))
    #expect(try pages.get("/visits/V-khong-co").text.contains(root))
  }

  @Test func `the language button is kept for the account, and nonsense is refused`() throws {
    _ = try pages.post("/language", [("language", "en"), ("back", "/today")])
    #expect(
      PreferenceBook(pages.laptop.home).preferences(of: try accounts.all()[0].member).language
        == .english)
    #expect(try choose("huge", "high").text.contains("Not saved"))
    #expect(try pages.get(TodayPage.path).text.contains("<html lang=\"en\">"))
    // A damaged file keeps nobody from work.
    try pages.laptop.home.write(PreferenceBook.fileName, Array("{".utf8))
    #expect(try pages.get(TodayPage.path).status == 200)
    #expect(try choose("large", "normal").text.contains("class=\"text-large\""))
  }

  @Test func `a covered screen stays covered from page to page until the laptop is locked`() throws
  {
    pages.keep("camtay-cover", "1")
    let today = try pages.get(TodayPage.path)
    #expect(today.text.contains("class=\"covered\""))
    #expect(today.text.contains(">Hiện lại</button>") && today.text.contains("<title>CamTay<"))
    _ = try pages.post(EntryPages.lockPath, [])
    _ = try pages.post(
      EntryPages.unlockPath, [("member", member), ("password", TestPages.password)])
    #expect(!(try pages.get(TodayPage.path).text.contains("covered\"")))
  }
}
