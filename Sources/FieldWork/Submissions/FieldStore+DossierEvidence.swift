import Replica
import SyncProtocol

// The code of a dossier is the evidence of the assist that it came out of.
extension FieldStore {
  /// Adds a dossier to an assist that was saved before. Its code is the evidence of an assist that
  /// has none, as where both are saved in one form. Called within `together`, as the one act it is.
  /// - Throws: as `addSubmission`.
  package func addSubmissionLater(
    _ draft: SubmissionDraft, author: RowID?, clock: ClockReading
  ) throws -> SavedRecord {
    let saved = try addSubmission(draft, author: author, clock: clock)
    try proveAssist(by: saved.id, inPlaceOf: nil, author: author, clock: clock)
    return saved
  }

  /// Changes a dossier. A code that comes late is the evidence of an assist that has none, and one
  /// that is mended is mended there too. Called within `together`, as the one act it is.
  /// - Throws: as `editSubmission`.
  package func editSubmissionAndEvidence(
    _ id: RowID, _ draft: SubmissionDraft, author: RowID?, clock: ClockReading
  ) throws -> SavedRecord {
    let former = try reader.existing(Submission.self, id).dossierCode
    let saved = try editSubmission(id, draft, author: author, clock: clock)
    try proveAssist(by: id, inPlaceOf: former, author: author, clock: clock)
    return saved
  }

  /// Makes the code of a dossier the evidence of its assist, where that has none or the code that
  /// the dossier had before; another evidence stays.
  private func proveAssist(
    by id: RowID, inPlaceOf former: String?, author: RowID?, clock: ClockReading
  ) throws {
    let submission = try reader.existing(Submission.self, id)
    guard let code = submission.dossierCode, code != former,
      let assist = try submission.assist.flatMap({ try reader.record(Assist.self, $0) }),
      assist.voidReason == nil
    else { return }
    let hasNone = assist.evidenceKind == nil && assist.evidence == nil
    let hasFormer =
      assist.evidenceKind == .dossierCode
      && former.map(Self.canonicalCode) == assist.evidence.map(Self.canonicalCode)
    guard hasNone || hasFormer, assist.evidence != code else { return }
    _ = try editAssist(
      assist.id, AssistDraft(evidenceKind: EvidenceKind.dossierCode.name, evidence: code),
      author: author, clock: clock)
  }
}
