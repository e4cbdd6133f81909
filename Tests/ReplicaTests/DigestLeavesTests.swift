import SQLite
import SyncProtocol
import Testing

@testable import Replica

@Suite struct DigestLeavesTests {
  private func worldWithEdits() throws -> World {
    let world = try World(laptops: 2)
    for laptop in world.laptops { try world.sync(laptop) }
    for (index, laptop) in world.laptops.enumerated() {
      for number in 0..<30 { _ = try world.addHousehold("Hộ \(index) \(number)", at: laptop) }
      try world.sync(laptop)
    }
    for laptop in world.laptops { try world.sync(laptop) }
    // Both write the same field, and one deletes a row the other edits.
    let rows = try rids(world.centre)
    for (index, laptop) in world.laptops.enumerated() {
      for row in rows.prefix(10) {
        try laptop.commit(author: nil, clock: world.clock()) {
          try $0.write(
            HouseholdTable.definition, row, [(HouseholdTable.name, .text("Tên \(index)"))])
        }
      }
    }
    try world.laptops[0].commit(author: nil, clock: world.clock()) {
      for row in rows.suffix(5) { try $0.delete(HouseholdTable.definition, row) }
    }
    return world
  }

  private func rids(_ store: Store) throws -> [RowID] {
    try store.connection.rows("SELECT rid FROM household ORDER BY rid") {
      try $0.integer(at: 0)
    }.compactMap(RowID.init(rawValue:))
  }

  @Test func `the kept digest is the sum of the rows after every act and round`() throws {
    let world = try worldWithEdits()
    for _ in 0..<2 {
      for laptop in world.laptops { try world.sync(laptop) }
    }
    for store in world.laptops + [world.centre] {
      let kept = try store.digest(of: world.scope)
      #expect(kept == (try store.recomputedDigest(of: world.scope)))
      #expect(kept.rowCount == 60)
      #expect(kept == (try world.centre.digest(of: world.scope)))
      #expect(try store.verify().findings.isEmpty)
    }
  }

  @Test func `an act that fails leaves the digest as it was`() throws {
    let world = try worldWithEdits()
    let laptop = world.laptops[0]
    let before = try laptop.stateDigest(of: world.scope)
    let row = try #require(try rids(laptop).first)
    struct Refusal: Error {}
    #expect(throws: Refusal.self) {
      try laptop.commit(author: nil, clock: world.clock()) { act in
        try act.write(HouseholdTable.definition, row, [(HouseholdTable.name, .text("Khác"))])
        #expect(try laptop.stateDigest(of: world.scope) != before)
        throw Refusal()
      }
    }
    #expect(try laptop.stateDigest(of: world.scope) == before)
  }

  @Test func `verify names a digest that is not the sum of its rows`() throws {
    let world = try worldWithEdits()
    let laptop = world.laptops[0]
    let scope = world.scope.rawValue
    var stored = try #require(
      try laptop.connection.row(
        "SELECT part, leaves FROM digest_leaf WHERE scope = ? ORDER BY part LIMIT 1",
        .integer(scope)
      ) { (part: try $0.integer(at: 0), leaves: try $0.bytes(at: 1)) })
    // The number of rows behind the first sum.
    stored.leaves[32] ^= 1
    try laptop.connection.execute(
      "UPDATE digest_leaf SET leaves = ? WHERE scope = ? AND part = ?", .blob(stored.leaves),
      .integer(scope), .integer(stored.part))
    #expect(try laptop.verify().findings == [.digestDiffersFromRows(scope: world.scope)])
  }

  @Test func `a store from before digests were kept has them once it is opened`() throws {
    let world = try worldWithEdits()
    let laptop = world.laptops[0]
    let before = try laptop.digest(of: world.scope)
    try laptop.connection.execute(
      script: """
        DELETE FROM digest_leaf;
        INSERT INTO local_state (key, value) VALUES ('digests_missing', 1);
        """)
    let again = try Store(
      at: Store.Location(path: laptop.connection.path), identity: laptop.identity,
      machine: MachineIdentity(bootID: "b", machineID: "laptop 1", fileIdentity: "f"),
      storeKey: World.storeKey, random: &world.random)
    #expect(try again.digest(of: world.scope) == before)
    #expect(try again.verify().findings.isEmpty)
  }

  @Test func `the answer to a laptop that has everything sums no rows`() throws {
    let world = try worldWithEdits()
    for _ in 0..<2 {
      for laptop in world.laptops { try world.sync(laptop) }
    }
    var random = world.random
    let pending = try world.laptops[0].makeRequest(
      Store.Report(freeDiskBytes: nil, software: "test"), clock: world.clock(), random: &random)
    let steps = world.centre.connection.counters.steps
    _ = try world.centre.answer(pending.request, clock: world.clock())
    // Two scopes of up to 256 leaves and the round's own statements; not the rows.
    #expect(world.centre.connection.counters.steps - steps < 200)
  }

  @Test func `removing a scope takes its rows and its digest`() throws {
    let world = try worldWithEdits()
    let laptop = world.laptops[0]
    try laptop.transaction { try laptop.rows.removeRows(of: world.scope) }
    #expect(try laptop.digest(of: world.scope).rowCount == 0)
    #expect(try laptop.stateDigest(of: world.scope) == StateDigest())
    #expect(try rids(laptop).isEmpty)
  }
}
