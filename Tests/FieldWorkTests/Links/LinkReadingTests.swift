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

  @Test func `an edge of which only the other end's half is here is read from both ends`() throws {
    let world = try FieldWorld()
    let laptop = world.laptop
    let household = try world.household()
    // Its old row lies where this laptop holds nothing: only the new row's half is here.
    let elsewhere = try #require(RowID(rawValue: 5 << 39 | 77))
    try laptop.store.commit(author: nil, clock: world.clock()) { act in
      try act.add(
        HouseholdTable.definition, household, RowLink.links,
        RowLink(.movedFrom, elsewhere).element)
    }
    #expect(try laptop.reader.links(of: elsewhere, .household) == [RowLink(.movedTo, household)])
    #expect(try laptop.reader.present(elsewhere, .household) == household)
  }
}
