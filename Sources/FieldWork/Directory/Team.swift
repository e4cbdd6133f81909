import SyncProtocol

/// A community digital-technology team.
package struct Team: FieldRecord {
  /// The synced table.
  package static let table = TeamTable.definition
  /// `T-…`.
  package static let kind: RecordCode.Kind? = .team
  /// The columns read.
  package static let columns = "name, place, kind, valid_from, valid_to"

  /// Identity, scope and code.
  package let header: RecordHeader
  /// Its name.
  package let name: String?
  /// The hamlet it serves.
  package let place: RowID?
  /// What it is: a number of `ChoiceList.teamKind`; nil where the roster does not say.
  package let teamKind: Int64?
  /// First day; nil for always.
  package let validFrom: LocalDate?
  /// Last day; nil while it lasts.
  package let validTo: LocalDate?

  /// Reads a row.
  package init(_ header: RecordHeader, reading row: inout ColumnReader) throws {
    self.header = header
    name = try row.text()
    place = try row.reference()
    teamKind = try row.integer()
    validFrom = try row.date()
    validTo = try row.date()
  }
}

extension RecordReader {
  /// Teams, by name.
  package func teams(place: RowID? = nil) throws -> [Team] {
    var conditions = RecordConditions()
    if let place { conditions.add("place = ?", .integer(place.rawValue)) }
    let teams = try records(
      Team.self, where: conditions.sql, conditions.bindings, order: "rid", page: .all)
    let keyed = teams.map { (VietnameseCollation.sortKey($0.name ?? ""), $0) }
    return keyed.sorted {
      $0.0 == $1.0 ? $0.1.id < $1.1.id : $0.0.lexicographicallyPrecedes($1.0)
    }.map(\.1)
  }
}
