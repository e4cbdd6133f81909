import SyncProtocol
import Testing

@testable import Replica

@Suite struct DotCounterTests {
  private func reopen(
    _ world: World, _ laptop: Store, machine: String = "laptop 1", lastIssued: Int64? = nil
  ) throws -> Store {
    laptop.connection.close()
    return try Store(
      at: Store.Location(path: world.folder.appendingPathComponent("laptop 1.sqlite").path),
      identity: laptop.identity,
      machine: MachineIdentity(
        bootID: "b", machineID: machine, fileIdentity: "f", lastIssued: lastIssued),
      storeKey: World.storeKey, random: &world.random)
  }

  @Test func `the same store on the same machine goes on counting`() throws {
    let world = try World(laptops: 1)
    _ = try world.addHousehold("a", at: world.laptops[0])
    let before = world.laptops[0].counter.last
    let reopened = try reopen(world, world.laptops[0], lastIssued: before.rawValue)
    #expect(reopened.counter.last == before)
  }

  @Test func `another machine, or a counter that is ahead elsewhere, begins a session`() throws {
    let world = try World(laptops: 1)
    _ = try world.addHousehold("a", at: world.laptops[0])
    let before = world.laptops[0].counter.last
    let copied = try reopen(world, world.laptops[0], machine: "another")
    #expect(copied.counter.session != before.session)
    _ = try world.addHousehold("b", at: copied)
    let restored = try reopen(
      world, copied, machine: "another", lastIssued: copied.counter.last.rawValue + 1)
    #expect(restored.counter.session != copied.counter.session)
  }

  @Test func `a session that is nearly used up is left before an act begins`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let session = laptop.counter.session
    laptop.counter.counter = Dot.maximumCounter - 10
    try laptop.counter.save(to: laptop.state)
    let household = try world.addHousehold("a", at: laptop)
    #expect(household.session != session)
    #expect(household.counter == 1)
  }

  @Test func `two processes on one store never issue a dot twice`() throws {
    let world = try World(laptops: 1)
    let first = world.laptops[0]
    let second = try Store(
      at: Store.Location(path: world.folder.appendingPathComponent("laptop 1.sqlite").path),
      identity: first.identity,
      machine: MachineIdentity(bootID: "b", machineID: "laptop 1", fileIdentity: "f"),
      storeKey: World.storeKey, random: &world.random)
    var rows: [RowID] = []
    for index in 0..<10 {
      rows.append(try world.addHousehold("x", at: index % 2 == 0 ? first : second))
    }
    #expect(Set(rows).count == 10)
  }

  @Test func `an act that no batch can hold is refused and leaves nothing`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let long = String(repeating: "ạ", count: 20_000)
    #expect(throws: ReplicaError.self) {
      try laptop.commit(author: nil, clock: world.clock()) { act in
        for _ in 0..<6 {
          _ = try act.create(
            HouseholdTable.definition, in: world.scope, [(HouseholdTable.note, .text(long))])
        }
      }
    }
    #expect(throws: ReplicaError.self) {
      try laptop.commit(author: nil, clock: world.clock()) { act in
        for _ in 0...Limits.operationsPerBatch {
          _ = try act.create(
            HouseholdTable.definition, in: world.scope, [(HouseholdTable.kind, .integer(1))])
        }
      }
    }
    #expect(try laptop.connection.integer("SELECT count(*) FROM household") == 0)
    #expect(try laptop.handOverStatus().written == 0)
    _ = try world.addHousehold("a", at: laptop)
    try world.sync(laptop)
  }
}
