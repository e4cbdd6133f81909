import Replica
import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct VisitTests {
  @Test func `a checked clock dates a visit and the recording member is its participant`() throws {
    let world = try FieldWorld()
    let id = try world.visit(to: try world.household())
    let reader = world.laptop.reader
    let visit = try reader.existing(Visit.self, id)
    #expect(visit.date == day("2026-11-18"))
    #expect(visit.dateSource == .clock)
    #expect(visit.warnings.isEmpty)
    #expect(try reader.participants(of: visit) == [try world.member()])
    #expect(visit.team == (try reader.existing(Member.self, try world.member()).team))
    #expect(try reader.visits(in: month()).map(\.id) == [id])
    #expect(try reader.visits(member: try world.member()).map(\.id) == [id])
    #expect(try reader.visits(member: try world.member("tran thi binh")).isEmpty)
  }

  @Test func `a typed date after today warns and the warning stays until the date is mended`()
    throws
  {
    let world = try FieldWorld()
    let household = try world.household()
    let saved = try world.laptop.addVisit(
      VisitDraft(household: household, date: "19/11/2026", outcome: "đã gặp"),
      author: try world.member(), clock: world.clock())
    #expect(saved.warnings == [.dateInFuture(day("2026-11-19"))])
    #expect(
      try world.laptop.reader.existing(Visit.self, saved.id).warnings.names == ["date-in-future"])
    _ = try world.laptop.editVisit(
      saved.id, VisitDraft(note: "x"), author: nil, clock: world.clock())
    #expect(
      try world.laptop.reader.existing(Visit.self, saved.id).warnings == .dateInFuture)
    _ = try world.laptop.editVisit(
      saved.id, VisitDraft(date: "17/11/2026"), author: nil, clock: world.clock())
    #expect(try world.laptop.reader.existing(Visit.self, saved.id).warnings.isEmpty)
  }

  @Test func `a day to come back beyond what the centre takes unasked warns and is saved`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    func warnings(_ date: String) throws -> [RecordWarning] {
      try world.laptop.addVisit(
        VisitDraft(household: household, outcome: "come-back", returnDate: date),
        author: try world.member(), clock: world.clock()
      ).warnings
    }
    #expect(try warnings("2026-12-01").isEmpty)
    #expect(try warnings("01/01/2031") == [.returnDateFar(day("2031-01-01"))])
  }

  @Test func `an unchecked clock asks for a typed date, which is marked`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    let member = try world.member()
    world.pass(hours: 25)
    #expect(
      problems { _ = try world.visit(to: household) }
        == [FieldProblem("date", .dateMustBeTyped(.unchecked))])
    let saved = try world.laptop.addVisit(
      VisitDraft(household: household, date: "19/11/2026", outcome: "met"), author: member,
      clock: world.clock())
    #expect(saved.warnings == [.clockUnchecked])
    try world.sync(world.laptop)
    #expect(throws: Never.self) { _ = try world.visit(to: household) }
  }

  @Test func `after a restart the clock is unchecked whatever it says`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    var clock = world.clock()
    clock.bootID = "another boot"
    clock.monotonicMilliseconds = 5
    let found = problems {
      _ = try world.laptop.addVisit(
        VisitDraft(household: household, outcome: "met"), author: try world.member(),
        clock: clock)
    }
    #expect(found.map(\.code) == ["date-must-be-typed"])
    clock.wall = Timestamp(rawValue: 1_550_000_000_000)
    let saved = try world.laptop.addVisit(
      VisitDraft(household: household, date: "01/07/2026", outcome: "met"),
      author: try world.member(), clock: clock)
    #expect(saved.warnings == [.clockUnchecked])
  }

  @Test func `a clock behind this laptop's newest record asks for a typed date`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    let centre = world.centre
    var clock = world.clock()
    clock.wall = Timestamp(rawValue: clock.wall.rawValue + 86_400_000)
    let place = try centre.reader.findPlace("Xóm 1")
    _ = try centre.addHousehold(
      HouseholdDraft(place: place.id, name: "Mai"), author: nil, clock: clock)
    #expect(try centre.knowledge(of: world.clock()).doubt == .olderThanNewestRecord)
    try world.sync(world.laptop)
    #expect(try world.laptop.knowledge(of: world.clock()).doubt == nil)
    #expect(throws: Never.self) { _ = try world.visit(to: household) }
  }

  @Test func `come back on needs a day that is not before the visit`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    func draft(_ returnDate: String?) -> [String] {
      problems {
        _ = try world.laptop.addVisit(
          VisitDraft(
            household: household, date: "18/11/2026", outcome: "come-back",
            returnDate: returnDate), author: try world.member(), clock: world.clock())
      }.map(\.code)
    }
    #expect(draft(nil) == ["return-date-needed"])
    #expect(draft("17/11/2026") == ["return-date-before-visit"])
    #expect(draft("30/02/2026") == ["date-impossible"])
    #expect(draft("20/11/2026").isEmpty)
  }

  @Test func `without a member there is no visit`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    #expect(
      fieldError {
        _ = try world.laptop.addVisit(
          VisitDraft(household: household, outcome: "met"), author: nil, clock: world.clock())
      } == .memberNeeded)
  }

  @Test func `the recording member stays, and others must be in the roster`() throws {
    let world = try FieldWorld()
    let id = try world.visit(to: try world.household())
    let other = try world.member("Trần Thị Bình")
    _ = try world.laptop.editVisit(
      id, VisitDraft(participants: [other]), author: nil, clock: world.clock())
    let visit = try world.laptop.reader.existing(Visit.self, id)
    let both = [try world.member(), other].sorted()
    #expect(try world.laptop.reader.participants(of: visit) == both)
    let found = problems {
      _ = try world.laptop.editVisit(
        id, VisitDraft(participants: [id]), author: nil, clock: world.clock())
    }
    #expect(found.map(\.code) == ["record-not-here"])
  }
}
