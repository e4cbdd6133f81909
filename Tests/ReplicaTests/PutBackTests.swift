import SyncProtocol
import Testing

@testable import Replica

/// Stores that went back to a snapshot of their whole machine and learn it from the centre alone.
@Suite struct PutBackTests {
  private func agree(_ world: World, _ laptop: Store) throws {
    #expect(try laptop.digest(of: world.scope) == world.centre.digest(of: world.scope))
    #expect(try laptop.verify().findings.isEmpty)
    #expect(try world.centre.verify().findings.isEmpty)
  }

  @Test func `a store put back with nothing to send does not write under dots it has met`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("trước", at: laptop)
    try world.sync(laptop)
    let old = try world.copy(of: laptop)
    _ = try world.addHousehold("đã gửi", at: laptop)
    try world.sync(laptop)
    laptop.connection.close()
    // Nothing waits when its own work comes back.
    try world.syncAll(old)
    _ = try world.addHousehold("sau", at: old)
    #expect(try old.householdNames() == ["sau", "trước", "đã gửi"])
    try world.syncAll(old)
    #expect(try world.centre.householdNames() == ["sau", "trước", "đã gửi"])
    #expect(try world.centre.logIncidents().isEmpty)
    try agree(world, old)
  }

  @Test func `a snapshot that holds dots of the present session ends it`() throws {
    let world = try World(laptops: 1)
    world.centre.snapshotPolicy.batches = 3
    let laptop = world.laptops[0]
    _ = try world.addHousehold("trước", at: laptop)
    try world.sync(laptop)
    let old = try world.copy(of: laptop)
    for number in 0..<6 {
      _ = try world.addHousehold("đã gửi \(number)", at: laptop)
      try world.sync(laptop)
    }
    laptop.connection.close()
    try world.backUp()
    let outcome = try world.syncAll(old)
    #expect(outcome.snapshotScopes == [world.scope] || old.counter.counter == 0)
    _ = try world.addHousehold("sau", at: old)
    #expect(try old.householdNames().count == 8)
    try world.syncAll(old)
    #expect(try world.centre.householdNames().count == 8)
    #expect(try world.centre.logIncidents().isEmpty)
    try agree(world, old)
  }

  @Test func `marks of a session that was left are those of the log in every scope`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let other = try world.openScope(for: laptop)
    try world.sync(laptop)
    _ = try world.addHousehold("một", at: laptop)
    _ = try world.addHousehold("hai", at: laptop, in: other)
    try world.sync(laptop)
    let old = try world.copy(of: laptop)
    _ = try world.addHousehold("gốc", at: laptop)
    try world.sync(laptop)
    laptop.connection.close()
    _ = try world.addHousehold("chép", at: old)
    _ = try world.addHousehold("chép hai", at: old, in: other)
    try world.syncAll(old)
    #expect(try world.centre.householdNames() == ["chép", "chép hai", "gốc", "hai", "một"])
    try agree(world, old)
  }
}
