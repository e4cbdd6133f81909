/// One of the numbers of a count, which are never mixed; raw values stand in addresses.
package enum CountedNumber: String, CaseIterable, Sendable {
  /// Attempts at households.
  case visits
  /// Distinct residents with a counted assist.
  case residents
  /// Assists that count.
  case counted
  /// Assists that are saved and would count once something is mended.
  case provisional
  /// Assists that do not count.
  case notCounted = "not-counted"
  /// Assists that nobody took back, whatever came of them.
  case recorded
  /// Dossiers filed.
  case submissions
  /// Assists that stand and are in no period, because their visit is not here or has no date.
  case undated

  /// Those that every group has.
  package static let ofGroups: [CountedNumber] = [
    .visits, .residents, .counted, .provisional, .notCounted, .submissions,
  ]

  /// The records that it is made of.
  package var kind: CountedKind {
    switch self {
    case .visits: .visit
    case .residents, .counted, .provisional, .notCounted, .recorded, .undated: .assist
    case .submissions: .submission
    }
  }

  /// The number itself; nil where there is no such number, which is not 0.
  package func value(of numbers: CountNumbers) -> Int? {
    switch self {
    case .visits: numbers.visits
    case .residents: numbers.residents
    case .counted: numbers.countedAssists
    case .provisional: numbers.provisionalAssists
    case .notCounted: numbers.otherAssists
    case .recorded: numbers.standingAssists
    case .submissions: numbers.submissions
    case .undated: nil
    }
  }

  /// The number in digits, a dash where there is none; of residents a range, where it is disputed who
  /// is the same person. All that shows this number to people shows it so.
  package func text(of numbers: CountNumbers, in language: Language) -> String {
    guard let value = value(of: numbers) else { return "—" }
    let text = Format.integer(Int64(value), language)
    guard self == .residents, numbers.residentsAtMost > numbers.residents else { return text }
    return text + "–" + Format.integer(Int64(numbers.residentsAtMost), language)
  }

  /// Whether an assist of this verdict is in it; every visit and dossier is in its own.
  package func holds(_ verdict: CountVerdict?) -> Bool {
    switch (self, verdict) {
    case (.visits, nil), (.submissions, nil): true
    case (.residents, .counted), (.counted, .counted), (.undated, .some): true
    case (.provisional, .provisional), (.notCounted, .notCounted): true
    case (.recorded, .some(let verdict)): !verdict.isVoided
    default: false
    }
  }
}
