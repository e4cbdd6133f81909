import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

@Suite struct MonthPagesTests {
  private let world: ReportWorld
  /// A month that is over, with work in it.
  private let month: Period

  init() throws {
    world = try ReportWorld(seed: UInt64.random(in: 1...1_000_000), visits: 40)
    month = try Period.parse("2025-09", today: .earliest)
  }

  private var path: String { "/months/2025-09" }

  private func hidden(_ name: String, in page: String) throws -> String {
    let found = try Regex("name=\"\(name)\" value=\"([^\"]*)\"")
    return try String(#require(page.firstMatch(of: found)?[1].substring))
  }

  /// Sends a form of the month's page as it stands there.
  private func send(
    _ act: String, _ fields: [(String, String)], page: String, as cookie: String? = nil
  ) throws -> ClientResponse {
    let fixed =
      try [("form_token", hidden("form_token", in: page))]
      + (act == "close" ? [("seen", hidden("seen", in: page))] : [])
    return try world.world.submit(
      "\(path)/\(act)", fields + fixed, cookie: cookie ?? world.coordinator)
  }

  private func counted() throws -> CountNumbers {
    try world.world.centre.read { try $0.count(CountQuery(month)).total }
  }

  private func closing() throws -> MonthClosing? {
    try world.world.centre.read { try $0.closings().last }
  }

  /// What was closed, and what the adjustments say of it now.
  private func closedAndNow() throws -> (closed: CountNumbers?, now: CountNumbers?) {
    try world.world.centre.read { reader in
      let closing = try reader.standingClosing(of: month, unit: nil)
      let total = try reader.record(of: closing).total
      return (total, try reader.adjustment(of: closing).total?.now ?? total)
    }
  }

  @Test func `a month is looked at, closed, kept against what comes late, and opened again`() throws
  {
    let page = try world.page(path)
    let before = try counted()
    #expect(page.contains("Every laptop has reported") || page.contains("What stands open"))
    #expect(page.contains("reported through 30/09"))
    let answer = try send("close", [("note", "đúng"), ("anyway", "yes")], page: page)
    #expect(answer.status == 303, "\(String(decoding: answer.body, as: UTF8.self))")
    #expect(answer.headers["Location"] == "\(path)?done=close")
    let closed = try world.page("\(path)?done=close")
    #expect(closed.contains("Closed. What comes later") && closed.contains("coordinator"))
    #expect(closed.contains("Nothing has changed since"))
    // Sent twice: it is closed once, and that is said.
    let twice = try send("close", [("anyway", "yes")], page: page).headers["Location"]
    #expect(twice == "\(path)?done=closed-already")
    #expect(try world.page(twice ?? "").contains("This month was closed before"))
    #expect(try world.world.centre.read { try $0.closings().count } == 1)

    try lateVisit(world.laptops[0])
    try world.laptops[0].sync()
    let later = try world.page(path)
    #expect(later.contains("Adjustment of Month 9/2025") && later.contains(">+1<"))
    let (kept, now) = try closedAndNow()
    #expect(kept == before && now?.visits == (before.visits ?? 0) + 1)
    #expect(try counted() == now)
    #expect(try world.page("/months").contains("visits +1"))
    #expect(try world.page("/reports?period=2025-09").contains("was closed at"))

    let refused = try send("reopen", [("reason", " ")], page: later)
    #expect(refused.status == 422)
    #expect(try closing()?.isStanding == true)
    let reopened = try send("reopen", [("reason", "một tổ <gửi> muộn")], page: later)
    #expect(reopened.headers["Location"] == "\(path)?done=reopen")
    let again = try send("reopen", [("reason", "lần nữa")], page: later).headers["Location"]
    #expect(again == "\(path)?done=open-already")
    #expect(try world.page(again ?? "").contains("This month is open already"))
    #expect(try world.page("/months").contains("opened again: một tổ &lt;gửi&gt; muộn"))
    #expect(try world.page(path).contains("this closing replaces that one"))
    let log = world.world.run("audit", "list").out
    #expect(log.contains("closed the month") && log.contains("opened the month again"))
  }

  private func lateVisit(_ laptop: TestLaptop) throws {
    let household = try #require(try laptop.field.reader.households(page: .all).first?.id)
    world.world.clock.advance(seconds: 1)
    _ = try laptop.field.addVisit(
      VisitDraft(household: household, date: "15/09/2025", outcome: "met"), author: laptop.member,
      clock: world.world.clock.laptopSurroundings.clock())
  }

  @Test func `nobody closes numbers that they have not seen`() throws {
    let page = try world.page(path)
    try lateVisit(world.laptops[1])
    try world.laptops[1].sync()
    let refused = try send("close", [("anyway", "yes")], page: page)
    let words = String(decoding: refused.body, as: UTF8.self)
    #expect(refused.status == 422 && words.contains("The numbers changed since you looked"))
    #expect(try closing() == nil)
    // The page that says so has the new numbers.
    #expect(try send("close", [("anyway", "yes")], page: words).status == 303)
  }

  @Test func `while something stands open a month is closed only by who says so`() throws {
    _ = try world.world.enrolLaptop("máy ba", member: "Nguyễn Văn An")
    let page = try world.page(path)
    #expect(page.contains("laptops that have not reported the whole month: 1"))
    let refused = try send("close", [], page: page)
    #expect(refused.status == 422)
    #expect(try closing() == nil)
    #expect(try send("close", [("anyway", "yes")], page: page).status == 303)
    let checklist = try #require(try closing()).checklist
    #expect(checklist.laptops == 3 && checklist.reported == 2)
    #expect(try world.page(path).contains("2/3"))
  }

  @Test func `what a laptop hands over while a month is closed is counted or an adjustment`() throws
  {
    let before = try #require(try counted().visits)
    for _ in 0..<12 { try lateVisit(world.laptops[0]) }
    let page = try world.page(path)
    let laptop = world.laptops[0]
    nonisolated(unsafe) let round = { try laptop.sync() }
    let worker = Thread { _ = try? round() }
    worker.start()
    // Refused as long as the numbers move under it, as on the page of a person.
    var answer = try send("close", [("anyway", "yes")], page: page)
    for _ in 0..<50 where answer.status == 422 {
      answer = try send(
        "close", [("anyway", "yes")], page: String(decoding: answer.body, as: UTF8.self))
    }
    #expect(answer.status == 303)
    while !worker.isFinished { usleep(1_000) }
    try laptop.sync()
    let (closed, now) = try closedAndNow()
    #expect(try counted() == now)
    // Nothing is lost: what was not closed stands beside it as an adjustment.
    #expect(now?.visits == before + 12)
    #expect((before...before + 12).contains(try #require(closed?.visits)))
  }

  @Test func `the summary carries the centre's signature, which any change breaks`() throws {
    _ = try send("close", [("anyway", "yes"), ("note", "a b")], page: try world.page(path))
    let response = try world.world.get("\(path)/summary", cookie: world.coordinator)
    let bytes = response.body
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(response.headers["Content-Disposition"]?.contains("chot-2025-09.txt") == true)
    #expect(text.contains("Month 9/2025") && text.contains("Tổ Xóm 1") && text.contains("a b"))
    let centre = world.world.centre
    #expect(centre.hasSigned(summary: bytes))
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var changed = bytes
      changed[place] ^= 1
      #expect(!centre.hasSigned(summary: changed), "byte \(place)")
      #expect(!centre.hasSigned(summary: Array(bytes.prefix(place))), "cut at \(place)")
    }
    #expect(!centre.hasSigned(summary: bytes + [10]))
    let other = try CentreWorld(seed: 77)
    #expect(!other.centre.hasSigned(summary: bytes))
    // The command writes and checks the same.
    let file = world.world.path("tom-tat.txt")
    #expect(world.world.run("close", "summary", "2025-09", "--to", file).exit == .done)
    #expect(world.world.run("close", "verify", file).exit == .done)
    var written = try Array(Data(contentsOf: URL(fileURLWithPath: file)))
    written[60] ^= 1
    try Data(written).write(to: URL(fileURLWithPath: file))
    #expect(world.world.run("close", "verify", file).exit == .damagedInput)
  }

  @Test func `a coordinator of one unit closes that unit's month and sees no other`() throws {
    let page = try world.page(path)
    _ = try send("close", [("anyway", "yes")], page: page)
    let cookie =
      try world.world.signIn(as: try world.world.rights(.coordinator, unit: "17713"), "lan")
      + "; camtay-language=en"
    #expect(!(try world.page("/months", as: cookie).contains("the whole centre")))
    let own = try world.page("\(path)?unit=99999", as: cookie)
    #expect(own.contains("Close this month"))
    #expect(try send("close", [("anyway", "yes")], page: own, as: cookie).status == 303)
    #expect(try closing()?.unit == "17713")
  }

  /// The standing visits of some days that the store holds, by a query of this test's own.
  private func standingVisits(from first: LocalDate, to last: LocalDate) throws -> Int64 {
    try world.world.centre.read { reader in
      try reader.connection.row(
        """
        SELECT count(*) FROM visit
        WHERE hidden IS NULL AND void_reason IS NULL AND date BETWEEN ? AND ?
        """, .integer(Int64(first.daysSince1970)), .integer(Int64(last.daysSince1970))
      ) { try $0.integer(at: 0) } ?? 0
    }
  }

  @Test func `what nobody has looked at is told before closing, and its number is its list's`()
    throws
  {
    func run(_ words: String...) -> CommandRun.Result { world.world.run(words) }
    /// The number and the list of a line of the month's page; nil where it is not there.
    func told(_ label: String) throws -> (number: Int64, listed: Int64)? {
      let line = try Regex("href=\"([^\"]*)\">\(label): ([0-9,]+)<")
      guard let found = try world.page(path).firstMatch(of: line) else { return nil }
      let address = try String(#require(found[1].substring)).replacing("&amp;", with: "&")
      let listed = ReportWorld.lines(of: try world.page(address))
      let number = try #require(found[2].substring)
      return (try #require(Int64(number)), Int64(listed))
    }
    let visits = try standingVisits(from: month.from, to: month.to)
    try #require(visits > 1)
    let before = try #require(try told("Visits not yet looked at"))
    #expect(before.number == visits && before.listed == visits)
    if let pairs = try told("Residents and households that may be one") {
      #expect(pairs.number == pairs.listed)
    }
    let inbox = try world.page("/inbox")
    let all = try standingVisits(from: .earliest, to: .latest)
    #expect(inbox.contains("Visits not yet looked at") && inbox.contains(">\(all)<"))

    // One is looked at: every place that tells of it says one fewer.
    let listed = try run("visit", "list", "--json").json()
    let code = try #require(
      listed["visits"]?.arrayValue?.first { $0["date"]?.textValue?.hasPrefix("2025-09-") == true }?[
        "visit"]?.textValue, "\(listed)")
    #expect(run("visit", "approve", code, "--by", "Lan").exit == .done)
    #expect(try told("Visits not yet looked at")?.number == visits - 1)
    #expect(try world.page("/inbox").contains(">\(all - 1)<"))
    let preview = ["close", "month", "2025-09", "--by", "Lan"]
    let open = try world.world.run(preview + ["--json"]).json()["not_looked_at"]
    #expect(open?.arrayValue?.first?["count"] == .integer(visits - 1))
    let words = world.world.run(preview).out
    #expect(words.contains("- Visits not yet looked at: \(visits - 1)"), "\(words)")

    // The closing keeps it, on the page and in the file that is signed, also once more is looked at.
    let page = try world.page(path)
    #expect(try send("close", [("anyway", "yes")], page: page).status == 303)
    #expect(try closing()?.checklist.unseen == Int(visits - 1))
    let summary = try world.world.get("\(path)/summary", cookie: world.coordinator).body
    for text in [try world.page(path), String(decoding: summary, as: UTF8.self)] {
      #expect(text.contains("\(visits - 1) visits that nobody had looked at"), "\(text)")
    }
    #expect(try send("reopen", [("reason", "xem cho hết")], page: world.page(path)).status == 303)
    #expect(try send("close", [("anyway", "yes")], page: world.page(path)).status == 303)
    let closed = try world.page(path)
    #expect(closed.contains("Earlier closings") && closed.contains("xem cho hết"))
  }

  @Test func `what is no month, or is not over, cannot be closed`() throws {
    #expect(try world.page("/months/2025-10").contains("not over"))
    // No month is owed from before the first visit.
    let day = try #require(try world.world.centre.read { try $0.firstVisitDay() })
    let first = try #require(Period(.month, holding: day))
    let listed = try world.page("/months")
    #expect(listed.contains("/months/\(first.description)\""))
    #expect(!listed.contains("/months/\(first.previous.description)\""))
    for bad in ["2025", "x", "2025-W01", "2025-13", "..%2F"] {
      let status = try world.world.get("/months/\(bad)", cookie: world.coordinator).status
      #expect(status == 422 || status == 404, "\(bad): \(status)")
    }
    for path in ["/months/2025-13", "/months/2025-Q1", "/months?month=2025-13"] {
      let answer = try world.world.get(path, cookie: world.coordinator)
      let page = String(decoding: answer.body, as: UTF8.self)
      #expect(answer.status == 422 && page.contains("is no month"), "\(path)")
      #expect(page.contains("written like 2025-09, or 2025-09@14"), "\(path)")
      #expect(page.contains("Every month up to Month 10/2025"), "\(path)")
    }
    // The form keeps what was typed.
    let typed = try world.world.get("/months?month=2025-13", cookie: world.coordinator)
    #expect(String(decoding: typed.body, as: UTF8.self).contains("value=\"2025-13\""))
    let other = try world.world.get("/months?month=2025-08%4014", cookie: world.coordinator)
    #expect(other.headers["Location"] == "/months/2025-08@14")
    #expect(try world.page("/months/2025-08@14").contains("15/07/2025–14/08/2025"))
  }
}
