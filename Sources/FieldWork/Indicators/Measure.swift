import SyncProtocol

/// Something that the program can count: a closed vocabulary, from which rates and indicators are
/// put together as data.
///
/// A measure looks at one record and says how much it counts: 1 or 0, or an amount for sums. Nil
/// means that nobody recorded what decides; such a record is in neither part of a rate.
package struct Measure: Sendable {
  /// The stable name, for sets of indicators, targets and `--json`.
  package let key: String
  /// What people read.
  package let words: BilingualText
  let rule: Rule

  /// The records that it is counted over, and how.
  enum Rule: Sendable {
    /// Dossiers received in the period.
    case dossier(@Sendable (DossierFacts) -> Int?)
    /// Dossiers without a result at the end of the period, whenever they were received.
    case waiting(@Sendable (DossierFacts) -> Int?)
    /// Procedures of the catalogue, and those of dossiers.
    case procedure(@Sendable (ProcedureFacts) -> Int?)
    /// Assists of the period.
    case assist(@Sendable (AssistResult) -> Int?)
    /// Visits of the period.
    case visit(@Sendable (VisitResult) -> Int?)
    /// Feedback of the period.
    case feedback(@Sendable (FeedbackFacts) -> Int?)
    /// Residents of the register.
    case resident(@Sendable (ResidentFacts) -> Int?)
    /// Households of the register.
    case household(@Sendable (HouseholdFacts) -> Int?)
    /// Tasks, as they stand.
    case task(@Sendable (TaskFacts) -> Int?)
    /// Households listed for campaigns that meet the period.
    case listed(@Sendable (ListedHousehold) -> Int?)
    /// Members of teams on the last day.
    case member(@Sendable (MemberFacts) -> Int?)
    /// Hamlets and residential groups of the last day.
    case group(@Sendable (GroupFacts) -> Int?)
  }

  init(_ key: String, vi vietnamese: String, en english: String, _ rule: Rule) {
    self.key = key
    words = BilingualText(vi: vietnamese, en: english)
    self.rule = rule
  }

  /// The measure of a name; nil for what the program cannot count.
  package init?(named key: String) {
    guard let measure = Self.byKey[key] else { return nil }
    self = measure
  }

  /// The whole vocabulary.
  package static let all: [Measure] = dossiers + procedures + people + work + teams

  private static let byKey = Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })
}

/// What a measure looks at: one record, or one procedure.
protocol MeasuredFacts: Sendable {
  /// What it is, for whoever wants to see what stands behind a number.
  var identity: MeasuredIdentity { get }
  /// What bears on it, beside its code; nil where the code says enough.
  var note: BilingualText? { get }
}

/// What stands behind a number.
package enum MeasuredIdentity: Hashable, Sendable {
  /// A row of a table.
  case row(TableID, RowID)
  /// A procedure.
  case procedure(String)
}
