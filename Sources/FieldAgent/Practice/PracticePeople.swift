import FieldWork
import Replica
import SyncProtocol

/// The households that a practice begins with. Every name says that it is made up, and none has a
/// telephone or an address that could be somebody's.
enum PracticePeople {
  private static let householdsPerHamlet = 4
  /// However many hamlets a laptop holds.
  private static let maximumHouseholds = 40

  private static let note = BilingualText(
    vi: "Bịa ra để luyện tập.", en: "Made up for practice.")

  /// Writes them into the hamlets of a centre, as the program's own work.
  static func write(
    into records: FieldStore, _ hamlets: [RowID], clock: ClockReading,
    random: inout some RandomNumberGenerator
  ) throws {
    let each = max(1, min(householdsPerHamlet, maximumHouseholds / max(hamlets.count, 1)))
    for (index, hamlet) in hamlets.prefix(maximumHouseholds).enumerated() {
      for number in 0..<each {
        try writeHousehold(
          into: records, hamlet, isShop: number == each - 1 && index.isMultiple(of: 2),
          clock: clock, random: &random)
      }
    }
  }

  private static func writeHousehold(
    into records: FieldStore, _ hamlet: RowID, isShop: Bool, clock: ClockReading,
    random: inout some RandomNumberGenerator
  ) throws {
    let family = InventedNames.family(&random)
    func name(isWoman: Bool, _ random: inout some RandomNumberGenerator) -> String {
      "\(family) \(InventedNames.own(isWoman: isWoman, &random)) \(InventedNames.mark)"
    }
    let isWoman = Bool.random(using: &random)
    let head = name(isWoman: isWoman, &random)
    let household = try records.addHousehold(
      HouseholdDraft(
        place: hamlet, kind: isShop ? HouseholdKind.shop.name : nil, name: head,
        note: "\(note.vietnamese) / \(note.english)"),
      author: nil, clock: clock)
    let years = [Int.random(in: 1945...1985, using: &random), 1998, 2008]
    for (index, year) in years.prefix(Int.random(in: 1...3, using: &random)).enumerated() {
      _ = try records.addResident(
        ResidentDraft(
          household: household.id,
          fullName: index == 0 ? head : name(isWoman: index == 1, &random), birth: String(year),
          sex: index == 0 ? (isWoman ? Sex.female.name : Sex.male.name) : nil),
        author: nil, clock: clock)
    }
  }
}
