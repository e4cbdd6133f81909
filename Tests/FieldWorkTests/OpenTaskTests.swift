import Replica
import SyncProtocol
import Testing

@testable import FieldWork

/// Tasks that a coordinator assigns, as the laptop's member finds them, and what stops them.
@Suite struct OpenTaskTests {
  private func assign(_ world: FieldWorld, _ texts: [String: String]) throws -> RowID {
    try world.centre.add(
      RecordForms.task, FormDraft(RecordForms.task, texts), author: nil, clock: world.clock()
    ).id
  }

  private func code(_ world: FieldWorld, _ id: RowID, _ table: TableDefinition) throws -> String {
    try world.centre.reader.codeText(of: id, in: table)
  }

  /// What the member finds on the laptop of their team.
  private func found(
    _ world: FieldWorld, _ laptop: FieldStore, of name: String, through day: String = "2026-11-25"
  ) throws -> [String] {
    try laptop.reader.openTasks(of: world.member(name), through: FieldWorkTests.day(day))
      .compactMap { $0[TaskTable.title]?.value?.text }
  }

  @Test func `what a coordinator assigns reaches the laptop, with and without a day`() throws {
    let world = try FieldWorld()
    let laptop = world.laptops[0]
    try world.sync(laptop)
    let household = try world.household("Hộ bà Lan", at: laptop)
    try world.sync(laptop)
    let an = try code(world, world.member(), MemberTable.definition)
    let team = try world.centre.reader.teams().first { $0.name == "Tổ Xóm 1" }?.codeText ?? ""
    let home = try code(world, household, HouseholdTable.definition)
    _ = try assign(world, ["title": "không hạn", "owner": an])
    _ = try assign(world, ["title": "của tổ", "team": team, "due": "20/11/2026"])
    _ = try assign(world, ["title": "của hộ", "household": home, "due": "19/11/2026"])
    _ = try assign(world, ["title": "còn xa", "owner": an, "due": "20/12/2026"])
    _ = try assign(world, ["title": "đã xong", "owner": an, "status": "done"])
    try world.sync(laptop)
    #expect(
      try found(world, laptop, of: "Nguyễn Văn An") == ["của hộ", "của tổ", "không hạn"])
    #expect(try found(world, laptop, of: "Trần Thị Bình") == ["của hộ", "của tổ"])
  }

  @Test func `an old open task is found behind any number of later ones`() throws {
    let world = try FieldWorld(laptopsOf: [])
    let an = try code(world, world.member(), MemberTable.definition)
    _ = try assign(world, ["title": "cũ", "owner": an, "due": "01/11/2026"])
    try world.centre.together(author: nil, clock: world.clock()) {
      for number in 1...510 {
        _ = try world.centre.add(
          RecordForms.task,
          FormDraft(
            RecordForms.task,
            ["title": "xong \(number)", "owner": an, "due": "17/11/2026", "status": "done"]),
          author: nil, clock: world.clock())
      }
    }
    #expect(try found(world, world.centre, of: "Nguyễn Văn An") == ["cũ"])
  }

  @Test func `a void, a withdrawn consent and an erasure stop the tasks about somebody`() throws {
    let world = try FieldWorld()
    let laptop = world.laptops[0]
    try world.sync(laptop)
    let household = try world.household("Hộ bà Lan", at: laptop)
    let names = ["Lò Văn Tư", "Lò Văn Năm", "Lò Văn Sáu"]
    var residents: [RowID] = []
    for name in names {
      residents.append(
        try laptop.addResident(
          ResidentDraft(household: household, fullName: name, birth: "1950"),
          author: world.member(), clock: world.clock()
        ).id)
    }
    try world.sync(laptop)
    let an = try code(world, world.member(), MemberTable.definition)
    for (name, resident) in zip(names, residents) {
      _ = try assign(
        world,
        [
          "title": "về \(name)", "owner": an,
          "resident": try code(world, resident, ResidentTable.definition),
        ])
    }
    try world.sync(laptop)
    #expect(try found(world, laptop, of: "Nguyễn Văn An").count == 3)
    // One died, one takes the consent back, one is erased.
    try laptop.void(
      .resident, residents[0], reason: "đã mất", author: world.member(), clock: world.clock())
    func consent(_ given: String, _ date: String) throws {
      _ = try laptop.add(
        RecordForms.consent,
        FormDraft(
          RecordForms.consent,
          [
            "resident": try code(world, residents[1], ResidentTable.definition),
            "purpose": "keep-details", "given": given, "mode": "spoken", "wording": "1",
            "date": date,
          ]), author: world.member(), clock: world.clock())
    }
    try consent("yes", "10/11/2026")
    #expect(try found(world, laptop, of: "Nguyễn Văn An") == ["về Lò Văn Năm", "về Lò Văn Sáu"])
    try consent("refused", "18/11/2026")
    #expect(try found(world, laptop, of: "Nguyễn Văn An") == ["về Lò Văn Sáu"])
    try world.sync(laptop)
    let plan = try world.centre.erasurePlan(
      for: code(world, residents[2], ResidentTable.definition))
    try world.centre.erase(
      plan, reason: .request, requested: day("2026-11-18"), author: nil, clock: world.clock())
    try world.sync(laptop)
    #expect(try found(world, laptop, of: "Nguyễn Văn An").isEmpty)
    #expect(try found(world, world.centre, of: "Nguyễn Văn An").isEmpty)
    let stops = try world.centre.reader.openTasks().map { try world.centre.reader.stop(of: $0) }
    #expect(stops == [.residentVoided, .consentWithdrawn, .erased])
  }
}
