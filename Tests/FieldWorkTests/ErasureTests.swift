import Replica
import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct ErasureTests {
  @Test func `a person who was erased shows as erased, counts on, and is not written about again`()
    throws
  {
    let world = try FieldWorld()
    let household = try world.household()
    let laptop = world.laptop
    let resident = try laptop.addResident(
      ResidentDraft(
        household: household, fullName: "Hồ Thị Xoá", birth: "1950", phone: "0912345678",
        personalID: "040150001234"), author: nil, clock: world.clock()
    ).id
    let visit = try world.visit(to: household)
    let assist = try world.assist(at: visit, resident)
    try world.sync(laptop)
    let before = try world.centre.reader.count(CountQuery(month("2026-11"), by: []))

    let code = try world.centre.reader.existing(Resident.self, resident).codeText
    let plan = try world.centre.erasurePlan(for: code)
    #expect(plan.subjects == [resident] && plan.code == code)
    #expect(plan.lines.map(\.code).contains(code))
    try world.centre.erase(
      plan, reason: .request, requested: day("2026-11-18"), author: nil, clock: world.clock())
    try world.sync(laptop)

    for store in [world.centre, laptop] {
      let erased = try store.reader.existing(Resident.self, resident)
      #expect(erased.fullName == "(đã xóa / erased)" && erased.phone == "(đã xóa / erased)")
      #expect(erased.birthYear == nil && erased.household == household)
      #expect(erased.codeText == code)
      #expect(try store.search.find("Hồ Thị Xoá").isEmpty)
      #expect(try store.search.find("0912345678").isEmpty)
      #expect(try store.reader.existing(Assist.self, assist).evidence == "(đã xóa / erased)")
      #expect(try store.reader.residentsLike(resident).isEmpty)
    }
    #expect(try world.centre.reader.count(CountQuery(month("2026-11"), by: [])) == before)
    let error = #expect(throws: ReplicaError.self) {
      try laptop.editResident(
        resident, ResidentDraft(fullName: "Hồ Thị Lại"), author: nil, clock: world.clock())
    }
    #expect(error == .subjectErased(resident))
    // What was recorded in error can still be taken back.
    try laptop.void(.assist, assist, reason: "ghi nhầm", author: nil, clock: world.clock())
    #expect(try laptop.reader.existing(Assist.self, assist).voidReason == "(đã xóa / erased)")
  }

  @Test func `a note follows its assist to the resident who is named later`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    let laptop = world.laptop
    let resident = try laptop.addResident(
      ResidentDraft(household: household, fullName: "Hồ Thị Sau"), author: nil,
      clock: world.clock()
    ).id
    let assist = try world.assist(at: try world.visit(to: household), nil)
    func subject() throws -> RowID? {
      try laptop.store.row(AssistTable.definition.id, assist)?
        .shown(AssistTable.evidence.id)?.value.sealed?.subject
    }
    #expect(try subject() == household)
    let evidence = try laptop.reader.existing(Assist.self, assist).evidence
    _ = try laptop.editAssist(
      assist, AssistDraft(resident: resident), author: nil, clock: world.clock())
    #expect(try subject() == resident)
    #expect(try laptop.reader.existing(Assist.self, assist).evidence == evidence)
  }

  @Test func `a plan tells which of the fields nobody can read here`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    try world.sync(world.laptop)
    let code = try world.centre.reader.existing(Household.self, household).codeText
    let readable = try world.centre.erasurePlan(for: code).lines
    #expect(!readable.isEmpty && readable.allSatisfy { $0.unreadable.isEmpty })
    try world.centre.store.lockSealedValues()
    let locked = try world.centre.erasurePlan(for: code).lines
    #expect(locked.map(\.fields) == readable.map(\.fields))
    #expect(locked.allSatisfy { $0.unreadable == $0.fields })
  }
}
