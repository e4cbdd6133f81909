import Replica
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
    let opener = ValueOpener(reader.keyring, AssistTable.definition)
    let twins = try store.connection.rows(
      """
      SELECT rid, evidence FROM assist
      WHERE service = ? AND evidence_kind = ? AND evidence IS NOT NULL AND void_reason IS NULL
        AND hidden IS NULL AND rid <> ?
      ORDER BY rid
      """, .text(service), .integer(EvidenceKind.dossierCode.rawValue), .integer(id.rawValue)
    ) { row -> RowID? in
      guard let other = RowID(rawValue: try row.integer(at: 0)) else { return nil }
      return try opener.open(row, at: 1, of: other).value?.text == code ? other : nil
    }.compactMap { $0 }
    return twins.isEmpty ? [] : [.dossierCodeUsed(twins)]
  }

  /// Other standing dossiers of this store with the same code. Codes are compared in memory: sealed
  /// values have no equality that SQL could see.
  func doubts(aboutDossierOf id: RowID) throws -> [RecordWarning] {
    guard let code = try reader.existing(Submission.self, id).dossierCode else { return [] }
    let opener = ValueOpener(reader.keyring, SubmissionTable.definition)
    let twins = try store.connection.rows(
      """
      SELECT rid, dossier_code FROM submission
      WHERE dossier_code IS NOT NULL AND void_reason IS NULL AND hidden IS NULL AND rid <> ?
      ORDER BY rid
      """, .integer(id.rawValue)
    ) { row -> RowID? in
      guard let other = RowID(rawValue: try row.integer(at: 0)) else { return nil }
      return try opener.open(row, at: 1, of: other).value?.text == code ? other : nil
    }.compactMap { $0 }
    return twins.isEmpty ? [] : [.dossierCodeUsed(twins)]
  }
}
