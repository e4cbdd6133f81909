import SQLite
import SyncProtocol
import Testing

@testable import Replica

/// Closing what has gathered in the outbox, more than is read at once.
@Suite struct CloseTests {
  /// Writes acts of so many households each.
  private func write(_ acts: Int, of size: Int, at laptop: Store, _ world: World) throws {
    for _ in 0..<acts {
      try laptop.commit(author: nil, clock: world.clock()) { act in
        for number in 0..<size {
          _ = try act.create(
            HouseholdTable.definition, in: world.scope,
            [(HouseholdTable.number, .integer(Int64(number)))])
        }
      }
    }
  }

  @Test func `acts stay whole and batches full across everything that is read at once`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    // 41 acts of 300: three fill a batch, and none of the windows ends where an act does.
    try write(41, of: 300, at: laptop, world)
    var batches: [Batch] = []
    try laptop.transaction {
      try laptop.closeOutbox(clock: world.clock()) { batches.append($0) }
    }
    let counts = try batches.map { try $0.operations(primitives: laptop.primitives).count }
    #expect(counts == Array(repeating: 900, count: 13) + [600])
    #expect(try laptop.openOperationCount() == 0)
    for (before, after) in zip(batches, batches.dropFirst()) {
      #expect(after.header.sequence == before.header.sequence + 1)
      #expect(after.header.predecessor == before.hash)
    }
    try world.sync(laptop)
    let count = "SELECT count(*) FROM household"
    #expect(try world.centre.connection.integer(count) == 41 * 300)
    try world.expectEqual(laptop)
  }
}
