import SyncProtocol

/// The territory of a unit or hamlet as it was on a day: what counts over constant territory count.
///
/// Scopes never change, so the same territory can be asked about any period, before or after a
/// reform.
package struct Territory: Hashable, Sendable {
  /// What was asked for.
  package enum Subject: Hashable, Sendable {
    /// A unit, by its code.
    case unit(String)
    /// A hamlet, by its row.
    case hamlet(RowID)
  }

  /// What was asked for.
  package let subject: Subject
  /// The day whose borders are meant.
  package let asOf: LocalDate
  /// What it is called on that day.
  package let name: String
  /// The scopes that lie in it wholly, ascending.
  package let scopes: [ScopeID]
  /// The scopes that lie in it in part, ascending: a border runs through them, or several units have
  /// one roster.
  package let sharedScopes: [ScopeID]
  /// Of scopes that lie in it in part, the households that do, ascending.
  package let households: [RowID]
  /// Scopes that belonged to it or its predecessors and of which nobody has said where they lie,
  /// ascending; in no unit's numbers.
  package let undecidedScopes: [ScopeID]
  /// Households of scopes through which a border runs, of which nobody has said on which side they
  /// live; in no unit's numbers.
  package let undecidedHouseholds: [RowID]

  /// The scopes that lie in it, wholly or in part.
  package var touchedScopes: [ScopeID] { scopes + sharedScopes }

  /// Whether something that may belong to it is left out.
  package var isUndecided: Bool { !undecidedScopes.isEmpty || !undecidedHouseholds.isEmpty }

  /// The condition on rows with a scope and a household, as SQL; only numbers stand in it.
  func condition(scope: String, household: String) -> String {
    func list(_ numbers: [Int64]) -> String {
      numbers.isEmpty ? "NULL" : numbers.map(String.init).joined(separator: ",")
    }
    let inScopes = "\(scope) IN (\(list(scopes.map(\.rawValue))))"
    guard !households.isEmpty else { return inScopes }
    return "(\(inScopes) OR \(household) IN (\(list(households.map(\.rawValue)))))"
  }
}

extension RecordReader {
  /// The territory of a unit on a day.
  /// - Throws: `FieldError.unitNotThen` where no such unit existed on the day, `.unknownUnit`.
  package func territory(ofUnit code: String, on day: LocalDate) throws -> Territory {
    let map = try PlaceMap(self)
    let scopes = map.scopes(of: code, on: day)
    let known = PlaceLineage.units(code: code)
    let isKnownThen = known.contains { $0.isValid(on: day) }
    let hasRows = map.entries.contains { $0.unit == code }
    guard !scopes.isEmpty || isKnownThen else {
      guard hasRows || !known.isEmpty else { throw FieldError.unknownUnit(code) }
      throw FieldError.unitNotThen(code, day, others: map.relatives(of: code, on: day))
    }
    var whole: [ScopeID] = []
    var shared: [ScopeID] = []
    var inside: [RowID] = []
    var undecided: [RowID] = []
    for scope in scopes {
      guard map.units(of: scope, on: day).count > 1 else {
        whole.append(scope)
        continue
      }
      shared.append(scope)
      // A roster that several units share has no households: it is in nobody's numbers.
      for (household, place) in try households(in: scope) {
        let unit = place.flatMap(map.place).flatMap { map.unit(of: $0, on: day) }
        if unit == code {
          inside.append(household)
        } else if unit == nil {
          undecided.append(household)
        }
      }
    }
    let before = map.precursors(of: code, on: day)
    return Territory(
      subject: .unit(code), asOf: day, name: map.name(of: code, on: day) ?? code,
      scopes: whole, sharedScopes: shared, households: inside.sorted(),
      undecidedScopes: map.undecidedScopes(on: day).filter { scope in
        map.entries(of: scope).contains { $0.unit == code || before.contains($0.unit) }
      },
      undecidedHouseholds: undecided.sorted())
  }

  /// The territory of a hamlet on a day; a hamlet that several became one holds all their scopes.
  /// - Throws: `FieldError.hamletNotThen` where it did not exist and nobody can say what it was.
  package func territory(ofHamlet id: RowID, on day: LocalDate) throws -> Territory {
    let map = try PlaceMap(self)
    guard let asked = map.place(id), let place = map.hamlet(asked, on: day) else {
      throw FieldError.hamletNotThen(map.place(id)?.name ?? "#\(id.rawValue)", day)
    }
    let parts = map.places.filter { $0.isSameHamlet(as: place) }
    var whole: [ScopeID] = []
    var shared: [ScopeID] = []
    var inside: [RowID] = []
    var undecided: [RowID] = []
    for part in parts {
      guard let scope = part.householdScope else { continue }
      guard map.hamlets(of: scope, on: day).count > 1 else {
        whole.append(scope)
        continue
      }
      shared.append(scope)
      for (household, at) in try households(in: scope) {
        let then = at.flatMap(map.place).flatMap { map.hamlet($0, on: day) }
        if then?.id == part.id {
          inside.append(household)
        } else if then == nil {
          undecided.append(household)
        }
      }
    }
    return Territory(
      subject: .hamlet(place.id), asOf: day, name: place.name ?? place.codeText,
      scopes: whole.sorted(), sharedScopes: shared.sorted(), households: inside.sorted(),
      undecidedScopes: [],
      undecidedHouseholds: undecided.sorted())
  }

  /// All households of a scope with their hamlets, voided ones too, by row.
  private func households(in scope: ScopeID) throws -> [(RowID, RowID?)] {
    try connection.rows(
      "SELECT rid, place FROM household WHERE scope = ? ORDER BY rid", .integer(scope.rawValue)
    ) { (RowID(rawValue: try $0.integer(at: 0)), try $0.optionalInteger(at: 1)) }
    .compactMap { row, place in row.map { ($0, place.flatMap(RowID.init(rawValue:))) } }
  }
}

extension Place {
  /// Whether both rows are one hamlet: several became one on a day, each with a scope of its own.
  package func isSameHamlet(as other: Place) -> Bool {
    if id == other.id { return true }
    guard let from = validFrom, from == other.validFrom, communeCode == other.communeCode,
      isWithdrawn == other.isWithdrawn, let name, let otherName = other.name
    else { return false }
    return name.utf8.elementsEqual(otherName.utf8)
  }
}
