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

  /// What is doubtful about the code of a dossier that an assist names as its evidence.
  func doubts(aboutEvidenceOf id: RowID) throws -> [RecordWarning] {
    let assist = try reader.existing(Assist.self, id)
    guard assist.evidenceKind == .dossierCode, let code = assist.evidence else { return [] }
    return doubts(aboutCode: code, usedBy: try twins(of: assist))
  }

  /// What is doubtful about the code of a dossier.
  func doubts(aboutDossierOf id: RowID) throws -> [RecordWarning] {
    let submission = try reader.existing(Submission.self, id)
    guard let code = submission.dossierCode else { return [] }
    return doubts(aboutCode: code, usedBy: try twins(of: submission))
  }

  private func doubts(aboutCode code: String, usedBy twins: [RowID]) -> [RecordWarning] {
    (DossierCode.isUnlike(code) ? [.unlikeDossierCode(code)] : [])
      + (twins.isEmpty ? [] : [.dossierCodeUsed(twins)])
  }

  /// The other standing assists with the service of this one that the same dossier code proves: one of
  /// them may be the same recorded twice, and each counts until a person decides.
  package func twins(of assist: Assist) throws -> [RowID] {
    guard assist.voidReason == nil, assist.evidenceKind == .dossierCode,
      let code = assist.evidence, let service = assist.service
    else { return [] }
    return try assists(provedBy: code, service: service, besides: assist.id)
  }

  /// The other standing dossiers with the code of this one.
  package func twins(of submission: Submission) throws -> [RowID] {
    guard submission.voidReason == nil, let code = submission.dossierCode else { return [] }
    return try dossiers(naming: code, besides: submission.id)
  }

  /// The standing assists with a service that name a dossier code as evidence.
  package func assists(
    provedBy code: String, service: String, besides id: RowID? = nil
  ) throws -> [RowID] {
    try search.rows(naming: code).filter { row in
      guard row != id, try reader.evidence(row, names: code, .whole) == .assist,
        let other = try reader.record(Assist.self, row)
      else { return false }
      return other.service == service && other.evidenceKind == .dossierCode
    }
  }

  /// The standing dossiers of this store that have a code, however it is spaced and in capitals or small
  /// letters.
  package func dossiers(naming code: String, besides id: RowID? = nil) throws -> [RowID] {
    try search.rows(naming: code).filter {
      try $0 != id && reader.evidence($0, names: code, .whole) == .submission
    }
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

  /// The assist of a dossier, where that names another resident than the dossier does.
  func doubts(aboutPersonOfDossier id: RowID) throws -> [RecordWarning] {
    let dossier = try reader.existing(Submission.self, id)
    guard let named = dossier.resident,
      let assist = try dossier.assist.flatMap({ try reader.record(Assist.self, $0) }),
      assist.voidReason == nil, assist.resident != named
    else { return [] }
    return [.assistOfAnother(assist.id)]
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
}
