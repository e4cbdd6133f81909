import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct RecordConflictTests {
  @Test func `a conflict names record, field, values and authors, and is settled everywhere`()
    throws
  {
    let world = try FieldWorld(laptopsOf: ["Tổ Xóm 1", "Tổ Xóm 1"])
    let household = try world.household()
    for laptop in world.laptops { try world.sync(laptop) }
    let edits = [("family", "Nguyễn Văn An"), ("shop", "Trần Thị Bình")]
    for (laptop, (kind, name)) in zip(world.laptops, edits) {
      _ = try laptop.editHousehold(
        household, HouseholdDraft(kind: kind, phone: kind == "shop" ? "0912000999" : "0912000888"),
        author: try world.member(name), clock: world.clock())
    }
    for laptop in world.laptops + world.laptops { try world.sync(laptop) }
    let conflicts = try world.centre.conflicts()
    #expect(conflicts.map(\.fieldName) == ["phone"])
    let phone = try #require(conflicts.first)
    #expect(phone.codeText.hasPrefix("H-"))
    #expect(phone.recordWords.english == "household")
    #expect(phone.fieldWords.vietnamese == "Điện thoại")
    #expect(phone.choices.map(\.words.english) == ["0912000999", "0912000888"])
    #expect(phone.choices.map(\.writers[0].author) == ["Trần Thị Bình", "Nguyễn Văn An"])
    #expect(phone.choices.map(\.isShown) == [true, false])
    #expect(Set(phone.choices.map(\.writers[0].replica)).count == 2)
    func take(_ number: String) throws {
      let record = try world.centre.locate(phone.codeText)
      _ = try world.centre.decide(
        record, field: nil, .take(number), author: nil, clock: world.clock())
    }
    try take("2")
    for laptop in world.laptops { try world.sync(laptop) }
    for store in world.laptops + [world.centre] {
      #expect(try store.conflicts().isEmpty)
      #expect(try store.reader.record(Household.self, household)?.phone == "0912000888")
    }
    #expect(throws: ConflictError.nothingToDecide) { try take("1") }
  }

  @Test func `stored values read as choices, dates, names and amounts`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    let reader = world.laptop.reader
    func words(_ value: Value, _ field: FieldDefinition, _ table: TableDefinition) throws -> String
    {
      try reader.words(of: value, in: field, of: table).english
    }
    let visit = VisitTable.definition
    let submission = SubmissionTable.definition
    #expect(try words(.integer(3), VisitTable.outcome, visit) == "refused")
    #expect(try words(.integer(99), VisitTable.outcome, visit) == "99")
    #expect(
      try words(.integer(Int64(day("2026-11-18").daysSince1970)), VisitTable.date, visit)
        == "18/11/2026")
    #expect(try words(.integer(510), VisitTable.startMinute, visit) == "08:30")
    #expect(
      try words(.integer(household.rawValue), VisitTable.household, visit).hasSuffix(" Hồ Văn Đức"))
    #expect(try words(.integer(77), VisitTable.household, visit) == "#77 (not here yet)")
    #expect(try words(.integer(-1), VisitTable.team, visit) == "#-1")
    #expect(try words(.integer(8_000), SubmissionTable.fee, submission).contains("8,000"))
    #expect(
      try words(.text("1.001193"), SubmissionTable.procedure, submission) == "Birth registration")
    #expect(try words(.unset, SubmissionTable.fee, submission) == "(empty)")
    #expect(
      try words(.bytes([1]), ResidentTable.idHash, ResidentTable.definition) == "(hidden)")
    for number in [Int64.min, .max] {
      for table in Schema.current.tables {
        for field in table.fields { _ = try words(.integer(number), field, table) }
      }
    }
  }
}
