import Replica
import SyncProtocol

/// A standing dossier that came out of a visit or an assist, and so may be void with it.
package struct HelpedDossier: Sendable {
  /// The dossier.
  package let submission: Submission
  /// Whether anything was heard of it since it was filed: then it was filed, whatever becomes of the
  /// record of the visit.
  package let hasNews: Bool
}

/// What somebody chose of the dossiers of a visit or an assist that is voided.
package struct DossierChoice: Hashable, Sendable {
  /// Those that are voided with it whatever was heard of them.
  package var voided: Set<RowID>
  /// Those that stay, because they were filed.
  package var kept: Set<RowID>

  /// Without a word for a dossier it goes along when nothing was heard of it.
  package init(voided: Set<RowID> = [], kept: Set<RowID> = []) {
    self.voided = voided
    self.kept = kept
  }

  /// Whether a dossier is voided too.
  package func voids(_ dossier: HelpedDossier) -> Bool {
    let id = dossier.submission.id
    return !kept.contains(id) && (voided.contains(id) || !dossier.hasNews)
  }
}

/// How the visit stands that a dossier came out of.
package enum DossierVisit: Hashable, Sendable {
  /// There is none, or it stands.
  case standing
  /// The visit or the assist of this code was voided; the dossier stands for itself.
  case voided(String)
  /// The visit or the assist of this code is kept out by a review, and the dossier with it.
  case heldBack(String)

  /// What whoever sees the dossier has to know; nil where the visit stands.
  package var words: BilingualText? {
    switch self {
    case .standing: nil
    case .voided(let code):
      BilingualText(
        vi: "\(code), nơi ghi hồ sơ này, đã hủy. Hồ sơ được giữ lại và vẫn được tính; nếu cũng ghi "
          + "nhầm, hãy hủy hồ sơ này.",
        en: "\(code), with which this dossier was recorded, is void. The dossier was kept and "
          + "counts on; where it was a mistake too, void it.")
    case .heldBack(let code):
      BilingualText(
        vi: "\(code), nơi ghi hồ sơ này, không được trung tâm chấp nhận: hồ sơ này không được tính "
          + "cho đến khi lượt đó được chấp nhận lại.",
        en: "\(code), with which this dossier was recorded, was not accepted by the centre: the "
          + "dossier is in no count until that is accepted again.")
    }
  }
}

extension Submission {
  /// A condition that keeps out dossiers of visits and assists that a review hides: what the centre
  /// rejected leaves every list and count, and comes back with it.
  ///
  /// - Parameter assist: the column that names the assist. The hidden ones are few and are read once.
  static func isNotHeldBack(assist: String) -> String {
    """
    (\(assist) IS NULL OR \(assist) NOT IN (
      SELECT rid FROM assist WHERE hidden IS NOT NULL
      UNION ALL
      SELECT o.rid FROM visit AS w JOIN assist AS o ON o.visit = w.rid WHERE w.hidden IS NOT NULL))
    """
  }
}

extension RecordReader {
  /// The standing dossiers of a visit or an assist, in the order in which they were recorded; none of
  /// other records.
  package func dossiers(
    helpedBy kind: RecordCode.Kind, _ id: RowID
  ) throws -> [HelpedDossier] {
    try assists(of: kind, id).flatMap { assist in
      try records(
        Submission.self, where: "assist = ? AND void_reason IS NULL", [.integer(assist.rawValue)],
        order: "rid", page: .all)
    }.map { submission in
      HelpedDossier(
        submission: submission,
        hasNews: try events(of: submission.id).contains { $0.voidReason == nil })
    }
  }

  /// Whether an assist says that a dossier was filed while all that were recorded with it are void.
  package func claimsVoidDossier(_ assist: Assist) throws -> Bool {
    guard assist.outcome == .submitted else { return false }
    let all = try submissions(assist: assist.id, includingVoided: true)
    return !all.isEmpty && all.allSatisfy { $0.voidReason != nil }
  }

  /// How the visit stands that a dossier came out of.
  package func visitState(of submission: Submission) throws -> DossierVisit {
    guard let assist = submission.assist else { return .standing }
    let visit = try connection.row(
      "SELECT visit FROM assist WHERE rid = ?", .integer(assist.rawValue)
    ) { try $0.optionalInteger(at: 0) }?.flatMap(RowID.init(rawValue:))
    let rows = [(VisitTable.definition, visit), (AssistTable.definition, assist)]
    for (table, row) in rows {
      guard let row else { continue }
      let state = try connection.row(
        "SELECT hidden IS NOT NULL, void_reason IS NOT NULL FROM \"\(table.name)\" WHERE rid = ?",
        .integer(row.rawValue)
      ) { (isHidden: try $0.integer(at: 0) == 1, isVoided: try $0.integer(at: 1) == 1) }
      if state?.isHidden == true { return .heldBack(try codeText(of: row, in: table)) }
      if state?.isVoided == true { return .voided(try codeText(of: row, in: table)) }
    }
    return .standing
  }

  /// The assists of a visit, or the assist itself.
  private func assists(of kind: RecordCode.Kind, _ id: RowID) throws -> [RowID] {
    switch kind {
    case .assist: [id]
    case .visit:
      try connection.rows(
        "SELECT rid FROM assist WHERE visit = ? AND hidden IS NULL ORDER BY rid",
        .integer(id.rawValue)
      ) { RowID(rawValue: try $0.integer(at: 0)) }.compactMap(\.self)
    default: []
    }
  }

  /// The voided dossiers of a visit or an assist.
  fileprivate func voidedDossiers(of kind: RecordCode.Kind, _ id: RowID) throws -> [RowID] {
    try assists(of: kind, id).flatMap { assist in
      try connection.rows(
        """
        SELECT rid FROM submission
        WHERE assist = ? AND hidden IS NULL AND void_reason IS NOT NULL ORDER BY rid
        """, .integer(assist.rawValue)
      ) { RowID(rawValue: try $0.integer(at: 0)) }.compactMap(\.self)
    }
  }
}

extension FieldStore {
  /// The dossiers that were voided with a visit or an assist, by one press: they come back with it.
  /// Those that were voided by themselves, before or after, are not among them.
  package func dossiersVoided(with kind: RecordCode.Kind, _ id: RowID) throws -> [RowID] {
    func head(_ kind: RecordCode.Kind, _ id: RowID) throws -> Head? {
      try kind.voidReasonField.flatMap { try store.row(kind.table.id, id)?.shown($0.id) }
    }
    guard let own = try head(kind, id), !own.value.isUnset else { return [] }
    return try reader.voidedDossiers(of: kind, id).filter { dossier in
      guard let head = try head(.submission, dossier) else { return false }
      return head.time == own.time && head.dot.replica == own.dot.replica
    }
  }
}
