import SyncProtocol
import Testing

@testable import Replica

/// Keys that do not fit into one request go before every batch.
@Suite struct WaitingKeysTests {
  @Test func `a request that keys fill says what it leaves unsent`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    try world.sync(laptop)
    let household = try world.addHousehold("Vừ A Sùng", at: laptop)
    let key = try #require(try laptop.keyring.unconfirmed(limit: 1).first)
    let more = try (1...16_384).map { number in
      var entry = key
      entry.key.id = try #require(Dot(rawValue: key.key.id.rawValue + 1_000 + Int64(number)))
      return entry
    }
    _ = try laptop.keyring.add(more, isConfirmed: false, givesNumbers: false)
    try laptop.keyring.commit()

    let pending = try world.request(of: laptop)
    #expect(pending.batchCount == 0 && pending.hasMore && !pending.carriesAll)
    try world.centre.connection.execute("UPDATE peer SET unsent = NULL")
    let answer = try world.centre.answer(pending.request, clock: world.clock())
    #expect(try unsent(world) == 1, "the household waits, and the centre knows")
    #expect(try laptop.absorb(answer.bytes, of: pending, clock: world.clock()).hasMore)
    try world.sync(laptop)
    #expect(try unsent(world) == 0)
    #expect(try world.name(of: household, at: world.centre) == "Vừ A Sùng")
  }

  private func unsent(_ world: World) throws -> Int64? {
    try world.centre.peers().first?.unsentOperations
  }
}
