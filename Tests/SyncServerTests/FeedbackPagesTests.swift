import Documents
import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing
import Web

@testable import Pages
@testable import SyncServer

/// Feedback: what anybody sends by a printed code, what coordinators make of it, and the sheets.
@Suite struct FeedbackPagesTests {
  private struct Desk {
    let world: ReportWorld
    let session: String
    let dossier: String
    let place: String

    init(seed: UInt64) throws {
      world = try ReportWorld(seed: seed, visits: 80)
      let laptop = world.laptops[0]
      world.world.clock.advance(seconds: 1)
      let row = try laptop.field.add(
        RecordForms.session,
        FormDraft(
          RecordForms.session,
          ["kind": "support-point", "name": "Nhà văn hóa", "date": Format.date(world.today)]),
        author: laptop.member, clock: laptop.laptopClock()
      ).id
      _ = try laptop.sync()
      session = try laptop.field.reader.codeText(of: row)
      dossier = try #require(
        try world.world.centre.read { reader in
          try reader.connection.rows(
            "SELECT rid FROM submission WHERE void_reason IS NULL AND hidden IS NULL"
          ) { RowID(rawValue: try $0.integer(at: 0)) }.compactMap(\.self).first.map {
            try reader.codeText(of: $0)
          }
        })
      place = try laptop.field.reader.findPlace("Xóm 1").codeText
    }

    func page(_ path: String, _ status: Int = 200, cookie: String? = nil) throws -> String {
      let answer = try world.world.get(path, cookie: cookie)
      #expect(answer.status == status, "\(path)")
      return String(decoding: answer.body, as: UTF8.self)
    }

    func ticket(_ code: String) throws -> String {
      String(
        try #require(
          try page("/f/\(code)").firstMatch(of: /name="ticket" value="([^"]*)"/)?.1))
    }

    /// Sends what somebody without an account would.
    func send(
      _ code: String, rating: String = "4", _ text: String = "", ticket: String? = nil
    ) throws -> ClientResponse {
      try world.world.submit(
        "/f/\(code)",
        [("ticket", try ticket ?? self.ticket(code)), ("rating", rating), ("text", text)])
    }

    func kept() throws -> [FormRecord] {
      try world.world.centre.read {
        try $0.formRecords(RecordForms.feedback, FormFilter(), page: .all)
      }
    }

    /// Does something with a piece as its page would, unless another `seen` is given.
    func act(
      _ row: RowID, _ act: String, _ text: String, day: String = "", seen: String? = nil,
      cookie: String? = nil
    ) throws -> Int {
      let path = "/feedback/\(row.rawValue)"
      let page = try page(path, cookie: cookie ?? world.coordinator)
      let seen =
        try seen
        ?? String(
          #require(page.firstMatch(of: /name="seen" value="([^"]*)"/)?.1))
      return try world.world.send(
        [("act", act), ("text", text), ("day", day), ("seen", seen)], to: path,
        cookie: cookie ?? world.coordinator
      ).status
    }
  }

  @Test func `a printed code takes a rating from anybody, once for each form, and sets no cookie`()
    throws
  {
    let desk = try Desk(seed: 1_601)
    let shown = try desk.world.world.get("/f/\(desk.session)")
    #expect(shown.status == 200 && shown.headers.all("Set-Cookie").isEmpty)
    let page = String(decoding: shown.body, as: UTF8.self)
    #expect(page.contains("Điểm hỗ trợ") && page.contains("?lang=en"))
    // What a team typed stays inside: it may name somebody.
    #expect(!page.contains("Nhà văn hóa") && !page.contains("/language"))
    #expect(try desk.page("/f/\(desk.session)?lang=en").contains("How was it?"))
    let ticket = try desk.ticket(desk.session)
    for _ in 1...2 {
      let answer = try desk.send(desk.session, rating: "2", "Chờ lâu", ticket: ticket)
      #expect(answer.status == 303 && answer.headers.all("Set-Cookie").isEmpty)
      #expect(answer.headers["Location"] == "/f/\(desk.session)?done=1")
    }
    #expect(try desk.page("/f/\(desk.session)?done=1").contains("Đã nhận"))
    let kept = try desk.kept()
    let record = try #require(kept.first)
    #expect(kept.count == 1)
    #expect(record[FeedbackTable.rating]?.value?.integer == 2)
    #expect(record[FeedbackTable.channel]?.value?.integer == 1)
    #expect(record[FeedbackTable.comment]?.value?.text == "Chờ lâu")
    #expect(record[FeedbackTable.date]?.value?.integer == Int64(desk.world.today.daysSince1970))
    let laptop = desk.world.laptops[0]
    _ = try laptop.sync()
    #expect(try laptop.field.reader.formRecord(RecordForms.feedback, record.header.id) != nil)
  }

  @Test func `what is no code, has no rating or holds a personal id is not kept, and says so`()
    throws
  {
    let desk = try Desk(seed: 1_602)
    let household = try desk.world.laptops[0].field.reader.households(page: .all)[0].codeText
    for code in ["x", "B-2H9K5-1-X", household, String(repeating: "9", count: 300)] {
      #expect(try desk.page("/f/\(code)", 404).contains("chưa gửi gì"), "\(code)")
    }
    for rating in ["", "0", "6", "x"] {
      #expect(try desk.send(desk.session, rating: rating).status == 422, "\(rating)")
    }
    #expect(try desk.send(desk.session, "số 001099012345").status == 422)
    #expect(try desk.send(desk.session, String(repeating: "a", count: 2_001)).status == 422)
    let foreign = try desk.world.world.post(
      "/f/\(desk.session)", Array("rating=5&ticket=1".utf8),
      type: "application/x-www-form-urlencoded", headers: ["Origin": "http://elsewhere.example"])
    #expect(foreign.status == 403)
    #expect(
      try desk.send(desk.session, String(repeating: "a", count: FeedbackDesk.bodyLimit)).status
        == 413)
    #expect(try desk.kept().isEmpty)
  }

  @Test func `a dossier's slip serves once, and again when its rating is voided`() throws {
    let desk = try Desk(seed: 1_603)
    let (first, second) = (try desk.ticket(desk.dossier), try desk.ticket(desk.dossier))
    #expect(try desk.send(desk.dossier, rating: "1", ticket: first).status == 303)
    let late = try desk.send(desk.dossier, rating: "5", ticket: second)
    #expect(String(decoding: late.body, as: UTF8.self).contains("đã được dùng"))
    #expect(try desk.page("/f/\(desk.dossier)").contains("đã được dùng"))
    let row = try #require(try desk.kept().first?.header.id)
    #expect(try desk.kept().count == 1)
    #expect(try desk.act(row, "void", "phá rối") == 303)
    #expect(try desk.send(desk.dossier, rating: "5").status == 303)
    // Another coordinator's void is undone where the page still shows it.
    #expect(try desk.act(row, "restore", "") == 303)
    #expect(try desk.kept().count { !$0.isVoided } == 2)
  }

  @Test func `one address sends thirty in ten minutes, and is told how long to wait`() throws {
    let desk = try Desk(seed: 1_604)
    for number in 1...30 {
      #expect(try desk.send(desk.session, ticket: "form \(number)").status == 303, "\(number)")
    }
    let refused = try desk.send(desk.session, ticket: "form 31")
    #expect(refused.status == 429)
    let seconds = try #require(refused.headers["Retry-After"].flatMap { Int64($0) })
    #expect((1...600).contains(seconds))
    #expect(try desk.kept().count == 30)
    desk.world.world.clock.advance(seconds: seconds)
    #expect(try desk.send(desk.session, ticket: "form 31").status == 303)
  }

  @Test func `what is overdue stands first, and the figures are those of the rates`() throws {
    let desk = try Desk(seed: 1_605)
    let world = desk.world
    #expect(try desk.send(desk.session, rating: "5", ticket: "1").status == 303)
    #expect(try desk.send(desk.place, rating: "1", "Máy in hỏng", ticket: "2").status == 303)
    // Three weeks are more than fifteen working days here or there.
    world.world.clock.advance(seconds: 40 * 86_400)
    #expect(try desk.send(desk.session, rating: "2", "Chờ lâu", ticket: "3").status == 303)
    let coordinator =
      try #require(try world.world.signIn("coordinator", world.world.password))
      + "; camtay-language=en"
    let page = try desk.page("/feedback", cookie: coordinator)
    let codes = page.matches(of: /class="nowrap">(F-[^<]*)</).map { String($0.1) }
    let first = try desk.kept().first { $0[FeedbackTable.comment]?.value?.text == "Máy in hỏng" }
    #expect(codes.count == 3 && codes[0] == first?.header.codeText)
    #expect(page.contains("answer overdue") && page.contains("Xóm 1"))
    #expect(page.contains("1/3") && page.contains("1/2"))
    let waiting = try desk.page("/feedback?state=waiting", cookie: coordinator)
    #expect(ReportWorld.lines(of: waiting) == 2)
    let rates = try world.world.centre.read { reader in
      let query = CountQuery(try Period(from: .earliest, to: .latest))
      return try reader.feedback(
        query,
        asOf: LocalDateTime(
          milliseconds: world.world.clock.surroundings.clock().wall.rawValue))
    }
    #expect(rates.map(\.state).filter { $0 == .overdue }.count == 1)
    let file = try world.world.get("/feedback.csv", cookie: coordinator)
    let text = String(decoding: file.body, as: UTF8.self)
    #expect(file.status == 200 && text.contains("\"Rows\";3\r\n"))
    // Files leave the house: what was said stays.
    #expect(!text.contains("Máy in hỏng") && !text.contains("Chờ lâu"))
  }

  @Test func `an answer closes a piece in time, is noted, and comes to the laptop`() throws {
    let desk = try Desk(seed: 1_606)
    #expect(try desk.send(desk.session, rating: "2", "Chờ lâu").status == 303)
    let row = try #require(try desk.kept().first?.header.id)
    let path = "/feedback/\(row.rawValue)"
    let before = try desk.page(path, cookie: desk.world.coordinator)
    let seen = String(try #require(before.firstMatch(of: /name="seen" value="([^"]*)"/)?.1))
    #expect(try desk.act(row, "assign", "Bộ phận một cửa") == 303)
    #expect(try desk.page("/feedback", cookie: desk.world.coordinator).contains("Bộ phận một cửa"))
    #expect(try desk.act(row, "answer", "Thêm người", seen: seen) == 409)
    #expect(try desk.act(row, "answer", " ") == 422)
    #expect(try desk.act(row, "answer", "gọi 001099012345") == 422)
    #expect(try desk.act(row, "answer", "Thêm người", day: "40/1/2026") == 422)
    #expect(try desk.act(row, "answer", "Thêm người") == 303)
    let after = try desk.page(path, cookie: desk.world.coordinator)
    #expect(after.contains("answered in time") && after.contains("Thêm người"))
    let laptop = desk.world.laptops[0]
    _ = try laptop.sync()
    let told = try laptop.field.reader.formRecord(RecordForms.feedback, row)
    #expect(told?[FeedbackTable.answer]?.value?.text == "Thêm người")
    let log = try desk.world.world.centre.read { reader in
      try reader.connection.rows("SELECT act FROM audit WHERE act LIKE 'feedback%'") {
        try $0.text(at: 0)
      }
    }
    #expect(log == ["feedback-assigned", "feedback-answered"])
  }

  @Test func `commands list what wants an answer, say who gives it, and answer`() throws {
    let desk = try Desk(seed: 1_612)
    #expect(try desk.send(desk.session, rating: "2", "Chờ lâu").status == 303)
    #expect(try desk.send(desk.place, rating: "5", ticket: "bare").status == 303)
    let record = try #require(
      try desk.kept().first { $0[FeedbackTable.comment]?.value?.text == "Chờ lâu" })
    let code = record.header.codeText
    let world = desk.world.world
    let due = world.run("feedback", "due")
    #expect(due.out.contains(code) && !due.out.contains("Chờ lâu"))
    #expect(world.run("feedback", "assign", code, "Bộ phận một cửa", "--dry-run").exit == .done)
    #expect(!world.run("feedback", "due").out.contains("một cửa"))
    #expect(world.run("feedback", "assign", code, "Bộ phận một cửa").exit == .done)
    #expect(world.run("feedback", "due").out.contains("Bộ phận một cửa"))
    let refused = world.run("feedback", "answer", code, "gọi 001099012345")
    #expect(refused.exit == .userError, "\(refused.error)")
    #expect(world.run("feedback", "answer", code, "Thêm người").exit == .done)
    #expect(world.run("feedback", "due").out.contains("No feedback waits"))
    let own = "/feedback/\(record.header.id.rawValue)"
    let page = try desk.page(own, cookie: desk.world.coordinator)
    #expect(page.contains("answered in time") && page.contains("Bộ phận một cửa"))
    #expect(world.run("audit", "list").out.contains("answered the feedback"))
  }

  @Test func `a piece is typed in once, and nobody beyond reach sees it`() throws {
    let desk = try Desk(seed: 1_607)
    let world = desk.world.world
    let page = try desk.page("/new-feedback", cookie: desk.world.coordinator)
    let ticket = String(try #require(page.firstMatch(of: /name="ticket" value="([^"]*)"/)?.1))
    let form = [
      ("ticket", ticket), ("code", desk.session), ("rating", "3"), ("text", "Tốt"),
      ("channel", "form"), ("date", Format.date(desk.world.today)),
    ]
    #expect(
      try world.send(form, to: "/new-feedback", cookie: desk.world.coordinator).status == 303)
    #expect(
      try world.send(form, to: "/new-feedback", cookie: desk.world.coordinator).status == 422)
    let row = try #require(try desk.kept().first?.header.id)
    #expect(try desk.kept().count == 1)
    try world.centre.perform { records, clock in
      try records.applyDirectory(
        try records.previewDirectory(
          hamlets: Array("commune_code,name,kind\n17722,Xóm 9,xóm\n".utf8), members: nil),
        clock: clock)
    }
    let other = try world.signIn(as: try world.rights(.coordinator, unit: "17722"), "noi-khac")
    #expect(try world.get("/feedback/\(row.rawValue)", cookie: other).status == 404)
    #expect(try !desk.page("/feedback", cookie: other).contains("F-"))
  }

  @Test func `a sheet holds a code for each hamlet that leads to its page`() throws {
    let desk = try Desk(seed: 1_608)
    let path = "/feedback-sheets?for=hamlets&per=2&address=https%3A%2F%2Fcentre.example%3A8765%2F"
    let page = try desk.page(path, cookie: desk.world.coordinator)
    #expect(page.matches(of: /class="qr-sheet per-2"/).count == 1)
    #expect(page.matches(of: /class="qr-part"/).count == 2)
    let link = "https://centre.example:8765/f/\(desk.place)"
    let drawn = QRCodeFigure.path(of: try QRCode(link))
    #expect(page.contains(link) && page.contains(drawn))
    let single = try desk.page(
      "/feedback-sheets?for=codes&per=1&codes=\(desk.dossier)+\(desk.session)&address=c.example",
      cookie: desk.world.coordinator)
    #expect(single.matches(of: /class="qr-sheet per-1"/).count == 2)
    #expect(single.contains("It serves once.") && single.contains("Nhà văn hóa"))
    for odd in ["for=codes&codes=B-2H9K5-1-X", "for=hamlets&address=ftp%3A%2F%2Fx"] {
      _ = try desk.page("/feedback-sheets?\(odd)", 422, cookie: desk.world.coordinator)
    }
  }
}
