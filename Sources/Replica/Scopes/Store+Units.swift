import SQLite
import SyncProtocol

/// The dated map from units to scopes: what a reform of communes changes, and all that it changes.
extension Store {
  /// One entry of the map.
  package struct UnitEntry: Hashable, Sendable {
    /// The row in scope 0.
    package var row: RowID
    /// The unit's national code.
    package var unit: String
    /// The scope.
    package var scope: ScopeID
    /// First day; nil for always.
    package var validFrom: Int64?
    /// Last day; nil while it lasts.
    package var validTo: Int64?

    /// True on a day.
    package func isValid(on day: Int64) -> Bool {
      (validFrom ?? .min) <= day && day <= (validTo ?? .max)
    }
  }

  /// The whole map, by unit, scope and first day.
  package func unitMap() throws -> [UnitEntry] {
    try connection.rows(
      """
      SELECT rid, unit, mapped_scope, valid_from, valid_to FROM unit_scope
      WHERE hidden IS NULL AND unit IS NOT NULL AND mapped_scope IS NOT NULL
      ORDER BY unit, mapped_scope, valid_from, rid
      """
    ) { statement in
      guard let row = RowID(rawValue: try statement.integer(at: 0)),
        let scope = ScopeID(rawValue: try statement.integer(at: 2))
      else { throw ProtocolError.malformed(.numberOutOfRange) }
      return UnitEntry(
        row: row, unit: try statement.text(at: 1), scope: scope,
        validFrom: try statement.optionalInteger(at: 3),
        validTo: try statement.optionalInteger(at: 4))
    }
  }

  /// Puts a scope under a unit from a day on; where it lies there already nothing is written, and
  /// where it was to come later or to leave it is there from that day on. Centre only.
  /// - Returns: what laptops gain and lose.
  package func assign(
    _ scope: ScopeID, toUnit unit: String, from day: Int64, clock: ClockReading
  ) throws -> [GrantChange] {
    try changeUnits(from: day, clock: clock) { act in
      let held = try unitMap().filter { $0.unit == unit && $0.scope == scope }
      if let entry = held.first(where: { $0.isValid(on: day) }) {
        try act.write(UnitScopeTable.definition, entry.row, [(UnitScopeTable.validTo, .unset)])
      } else if let later = held.first(where: { $0.validFrom ?? .min > day }) {
        try act.write(
          UnitScopeTable.definition, later.row, [(UnitScopeTable.validFrom, .integer(day))])
      } else {
        try act.map(scope, to: unit, from: day)
      }
    }
  }

  /// Units end and another takes all their scopes, and the grants by those units, from a day on: a
  /// merger, or with one old unit a new code. Centre only.
  package func mergeUnits(
    _ old: [String], into new: String, from day: Int64, clock: ClockReading
  ) throws -> [GrantChange] {
    try changeUnits(from: day, clock: clock) { act in
      let map = try unitMap().filter { $0.isValid(on: day) }
      var mapped = Set(map.filter { $0.unit.utf8.elementsEqual(new.utf8) }.map(\.scope))
      for entry in map
      where entry.unit != new && old.contains(where: { $0.utf8.elementsEqual(entry.unit.utf8) }) {
        try act.end(entry, before: day)
        if mapped.insert(entry.scope).inserted { try act.map(entry.scope, to: new, from: day) }
      }
      try moveRules(from: old.filter { $0 != new }, to: new, at: RegistryDay.start(of: day))
    }
  }

  /// Scopes leave a unit for another from a day on. Centre only.
  ///
  /// - Parameter isShared: they stay under the old one too, where a split runs through a scope.
  package func splitUnit(
    _ old: String, into new: String, scopes: [ScopeID], isShared: Bool = false, from day: Int64,
    clock: ClockReading
  ) throws -> [GrantChange] {
    try changeUnits(from: day, clock: clock) { act in
      let map = try unitMap().filter { $0.isValid(on: day) }
      for scope in scopes {
        for entry in map where entry.unit == old && entry.scope == scope && !isShared {
          try act.end(entry, before: day)
        }
        if !map.contains(where: { $0.unit == new && $0.scope == scope }) {
          try act.map(scope, to: new, from: day)
        }
      }
    }
  }

  /// Gives the commune scopes of a unit another label. Centre only.
  package func renameUnit(_ unit: String, to label: String, clock: ClockReading) throws -> Int {
    let day = RegistryDay.containing(clock.wall)
    let communes = try connection.rows("SELECT rid FROM scope WHERE kind = 2") {
      try $0.integer(at: 0)
    }
    let entries = try unitMap().filter {
      $0.unit == unit && $0.isValid(on: day) && communes.contains($0.scope.rawValue)
    }
    _ = try changeUnits(from: day, clock: clock) { act in
      for entry in entries {
        guard let row = RowID(rawValue: entry.scope.rawValue) else { continue }
        try act.write(ScopeTable.definition, row, [(ScopeTable.label, .text(label))])
      }
    }
    return entries.count
  }

  private func changeUnits(
    from day: Int64, clock: ClockReading, _ body: (Act) throws -> Void
  ) throws -> [GrantChange] {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    return try transaction {
      try commit(author: nil, clock: clock, body)
      try carryCommuneAreas(from: day, clock: clock)
      return try expandGrants(at: clock.wall)
    }
  }

  /// Grants by an old unit end, and the same hold for the new one.
  func moveRules(from old: [String], to new: String, at time: Timestamp) throws {
    for rule in try grantRules() where rule.until ?? Timestamp(rawValue: .max) > time {
      guard case .unit(let unit) = rule.target,
        old.contains(where: { $0.utf8.elementsEqual(unit.utf8) })
      else { continue }
      try connection.execute(
        "UPDATE grant_rule SET until = ? WHERE id = ?", .integer(time.rawValue),
        .integer(rule.id))
      try resumeRule(.unit(new), rule.replica, max(rule.since, time), rule.until)
    }
  }
}

extension Act {
  /// Adds an entry to the map of units. Centre only.
  package func map(_ scope: ScopeID, to unit: String, from day: Int64?) throws {
    _ = try create(
      UnitScopeTable.definition, in: .everyone,
      [
        (UnitScopeTable.unit, .text(unit)), (UnitScopeTable.scope, .integer(scope.rawValue)),
        (UnitScopeTable.validFrom, day.map { .integer($0) } ?? .unset),
      ])
  }

  /// Ends an entry on the day before another begins; one that would never have been valid is
  /// deleted.
  package func end(_ entry: Store.UnitEntry, before day: Int64) throws {
    if let from = entry.validFrom, from >= day {
      try delete(UnitScopeTable.definition, entry.row)
    } else {
      try write(
        UnitScopeTable.definition, entry.row, [(UnitScopeTable.validTo, .integer(day - 1))])
    }
  }
}
