import Replica
import SQLite
import SyncProtocol

/// What may be wrong with a record that stands none the less: a warning, never a block.
extension FieldStore {
  /// What a personal id says against the year of birth and the sex that a record will hold.
  func doubts(about number: PersonalID?, in checker: DraftChecker) -> [RecordWarning] {
    guard let number else { return [] }
    var warnings: [RecordWarning] = []
    if let year = checker.result(ResidentTable.birthYear).integer, year != number.birthYear {
      warnings.append(.idContradictsBirthYear)
    }
    if let sex = Sex(stored: checker.result(ResidentTable.sex).integer),
      (sex == .male) != (number.sex == .male)
    {
      warnings.append(.idContradictsSex)
    }
    return warnings
  }

  /// Other standing assists with the same service that name the same dossier code as evidence.
  func doubts(aboutEvidenceOf id: RowID) throws -> [RecordWarning] {
    let assist = try reader.existing(Assist.self, id)
    guard assist.evidenceKind == .dossierCode, let code = assist.evidence,
      let service = assist.service
    else { return [] }
    let twins = try rows(
      of: AssistTable.definition, naming: code,
      """
      SELECT rid, evidence FROM assist
      WHERE service = ? AND evidence_kind = ? AND evidence IS NOT NULL AND void_reason IS NULL
        AND hidden IS NULL AND rid <> ?
      ORDER BY rid
      """, .text(service), .integer(EvidenceKind.dossierCode.rawValue), .integer(id.rawValue))
    return twins.isEmpty ? [] : [.dossierCodeUsed(twins)]
  }

  /// Other standing dossiers of this store with the same code.
  func doubts(aboutDossierOf id: RowID) throws -> [RecordWarning] {
    guard let code = try reader.existing(Submission.self, id).dossierCode else { return [] }
    let twins = try rows(
      of: SubmissionTable.definition, naming: code,
      """
      SELECT rid, dossier_code FROM submission
      WHERE dossier_code IS NOT NULL AND void_reason IS NULL AND hidden IS NULL AND rid <> ?
      ORDER BY rid
      """, .integer(id.rawValue))
    return twins.isEmpty ? [] : [.dossierCodeUsed(twins)]
  }

  /// Standing dossiers of an assist that name another resident.
  func doubts(aboutDossiersOfAssist id: RowID) throws -> [RecordWarning] {
    let apart = try dossiers(
      """
      SELECT s.rid FROM submission AS s JOIN assist AS a ON a.rid = s.assist
      WHERE s.assist = ? AND s.resident IS NOT a.resident AND s.void_reason IS NULL
        AND s.hidden IS NULL
      ORDER BY s.rid
      """, .integer(id.rawValue))
    return apart.isEmpty ? [] : [.dossierOfAnother(apart)]
  }

  /// Standing dossiers of a visit that were filed on the day that it had before.
  func doubts(aboutDossiersOfVisit id: RowID, before day: LocalDate) throws -> [RecordWarning] {
    let left = try dossiers(
      """
      SELECT s.rid FROM assist AS a JOIN submission AS s ON s.assist = a.rid
      WHERE a.visit = ? AND s.date = ? AND s.void_reason IS NULL AND s.hidden IS NULL
      ORDER BY s.rid
      """, .integer(id.rawValue), .integer(Int64(day.daysSince1970)))
    return left.isEmpty ? [] : [.dossierOfAnotherDay(left, day)]
  }

  private func dossiers(_ sql: String, _ bindings: SQLValue...) throws -> [RowID] {
    try store.connection.rows(sql, bindings: bindings) { RowID(rawValue: try $0.integer(at: 0)) }
      .compactMap { $0 }
  }

  /// The code of a dossier as it is compared: however it is spaced, in capitals.
  static func canonicalCode(_ code: String) -> String {
    code.uppercased().filter { !$0.isWhitespace }
  }

  /// The rows of a query whose second column says a code, in capitals or small letters. They are
  /// compared in memory: sealed values have no equality that SQL could see.
  private func rows(
    of table: TableDefinition, naming text: String, _ sql: String, _ bindings: SQLValue...
  ) throws -> [RowID] {
    let opener = ValueOpener(reader.keyring, table)
    let code = Self.canonicalCode(text)
    return try reader.keyring.reading {
      try store.connection.rows(sql, bindings: bindings) { row -> RowID? in
        guard let id = RowID(rawValue: try row.integer(at: 0)) else { return nil }
        return try opener.open(row, at: 1, of: id).value?.text.map(Self.canonicalCode) == code
          ? id : nil
      }.compactMap { $0 }
    }
  }
}
