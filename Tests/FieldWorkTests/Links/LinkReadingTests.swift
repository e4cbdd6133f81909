import Replica
import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct LinkReadingTests {
  @Test func `the edges of one row are read without those of all others`() throws {
    let world = try FieldWorld()
    let laptop = world.laptop
    let scope = try #require(try laptop.reader.findPlace("xom 1").householdScope)
    let rows = try (0..<60).map { index in
      try laptop.store.commit(author: nil, clock: world.clock()) { act in
        try act.create(
          HouseholdTable.definition, in: scope, [(HouseholdTable.name, .text("\(index)"))])
      }
    }
    try laptop.store.commit(author: nil, clock: world.clock()) { act in
      for (one, other) in zip(rows, rows.dropFirst()) {
        try act.link(HouseholdTable.definition, one, .same, other)
      }
    }
    let before = laptop.store.connection.counters.steps
    let links = try laptop.reader.links(of: rows[30], .household)
    let steps = laptop.store.connection.counters.steps - before
    #expect(links.map(\.other) == [rows[29], rows[31]])
    // Four halves and the end; there are 118 in all.
    #expect(steps <= 5)
  }
}
