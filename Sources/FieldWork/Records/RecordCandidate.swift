import SQLite
import SyncProtocol

/// One of several records that a typed code can mean, with what tells them apart.
package struct RecordCandidate: Hashable, Sendable {
  /// The row; people type it after `#`.
  package let row: RowID
  /// Its name or date, and whether it was deleted.
  package let description: BilingualText

  /// One line.
  package var words: BilingualText { BilingualText(same: "#\(row.rawValue)  ") + description }

  /// Names a candidate.
  package init(_ row: RowID, _ description: BilingualText) {
    self.row = row
    self.description = description
  }
}

extension RecordReader {
  /// Whom a record is about, as people know them: the household of a visit, the resident of an
  /// assist, itself where it is somebody; nil where nobody is named.
  package func subject(of row: RowID, _ table: TableID) throws -> String? {
    switch table {
    case HouseholdTable.definition.id, ResidentTable.definition.id: try name(of: row, table)
    default: try owner(of: row, table)
    }
  }

  /// The rows that a code can mean, described.
  func candidates(_ rows: [RowID], _ table: TableDefinition) throws -> [RecordCandidate] {
    try rows.map { row in
      guard try exists(table, row) else {
        return RecordCandidate(row, BilingualText(vi: "(đã bị xóa)", en: "(deleted)"))
      }
      return RecordCandidate(
        row, try BilingualText(same: try name(of: row, table.id) ?? "–") + made(row, table))
    }
  }

  /// What a record is, whose, and when it was written: two copies of one store may write two of one
  /// number on one day, and the laptop is the same by its number.
  private func made(_ row: RowID, _ table: TableDefinition) throws -> BilingualText {
    let kind = BilingualText(same: " · ") + TableWords.words(of: table.name)
    let time =
      try connection.row(
        "SELECT time FROM \"\(table.name)\" WHERE rid = ?", .integer(row.rawValue)
      ) { try $0.optionalInteger(at: 0) } ?? nil
    let moment = time.map { " · " + Format.dateTime(LocalDateTime(milliseconds: $0)) } ?? ""
    let owner = try owner(of: row, table.id).map { " · \($0)" } ?? ""
    return kind + BilingualText(same: "\(owner)\(moment)")
  }

  private func owner(of row: RowID, _ table: TableID) throws -> String? {
    func household(_ row: RowID?) throws -> String? {
      try row.flatMap { try record(Household.self, $0)?.name }
    }
    func resident(_ row: RowID?) throws -> String? {
      try row.flatMap { try record(Resident.self, $0)?.fullName }
    }
    return switch table {
    case ResidentTable.definition.id: try household(record(Resident.self, row)?.household)
    case VisitTable.definition.id: try household(record(Visit.self, row)?.household)
    case AssistTable.definition.id: try resident(record(Assist.self, row)?.resident)
    case SubmissionTable.definition.id: try resident(record(Submission.self, row)?.resident)
    default: nil
    }
  }

  /// Whether the only records of a code were deleted.
  func holdsHidden(_ code: RecordCode) throws -> Bool {
    let first = Int64(code.replica) << 39
    return try connection.integer(
      "SELECT count(*) FROM \"\(code.kind.table.name)\" WHERE number = ? AND rid BETWEEN ? AND ?",
      .integer(code.number), .integer(first), .integer(first + (1 << 39 - 1))) > 0
  }

  private func name(of row: RowID, _ table: TableID) throws -> String? {
    switch table {
    case HouseholdTable.definition.id: try record(Household.self, row)?.name
    case ResidentTable.definition.id: try record(Resident.self, row)?.fullName
    case VisitTable.definition.id: try record(Visit.self, row)?.date.map(Format.date)
    case AssistTable.definition.id: try record(Assist.self, row)?.service
    case SubmissionTable.definition.id: try record(Submission.self, row)?.dossierCode
    case MemberTable.definition.id: try record(Member.self, row)?.fullName
    case TeamTable.definition.id: try record(Team.self, row)?.name
    case PlaceTable.definition.id: try record(Place.self, row)?.name
    default:
      try RecordForms.form(of: table)
        .flatMap { try formRecord($0, row) }.map { try title(of: $0).vietnamese }
    }
  }
}
