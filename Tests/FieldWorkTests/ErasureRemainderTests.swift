import Replica
import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct ErasureRemainderTests {
  private func resident(
    of household: RowID, _ name: String, at store: FieldStore, _ world: FieldWorld
  ) throws -> RowID {
    try store.addResident(
      ResidentDraft(household: household, fullName: name, phone: "0912345678"), author: nil,
      clock: world.clock()
    ).id
  }

  private func erase(_ household: RowID, _ world: FieldWorld) throws {
    let code = try world.centre.reader.existing(Household.self, household).codeText
    try world.centre.erase(
      try world.centre.erasurePlan(for: code), reason: .request, requested: day("2026-11-17"),
      author: nil, clock: world.clock())
  }

  @Test func `who arrives for a household that was erased is erased by the centre, everywhere`()
    throws
  {
    let world = try FieldWorld(laptopsOf: ["Tổ Xóm 1", "Tổ Xóm 1"])
    let household = try world.household()
    for laptop in world.laptops { try world.sync(laptop) }
    // Recorded by one who has not heard of it yet.
    let late = try resident(of: household, "Hồ Thị Muộn", at: world.laptops[1], world)
    try erase(household, world)
    try world.sync(world.laptops[0])
    try world.sync(world.laptops[1])
    try world.sync(world.laptops[0])

    for store in [world.centre] + world.laptops {
      let person = try store.reader.existing(Resident.self, late)
      #expect(person.fullName == "(đã xóa / erased)" && person.phone == "(đã xóa / erased)")
      #expect(try store.search.find("Hồ Thị Muộn").isEmpty)
    }
    let erasure = try #require(
      try world.centre.store.erasures().first { $0.subject == late })
    #expect(erasure.reason == ErasureReason.householdErased.rawValue)
    #expect(erasure.requested == Int64(day("2026-11-17").daysSince1970))
    #expect(try world.centre.reader.erasureRemainders().isEmpty)
    // Who knows of it adds nobody.
    let error = #expect(throws: ReplicaError.self) {
      try resident(of: household, "Hồ Thị Nữa", at: world.laptops[0], world)
    }
    #expect(error == .subjectErased(household))
  }

  @Test func `who was put into an erased household from another one is listed and not erased`()
    throws
  {
    let world = try FieldWorld()
    let laptop = world.laptop
    let (gone, other) = (try world.household("Hồ Văn Đi"), try world.household("Hồ Văn Ở"))
    let person = try resident(of: other, "Hồ Thị Ở", at: laptop, world)
    try world.sync(laptop)
    _ = try laptop.editResident(
      person, ResidentDraft(household: gone), author: nil, clock: world.clock())
    try erase(gone, world)
    try world.sync(laptop)

    #expect(try world.centre.reader.existing(Resident.self, person).fullName == "Hồ Thị Ở")
    let listed = try world.centre.reader.erasureRemainders()
    #expect(listed.map(\.kind) == [.ofErasedHousehold] && listed.map(\.resident) == [person])
    #expect(listed.first?.needsDecision == true)
    _ = try laptop.editResident(
      person, ResidentDraft(household: other), author: nil, clock: world.clock())
    try world.sync(laptop)
    #expect(try world.centre.reader.erasureRemainders().isEmpty)
  }

  @Test func `who was moved on by a laptop meanwhile was erased with the household, and is listed`()
    throws
  {
    let world = try FieldWorld()
    let laptop = world.laptop
    let (gone, other) = (try world.household("Hồ Văn Đi"), try world.household("Hồ Văn Ở"))
    let person = try resident(of: gone, "Hồ Thị Chuyển", at: laptop, world)
    let alone = try resident(of: other, "Hồ Thị Riêng", at: laptop, world)
    try world.sync(laptop)
    _ = try laptop.editResident(
      person, ResidentDraft(household: other), author: nil, clock: world.clock())
    try erase(gone, world)
    try world.sync(laptop)
    // An erasure of a person alone says nothing of households.
    let code = try world.centre.reader.existing(Resident.self, alone).codeText
    try world.centre.erase(
      try world.centre.erasurePlan(for: code), reason: .request, requested: day("2026-11-18"),
      author: nil, clock: world.clock())

    let listed = try world.centre.reader.erasureRemainders()
    #expect(listed.map(\.kind) == [.movedAway] && listed.map(\.resident) == [person])
    #expect(listed.first?.needsDecision == false)
  }

  @Test func `an erasure done before is known as done`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    try world.sync(world.laptop)
    let code = try world.centre.reader.existing(Household.self, household).codeText
    #expect(try !world.centre.erasurePlan(for: code).isDone)
    try erase(household, world)
    #expect(try world.centre.erasurePlan(for: code).isDone)
  }
}
