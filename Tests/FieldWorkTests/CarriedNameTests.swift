import Replica
import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct CarriedNameTests {
  private let erased = "Hồ Thị Xoá"

  private func resident(
    _ name: String, in household: RowID, _ world: FieldWorld
  ) throws -> RowID {
    try world.laptop.addResident(
      ResidentDraft(household: household, fullName: name), author: nil, clock: world.clock()
    ).id
  }

  private func name(_ household: RowID, _ name: String, at store: FieldStore, _ world: FieldWorld)
    throws
  {
    _ = try store.editHousehold(
      household, HouseholdDraft(name: name), author: nil, clock: world.clock())
  }

  private func plan(_ resident: RowID, _ world: FieldWorld) throws -> ErasurePlan {
    let code = try world.centre.reader.existing(Resident.self, resident).codeText
    return try world.centre.erasurePlan(for: code)
  }

  private func erase(_ plan: ErasurePlan, _ world: FieldWorld) throws {
    try world.centre.erase(
      plan, reason: .request, requested: day("2026-11-18"), author: nil, clock: world.clock())
  }

  private func readable(_ household: RowID, at store: FieldStore) throws -> [String] {
    let values = try store.store.valuesApart(
      of: HouseholdTable.name, in: HouseholdTable.definition, [household])
    return (values[household] ?? []).compactMap { $0.opened.value?.text }
  }

  @Test func `who is erased takes along the name of the household that is called after them`()
    throws
  {
    let world = try FieldWorld()
    let household = try world.household()
    try name(household, "Hộ bà HO THI XOA", at: world.laptop, world)
    _ = try world.laptop.editHousehold(
      household, HouseholdDraft(address: "số 7"), author: nil, clock: world.clock())
    let person = try resident(erased, in: household, world)
    let other = try resident("Nguyễn Văn Ở", in: household, world)
    try world.sync(world.laptop)

    #expect(try plan(other, world).names.isEmpty)
    let plan = try plan(person, world)
    #expect(plan.names.map(\.kind) == [.erased])
    #expect(plan.subjects == [person])
    #expect(plan.lines.contains { $0.code == plan.names[0].code && $0.fields == ["name"] })
    try erase(plan, world)
    try world.sync(world.laptop)

    for store in [world.centre, world.laptop] {
      let stands = try store.reader.existing(Household.self, household)
      #expect(stands.name == nil && stands.address == "số 7")
      #expect(try readable(household, at: store).isEmpty)
      #expect(try store.search.find(erased).isEmpty)
      #expect(try store.reader.existing(Resident.self, other).fullName == "Nguyễn Văn Ở")
    }
    let states = try world.centre.store.erasures()
    let subject = try #require(try states.first { $0.named != nil }.map(world.centre.subject))
    #expect(subject.isName && subject.code == plan.names[0].code)
    try world.sync(world.laptop)
    #expect(try world.centre.store.erasures().allSatisfy { $0.confirmed.count == 1 })

    try name(household, "Nguyễn Văn Ở", at: world.laptop, world)
    try world.sync(world.laptop)
    for store in [world.centre, world.laptop] {
      #expect(try store.reader.existing(Household.self, household).name == "Nguyễn Văn Ở")
    }
    #expect(try self.plan(person, world).isDone)
  }

  @Test func `a former name goes from the history, and the present one stays`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    try name(household, erased, at: world.laptop, world)
    let person = try resident(erased, in: household, world)
    try name(household, "Lò Văn Mới", at: world.laptop, world)
    try world.sync(world.laptop)
    let plan = try plan(person, world)
    #expect(plan.names.map(\.kind) == [.formerErased])
    try erase(plan, world)
    try world.sync(world.laptop)
    for store in [world.centre, world.laptop] {
      #expect(try store.reader.existing(Household.self, household).name == "Lò Văn Mới")
      #expect(try readable(household, at: store) == ["Lò Văn Mới"])
    }
  }

  @Test func `a household that is erased takes its names along, one that comes late too`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    try name(household, erased, at: world.laptop, world)
    try world.sync(world.laptop)
    let code = try world.centre.reader.existing(Household.self, household).codeText
    try erase(try world.centre.erasurePlan(for: code), world)
    // The laptop has not heard of it.
    try name(household, "\(erased) Muộn", at: world.laptop, world)
    try world.sync(world.laptop)
    try world.sync(world.laptop)
    for store in [world.centre, world.laptop] {
      #expect(try readable(household, at: store).isEmpty)
    }
    #expect(throws: ReplicaError.subjectErased(household)) {
      try name(household, "lại", at: world.laptop, world)
    }
  }

  @Test func `what cannot be compared is told and not erased`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    let person = try resident(erased, in: household, world)
    try world.sync(world.laptop)
    try world.centre.store.lockSealedValues()
    let plan = try plan(person, world)
    #expect(plan.names.map(\.kind) == [.unknown])
    #expect(plan.lines.allSatisfy { !$0.fields.contains("name") })
  }
}
