import SQLite
import SyncProtocol

extension Store {
  /// The scopes that each of some targets means on a day, ascending.
  ///
  /// A registry that does not know places means nothing by them, nor by units.
  package func scopes(
    of targets: Set<GrantTarget>, on day: Int64
  ) throws -> [GrantTarget: [ScopeID]] {
    var (units, places) = (Set<String>(), Set<RowID>())
    for target in targets {
      switch target {
      case .scope: break
      case .unit(let code): units.insert(code)
      case .place(let place): places.insert(place)
      }
    }
    let homes = try householdScopes(of: places)
    let map = try MappedScopes(self, units, around: Set(homes.values), on: day)
    return Dictionary(
      uniqueKeysWithValues: targets.map { target in
        switch target {
        case .scope(let scope): (target, [scope])
        case .unit(let code): (target, (map.ofUnit[code] ?? []).sorted())
        case .place(let place):
          (target, homes[place].map { map.communes(around: $0).union([$0]).sorted() } ?? [])
        }
      })
  }

  private func householdScopes(of places: Set<RowID>) throws -> [RowID: ScopeID] {
    guard !places.isEmpty, schema[PlaceTable.definition.id] != nil,
      schema[ScopeTable.definition.id] != nil, schema[UnitScopeTable.definition.id] != nil
    else { return [:] }
    let found = try connection.rows(
      """
      SELECT rid, household_scope FROM place
      WHERE rid IN (SELECT value FROM json_each(?)) AND household_scope IS NOT NULL
      """, .text("[" + places.map { String($0.rawValue) }.joined(separator: ",") + "]")
    ) { (RowID(rawValue: try $0.integer(at: 0)), ScopeID(rawValue: try $0.integer(at: 1))) }
    var homes: [RowID: ScopeID] = [:]
    for case (let place?, let scope?) in found { homes[place] = scope }
    return homes
  }
}

/// The scopes of some units on a day, and of those in which some scopes lie.
private struct MappedScopes {
  private(set) var ofUnit: [String: Set<ScopeID>] = [:]
  private var units: [ScopeID: Set<String>] = [:]
  /// The scopes of teams and members.
  private var communes: Set<ScopeID> = []

  init(_ store: Store, _ asked: Set<String>, around scopes: Set<ScopeID>, on day: Int64) throws {
    guard !asked.isEmpty || !scopes.isEmpty, store.schema[UnitScopeTable.definition.id] != nil
    else { return }
    let isValid = """
      hidden IS NULL AND coalesce(valid_from, -9e15) <= ?1 AND coalesce(valid_to, 9e15) >= ?1
      """
    // The communes of a country are a tenth of the values that a statement may have.
    let names = (0..<asked.count).map { "?\(3 + $0)" }.joined(separator: ", ")
    let isCommune =
      store.schema[ScopeTable.definition.id] == nil
      ? "0" : "EXISTS (SELECT 1 FROM scope WHERE rid = mapped_scope AND kind = 2)"
    let numbers = "[" + scopes.map { String($0.rawValue) }.joined(separator: ",") + "]"
    let mapped = try store.connection.rows(
      """
      SELECT unit, mapped_scope, \(isCommune) FROM unit_scope
      WHERE \(isValid) AND mapped_scope IS NOT NULL AND (unit IN (\(names))
        OR unit IN (SELECT unit FROM unit_scope WHERE \(isValid)
          AND mapped_scope IN (SELECT value FROM json_each(?2))))
      """, bindings: [.integer(day), .text(numbers)] + asked.map { .text($0) }
    ) {
      (
        unit: try $0.text(at: 0), scope: ScopeID(rawValue: try $0.integer(at: 1)),
        isCommune: try $0.integer(at: 2) == 1
      )
    }
    for row in mapped {
      guard let scope = row.scope else { continue }
      ofUnit[row.unit, default: []].insert(scope)
      units[scope, default: []].insert(row.unit)
      if row.isCommune { communes.insert(scope) }
    }
  }

  /// The scopes of the teams and members of whatever unit a scope lies in.
  func communes(around scope: ScopeID) -> Set<ScopeID> {
    (units[scope] ?? []).reduce(into: []) { found, unit in
      found.formUnion((ofUnit[unit] ?? []).filter(communes.contains))
    }
  }
}
