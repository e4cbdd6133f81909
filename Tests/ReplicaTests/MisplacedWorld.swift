import SyncProtocol
import Testing

@testable import Replica

/// A world of two scopes, whose laptops write to rows of one scope in the name of the other.
struct MisplacedWorld {
  static let household = HouseholdTable.definition
  /// A table that no program of the test knows.
  static let unknownTable = TableID(rawValue: 4_001)

  let world: World
  /// The scope with the smaller number.
  let first: ScopeID
  let second: ScopeID

  /// - Parameter count: laptops, which hold both scopes.
  init(laptops count: Int, seed: UInt64 = 1) throws {
    world = try World(laptops: count, seed: seed)
    first = world.scope
    second = try world.centre.commit(author: nil, clock: world.clock()) {
      try $0.openScope([(ScopeTable.kind, .integer(1)), (ScopeTable.label, .text("other"))])
    }
    for laptop in world.laptops { try hold([first, second], laptop) }
    // Who writes to another's row needs a batch of theirs in the scope.
    for laptop in world.laptops {
      try world.sync(laptop)
      for scope in [first, second] { _ = try create("Hộ đầu", in: scope, at: laptop) }
    }
    try world.syncAll()
  }

  func hold(_ scopes: [ScopeID], _ laptop: Store) throws {
    try world.centre.grant(scopes, to: laptop.identity.replica, at: world.clock().wall)
  }

  /// A laptop that holds these scopes alone, and has everything of them.
  func laptop(_ label: String, holding scopes: [ScopeID]) throws -> Store {
    let laptop = try world.addLaptop(label)
    let rule = try #require(
      try world.centre.grantRules(of: laptop.identity.replica).last { $0.until == nil }?.id)
    try world.centre.endGrant(rule, at: world.clock().wall)
    for scope in scopes {
      try hold([scope], laptop)
      try world.sync(laptop)
    }
    try world.sync(laptop)
    return laptop
  }

  func create(_ name: String, in scope: ScopeID, at laptop: Store) throws -> RowID {
    try world.addHousehold(name, at: laptop, in: scope)
  }

  /// Writes one operation to a row in the name of a scope, whatever the scope of the row.
  @discardableResult
  func write(
    _ writes: [FieldWrite], to row: RowID, in scope: ScopeID, at laptop: Store,
    table: TableID = household.id
  ) throws -> Dot {
    try laptop.commit(author: nil, clock: world.clock()) { act in
      let dot = try act.nextDot()
      try act.apply(
        Operation(
          dot: dot, table: table, row: row, author: nil, time: act.now,
          writes: writes.sorted { $0.field < $1.field }), in: scope)
      return dot
    }
  }

  func kind(_ kind: Int64) -> FieldWrite { FieldWrite(HouseholdTable.kind.id, .integer(kind)) }

  /// A row of the second scope, of kind 1, with a misplaced part of kind 3 in the first one to which
  /// nobody objected: at the centre it came before the creation. Everybody has both.
  func misplacedPart(from one: Store, _ two: Store) throws -> RowID {
    let row = try create("Hộ", in: second, at: one)
    try write([kind(3)], to: row, in: first, at: two)
    try world.sync(two)
    try world.syncAll()
    return row
  }

  /// The batches of one row that is created in both scopes under one dot, of kinds 1 and 2. The
  /// centre would set the second aside.
  func createdTwice(at laptop: Store) throws -> (row: RowID, batches: [Batch]) {
    let row = try laptop.commit(author: nil, clock: world.clock()) { act in
      let dot = try act.nextDot()
      for (scope, kind) in [(first, 1), (second, 2)] {
        try act.apply(
          Operation(
            dot: dot, table: Self.household.id, row: dot, author: nil, time: act.now,
            writes: [self.kind(Int64(kind))]), in: scope)
      }
      return dot
    }
    var batches: [Batch] = []
    try laptop.transaction {
      try laptop.closeOutbox(clock: world.clock()) { batches.append($0) }
    }
    return (row, batches)
  }

  /// The kinds that a scope's row has, all heads; nil where the scope has no such row.
  func kinds(of row: RowID, in scope: ScopeID, at store: Store) throws -> [Int64]? {
    try store.rows.load(Self.household.id, row, in: scope)?.state
      .heads(of: HouseholdTable.kind.id).compactMap(\.value.integer)
  }

  func shownScope(of row: RowID, at store: Store) throws -> ScopeID? {
    try store.rowWithScope(Self.household.id, row)?.1
  }

  /// Lets every laptop have everything, and asks for equal digests and sound stores.
  func expectSound(
    _ stores: [Store], _ words: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for store in stores {
      for scope in [first, second] where try store.knownScopes().contains(scope) {
        #expect(
          try store.digest(of: scope) == world.centre.digest(of: scope), "\(words)",
          sourceLocation: sourceLocation)
        #expect(
          try store.digest(of: scope) == store.recomputedDigest(of: scope), "\(words)",
          sourceLocation: sourceLocation)
      }
      let findings = try store.verify(.deep).findings
      #expect(findings.isEmpty, "\(words) \(findings)", sourceLocation: sourceLocation)
    }
  }
}
