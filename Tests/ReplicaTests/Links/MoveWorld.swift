import Foundation
import SyncProtocol
import Testing

@testable import Replica

/// Three hamlets: laptop 0 holds the first, laptop 1 the second, laptop 2 the first too.
struct MoveWorld {
  let world: World
  /// The first is the one that the household is recorded in.
  let scopes: [ScopeID]
  var centre: Store { world.centre }
  var laptops: [Store] { world.laptops }

  static let households = HouseholdTable.definition
  static let residents = ResidentTable.definition

  init(seed: UInt64 = 1) throws {
    world = try World(laptops: 3, seed: seed)
    let second = try world.openScope(for: world.laptops[1])
    let third = try world.openScope(for: world.laptops[1])
    scopes = [world.scope, second, third]
    for laptop in laptops { try world.sync(laptop) }
  }

  func household(_ name: String = "Hồ Văn Đức", at store: Store? = nil) throws -> RowID {
    try world.addHousehold(name, at: store ?? laptops[0])
  }

  func resident(
    _ name: String = "Hồ Thị Lan", of household: RowID, at store: Store? = nil
  ) throws -> RowID {
    try (store ?? laptops[0]).commit(author: nil, clock: world.clock()) { act in
      try act.create(
        Self.residents, in: scopes[0],
        [
          (ResidentTable.number, .integer(try act.nextNumber(Self.residents))),
          (ResidentTable.household, .integer(household.rawValue)),
          (ResidentTable.fullName, .text(name)),
        ])
    }
  }

  func write(
    _ field: FieldDefinition, _ value: Value, of row: RowID,
    in table: TableDefinition = Self.households, at store: Store, author: RowID? = nil
  ) throws {
    try store.commit(author: author, clock: world.clock()) {
      try $0.write(table, row, [(field, value)])
    }
  }

  func name(_ name: String, of row: RowID, at store: Store) throws {
    try write(HouseholdTable.name, .text(name), of: row, at: store)
  }

  @discardableResult
  func move(_ household: RowID, to index: Int) throws -> [RowCopy] {
    try centre.moveHousehold(
      household, to: household, in: scopes[index], author: nil, clock: world.clock())
  }

  /// The copy of a row that was moved once.
  func copy(of row: RowID) throws -> RowID { try #require(try centre.copies(of: row).first).copy }

  /// The opened values of all heads of a field, sorted; also of those that lost.
  func texts(
    _ field: FieldDefinition = HouseholdTable.name, of row: RowID,
    in table: TableDefinition = Self.households, at store: Store? = nil
  ) throws -> [String] {
    let state = try #require(try (store ?? centre).openedRow(table.id, row))
    return state.heads(of: field.id).map { head in
      switch head.value {
      case .text(let text): text
      case .integer(let number): String(number)
      case .erased: "erased"
      case .unset: "unset"
      default: "sealed"
      }
    }.sorted()
  }

  /// Everything that a copy has in common with its original: heads with value, time and author.
  func likeness(of row: RowID, in table: TableDefinition = Self.households) throws -> [String] {
    let (state, scope) = try #require(try centre.rowWithScope(table.id, row))
    let opened = try centre.opened(state)
    return try opened.heads.filter {
      !CopyRule.staysBehind($0.field, of: table.id) && $0.field != .deletes
        && $0.field != ResidentTable.household.id
    }.map { head in
      let author = try centre.operation(head.dot, in: scope)?.author
      return "\(head.field.rawValue) \(head.value) \(head.time.rawValue) \(author?.rawValue ?? 0)"
    }.sorted() + ["hidden \(state.hiding ?? 0), deletes \(state.heads(of: .deletes).count)"]
  }

  /// All laptops, twice: what the first push causes comes with the second round.
  func syncAll() throws {
    for laptop in laptops + laptops { try world.sync(laptop) }
  }

  /// Laptops and centre hold the same rows, and nothing waits.
  func expectSettled() throws {
    for laptop in laptops {
      for scope in try centre.grantedScopes(of: laptop.identity.replica) {
        #expect(try laptop.digest(of: scope) == centre.digest(of: scope))
      }
    }
    #expect(try centre.connection.integer("SELECT count(*) FROM edge_due") == 0)
    #expect(try centre.connection.integer("SELECT count(*) FROM copy_due") == 0)
    for store in laptops + [centre] { #expect(try store.verify().findings.isEmpty) }
  }
}
