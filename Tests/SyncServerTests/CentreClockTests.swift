import FieldWork
import Replica
import SyncProtocol
import Testing

@testable import SyncServer

@Suite struct CentreClockTests {
  private func codes(_ world: CentreWorld) throws -> Set<String> {
    let concerns = try world.run("status", "--json").json()["concerns"]?.arrayValue ?? []
    return Set(concerns.compactMap { $0["code"]?.textValue })
  }

  @Test func `a centre that was 40 days ahead takes back the dates it had given`() throws {
    let world = try CentreWorld(seed: 111)
    func clock() -> ClockReading { world.clock.laptopSurroundings.clock() }
    let laptop = try world.enrolLaptop("máy", member: "Nguyễn Văn An")
    try laptop.sync()
    let household = try laptop.addHousehold("Hộ một")
    try laptop.sync()
    let concernsBefore = try codes(world)
    let today = LocalDateTime(milliseconds: clock().wall.rawValue).date

    world.clock.setCentre(daysAhead: 40)
    try laptop.sync()
    // The laptop told how far its clock is from the centre's: perhaps it is the centre's that is off.
    let ahead = world.run("status")
    #expect(ahead.exit == .needsAttention)
    #expect(ahead.out.contains("by about 40 days (the centre is ahead)"), "\(ahead.out)")
    let draft = VisitDraft(household: household, outcome: "met")
    let visit = try laptop.field.addVisit(draft, author: laptop.member, clock: clock()).id
    #expect(try laptop.field.reader.existing(Visit.self, visit).date == today.adding(days: 40))
    try laptop.sync()
    let code = try laptop.field.reader.codeText(of: visit, in: VisitTable.definition)

    // Put right, it tells of the data of days to come, and which visits bear such a day.
    world.clock.setCentre(daysAhead: 0)
    let right = world.run("status")
    #expect(right.exit == .needsAttention)
    #expect(right.out.contains("it is behind now, or was ahead then"), "\(right.out)")
    #expect(right.out.contains("camtay visit check-dates") && right.out.contains(code))
    #expect(try codes(world).isSuperset(of: ["centre-clock", "visits-to-come"]))

    // The next round takes the wrong time back; the laptop writes the right day in its place.
    try laptop.sync()
    let doubts = try laptop.field.dateDoubts()
    #expect(doubts.map(\.visit) == [visit] && doubts.map(\.proposed) == [today])
    try laptop.field.applyProposedDates(doubts, author: laptop.member, clock: clock())
    try laptop.sync()
    #expect(
      try world.centre.inspect { try $0.reader.existing(Visit.self, visit).date } == today)
    #expect(try codes(world) == concernsBefore)
    #expect(world.run("status").exit == .done)
    // And what comes next is dated right, without a typed date.
    let later = try laptop.field.addVisit(draft, author: laptop.member, clock: clock()).id
    #expect(try laptop.field.reader.existing(Visit.self, later).date == today)
  }
}
