import Replica
import SQLite
import SyncProtocol

/// What an assist counts as.
package enum CountVerdict: Hashable, Sendable {
  /// It counts.
  case counted
  /// It is saved and would count once this is mended.
  case provisional(CountReason)
  /// It does not count.
  case notCounted(CountReason)
}

extension CountVerdict {
  /// Whether a person or the centre took it back: it is then in no table of what was done.
  package var isVoided: Bool {
    switch self {
    case .notCounted(.voided), .notCounted(.visitVoided), .notCounted(.visitRejected),
      .notCounted(.visitHeld):
      true
    default: false
    }
  }
}

/// Why an assist does not count, or not yet.
package enum CountReason: String, CaseIterable, Hashable, Sendable {
  /// Completed or submitted, but nothing proves it.
  case evidenceMissing = "evidence-missing"
  /// No outcome, or one that this version does not know.
  case outcomeMissing = "outcome-missing"
  /// Its visit has not arrived here.
  case visitMissing = "visit-missing"
  /// Its visit has no date.
  case dateMissing = "date-missing"
  /// A person voided it.
  case voided
  /// Its visit was voided or deleted.
  case visitVoided = "visit-voided"
  /// A coordinator rejected its visit.
  case visitRejected = "visit-rejected"
  /// The centre holds its visit until somebody decides.
  case visitHeld = "visit-held"
  /// It was blocked.
  case blocked
  /// Advice only.
  case advised
  /// The resident refused.
  case refused
}

extension CountReason {
  /// Whether what has it would count once this is mended.
  package var isProvisional: Bool {
    switch self {
    case .evidenceMissing, .outcomeMissing, .visitMissing, .dateMissing: true
    case .voided, .visitVoided, .visitRejected, .visitHeld, .blocked, .advised, .refused: false
    }
  }
}

/// All that bears on whether an assist counts; nothing else does.
package struct AssistFacts: Hashable, Sendable {
  /// How the visit of an assist stands in this store.
  package enum VisitState: Hashable, Sendable {
    /// Not here.
    case missing
    /// Voided or deleted.
    case voided
    /// Rejected by a coordinator.
    case rejected
    /// Held by the centre; nobody has decided.
    case held
    /// Here, with or without a date.
    case standing(hasDate: Bool)
  }

  /// A person voided the assist.
  package var isVoided: Bool
  /// Its visit.
  package var visit: VisitState
  /// Its outcome; nil when unset or unknown.
  package var outcome: AssistOutcome?
  /// Its kind of evidence; nil when unset or unknown.
  package var evidenceKind: EvidenceKind?
  /// Whether the code, the number or the hearer's name is there.
  package var hasEvidenceText: Bool

  /// Gathers the facts.
  package init(
    isVoided: Bool, visit: VisitState, outcome: AssistOutcome?, evidenceKind: EvidenceKind?,
    hasEvidenceText: Bool
  ) {
    self.isVoided = isVoided
    self.visit = visit
    self.outcome = outcome
    self.evidenceKind = evidenceKind
    self.hasEvidenceText = hasEvidenceText
  }
}

extension AssistFacts {
  /// The counting rule: the one place where counted, provisional and not counted are decided.
  ///
  /// An assist counts when it was completed or submitted, has evidence (a dossier code, a receipt
  /// number, or the resident's spoken confirmation with who heard it) and neither it nor its visit
  /// was voided; a void of the household or the resident decides nothing (`VoidEffect`). Advice alone, a block and a refusal are results, and count as themselves only.
  /// Totals, groups and explanations of every machine ask this and nothing else; SQL only gathers
  /// the facts.
  package var verdict: CountVerdict {
    if isVoided { return .notCounted(.voided) }
    switch visit {
    case .voided: return .notCounted(.visitVoided)
    case .rejected: return .notCounted(.visitRejected)
    case .held: return .notCounted(.visitHeld)
    case .missing, .standing: break
    }
    switch outcome {
    case .blocked: return .notCounted(.blocked)
    case .advised: return .notCounted(.advised)
    case .refused: return .notCounted(.refused)
    case nil: return .provisional(.outcomeMissing)
    case .completed, .submitted: break
    }
    if visit == .missing { return .provisional(.visitMissing) }
    if visit == .standing(hasDate: false) { return .provisional(.dateMissing) }
    guard evidenceKind != nil, hasEvidenceText else { return .provisional(.evidenceMissing) }
    return .counted
  }
}

extension AssistFacts {
  /// What `init(reading:)` takes, of an assist `a` and its visit `v`, which may be missing.
  static let expressions = VisitState.expressions + expressionsBesideVisit

  /// What `init(of:reading:)` takes, of an assist `a` alone.
  static let expressionsBesideVisit = [
    "a.void_reason IS NOT NULL", "a.outcome", "a.evidence_kind", "coalesce(length(a.evidence), 0)",
  ]

  /// The same as one list.
  static let columns = expressions.joined(separator: ", ")

  init(reading row: inout ColumnReader) throws {
    self = try AssistFacts(of: VisitState(reading: &row), reading: &row)
  }

  /// - Parameter visit: how its visit stands, which is known.
  init(of visit: VisitState, reading row: inout ColumnReader) throws {
    self.visit = visit
    isVoided = try row.integer() == 1
    outcome = try row.choice()
    evidenceKind = try row.choice()
    hasEvidenceText = try row.integer() ?? 0 > 0
  }

  /// The facts of one assist; nil when it is not here or was deleted.
  package static func read(_ id: RowID, in reader: RecordReader) throws -> AssistFacts? {
    try reader.connection.row(
      """
      SELECT \(columns) FROM assist AS a LEFT JOIN visit AS v ON v.rid = a.visit
      WHERE a.rid = ? AND a.hidden IS NULL
      """, .integer(id.rawValue)
    ) { statement in
      var row = ColumnReader(statement)
      return try AssistFacts(reading: &row)
    }
  }
}

extension AssistFacts.VisitState {
  /// What `init(reading:)` takes, of a visit `v`, which may be missing.
  static let expressions = [
    "v.rid IS NOT NULL",
    """
    CASE WHEN \(isTakenOut) THEN iif(\(isRejected), 2, 3)
      ELSE v.void_reason IS NOT NULL OR v.hidden IS NOT NULL END
    """, "v.date IS NOT NULL",
  ]

  /// Whether the centre keeps a visit `v` from everybody: by a rejection, or until somebody decides.
  private static let isTakenOut = "v.hidden & 2"
  private static let isRejected =
    "EXISTS (SELECT 1 FROM review WHERE row = v.rid AND state = \(Review.State.rejected.rawValue))"

  /// Whether a coordinator rejected a visit `v`.
  static let isRejectedVisit = "(\(isTakenOut)) AND \(isRejected)"

  init(reading row: inout ColumnReader) throws {
    let isHere = try row.integer() == 1
    let standing = try row.integer()
    let hasDate = try row.integer() == 1
    self =
      switch (isHere, standing) {
      case (false, _): .missing
      case (true, 1): .voided
      case (true, 2): .rejected
      case (true, 3): .held
      default: .standing(hasDate: hasDate)
      }
  }
}
