import SyncProtocol
import Testing

@testable import Replica

@Suite struct SchemaUpgradeTests {
  private static let colour = FieldDefinition(4_000, .register, "colour", .text)
  private static let crops = FieldDefinition(4_002, .set, "crops", .text)
  private static let household = TableDefinition(
    HouseholdTable.definition.id.rawValue, "household",
    HouseholdTable.definition.fields + [colour, crops])
  private static let title = FieldDefinition(1, .event, "title", .text)
  private static let note = FieldDefinition(2, .register, "note", .text)
  private static let meeting = TableDefinition(4_001, "meeting", [title, note])
  private static let later = Schema(
    version: Schema.current.version + 1,
    tables: Schema.current.tables.filter { $0.id != household.id } + [household, meeting])

  private func reopen(_ store: Store, _ world: World, _ schema: Schema) throws -> Store {
    let path = try #require(
      try store.connection.row("SELECT file FROM pragma_database_list WHERE name = 'main'") {
        try $0.text(at: 0)
      })
    return try Store(
      at: Store.Location(path: path), identity: store.identity, schema: schema,
      machine: MachineIdentity(bootID: "b", machineID: "again", fileIdentity: "f"),
      storeKey: World.storeKey, random: &world.random)
  }

  @Test func `unknown fields and tables pass an older laptop and come to life at its upgrade`()
    throws
  {
    let world = try World(laptops: 2)
    let older = world.laptops[0]
    let newer = try reopen(world.laptops[1], world, Self.later)
    let household = try world.addHousehold("Lò Văn Pâng", at: newer)
    var meeting = household
    try newer.commit(author: nil, clock: world.clock()) { act in
      try act.write(Self.household, household, [(Self.colour, .text("blue"))])
      try act.add(Self.household, household, Self.crops, .text("rice"))
      meeting = try act.create(
        Self.meeting, in: world.scope, [(Self.title, .text("pumps")), (Self.note, .text("at 9"))])
      try act.delete(Self.meeting, meeting)
    }
    try world.sync(newer)
    try world.sync(older)
    #expect(try older.digest(of: world.scope) == newer.digest(of: world.scope))

    let upgraded = try reopen(older, world, Self.later)
    let colour = try upgraded.connection.row(
      "SELECT colour FROM household WHERE rid = ?", .integer(household.rawValue)
    ) { try $0.optionalText(at: 0) }
    #expect(colour == "blue")
    let found = try upgraded.connection.rows("SELECT rid, title, note, hidden FROM meeting") {
      (try $0.integer(at: 0), try $0.text(at: 1), try $0.text(at: 2), $0.isNull(at: 3))
    }
    #expect(found.count == 1)
    #expect(found.first?.0 == meeting.rawValue)
    #expect(found.first?.1 == "pumps")
    #expect(found.first?.2 == "at 9")
    #expect(found.first?.3 == false)
    #expect(try upgraded.connection.integer("SELECT count(*) FROM unknown_row") == 0)
    #expect(try upgraded.digest(of: world.scope) == newer.digest(of: world.scope))
    #expect(try upgraded.verify().findings.isEmpty)
  }

  @Test func `what is written to a row after the upgrade merges with what came before it`() throws {
    let world = try World(laptops: 2)
    let newer = try reopen(world.laptops[1], world, Self.later)
    let meeting = try newer.commit(author: nil, clock: world.clock()) {
      try $0.create(Self.meeting, in: world.scope, [(Self.title, .text("pumps"))])
    }
    try world.sync(newer)
    try world.sync(world.laptops[0])
    let upgraded = try reopen(world.laptops[0], world, Self.later)
    try upgraded.commit(author: nil, clock: world.clock()) {
      try $0.write(Self.meeting, meeting, [(Self.note, .text("at 10"))])
    }
    for laptop in [upgraded, newer] { try world.sync(laptop) }
    #expect(try newer.row(Self.meeting.id, meeting) == upgraded.row(Self.meeting.id, meeting))
    #expect(try newer.row(Self.meeting.id, meeting)?.heads.count == 2)
    #expect(try upgraded.digest(of: world.scope) == world.centre.digest(of: world.scope))
  }

  @Test func `a program that knows less than the store is refused`() throws {
    let world = try World(laptops: 1)
    let upgraded = try reopen(world.laptops[0], world, Self.later)
    #expect(throws: ReplicaError.storeIsNewer) {
      try reopen(upgraded, world, .current)
    }
  }
}
