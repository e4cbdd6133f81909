import SyncProtocol
import Testing

@testable import Replica

@Suite struct ErasureBelowBaseTests {
  @Test func `verify replays values above a snapshot with the erasures below it`() throws {
    let world = try World(laptops: 2)
    world.centre.snapshotPolicy.batches = 3
    let (writer, late) = (world.laptops[0], world.laptops[1])
    let household = try world.addHousehold("Mùa Thị Biến-Mất", at: writer)
    for laptop in [writer, late] { try world.sync(laptop) }
    // Written by somebody who has not yet heard of the erasure.
    try late.commit(author: nil, clock: world.clock()) {
      try $0.write(
        HouseholdTable.definition, household, [(HouseholdTable.note, .text("Mùa Thị Biến-Mất"))])
    }
    try world.centre.erase(
      [household], reason: "request", requested: nil, author: nil, clock: world.clock())
    for number in 0..<4 {
      _ = try world.addHousehold("Hộ \(number)", at: writer)
      try world.sync(writer)
    }
    try world.backUp()
    try world.sync(late)
    let fresh = try world.addLaptop("fresh")
    try world.sync(fresh)
    #expect(try fresh.base(of: world.scope) != nil)
    #expect(try fresh.erasedSubjects(in: world.scope).contains(household))
    let above = try fresh.connection.rows(
      "SELECT encoded FROM batch WHERE scope = ? AND replica = ?",
      .integer(world.scope.rawValue), .integer(Int64(late.identity.replica.rawValue))
    ) { try $0.bytes(at: 0) }
    #expect(above.count == 1, "the value came above the snapshot")
    #expect(try fresh.verify().findings.isEmpty)
  }

  @Test func `a scope that is started over is erased again by the batch that says so`() throws {
    let world = try World(laptops: 2)
    let laptop = world.laptops[0]
    let household = try world.addHousehold("Mùa Thị Biến-Mất", at: laptop)
    _ = try world.addHousehold("Hộ của trung tâm", at: world.centre)
    try world.syncAll()
    try world.backUp()
    try world.syncAll()
    #expect(try !laptop.compact().isEmpty)
    try world.centre.erase(
      [household], reason: "request", requested: nil, author: nil, clock: world.clock())
    try world.syncEqual(laptop)
    try laptop.transaction {
      try laptop.startOver(world.scope, clock: world.clock())
      try laptop.save(try laptop.restartedCursor(world.scope))
    }
    // The batch waits for what it stands upon; its key is gone all the same.
    #expect(try laptop.erasedSubjects(in: world.scope).isEmpty)
    #expect(try laptop.isErased(household))
    for store in world.laptops { try world.syncEqual(store) }
    try world.expectEqual(world.laptops)
    for store in world.laptops + [world.centre] {
      let row = try store.row(HouseholdTable.definition.id, household)
      #expect(row?.shown(HouseholdTable.name.id)?.value.kind == .erased)
    }
  }
}
