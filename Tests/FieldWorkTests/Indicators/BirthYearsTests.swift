import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct BirthYearsTests {
  @Test func `years that are kept are those of the rows, and go with whoever is erased`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    let old = try world.resident("Hồ Thị Lan", of: household)
    let young = try world.laptop.addResident(
      ResidentDraft(household: household, fullName: "Hồ Văn Bé", birth: "2015"),
      author: try world.member(), clock: world.clock()
    ).id
    try world.sync(world.laptop)
    let kept = BirthYears()
    /// Adults asked about VNeID, of the adults: three times, so that what was kept is read.
    func asked() throws -> Set<String> {
      let store = world.centre.store
      return Set(
        try [nil, kept, kept].map { years in
          try MeasureBook(
            CountQuery(month("2026-10")),
            RecordReader(store.connection, store.keyring, birthYears: years),
            now: LocalDateTime(.latest, minuteOfDay: 0)
          ).text("vneid-asked")
        })
    }
    #expect(try asked() == ["0/1"])
    _ = try world.laptop.editResident(
      young, ResidentDraft(birth: "1990"), author: nil, clock: world.clock())
    try world.sync(world.laptop)
    #expect(try asked() == ["0/2"])
    let code = try world.centre.reader.existing(Resident.self, old).codeText
    try world.centre.erase(
      world.centre.erasurePlan(for: code), reason: .request, requested: day("2026-11-18"),
      author: nil, clock: world.clock())
    #expect(try asked() == ["0/1+1"])
  }
}
