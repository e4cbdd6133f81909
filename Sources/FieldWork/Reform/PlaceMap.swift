import SQLite
import SyncProtocol

/// Which scope lay under which unit and hamlet, on any day: the centre's dated rows, read once.
///
/// Scopes never change, so a territory of any day is a set of scopes; where a border runs through a
/// scope, the hamlet of each household tells.
package struct PlaceMap: Sendable {
  /// A scope under a unit, for a time.
  package struct Entry: Hashable, Sendable {
    /// The unit's national code.
    package let unit: String
    /// The scope.
    package let scope: ScopeID
    /// The first day; nil for always.
    package let validFrom: LocalDate?
    /// The last day; nil while it lasts.
    package let validTo: LocalDate?

    /// True on a day.
    package func isValid(on day: LocalDate) -> Bool {
      validFrom.map { $0 <= day } ?? true && validTo.map { day <= $0 } ?? true
    }
  }

  /// A scope as the directory describes it.
  package struct Scope: Hashable, Sendable {
    /// The scope.
    package let id: ScopeID
    /// What it is for.
    package let kind: ScopeKind?
    /// What people call it.
    package let label: String?
  }

  /// All entries, by unit, scope and first day.
  package let entries: [Entry]
  /// All hamlets, by row.
  package let places: [Place]
  /// All scopes of the directory that are here, by number.
  package let scopes: [ScopeID: Scope]
  private let entriesByScope: [ScopeID: [Entry]]
  private let entriesByUnit: [String: [Entry]]
  private let placesByScope: [ScopeID: [Place]]
  private let placeByID: [RowID: Place]

  /// Reads the map.
  ///
  /// - Parameter only: reads no other scope's part, where one is asked about.
  package init(_ reader: RecordReader, only scope: ScopeID? = nil) throws {
    let wanted = SQLValue(scope?.rawValue)
    var scopes: [ScopeID: Scope] = [:]
    var openedOn: [ScopeID: LocalDate] = [:]
    try reader.connection.withStatement(
      """
      SELECT rid, kind, label, time FROM scope
      WHERE hidden IS NULL AND (?1 IS NULL OR rid = ?1) ORDER BY rid
      """
    ) { statement in
      try statement.bind(all: [wanted])
      while try statement.step() {
        var row = ColumnReader(statement)
        guard let id = try row.integer().flatMap(ScopeID.init(rawValue:)) else { continue }
        scopes[id] = Scope(id: id, kind: try row.choice(), label: try row.text())
        openedOn[id] = try row.integer().map { LocalDate(milliseconds: $0) }
      }
    }
    var entries: [Entry] = []
    // Thousands of scopes lie under some hundred units.
    var lineages: [String: [PlaceUnit]] = [:]
    try reader.connection.withStatement(
      """
      SELECT unit, mapped_scope, valid_from, valid_to FROM unit_scope
      WHERE hidden IS NULL AND unit IS NOT NULL AND mapped_scope IS NOT NULL
        AND (?1 IS NULL OR mapped_scope = ?1)
      ORDER BY unit, mapped_scope, valid_from, rid
      """
    ) { statement in
      try statement.bind(all: [wanted])
      while try statement.step() {
        var row = ColumnReader(statement)
        guard let unit = try row.text(),
          let scope = try row.integer().flatMap(ScopeID.init(rawValue:))
        else { continue }
        let from =
          try row.date()
          ?? openedOn[scope].flatMap { day in
            let lineage = lineages[unit] ?? PlaceLineage.units(code: unit)
            lineages[unit] = lineage
            return Self.start(of: lineage, on: day)
          }
        entries.append(
          Entry(unit: unit, scope: scope, validFrom: from, validTo: try row.date()))
      }
    }
    self.entries = entries
    self.scopes = scopes
    places = try reader.records(
      Place.self, where: "?1 IS NULL OR household_scope = ?1", [wanted], order: "rid", page: .all)
    entriesByScope = Dictionary(grouping: entries, by: \.scope)
    entriesByUnit = Dictionary(grouping: entries, by: \.unit)
    placesByScope = Dictionary(
      grouping: places.filter { $0.householdScope != nil },
      by: { $0.householdScope ?? .everyone })
    placeByID = Dictionary(places.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The first day of the unit that a code of this lineage named when a scope was put under it "for always": before
  /// that day the code named another territory, and nobody said where the scope lay.
  private static func start(of lineage: [PlaceUnit], on day: LocalDate) -> LocalDate? {
    lineage.first { $0.isValid(on: day) }?.validFrom
  }

  private func entries(of unit: String) -> [Entry] { entriesByUnit[unit] ?? [] }

  /// The entries of a scope, by unit and first day.
  package func entries(of scope: ScopeID) -> [Entry] { entriesByScope[scope] ?? [] }

  /// The codes under which a scope lay on a day: none, one, or several where a border runs through.
  package func units(of scope: ScopeID, on day: LocalDate) -> [String] {
    var codes: [String] = []
    for entry in entries(of: scope) where entry.isValid(on: day) && !codes.contains(entry.unit) {
      codes.append(entry.unit)
    }
    return codes
  }

  /// The scopes of a unit on a day, ascending.
  package func scopes(of unit: String, on day: LocalDate) -> [ScopeID] {
    Set(entries(of: unit).filter { $0.isValid(on: day) }.map(\.scope)).sorted()
  }

  /// Whether a unit has any scope on a day.
  package func hasUnit(_ unit: String, on day: LocalDate) -> Bool {
    entries(of: unit).contains { $0.isValid(on: day) }
  }

  /// How many hamlets there are on a day: several rows that became one count once.
  package func hamletCount(on day: LocalDate) -> Int {
    let standing = places.filter { $0.isValid(on: day) }
    return Dictionary(grouping: standing) { $0.validFrom }.values.reduce(0) { count, began in
      let first = began.enumerated().filter { index, place in
        place.validFrom == nil || !began[..<index].contains { $0.isSameHamlet(as: place) }
      }
      return count + first.count
    }
  }

  /// The hamlet of a row.
  package func place(_ id: RowID) -> Place? { placeByID[id] }

  /// The hamlets whose households a scope holds, by row: one after the other, or side by side.
  package func hamlets(of scope: ScopeID, on day: LocalDate? = nil) -> [Place] {
    let places = placesByScope[scope] ?? []
    guard let day else { return places }
    return places.filter { $0.isValid(on: day) }
  }

  /// What a hamlet was or became on another day; nil where that cannot be told, because it was split
  /// and nobody has said which part is meant.
  package func hamlet(_ place: Place, on day: LocalDate) -> Place? {
    if place.isValid(on: day) { return place }
    guard let scope = place.householdScope else { return nil }
    let candidates = hamlets(of: scope, on: day)
    if candidates.count <= 1 { return candidates.first }
    var current = place
    for _ in hamlets(of: scope) {
      let isForward = (current.validTo ?? .latest) < day
      let steps = hamlets(of: scope).filter { other in
        other.id != current.id
          && (isForward
            ? other.validFrom != nil && other.validFrom == current.validTo?.adding(days: 1)
            : other.validTo != nil && other.validTo == current.validFrom?.adding(days: -1))
          && !other.isWithdrawn
      }
      guard let only = steps.first, steps.count == 1 else { return nil }
      if only.isValid(on: day) { return only }
      current = only
    }
    return nil
  }

  /// The unit in which a hamlet lay on a day; nil where that cannot be told.
  package func unit(of place: Place, on day: LocalDate) -> String? {
    guard let scope = place.householdScope else { return place.communeCode }
    let codes = units(of: scope, on: day)
    if codes.count <= 1 { return codes.first }
    // A border runs through the scope: the hamlet of that day says on which side it lay.
    guard let then = hamlet(place, on: day), let code = then.communeCode else { return nil }
    if codes.contains(code) { return code }
    return follow(code, in: scope, to: day)
  }

  /// What a unit became in one scope; nil where it went several ways.
  private func follow(_ code: String, in scope: ScopeID, to day: LocalDate) -> String? {
    var code = code
    for _ in entries(of: scope) {
      let ended = entries(of: scope).filter { $0.unit == code }.compactMap(\.validTo).max()
      guard let ended, ended < day else { return nil }
      let next = entries(of: scope).filter { $0.validFrom == ended.adding(days: 1) }.map(\.unit)
      guard let only = next.first, next.count == 1 else { return nil }
      if units(of: scope, on: day).contains(only) { return only }
      code = only
    }
    return nil
  }

  /// The scopes of households that lie under no unit on a day, though they did before: parts of a
  /// split unit of which nobody has said where they went. Ascending.
  package func undecidedScopes(on day: LocalDate) -> [ScopeID] {
    entriesByScope.keys.filter { scope in
      scopes[scope]?.kind == .households && units(of: scope, on: day).isEmpty
        && entries(of: scope).contains { $0.validTo.map { $0 < day } ?? false }
    }.sorted()
  }

  /// What people call a unit on a day: by the list of communes, or as its reform named it.
  package func name(of unit: String, on day: LocalDate) -> String? {
    let known = PlaceLineage.units(code: unit).first { $0.isValid(on: day) }
    // Rosters of units that it absorbed lie under it as well, and came later than its own.
    let candidates = entries(of: unit).filter {
      $0.isValid(on: day) && scopes[$0.scope]?.kind == .commune
        && !isBorrowed($0, on: day)
    }
    let own = candidates.filter(isOwn).max { order($0) < order($1) }
    if let known, own?.validFrom.map({ $0 <= known.validFrom ?? .earliest }) ?? true {
      return known.fullName
    }
    let named = own ?? candidates.max { order($0) < order($1) }
    return named.flatMap { scopes[$0.scope]?.label } ?? known?.fullName
  }

  /// Whether the scope lies under another unit too, and did so before: it came along with hamlets.
  private func isBorrowed(_ entry: Entry, on day: LocalDate) -> Bool {
    entries(of: entry.scope).contains { other in
      other.unit != entry.unit && other.isValid(on: day)
        && (other.validFrom ?? .earliest) < (entry.validFrom ?? .earliest)
    }
  }

  /// Whether the scope was opened for the unit it lies under, and lay under no other before.
  private func isOwn(_ entry: Entry) -> Bool {
    entries(of: entry.scope).allSatisfy { other in
      other.unit == entry.unit || (other.validFrom ?? .earliest) >= (entry.validFrom ?? .earliest)
    }
  }

  private func order(_ entry: Entry) -> (LocalDate, ScopeID) {
    (entry.validFrom ?? .earliest, entry.scope)
  }
}

extension Place {
  /// Whether it existed under this name on a day.
  package func isValid(on day: LocalDate) -> Bool {
    validFrom.map { $0 <= day } ?? true && validTo.map { day <= $0 } ?? true
  }

  /// Whether the reform that made it was taken back: it was valid on no day.
  package var isWithdrawn: Bool {
    if let validFrom, let validTo { validTo < validFrom } else { false }
  }
}

/// The map of places, for readings of one transaction that need it several times.
final class PlaceMapOnce {
  private var map: PlaceMap?

  fileprivate func map(_ reader: RecordReader) throws -> PlaceMap {
    if let map { return map }
    let read = try PlaceMap(reader)
    map = read
    return read
  }
}

extension RecordReader {
  /// The map of places, as far as possible of this reading.
  func placeMap() throws -> PlaceMap { try places?.map(self) ?? PlaceMap(self) }

  /// The same reader for one reading, which reads the map of places once.
  func readingPlacesOnce() -> RecordReader {
    var reader = self
    reader.places = places ?? PlaceMapOnce()
    return reader
  }
}
