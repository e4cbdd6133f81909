import FieldWork
import Foundation
import Replica
import Testing
import Web

@testable import FieldAgent

/// The form of a visit: kept field by field, saved once and whole.
@Suite struct VisitFormTests {
  let centre: TestCentre
  let pages: TestPages
  let household: String

  init() throws {
    centre = try TestCentre()
    pages = try TestPages(signedInOf: centre)
    let form = try pages.post(
      HouseholdPage.newPath, [("form_token", try pages.get(TodayPage.path).formToken)])
    let place = try #require(
      TestPages.values("option", in: form.text).first { !$0.isEmpty && $0.allSatisfy(\.isNumber) })
    let saved = try pages.post(
      form.path,
      [
        ("form_token", form.formToken), ("seen", form.hidden("seen")), ("action", "save"),
        ("place", place), ("name", "Hồ Văn Đức"),
      ])
    household = String(try #require(saved.path.split(separator: "/").last))
  }

  private func begin() throws -> TestPages.Page {
    let page = try pages.get("/households/\(household)")
    return try pages.post(
      "/households/\(household)/visits", [("form_token", page.formToken)])
  }

  /// Sends a form as its page would, with other values for some fields.
  private func send(
    _ form: TestPages.Page, _ action: String, _ fields: [(String, String)], seen: String? = nil
  ) throws -> TestPages.Page {
    try pages.post(
      form.path,
      [
        ("form_token", form.formToken), ("seen", seen ?? form.hidden("seen")),
        ("action", action),
      ] + fields)
  }

  private static func assist(_ number: Int, outcome: String = "advised") -> [(String, String)] {
    [
      ("assist-\(number)-service", "1.004222"), ("assist-\(number)-mode", "guided"),
      ("assist-\(number)-outcome", outcome),
    ]
  }

  private func visits() throws -> Int {
    try pages.desk.bench.use { try $0.records.reader.visitCount(includingVoided: true) }
  }

  @Test func `a visit, its assists and the dossier filed at it are saved together`() throws {
    var form = try send(try begin(), "add-assist", [("outcome", "met")])
    form = try send(form, "add-assist", Self.assist(1, outcome: "submitted"))
    let saved = try send(
      form, "save",
      Self.assist(2) + [
        ("assist-1-channel", "online"), ("assist-1-dossier_code", "H40.1-261118-0001"),
      ])
    #expect(saved.path.hasPrefix("/visits/V-"), "\(saved.text)")
    let counts = try pages.desk.bench.use { laptop in
      let reader = laptop.records.reader
      let visit = try #require(try reader.visits(page: .all).first)
      return (
        try reader.assists(visit: visit.id).count, try reader.submissions(page: .all).count
      )
    }
    #expect(counts == (2, 1))
    // The code on the slip is the evidence too; nobody types it twice.
    let evidence = try pages.desk.bench.use { laptop in
      let reader = laptop.records.reader
      let visit = try #require(try reader.visits(page: .all).first)
      return try reader.assists(visit: visit.id).compactMap(\.evidence)
    }
    #expect(evidence == ["H40.1-261118-0001"])
  }

  @Test func `everything that is wrong is told at once, and nothing of it is written`() throws {
    let form = try send(try begin(), "add-assist", [])
    let before = try pages.desk.bench.use { try $0.store.handOverStatus().written }
    let answer = try send(form, "save", [("date", "45/13/2026"), ("assist-1-service", "khong-co")])
    #expect(answer.status == 422)
    for field in ["outcome", "date", "assist-1-service", "assist-1-mode", "assist-1-outcome"] {
      #expect(answer.text.contains("href=\"#\(field)\""), "\(field)")
    }
    #expect(answer.text.contains("value=\"45/13/2026\""))
    #expect(try visits() == 0)
    #expect(try pages.desk.bench.use { try $0.store.handOverStatus().written } == before)
  }

  @Test func `what is wrong with the dossier is told together with what is wrong with the visit`()
    throws
  {
    var form = try send(try begin(), "add-assist", [("outcome", "met")])
    let dossier =
      Self.assist(1, outcome: "submitted") + [
        ("assist-1-channel", ""), ("assist-1-received", "17/11/2026 9 rưỡi x"),
      ]
    form = try send(form, "save", dossier + [("start", "sáng sớm")])
    #expect(form.status == 422)
    for field in ["start", "assist-1-channel", "assist-1-received"] {
      #expect(form.text.contains("href=\"#\(field)\""), "\(field)")
    }
    #expect(form.text.contains("đọc được ngày, chưa đọc được giờ"))
    // The hour of the visit is told at the visit alone.
    form = try send(form, "save", [("start", "sáng sớm"), ("assist-1-received", "")])
    #expect(form.text.contains("href=\"#start\"") && !form.text.contains("#assist-1-received"))
  }

  @Test func `a good visit with one bad assist is not saved by half`() throws {
    let form = try send(try begin(), "add-assist", [("outcome", "met")])
    let answer = try send(form, "save", Self.assist(1, outcome: "blocked"))
    #expect(answer.status == 422)
    #expect(try visits() == 0)
    let again = try send(
      answer, "save", Self.assist(1, outcome: "blocked") + [("assist-1-blocked_reason", "no-phone")]
    )
    #expect(again.path.hasPrefix("/visits/V-") || again.status == 422)
  }

  @Test func `a text that is far too long is kept and told by its field and its limit`() throws {
    let form = try send(try begin(), "add-assist", [("outcome", "met")])
    let long = String(repeating: "ệ", count: 100_000)
    let fields = [
      "date", "start", "minutes", "note", "return_date", "assist-1-service", "assist-1-evidence",
      "assist-1-dossier_code",
    ]
    for field in fields {
      let answer = try send(form, "save", Self.assist(1) + [(field, long)], seen: "99")
      #expect(answer.status == 422, "\(field)")
      #expect(answer.text.contains("href=\"#\(field)\""), "\(field)")
      #expect(answer.text.contains(long), "\(field)")
      _ = try send(form, "later", [(field, "")], seen: "99")
    }
    let answer = try send(form, "save", Self.assist(1) + [("note", long)], seen: "99")
    #expect(answer.text.contains("tối đa 2000 ký tự"))
    // What the page itself sends while it is typed is kept as well.
    let kept = try pages.answer(
      .post, "\(form.path)/fields",
      NamedValues([
        .init(name: "form_token", value: form.formToken), .init(name: "seen", value: "99"),
        .init(name: "note", value: long + "!"),
      ]).encoded)
    #expect(kept.status == 200)
    #expect(try pages.get(form.path).text.contains(long + "!"))
    #expect(try visits() == 0)
  }

  @Test func `whoever was voided is refused by name in an assist, and stays to be seen`() throws {
    let page = try pages.get("/households/\(household)")
    let person = try pages.post(
      "/households/\(household)/residents", [("form_token", page.formToken)])
    _ = try send(person, "save", [("full_name", "Hồ Thị Lan")])
    let form = try send(try begin(), "add-assist", [("outcome", "met")])
    let row = try pages.desk.bench.use { laptop in
      let resident = try #require(try laptop.records.reader.residents().first)
      _ = try laptop.writing { records, clock in
        try records.void(
          .resident, resident.id, reason: "nhầm", author: laptop.configuration.member, clock: clock)
      }
      return resident.id
    }
    let answer = try send(
      form, "save", Self.assist(1) + [("assist-1-resident", String(row.rawValue))])
    #expect(answer.status == 422 && answer.text.contains("href=\"#assist-1-resident\""))
    #expect(answer.text.contains("đã bị hủy") && answer.text.contains("Hồ Thị Lan · đã hủy"))
    #expect(try visits() == 0)
  }

  @Test func `a form that is sent twice makes one visit and leads to it both times`() throws {
    let form = try begin()
    let first = try send(form, "save", [("outcome", "met")])
    let second = try send(form, "save", [("outcome", "met")])
    #expect(first.path.hasPrefix("/visits/V-"))
    #expect(second.path == first.path)
    #expect(try visits() == 1)
  }

  @Test func `what another tab wrote is not overwritten by what this one still shows`() throws {
    let form = try begin()
    let here = form.hidden("seen")
    _ = try pages.answer(
      .post, "\(form.path)/fields",
      NamedValues([
        .init(name: "form_token", value: form.formToken), .init(name: "seen", value: here),
        .init(name: "note", value: "ghi ở cửa sổ kia"),
      ]).encoded)
    let clash = try send(form, "save", [("outcome", "met"), ("note", "")], seen: here)
    #expect(clash.status == 409)
    #expect(clash.text.contains("ghi ở cửa sổ kia"))
    #expect(try visits() == 0)
    let saved = try send(clash, "save", [("outcome", "met"), ("note", "cả hai")])
    #expect(saved.path.hasPrefix("/visits/V-"))
    #expect(saved.text.contains("cả hai"))
  }

  @Test func `what was typed is on disk before the page answers, and nobody can read it there`()
    throws
  {
    let form = try begin()
    let typed = "điều chỉ người này biết"
    _ = try pages.answer(
      .post, "\(form.path)/fields",
      NamedValues([
        .init(name: "form_token", value: form.formToken),
        .init(name: "seen", value: form.hidden("seen")), .init(name: "note", value: typed),
      ]).encoded)
    for name in ["store.sqlite", "store.sqlite-wal"] {
      let bytes = try HomeFolder.read(
        path: "\(pages.laptop.home.path)/\(name)", maximumBytes: .max)
      let text = String(decoding: bytes ?? [], as: UTF8.self)
      #expect(!text.contains(typed), "\(name)")
    }
    // The program is killed; another one takes over what is on disk.
    let later = TestPages(pages.laptop)
    try later.comeIn()
    let locked = try later.get("/")
    let member = try #require(TestPages.values("option", in: locked.text).first)
    _ = try later.post(
      EntryPages.unlockPath, [("member", member), ("password", TestPages.password)])
    #expect(try later.get(form.path).text.contains(typed))
    #expect(try later.get(TodayPage.path).text.contains(form.path))
  }

  @Test func `a service is taken by its whole name, and words that several have are asked about`()
    throws
  {
    // Without a script nothing is chosen before the form is sent.
    let names = [
      ("kích hoạt định danh điện tử VNeID mức 2", "vneid"),
      ("KICH HOAT DINH DANH DIEN TU VNEID MUC 2", "vneid"),
      ("Thủ tục đăng ký khai sinh", "1.001193"), (" 1.001193 ", "1.001193"),
    ]
    var form = try send(try begin(), "add-assist", [("outcome", "met")])
    for number in 1..<names.count { form = try send(form, "add-assist", Self.assist(number)) }
    func typed(_ last: String) -> [(String, String)] {
      names.enumerated().flatMap { index, name in
        Self.assist(index + 1).dropFirst()
          + [("assist-\(index + 1)-service", index + 1 == names.count ? last : name.0)]
      }
    }
    for words in ["khai sinh", "đăng ký", "%", "thủ tục không có thật"] {
      let asked = try send(form, "save", typed(words), seen: "99")
      #expect(asked.status == 422, "\(words)")
      #expect(asked.text.contains("href=\"#assist-\(names.count)-service\""), "\(words)")
      #expect(try visits() == 0, "\(words)")
    }
    let saved = try send(form, "save", typed(" 1.001193 "), seen: "99")
    #expect(saved.path.hasPrefix("/visits/V-"), "\(saved.text)")
    let services = try pages.desk.bench.use { try $0.records.reader.assists().map(\.service) }
    #expect(services.compactMap(\.self).sorted() == names.map(\.1).sorted())
  }

  @Test func `a draft belongs to whoever began it`() throws {
    let form = try begin()
    let other = try pages.desk.bench.use { laptop -> PageDraft? in
      let id = String(try #require(form.path.split(separator: "/").last))
      let members = try laptop.records.reader.members()
      let mine = try DraftBook(laptop.records).open(
        by: try #require(laptop.configuration.member)
      ).first?.member
      let stranger = try #require(members.first { $0.id != mine })
      return try DraftBook(laptop.records).find(id, of: stranger.id)
    }
    #expect(other == nil)
  }

  @Test func `assists that are removed and added over and over take nobody else's along`() throws {
    var form = try send(try begin(), "add-assist", [("outcome", "met")])
    form = try send(form, "add-assist", Self.assist(1))
    for _ in 0..<25 {
      let last = try #require(
        form.text.matches(of: /value="remove-([0-9]+)"/).compactMap { Int($0.1) }.max())
      form = try send(form, "remove-\(last)", [])
      form = try send(form, "add-assist", [])
    }
    let last = try #require(
      form.text.matches(of: /value="remove-([0-9]+)"/).compactMap { Int($0.1) }.max())
    #expect(last > 1 && last <= AssistRows.maximum)
    _ = try send(form, "save", Self.assist(last))
    let count = try pages.desk.bench.use { laptop in
      let reader = laptop.records.reader
      let visit = try #require(try reader.visits(page: .all).first)
      return try reader.assists(visit: visit.id).count
    }
    #expect(count == 2)
  }
}
