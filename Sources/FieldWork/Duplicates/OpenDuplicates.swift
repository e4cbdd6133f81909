import Replica
import SyncProtocol

/// Which records of a register may be one person or household, the likeliest pair first.
package struct OpenDuplicates: Sendable {
  /// Two records that may be one.
  package struct Pair: Sendable {
    /// The older row.
    package let one: RowID
    /// The other one.
    package let other: RowID
    /// How likely, and why.
    package let score: DuplicateScore
  }

  /// The pairs.
  package let pairs: [Pair]
  let persons: Persons

  /// How many pairs there are.
  package var count: Int { pairs.count }
}

/// Two rows, whichever is named first.
private struct Couple: Hashable {
  let smaller: RowID
  let greater: RowID

  init(_ one: RowID, _ other: RowID) {
    smaller = min(one, other)
    greater = max(one, other)
  }
}

/// What somebody has said of records: which are one, and of whom it was said that they are two.
struct SettledCouples {
  let persons: Persons
  private let apart: Set<Couple>

  init(_ edges: [Persons.Edge]) {
    let persons = Persons(edges)
    self.persons = persons
    // Of whom it was said that they are two, it was said of all their records.
    apart = Set(
      edges.filter { $0.kind == .notSame }
        .map { Couple(persons.canonical($0.row), persons.canonical($0.other)) })
  }

  /// Whether nobody has said of two rows whether they are one.
  func isOpen(_ one: RowID, _ other: RowID) -> Bool {
    let (one, other) = (persons.canonical(one), persons.canonical(other))
    return one != other && !apart.contains(Couple(one, other))
  }
}

extension RecordReader {
  /// Compares everybody with everybody who is like them: a second and more for a large register,
  /// which whoever shows the list page by page remembers.
  ///
  /// - Parameter unit: only residents of the scopes that a commune has now; nil for all.
  package func openDuplicates(inUnit unit: String? = nil) throws -> OpenDuplicates {
    let settled = SettledCouples(try edges(.resident, of: nil))
    let search = DuplicateSearch(try personProfiles(inUnit: unit))
    return OpenDuplicates(
      pairs: search.pairs().compactMap { pair in
        guard let one = search.profiles[pair.first].row,
          let other = search.profiles[pair.second].row, settled.isOpen(one, other)
        else { return nil }
        return OpenDuplicates.Pair(one: one, other: other, score: pair.score)
      }, persons: settled.persons)
  }

  /// The same of households, each compared with the others of its hamlet.
  ///
  /// - Parameters:
  ///   - unit: only households of the hamlets that a commune has on a day; nil for all.
  ///   - day: that day.
  package func openDuplicateHouseholds(
    inUnit unit: String? = nil, on day: LocalDate
  ) throws -> OpenDuplicates {
    let settled = SettledCouples(try edges(.household, of: nil))
    let places = try unit.map { unit in
      let map = try PlaceMap(self)
      return Set(map.places.filter { map.unit(of: $0, on: day) == unit }.map(\.id))
    }
    let register = HouseholdRegister(try householdProfiles(of: places))
    var pairs: [OpenDuplicates.Pair] = []
    for (place, profile) in register.profiles.enumerated() {
      for match in register.candidates(for: profile) where match.place > place {
        guard let one = profile.row, let other = register.profiles[match.place].row,
          settled.isOpen(one, other)
        else { continue }
        pairs.append(OpenDuplicates.Pair(one: one, other: other, score: match.score))
      }
    }
    pairs.sort { ($1.score.halfBits, $0.one, $0.other) < ($0.score.halfBits, $1.one, $1.other) }
    return OpenDuplicates(pairs: pairs, persons: settled.persons)
  }

  /// Those of pairs that were found before of which nobody has said since whether they are one, and
  /// whose records both still stand.
  package func stillOpen(
    _ open: OpenDuplicates, _ kind: RecordCode.Kind
  ) throws -> OpenDuplicates {
    let settled = SettledCouples(try edges(kind, of: nil))
    let gone = Set(
      try connection.rows(
        """
        SELECT rid FROM "\(kind.table.name)" WHERE void_reason IS NOT NULL
        UNION ALL SELECT rid FROM "\(kind.table.name)" WHERE hidden IS NOT NULL
        """
      ) { RowID(rawValue: try $0.integer(at: 0)) })
    return OpenDuplicates(
      pairs: open.pairs.filter {
        settled.isOpen($0.one, $0.other) && !gone.contains($0.one) && !gone.contains($0.other)
      }, persons: settled.persons)
  }

  /// What speaks for and against two households being one; nil where they are certainly two.
  package func householdScore(_ one: RowID, _ other: RowID) throws -> DuplicateScore? {
    let place = try existing(Household.self, one).place
    let places = try place.map { Set([try currentPlaces()[$0] ?? $0]) }
    let register = HouseholdRegister(try householdProfiles(of: places))
    guard let profile = register.profiles.first(where: { $0.row == one }) else { return nil }
    return register.candidates(for: profile).first { register.profiles[$0.place].row == other }?
      .score
  }

  /// The pairs of which somebody has said whether they are one, by row; what a move of the centre
  /// says is not among them.
  package func settledPairs(
    _ kind: RecordCode.Kind
  ) throws -> [(one: RowID, other: RowID, isSame: Bool)] {
    var seen: Set<Couple> = []
    return try edges(kind, of: nil).filter { !$0.kind.isMove }
      .sorted { ($0.row, $0.other) < ($1.row, $1.other) }
      .compactMap { edge in
        // Each edge is written at both its ends.
        guard seen.insert(Couple(edge.row, edge.other)).inserted else { return nil }
        return (min(edge.row, edge.other), max(edge.row, edge.other), edge.kind == .same)
      }
  }
}
