import SQLite
import SyncProtocol

/// The teams of a hamlet stand in the scope of a commune, and a row never changes its scope: where
/// the hamlet goes, that scope goes along.
extension Store {
  /// A scope of households, and the commune scope that a team which serves it stands in.
  package struct ServedScope: Hashable, Sendable {
    /// The households.
    package var households: ScopeID
    /// The teams and members.
    package var commune: ScopeID
  }

  /// The scopes of households that teams serve on a day, ascending.
  package func servedScopes(on day: Int64) throws -> [ServedScope] {
    guard schema[TeamTable.definition.id] != nil, schema[PlaceTable.definition.id] != nil else {
      return []
    }
    return try connection.rows(
      """
      SELECT DISTINCT place.household_scope, team.scope FROM team
      JOIN place ON place.rid = team.place
      WHERE team.hidden IS NULL AND coalesce(team.valid_to, 9e15) >= ?1
        AND team.scope IN (SELECT rid FROM scope WHERE kind = 2)
        AND place.household_scope IS NOT NULL
      ORDER BY 1, 2
      """, .integer(day)
    ) { (ScopeID(rawValue: try $0.integer(at: 0)), ScopeID(rawValue: try $0.integer(at: 1))) }
    .compactMap { pair in
      guard let households = pair.0, let commune = pair.1 else { return nil }
      return ServedScope(households: households, commune: commune)
    }
  }

  /// Puts the commune scopes of teams under the unit that the households they serve lie in, beside the
  /// units they belong to: from a day on, and from every later day on which the map changes. Must run
  /// inside a transaction, at the centre.
  func carryCommuneAreas(from day: Int64, clock: ClockReading) throws {
    let later = try unitMap().compactMap(\.validFrom).filter { $0 > day }
    for change in Set(later).union([day]).sorted() {
      try carryCommuneAreas(on: change, clock: clock)
    }
  }

  private func carryCommuneAreas(on day: Int64, clock: ClockReading) throws {
    let served = try servedScopes(on: day)
    guard !served.isEmpty else { return }
    var unitsByScope: [ScopeID: [String]] = [:]
    for entry in try unitMap() where entry.isValid(on: day) {
      unitsByScope[entry.scope, default: []].append(entry.unit)
    }
    var missing: [(commune: ScopeID, unit: String)] = []
    for pair in served {
      let units = unitsByScope[pair.households, default: []]
      let known = unitsByScope[pair.commune, default: []]
      guard let unit = units.first, !units.contains(where: known.contains) else { continue }
      unitsByScope[pair.commune, default: []].append(unit)
      missing.append((pair.commune, unit))
    }
    // An act is bounded.
    var rest = missing[...]
    while !rest.isEmpty {
      let chunk = rest.prefix(300)
      rest = rest.dropFirst(chunk.count)
      try commit(author: nil, clock: clock) { act in
        for (commune, unit) in chunk { try act.map(commune, to: unit, from: day) }
      }
    }
  }
}
