import SQLite
import SyncProtocol
import Testing

@testable import Replica

/// Random writes of which every third names a row of the other scope, against a naive reckoning of
/// each scope's batches alone.
@Suite struct MisplacedRowPropertyTests {
  private static let tables = [
    HouseholdTable.definition.id, VisitTable.definition.id, MisplacedWorld.unknownTable,
  ]
  /// A register, a set, deletes and a field that no table has.
  private static let fields = [
    HouseholdTable.kind.id, VisitTable.participants.id, FieldID.deletes,
    FieldID(4_000, .register),
  ]

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `every scope adds up to its own batches, at whoever holds it and in any order`(
    seed: UInt64
  ) throws {
    let made = try MisplacedWorld(laptops: 3, seed: seed)
    let world = made.world
    var random = SeededGenerator(seed: seed &* 104_729)
    world.centre.snapshotPolicy.batches = Bool.random(using: &random) ? 3 : 1_000
    var rows: [RowID: ScopeID] = [:]
    for _ in 0..<60 {
      let laptop = world.laptops[Int.random(in: 0..<3, using: &random)]
      switch Int.random(in: 0..<12, using: &random) {
      case 0, 1:
        let scope = Bool.random(using: &random) ? made.first : made.second
        rows[try made.create("Hộ", in: scope, at: laptop)] = scope
      case 2...8: try write(made, laptop, rows, &random)
      default: try world.sync(laptop)
      }
    }
    try world.syncAll()
    try world.syncAll()
    try world.backUp()
    var stores = world.laptops + [world.centre]
    for (number, scopes) in [
      [made.first], [made.second], [made.first, made.second], [made.second, made.first],
    ].enumerated() {
      stores.append(try made.laptop("holder \(number)", holding: scopes))
    }
    stores.append(try shuffled(made, &random))
    for (number, store) in stores.enumerated() {
      try compare(store, made, "SEED=\(seed) store \(number)")
    }
    try made.expectSound(stores.dropLast(), "SEED=\(seed)")

    // A scope goes; the other stands as it stood.
    for (laptop, gone) in [(world.laptops[0], made.first), (world.laptops[1], made.second)] {
      try laptop.transaction { try laptop.letGo(gone) }
      try compare(laptop, made, "SEED=\(seed) let go")
      #expect(try laptop.verify(.deep).findings.isEmpty, "SEED=\(seed)")
      #expect(try laptop.connection.integer("SELECT count(*) FROM misplaced_row") == 0)
    }
  }

  private func write(
    _ made: MisplacedWorld, _ laptop: Store, _ rows: [RowID: ScopeID],
    _ random: inout SeededGenerator
  ) throws {
    guard let (row, home) = rows.sorted(by: { $0.key < $1.key }).randomElement(using: &random)
    else { return }
    let isMisplaced = Int.random(in: 0..<3, using: &random) == 0
    let other = home == made.first ? made.second : made.first
    let scope = isMisplaced ? other : home
    let table =
      Int.random(in: 0..<3, using: &random) > 0
      ? Self.tables[0] : Self.tables[Int.random(in: 0..<3, using: &random)]
    let field = Self.fields[Int.random(in: 0..<4, using: &random)]
    let state = try laptop.rows.load(table, row, in: scope)?.state
    let heads = state?.heads(of: field).map(\.dot) ?? []
    // Of what it replaces it may name what the other scope wrote, which is nothing here.
    let strange = try laptop.row(table, row)?.heads(of: field).map(\.dot) ?? []
    let previous = Bool.random(using: &random) ? heads : strange
    let value: Value? =
      field == .deletes
      ? DotList.encode(state?.heads.map(\.dot) ?? [])
      : .integer(Int64.random(in: 0..<1_000, using: &random))
    try made.write(
      [
        FieldWrite(
          field, previous.isEmpty || Bool.random(using: &random) ? value : nil,
          replacing: previous)
      ], to: row, in: scope, at: laptop, table: table)
  }

  /// A store that got the same batches one by one, in an order of its own.
  private func shuffled(
    _ made: MisplacedWorld, _ random: inout SeededGenerator
  ) throws -> Store {
    let store = try made.laptop("shuffled", holding: [])
    var batches: [[UInt8]] = []
    for scope in [made.first, made.second] {
      batches += try made.world.centre.mergedBatches(of: scope, after: 0).map(\.encoded)
    }
    for laptop in made.world.laptops + [made.world.centre] {
      try store.keep(laptop.identity.certificate)
    }
    for batch in batches.shuffled(using: &random) {
      _ = try store.receive([batch], clock: made.world.clock())
    }
    return store
  }

  private struct Name: Hashable {
    var scope: ScopeID
    var table: TableID
    var row: RowID
  }

  private struct Naive: Equatable {
    var isCreated = false
    var heads: Set<Head> = []
  }

  /// What the centre's log of a scope adds up to, by the rule as it is written.
  private func naive(_ scope: ScopeID, _ made: MisplacedWorld) throws -> [Name: Naive] {
    var rows: [Name: Naive] = [:]
    for batch in try made.world.centre.mergedBatches(of: scope, after: 0) {
      for operation in try batch.operations(primitives: .standard) {
        let name = Name(scope: scope, table: operation.table, row: operation.row)
        var row = rows[name] ?? Naive()
        if operation.isCreate { row.isCreated = true }
        for write in operation.writes {
          row.heads = row.heads.filter {
            $0.field != write.field || !write.previous.contains($0.dot)
          }
          if let value = write.value {
            row.heads.insert(
              Head(
                field: write.field, dot: operation.dot, time: operation.time, value: value))
          }
        }
        rows[name] = row
      }
    }
    return rows
  }

  private func compare(_ store: Store, _ made: MisplacedWorld, _ words: String) throws {
    var held: [Name: Naive] = [:]
    for scope in [made.first, made.second] where try store.digest(of: scope).rowCount > 0 {
      let expected = try naive(scope, made)
      var found: [Name: Naive] = [:]
      try store.forEachRow(in: scope) { state in
        let name = Name(scope: scope, table: state.table, row: state.row)
        #expect(found[name] == nil, "\(words)")
        found[name] = Naive(isCreated: state.createdAt != nil, heads: Set(state.heads))
      }
      #expect(found == expected, "\(words)")
      #expect(try store.digest(of: scope) == made.world.centre.digest(of: scope), "\(words)")
      held.merge(expected) { first, _ in first }
    }
    for name in held.keys {
      let claims = [made.first, made.second].compactMap { scope -> (Int, ScopeID)? in
        held[Name(scope: scope, table: name.table, row: name.row)]
          .map { ($0.isCreated ? 0 : 1, scope) }
      }
      let best = claims.min { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }?.1
      #expect(try store.rowWithScope(name.table, name.row)?.1 == best, "\(words)")
    }
  }
}
