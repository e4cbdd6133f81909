import SyncProtocol
import Testing

@testable import Replica

@Suite struct ActTests {
  @Test func `an act of more bytes than a batch holds is refused and leaves nothing`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let household = try world.addHousehold("Lò Thị Hoa", at: laptop)
    let long = String(repeating: "a", count: Limits.valueBytes)
    #expect(throws: ReplicaError.self) {
      try laptop.commit(author: nil, clock: world.clock()) { act in
        for index in 0..<5 {
          try act.write(
            HouseholdTable.definition, household,
            [(HouseholdTable.note, .text(index % 2 == 0 ? long : String(long.dropLast())))])
        }
      }
    }
    try world.sync(laptop)
    #expect(try laptop.verify().findings.isEmpty)
    #expect(try laptop.digest(of: world.scope) == world.centre.digest(of: world.scope))
    #expect(
      try laptop.row(HouseholdTable.definition.id, household)?.shown(HouseholdTable.note.id) == nil)
  }

  @Test func `a tally is the sum of what every laptop counted`() throws {
    let attendance = FieldDefinition(1, .tally, "attendance", .integer)
    let table = TableDefinition(4_000, "head_count", [attendance])
    let world = try World(
      laptops: 2,
      schema: Schema(
        version: Schema.current.version, tables: Schema.current.tables + [table]))
    let sheet = try world.laptops[0].commit(author: nil, clock: world.clock()) {
      try $0.create(table, in: world.scope, [(attendance, .integer(7))])
    }
    try world.sync(world.laptops[0])
    try world.sync(world.laptops[1])
    for count: Int64 in [20, 5] {
      try world.laptops[1].commit(author: nil, clock: world.clock()) {
        try $0.write(table, sheet, [(attendance, .integer(count))])
      }
    }
    try world.sync(world.laptops[1])
    try world.sync(world.laptops[0])
    for store in world.laptops + [world.centre] {
      #expect(try store.row(table.id, sheet)?.sum(of: attendance.id) == 12)
    }
  }
}
