import SQLite
import SyncProtocol

/// Which scopes the targets of grants mean on a day: read once, for many targets.
package struct TargetScopes {
  private var ofUnit: [String: [ScopeID]] = [:]
  private var units: [ScopeID: [String]] = [:]
  /// The scopes of teams and members of a unit.
  private var communes: Set<ScopeID> = []
  /// The scope of the households of a place.
  private var households: [RowID: ScopeID] = [:]

  /// Reads a store; one whose registry does not know places means nothing by them.
  package init(_ store: Store, on day: Int64) throws {
    let (schema, connection) = (store.schema, store.connection)
    guard schema[UnitScopeTable.definition.id] != nil else { return }
    let mapped = try connection.rows(
      """
      SELECT unit, mapped_scope FROM unit_scope
      WHERE hidden IS NULL AND coalesce(valid_from, -9e15) <= ?1 AND coalesce(valid_to, 9e15) >= ?1
        AND unit IS NOT NULL AND mapped_scope IS NOT NULL
      """, .integer(day)
    ) { (try $0.text(at: 0), ScopeID(rawValue: try $0.integer(at: 1))) }
    for case (let unit, let scope?) in mapped {
      ofUnit[unit, default: []].append(scope)
      units[scope, default: []].append(unit)
    }
    guard schema[PlaceTable.definition.id] != nil, schema[ScopeTable.definition.id] != nil else {
      return
    }
    communes = Set(
      try connection.rows("SELECT rid FROM scope WHERE kind = 2") {
        ScopeID(rawValue: try $0.integer(at: 0))
      }.compactMap(\.self))
    let places = try connection.rows(
      "SELECT rid, household_scope FROM place WHERE household_scope IS NOT NULL"
    ) { (RowID(rawValue: try $0.integer(at: 0)), ScopeID(rawValue: try $0.integer(at: 1))) }
    for case (let place?, let scope?) in places { households[place] = scope }
  }

  /// The scopes that a target means, ascending.
  package func scopes(of target: GrantTarget) -> [ScopeID] {
    switch target {
    case .scope(let scope): return [scope]
    case .unit(let code): return Set(ofUnit[code] ?? []).sorted()
    case .place(let place):
      guard let own = households[place] else { return [] }
      // The teams and members of whatever unit the place lies in that day.
      let around = (units[own] ?? []).flatMap { ofUnit[$0] ?? [] }
      return Set([own] + around.filter(communes.contains)).sorted()
    }
  }
}
