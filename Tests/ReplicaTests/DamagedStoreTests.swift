import SyncProtocol
import Testing

@testable import Replica

/// Sound files whose numbers no version of this program writes: what reads them throws or shows
/// something, and nothing traps.
@Suite struct DamagedStoreTests {
  @Test(arguments: [Int64.min, -1, .max])
  func `a number that was damaged on the disk traps nothing`(number: Int64) throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("Vừ A Dế", at: laptop)
    try world.sync(laptop)
    let columns = [
      ("local_state", "value", "key = 'grant_number'"), ("scope_state", "arrival", "1"),
      ("scope_state", "epoch", "1"), ("frontier_tip", "sequence", "1"),
      ("frontier_mark", "counter", "1"), ("digest_leaf", "part", "1"),
      ("batch", "operations", "1"), ("batch", "arrival", "1"), ("batch", "received", "1"),
      ("peer", "grant_number", "1"), ("origin", "number", "1"),
    ]
    for store in [laptop, world.centre] {
      for (table, column, condition) in columns {
        try store.connection.execute("SAVEPOINT damage")
        try? store.connection.execute(
          "UPDATE \(table) SET \(column) = ? WHERE \(condition)", .integer(number))
        try Self.look(into: store, world)
        try store.connection.execute("ROLLBACK TO damage")
        try store.connection.execute("RELEASE damage")
      }
    }
    #expect(try world.centre.verify().findings.isEmpty)
  }

  private static func look(into store: Store, _ world: World) throws {
    _ = try? store.handOverStatus()
    _ = try? store.verify()
    _ = try? store.holds().map { $0.isIncident(at: Timestamp(rawValue: 0)) }
    _ = try? store.incidents()
    _ = try? store.peers()
    for scope in try store.knownScopes() {
      _ = try? store.cursor(scope)
      _ = try? store.digest(of: scope)
      _ = try? store.frontier.all(of: scope)
      _ = try? store.snapshots(of: scope)
    }
    for peer in (try? world.centre.peers()) ?? [] { _ = try? store.grants(of: peer.replica) }
  }

  @Test func `a row of tens of thousands of heads merges in seconds`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let author = laptop.identity.replica
    let row = try #require(Dot(replica: author, session: 5, counter: 1))
    let fields = (1...50).map { FieldID(rawValue: UInt16($0 << 3 | 3)) }
    let operations = try (1...1_000).map { counter in
      SyncProtocol.Operation(
        dot: try #require(Dot(replica: author, session: 5, counter: UInt32(counter))),
        table: HouseholdTable.definition.id, row: row, author: nil, act: nil, because: nil,
        time: Timestamp(rawValue: 1), writes: fields.map { FieldWrite($0, .unset) })
    }
    let batch = try Batch.close(
      operations,
      in: Batch.Context(
        scope: world.scope, sequence: 1, predecessor: .zero, dependencies: [],
        schemaVersion: Schema.current.version, grant: 0, wall: Timestamp(rawValue: 1),
        offsetMilliseconds: nil), signer: laptop.identity.signer, primitives: .standard)
    #expect(batch.encoded.count < 10_000)
    let receipt = try world.centre.receive([batch.encoded], clock: world.clock())
    #expect(receipt.map(\.state) == [.merged])
    let state = try #require(try world.centre.row(HouseholdTable.definition.id, row))
    #expect(state.heads.count == 50_000)
    #expect(
      try world.centre.digest(of: world.scope) == world.centre.recomputedDigest(of: world.scope))
  }
}
