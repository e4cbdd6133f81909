import Replica
import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct VoidedBesideTests {
  /// Two laptops that both have a visit of one household.
  private func world() throws -> (world: FieldWorld, visit: RowID) {
    let world = try FieldWorld(laptopsOf: ["Tổ Xóm 1", "Tổ Xóm 1"])
    let household = try world.household()
    let visit = try world.visit(to: household)
    for laptop in world.laptops { try world.sync(laptop) }
    return (world, visit)
  }

  private func void(_ visit: RowID, at store: FieldStore, _ world: FieldWorld) throws {
    try store.void(
      .visit, visit, reason: "ghi nhầm", author: try world.member("Trần Thị Bình"),
      clock: world.clock())
  }

  private func edit(_ visit: RowID, at store: FieldStore, _ world: FieldWorld) throws {
    _ = try store.editVisit(
      visit, VisitDraft(note: "gặp bà"), author: try world.member(), clock: world.clock())
  }

  @Test(arguments: [false, true])
  func `a void beside an edit and an added assist is listed on every side`(voidFirst: Bool) throws {
    let (world, visit) = try world()
    let (one, other) = (world.laptops[0], world.laptops[1])
    func voids() throws { try void(visit, at: other, world) }
    func edits() throws {
      try edit(visit, at: one, world)
      _ = try world.assist(at: visit, nil)
    }
    if voidFirst {
      try voids()
      try edits()
      try world.sync(other)
      try world.sync(one)
    } else {
      try edits()
      try voids()
      try world.sync(one)
      try world.sync(other)
    }
    for laptop in world.laptops { try world.sync(laptop) }

    for store in [world.centre, one, other] {
      let conflicts = try store.conflicts()
      #expect(conflicts.map(\.kind) == [.voidedAndEdited])
      #expect(try store.store.conflictCount() == 1)
      let choices = try #require(conflicts.first).choices
      #expect(choices.first?.isDelete == true)
      #expect(choices.first?.writers.first?.author == "Trần Thị Bình")
      #expect(choices.contains { $0.words.english.hasPrefix("added A-") })
      #expect(choices.contains { $0.words.vietnamese.contains("gặp bà") })
    }
    // Either decision ends it everywhere.
    let code = try world.centre.reader.existing(Visit.self, visit).codeText
    let record = try world.centre.locate(code)
    _ = try world.centre.decide(
      record, field: nil, voidFirst ? .keep : .void, author: nil, clock: world.clock())
    for laptop in world.laptops { try world.sync(laptop) }
    for store in [world.centre, one, other] {
      #expect(try store.conflicts().isEmpty)
      #expect(
        try (store.reader.existing(Visit.self, visit).voidReason == nil) == voidFirst)
    }
  }

  @Test func `who saw the edit may void, and who saw the void may edit what is left`() throws {
    let (world, visit) = try world()
    let (one, other) = (world.laptops[0], world.laptops[1])
    try edit(visit, at: one, world)
    try world.sync(one)
    try world.sync(other)
    try void(visit, at: other, world)
    try world.sync(other)
    try world.sync(one)
    for store in [world.centre, one, other] { #expect(try store.conflicts().isEmpty) }
  }

  @Test func `what waits to be sent is read once, however many records were voided`() throws {
    let world = try FieldWorld()
    let count = 60
    for number in 1...count {
      let household = try world.household("Hộ \(number)")
      try world.laptop.void(
        .household, household, reason: "nhầm", author: nil, clock: world.clock())
    }
    let connection = world.laptop.reader.connection
    let before = connection.counters.steps
    #expect(try world.laptop.store.conflictCount() == 0)
    #expect(connection.counters.steps - before < 40 * count)
  }
}
