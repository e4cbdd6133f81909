import Replica
import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct VoidEffectTests {
  @Test func `a voided household or resident takes no work out of the count, and is said so`()
    throws
  {
    let world = try FieldWorld()
    let laptop = world.laptop
    let household = try world.household()
    let resident = try laptop.addResident(
      ResidentDraft(household: household, fullName: "Hồ Thị Lan"), author: nil,
      clock: world.clock()
    ).id
    let visit = try world.visit(to: household)
    let assist = try world.assist(at: visit, resident)
    let numbers = try laptop.numbersOfAllTime()
    #expect(numbers == VoidEffect.Numbers(visits: 1, assists: 1, residents: 1, submissions: 0))
    func code<Record: FieldRecord>(_ type: Record.Type, _ id: RowID) throws -> String {
      try laptop.reader.existing(type, id).header.codeText
    }
    func effect(_ kind: RecordCode.Kind, _ id: RowID) throws -> VoidEffect {
      try laptop.voidEffect(kind, id, reason: "ghi nhầm", author: nil, clock: world.clock())
    }
    let preview = try effect(.household, household)
    #expect(preview.before == numbers && preview.after == numbers)
    #expect(preview.standing == [try code(Visit.self, visit)])
    #expect(preview.words.english.contains("No count changes. What was done counts on: V-"))
    #expect(try effect(.resident, resident).standing == [try code(Assist.self, assist)])
    // A preview writes nothing.
    #expect(try laptop.reader.existing(Household.self, household).voidReason == nil)

    for (kind, id) in [(RecordCode.Kind.household, household), (.resident, resident)] {
      try laptop.void(kind, id, reason: "ghi nhầm", author: nil, clock: world.clock())
    }
    #expect(try laptop.numbersOfAllTime() == numbers)
    let explained = try laptop.reader.explainCount(of: assist)
    #expect(explained.verdict == .counted)
    #expect(
      explained.voidedBeside == [
        try code(Resident.self, resident), try code(Household.self, household),
      ])
    try world.sync(laptop)
    #expect(try world.centre.numbersOfAllTime() == numbers)

    // The visit takes its assists along.
    let taken = try effect(.visit, visit)
    #expect(taken.after == VoidEffect.Numbers())
    #expect(taken.words.english.contains("visits 1 → 0, assists 1 → 0, residents 1 → 0"))
    try laptop.void(.visit, visit, reason: "ghi nhầm", author: nil, clock: world.clock())
    #expect(try laptop.numbersOfAllTime() == taken.after)
  }
}
