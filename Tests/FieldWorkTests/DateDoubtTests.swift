import Replica
import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct DateDoubtTests {
  private static let fiveYears: Int64 = 5 * 365 * 86_400_000

  /// A right clock's reading on a machine that was started anew with its clock years ahead.
  private func fast(_ world: FieldWorld) -> ClockReading {
    var clock = world.clock()
    clock.wall = Timestamp(rawValue: clock.wall.rawValue + Self.fiveYears)
    clock.bootID = "restarted"
    return clock
  }

  /// A sync that begins by asking for the time, with the clock as wrong as before.
  private func sync(_ world: FieldWorld) throws {
    let store = world.laptop.store
    let report = Store.Report(freeDiskBytes: nil, software: "test")
    func exchange(_ pending: Store.PendingRound) throws -> RoundOutcome {
      let answer = try world.centre.store.answer(pending.request, clock: world.clock())
      return try store.absorb(answer.bytes, of: pending, clock: fast(world))
    }
    _ = try exchange(store.makeTimeRequest(report, clock: fast(world), random: &world.random))
    while try exchange(
      store.makeRequest(report, clock: fast(world), random: &world.random)
    ).hasMore {}
  }

  /// A visit as another program dates it, which trusts its clock.
  private func visit(_ world: FieldWorld, to household: RowID, dated date: LocalDate) throws
    -> RowID
  {
    let place = try world.laptop.reader.existing(Household.self, household)
    return try world.laptop.store.commit(author: try world.member(), clock: fast(world)) { act in
      try act.create(
        VisitTable.definition, in: place.scope,
        [
          (VisitTable.number, .integer(try act.nextNumber(VisitTable.definition))),
          (VisitTable.household, .integer(household.rawValue)),
          (VisitTable.date, .integer(Int64(date.daysSince1970))),
          (VisitTable.dateSource, .integer(DateSource.clock.rawValue)),
          (VisitTable.outcome, .integer(VisitOutcome.met.rawValue)),
        ])
    }
  }

  /// A round of a right laptop with a centre whose clock is off by so much.
  private func sync(_ world: FieldWorld, centreAheadBy milliseconds: Int64) throws {
    let store = world.laptop.store
    let report = Store.Report(freeDiskBytes: nil, software: "test")
    func exchange(_ pending: Store.PendingRound) throws -> RoundOutcome {
      var clock = world.clock()
      clock.wall = Timestamp(rawValue: clock.wall.rawValue + milliseconds)
      let answer = try world.centre.store.answer(pending.request, clock: clock)
      return try store.absorb(answer.bytes, of: pending, clock: world.clock())
    }
    _ = try exchange(store.makeTimeRequest(report, clock: world.clock(), random: &world.random))
    while try exchange(
      store.makeRequest(report, clock: world.clock(), random: &world.random)
    ).hasMore {}
  }

  @Test(arguments: [40, -40] as [Int64])
  func `a time that the centre takes back leaves its dates in doubt, and no others`(
    days: Int64
  ) throws {
    let world = try FieldWorld()
    let laptop = world.laptop
    let shift = days * 86_400_000
    let household = try world.household()
    let right = try world.visit(to: household)
    let today = try #require(try laptop.reader.existing(Visit.self, right).date)
    try sync(world, centreAheadBy: shift)
    let draft = VisitDraft(household: household, outcome: "met")
    // Where the centre fell back, dates must be typed: nobody can tell yet who is right.
    guard days > 0 else {
      try sync(world, centreAheadBy: 0)
      #expect(try laptop.dateDoubts().isEmpty)
      #expect(try laptop.knowledge(of: world.clock()).doubt == nil)
      return
    }
    let wrong = try laptop.addVisit(draft, author: try world.member(), clock: world.clock()).id
    #expect(
      try laptop.reader.existing(Visit.self, wrong).date == today.adding(days: Int(days)))
    try sync(world, centreAheadBy: 0)

    let doubts = try laptop.dateDoubts()
    #expect(doubts.map(\.visit) == [wrong] && doubts.map(\.proposed) == [today])
    // Later visits need no typed date.
    #expect(try laptop.knowledge(of: world.clock()).doubt == nil)
    let later = try laptop.addVisit(draft, author: try world.member(), clock: world.clock()).id
    #expect(try laptop.reader.existing(Visit.self, later).date == today)
    try laptop.applyProposedDates(doubts, author: nil, clock: world.clock())
    #expect(try laptop.dateDoubts().isEmpty)
    #expect(try laptop.reader.existing(Visit.self, wrong).date == today)
  }

  @Test func `a date from a clock that was wrong is listed with the right one, and not changed`()
    throws
  {
    let world = try FieldWorld()
    let household = try world.household()
    try world.sync(world.laptop)
    let wrong = LocalDateTime(milliseconds: fast(world).wall.rawValue).date
    let first = try visit(world, to: household, dated: wrong)
    let second = try visit(world, to: household, dated: wrong)
    #expect(try world.laptop.dateDoubts().isEmpty)
    try sync(world)
    let doubts = try world.laptop.dateDoubts()
    #expect(doubts.map(\.visit) == [first, second])
    #expect(doubts.map(\.date) == [wrong, wrong])
    #expect(doubts.map(\.proposed) == [day("2026-11-18"), day("2026-11-18")])
    #expect(doubts[0].believed.date == wrong && doubts[0].actual?.date == day("2026-11-18"))
    // The centre does not count what is five years away; the author's laptop still knows it.
    #expect(try world.laptop.reader.record(Visit.self, first)?.date == nil)
    // One is corrected, of the other the date was right although the clock was not.
    try world.laptop.applyProposedDates(
      [doubts[0]], author: try world.member(), clock: fast(world))
    try world.laptop.confirmDates([doubts[1]], author: try world.member(), clock: fast(world))
    #expect(try world.laptop.dateDoubts().isEmpty)
    try sync(world)
    #expect(try world.centre.reader.record(Visit.self, first)?.date == day("2026-11-18"))
    // A date that hardly can be right counts when a coordinator has admitted it.
    #expect(try world.centre.reader.record(Visit.self, second)?.date == nil)
    let confirmed = try #require(try world.centre.reviews().last { $0.row == second })
    _ = try world.centre.rule(
      on: confirmed, admits: true, edited: nil, by: "An", note: nil, clock: world.clock(),
      isDryRun: false)
    #expect(try world.centre.reader.record(Visit.self, second)?.date == wrong)
    let record = try world.centre.locate("#\(first.rawValue)")
    let dates = try world.centre.history(of: record, field: "date").entries
    // The withdrawal has the time of what it took away, and so did not lift the time of the new one.
    #expect(dates.map(\.new?.english) == ["18/11/2026", Format.date(wrong), nil])
    #expect(dates.map(\.writer.doubt?.code) == [nil, "time-too-late", nil])
    #expect(try world.centre.reader.visits(in: month()).map(\.id) == [first])
  }

  @Test func `a typed date that repeats the wrong clock is listed, and none is proposed`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    try world.sync(world.laptop)
    let wrong = LocalDateTime(milliseconds: fast(world).wall.rawValue).date
    for date in [Format.date(wrong), "18/11/2026"] {
      _ = try world.laptop.addVisit(
        VisitDraft(household: household, date: date, outcome: "met"),
        author: try world.member(), clock: fast(world))
    }
    try sync(world)
    let doubts = try world.laptop.dateDoubts()
    #expect(doubts.map(\.date) == [wrong] && doubts.map(\.source) == [.typed])
    #expect(doubts.map(\.proposed) == [nil])
    #expect(try world.laptop.applyProposedDates(doubts, author: nil, clock: fast(world)).isEmpty)
    #expect(try world.laptop.dateDoubts().count == 1)
    _ = try world.laptop.editVisit(
      doubts[0].visit, VisitDraft(date: "18/11/2026"), author: try world.member(),
      clock: fast(world))
    #expect(try world.laptop.dateDoubts().isEmpty)
  }

  @Test func `dates that can hardly be meant are warned of and saved`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    func warnings(_ date: String) throws -> [String] {
      try world.laptop.addVisit(
        VisitDraft(household: household, date: date, outcome: "met"),
        author: try world.member(), clock: world.clock()
      ).warnings.map(\.code)
    }
    // Nor did the unit exist then.
    #expect(
      try warnings("01/01/1900") == ["date-long-ago", "unit-not-then"])
    #expect(try warnings("16/11/2025") == ["date-long-ago"])
    #expect(try warnings("18/11/2025").isEmpty)
    #expect(try warnings("19/11/2026") == ["date-in-future"])
  }
}
