import FieldWork
import Replica
import SQLite
import SyncProtocol
import Testing

@testable import SyncServer

/// Work that comes in long after it was done is where coordinators look.
@Suite struct LateReviewTests {
  private func add(
    _ desk: ReviewDesk, _ household: RowID, on date: LocalDate
  ) throws -> RowID {
    try desk.laptop.field.addVisit(
      VisitDraft(household: household, date: Format.date(date), outcome: "met"),
      author: desk.laptop.member, clock: desk.laptop.laptopClock()
    ).id
  }

  /// The codes of a list's visits, in its order.
  private func rows(_ page: String) -> [Int64] {
    page.matches(of: /<a href="\/review\/([0-9]+)[^"]*">V-/).compactMap { Int64($0.1) }
  }

  /// Lets time pass, after which a coordinator signs in anew.
  private func wait(_ hours: Int64, _ desk: ReviewDesk) throws -> String {
    desk.world.clock.advance(seconds: hours * 3_600)
    return try #require(try desk.world.signIn("coordinator", desk.world.password))
  }

  private func today(_ desk: ReviewDesk) -> LocalDate {
    LocalDateTime(time: desk.laptop.laptopClock().wall).date
  }

  @Test func `late, future and undated visits are seen at once and by what is odd about them`()
    throws
  {
    let desk = try ReviewDesk(seed: 730)
    let household = try #require(try desk.laptop.field.reader.households(page: .all).first).id
    let day = today(desk)
    #expect(rows(try desk.page("/review")) == [desk.visit.rawValue])
    let cookie = try wait(3, desk)
    func open(_ path: String) throws -> String { try desk.page(path, as: cookie) }
    let late = try add(desk, household, on: day.adding(days: -60))
    let future = try add(desk, household, on: day.adding(days: 1))
    // No rule accepts that day: it counts on none until somebody rules.
    let far = try add(desk, household, on: day.adding(days: 400))
    let undated = try desk.laptop.store.commit(
      author: desk.laptop.member, clock: desk.laptop.laptopClock()
    ) { act in
      let place = try #require(try desk.laptop.field.reader.record(Household.self, household))
      return try act.create(
        VisitTable.definition, in: place.scope,
        [
          (VisitTable.number, .integer(try act.nextNumber(VisitTable.definition))),
          (VisitTable.household, .integer(household.rawValue)),
        ])
    }
    try desk.laptop.sync()
    let page = try open("/review")
    #expect(Set(rows(page)) == Set([desk.visit, late, future, far, undated].map(\.rawValue)))
    // What came in last stands first.
    #expect(rows(page).last == desk.visit.rawValue)
    #expect(rows(try open("/review?order=arrived")).first == desk.visit.rawValue)
    #expect(rows(try open("/review?order=date")).contains(undated.rawValue))
    #expect(page.contains("2 lượt không ghi ngày thăm"))
    #expect(page.contains("1 lượt ghi ngày sau hôm nay"))
    #expect(
      Set(rows(try open("/review?dated=undated"))) == Set([far, undated].map(\.rawValue)))
    #expect(rows(try open("/review?dated=later")) == [future.rawValue])
    // Days leave out the others, and the page says how many, with the way to them.
    let week = try open("/review?from=\(day.adding(days: -6).iso)&to=\(day.iso)&flag=")
    #expect(rows(week) == [desk.visit.rawValue])
    #expect(week.contains("href=\"/review\">4 lượt ngoài những ngày này"))
    #expect(week.contains("href=\"/review?dated=undated\">2 lượt"))
    #expect(week.contains("1 trong 5 dòng"))
    // By when it came in, whole hours as the inbox has them.
    let hour = LocalDateTime(time: desk.laptop.laptopClock().wall).minuteOfDay / 60
    let tonight = "since=\(today(desk).iso)&hour=\(hour)"
    #expect(
      Set(rows(try open("/review?\(tonight)")))
        == Set([late, future, far, undated].map(\.rawValue)))
    let replica = desk.laptop.store.identity.replica.rawValue
    #expect(rows(try open("/review?\(tonight)&laptop=\(replica)")).count == 4)
    #expect(rows(try open("/review?\(tonight)&laptop=1")).isEmpty)
    let listed = desk.world.run("visit", "list", "--dated", "later", "--json").out
    #expect(listed.contains("\"total\": 1"))
    let flags = try open("/flags")
    #expect(flags.contains("href=\"/review?flag=future-date\">1</a>"))
    #expect(rows(try open("/review?flag=future-date")) == [future.rawValue])
  }

  @Test func `what was approved is in the list again once it is written to, whenever that comes`()
    throws
  {
    let desk = try ReviewDesk(seed: 731)
    #expect(try desk.say("approve") == 303)
    let page = try desk.page("/review")
    #expect(rows(page).isEmpty)
    #expect(page.contains("href=\"/review?state=all\">1 lượt ở tình trạng khác"))
    let cookie = try wait(50 * 24, desk)
    func open(_ path: String) throws -> String { try desk.page(path, as: cookie) }
    // Whoever takes part stands in no column of the visit.
    let others = try desk.laptop.field.reader.members().map(\.id)
    _ = try desk.laptop.field.editVisit(
      desk.visit, VisitDraft(participants: others), author: desk.laptop.member,
      clock: desk.laptop.laptopClock())
    try desk.laptop.sync()
    let again = rows(try open("/review?since=\(today(desk).iso)"))
    #expect(try desk.state() == .changed)
    #expect(again == [desk.visit.rawValue])
    #expect(try desk.say("approve", as: cookie) == 303)
    #expect(rows(try open("/review")).isEmpty)
    _ = try desk.laptop.field.addAssist(
      AssistDraft(visit: desk.visit, service: "1.001193", mode: "guided", outcome: "completed"),
      author: desk.laptop.member, clock: desk.laptop.laptopClock())
    try desk.laptop.sync()
    #expect(try desk.state() == .changed)
    #expect(rows(try open("/review?state=changed")) == [desk.visit.rawValue])
  }

  @Test func `the numbers of the list are those of the store, and a centre of before has them too`()
    throws
  {
    let desk = try ReviewDesk(seed: 732, visits: 5)
    for (visit, act) in zip(desk.visits, ["approve", "approve", "reject", "send-back"]) {
      let path = "/review/\(visit.rawValue)"
      let seen = try desk.seen(try desk.page(path))
      let form = [("act", act), ("comment", "Xem lại"), ("seen", seen)]
      #expect(try desk.world.send(form, to: path, cookie: desk.cookie).status == 303)
    }
    let day = Format.date(today(desk))
    _ = try desk.laptop.field.editVisit(
      desk.visits[0], VisitDraft(minutes: "12"), author: desk.laptop.member,
      clock: desk.laptop.laptopClock())
    try desk.laptop.sync()
    let page = try desk.page("/review?from=\(day)")
    #expect(page.contains("2 trong 5 dòng"))
    #expect(page.contains("3 lượt ở tình trạng khác"))
    let connection = try Connection(
      path: desk.world.centre.home.storePath, mode: .readWrite, busyTimeoutMilliseconds: 5_000)
    defer { connection.close() }
    func kept() throws -> [[Int64]] {
      try connection.rows("SELECT visit, arrived, approval FROM visit_arrival ORDER BY visit") {
        row in try (0..<3).map { try row.integer(at: $0) }
      }
    }
    let known = try kept()
    // Nobody looked at it, or it waits for its author; found right; found right and written to since.
    #expect(known.map { $0[2] }.sorted() == [0, 0, 0, 1, 2])
    let migration = try #require(CentreSchema.migrations.first { $0.sql.contains("visit_arrival") })
    let fill = try #require(
      migration.sql.firstMatch(of: /INSERT INTO visit_arrival\n[^;]*;/)?.0)
    try connection.execute("DELETE FROM visit_arrival")
    try connection.execute(script: String(fill))
    // Of what was there before, every visit that may be another one now is compared.
    #expect(try kept().map { $0[0] } == known.map { $0[0] })
    #expect(
      zip(try kept(), known).allSatisfy { $0[2] == $1[2] || ($0[2] == 2 && $1[2] == 1) })
    #expect(try desk.page("/review?from=\(day)").contains("2 trong 5 dòng"))
  }
}
