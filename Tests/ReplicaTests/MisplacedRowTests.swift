import SQLite
import SyncProtocol
import Testing

@testable import Replica

@Suite struct MisplacedRowTests {
  private func made(laptops count: Int = 2) throws -> (MisplacedWorld, Store, Store) {
    let made = try MisplacedWorld(laptops: count)
    return (made, made.world.laptops[0], made.world.laptops[1])
  }

  @Test func `an edit in another scope leaves the row alone, and every replica agrees`() throws {
    for isReversed in [false, true] {
      let (made, one, two) = try made()
      let (own, foreign) = isReversed ? (made.first, made.second) : (made.second, made.first)
      let row = try made.create("Hộ", in: own, at: one)
      try made.world.syncAll()
      try made.write([made.kind(3)], to: row, in: foreign, at: two)
      try made.world.syncAll()
      let holders = [
        try made.laptop("own", holding: [own]), try made.laptop("foreign", holding: [foreign]),
        try made.laptop("own, foreign", holding: [own, foreign]),
        try made.laptop("foreign, own", holding: [foreign, own]),
      ]
      try made.expectSound(made.world.laptops + holders + [made.world.centre])
      for store in [one, two, made.world.centre, holders[0], holders[2], holders[3]] {
        #expect(try made.shownScope(of: row, at: store) == own)
        #expect(try made.kinds(of: row, in: own, at: store) == [1])
        #expect(try store.conflicts().isEmpty)
      }
      // Where the row is not known, what was written to it is all there is.
      #expect(try made.shownScope(of: row, at: holders[1]) == foreign)
      #expect(try made.kinds(of: row, in: own, at: holders[1]) == nil)
    }
  }

  @Test func `a row created in two scopes is two rows, and the smaller scope's is shown`() throws {
    let (made, one, two) = try made()
    let fresh = try made.laptop("fresh", holding: [made.first, made.second])
    let created = try made.createdTwice(at: one)
    var digests: Set<ContentHash> = []
    for (store, batches) in [(two, created.batches), (fresh, created.batches.reversed())] {
      for batch in batches {
        let receipts = try store.receive([batch.encoded], clock: made.world.clock())
        #expect(receipts.map(\.state) == [.merged])
      }
      #expect(try made.shownScope(of: created.row, at: store) == made.first)
      #expect(try made.kinds(of: created.row, in: made.first, at: store) == [1])
      #expect(try made.kinds(of: created.row, in: made.second, at: store) == [2])
      #expect(try store.verify(.deep).findings.isEmpty)
      digests.insert(try store.digest(of: made.second).root)
    }
    #expect(digests.count == 1)
  }

  @Test func `a delete in another scope hides nothing`() throws {
    let (made, one, two) = try made()
    let row = try made.create("Hộ", in: made.second, at: one)
    try made.world.syncAll()
    let heads = try #require(try two.row(MisplacedWorld.household.id, row)?.heads)
    try made.write(
      [FieldWrite(.deletes, DotList.encode(heads.map(\.dot)))], to: row, in: made.first, at: two)
    try made.world.syncAll()
    for store in made.world.laptops + [made.world.centre] {
      #expect(try store.row(MisplacedWorld.household.id, row)?.hiding == nil)
      #expect(
        try store.connection.integer(
          "SELECT hidden IS NULL FROM household WHERE rid = ?", .integer(row.rawValue)) == 1)
    }
    try made.expectSound(made.world.laptops + [made.world.centre])
  }

  @Test func `the centre objects, and neutralises in the scope of the edit`() throws {
    let (made, one, two) = try made()
    let row = try made.create("Hộ", in: made.second, at: one)
    try made.world.syncAll()
    let before = try made.world.centre.digest(of: made.second)
    try made.write([made.kind(3)], to: row, in: made.first, at: two)
    try made.world.syncAll()
    let review = try #require(try made.world.centre.reviews().first)
    #expect(review.reason == "field-not-yours" && review.detail == "scope")
    #expect(review.scope == made.first)
    for store in made.world.laptops + [made.world.centre] {
      #expect(try made.kinds(of: row, in: made.first, at: store) == [])
      #expect(try store.digest(of: made.second) == before)
    }
    _ = try made.world.centre.rule(
      on: review.id, .admit, by: "An", note: nil, clock: made.world.clock())
    try made.world.syncAll()
    for store in made.world.laptops + [made.world.centre] {
      #expect(try made.kinds(of: row, in: made.first, at: store) == [3])
      #expect(try made.kinds(of: row, in: made.second, at: store) == [1])
    }
    try made.expectSound(made.world.laptops + [made.world.centre])
  }

  @Test func `the creation takes the place from a part that came before it`() throws {
    let (made, one, two) = try made()
    // The smaller scope's part is at the centre before the row itself.
    let row = try made.create("Hộ", in: made.second, at: one)
    try made.write([made.kind(3)], to: row, in: made.first, at: two)
    try made.write(
      [FieldWrite(VisitTable.participants.id, .integer(7))], to: row, in: made.first, at: two)
    try made.world.sync(two)
    #expect(try made.shownScope(of: row, at: made.world.centre) == made.first)
    try made.world.syncAll()
    for store in made.world.laptops + [made.world.centre] {
      #expect(try made.shownScope(of: row, at: store) == made.second)
      #expect(try made.world.name(of: row, at: store) == "Hộ")
      #expect(try made.kinds(of: row, in: made.first, at: store) == [3])
      let heads = try store.connection.integer(
        "SELECT count(*) FROM head WHERE row = ?", .integer(row.rawValue))
      #expect(heads == 0)
    }
    try made.expectSound(made.world.laptops + [made.world.centre])
  }

  @Test func `snapshots carry misplaced rows`() throws {
    let (made, one, two) = try made()
    made.world.centre.snapshotPolicy.batches = 1
    let rows = try (1...4).map { try made.create("Hộ \($0)", in: made.second, at: one) }
    try made.world.syncAll()
    for row in rows {
      try made.write([made.kind(3)], to: row, in: made.first, at: two)
      try made.write(
        [FieldWrite(FieldID(rawValue: 8), .integer(1))], to: row, in: made.first, at: two,
        table: MisplacedWorld.unknownTable)
      try made.write(
        [FieldWrite(FieldID(rawValue: 8), .integer(2))], to: row, in: made.second, at: two,
        table: MisplacedWorld.unknownTable)
    }
    try made.world.syncAll()
    try made.world.backUp()
    let fresh = [
      try made.laptop("1", holding: [made.first]), try made.laptop("2", holding: [made.second]),
      try made.laptop("12", holding: [made.first, made.second]),
      try made.laptop("21", holding: [made.second, made.first]),
    ]
    try made.expectSound(fresh + made.world.laptops + [made.world.centre])
    for store in fresh.suffix(2) {
      #expect(try store.base(of: made.first) != nil && store.base(of: made.second) != nil)
      for row in rows { #expect(try made.shownScope(of: row, at: store) == made.second) }
    }
  }

  @Test(arguments: [("misplaced_row", "heads = x'01'"), ("household", "kind = 9")])
  func `repair mends a misplaced row and the row that has the place`(
    table: String, change: String
  ) throws {
    let (made, one, two) = try made()
    let row = try made.misplacedPart(from: one, two)
    try two.connection.execute(
      "UPDATE \(table) SET \(change) WHERE rid = ?", .integer(row.rawValue))
    #expect(try !two.verify(.deep).findings.isEmpty)
    for _ in 0..<2 {
      made.world.wait(hours: 25)
      try made.world.sync(two)
    }
    try made.expectSound([two, made.world.centre])
    #expect(try made.shownScope(of: row, at: two) == made.second)
    #expect(try made.kinds(of: row, in: made.second, at: two) == [1])
    #expect(try made.kinds(of: row, in: made.first, at: two) == [3])
  }

  @Test(arguments: [false, true])
  func `whichever scope goes, the other scope's row stays and has the place`(
    isFirst: Bool
  ) throws {
    let (made, one, two) = try made()
    let row = try made.misplacedPart(from: one, two)
    for (number, scope) in [made.first, made.second].enumerated() {
      try made.write(
        [FieldWrite(FieldID(rawValue: 8), .integer(Int64(number)))], to: row, in: scope, at: one,
        table: MisplacedWorld.unknownTable)
    }
    try made.world.syncAll()
    let (gone, kept) = isFirst ? (made.first, made.second) : (made.second, made.first)
    let before = try one.digest(of: kept)
    try one.transaction { try one.letGo(gone) }
    #expect(try made.shownScope(of: row, at: one) == kept)
    #expect(try made.kinds(of: row, in: kept, at: one) == [isFirst ? 1 : 3])
    #expect(try made.kinds(of: row, in: gone, at: one) == nil)
    #expect(try one.connection.integer("SELECT count(*) FROM misplaced_row") == 0)
    #expect(try one.rowWithScope(MisplacedWorld.unknownTable, row)?.1 == kept)
    #expect(try one.digest(of: kept) == before)
    #expect(try one.recomputedDigest(of: kept) == before)
    #expect(try one.verify(.deep).findings.isEmpty)
  }

  @Test func `an erasure in one scope reaches that scope's row`() throws {
    let (made, one, two) = try made()
    let resident = try one.commit(author: nil, clock: made.world.clock()) {
      try $0.create(
        ResidentTable.definition, in: made.second,
        [(ResidentTable.fullName, .text("Giàng Thị Mo"))])
    }
    try made.world.syncAll()
    let sealed = try #require(
      try two.row(ResidentTable.definition.id, resident)?.shown(ResidentTable.fullName.id)?.value)
    try made.write(
      [FieldWrite(ResidentTable.fullName.id, sealed)], to: resident, in: made.first, at: two,
      table: ResidentTable.definition.id)
    try made.world.syncAll()
    _ = try made.world.centre.erase(
      [resident], reason: "r", requested: nil, author: nil, clock: made.world.clock())
    try made.world.syncAll()
    for store in made.world.laptops + [made.world.centre] {
      for scope in [made.first, made.second] {
        let heads =
          try store.rows.load(ResidentTable.definition.id, resident, in: scope)?.state.heads ?? []
        #expect(heads.allSatisfy { $0.value.sealed == nil })
      }
    }
    try made.expectSound(made.world.laptops + [made.world.centre])
  }
}
