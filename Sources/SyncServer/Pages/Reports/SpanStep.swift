import FieldWork
import SyncProtocol

/// What the spans of a chart over time are: whole ones of the calendar.
enum SpanStep: String, CaseIterable, Sendable {
  case week, month, quarter

  var kind: Period.Kind {
    switch self {
    case .week: .week
    case .month: .month
    case .quarter: .quarter
    }
  }

  var dimension: CountDimension {
    switch self {
    case .week: .week
    case .month: .month
    case .quarter: .quarter
    }
  }

  /// All of them, to choose among.
  static var choices: [(value: String, words: BilingualText)] {
    allCases.map { (value: $0.rawValue, words: $0.dimension.words) }
  }

  /// A span of the step in a few characters.
  func label(_ period: Period) -> String {
    let (year, month, _) = period.from.components
    func short(_ year: Int) -> String { "\(year % 100 / 10)\(year % 10)" }
    return switch self {
    case .week: "\(period.from.week.number)/\(short(period.from.week.year))"
    case .month: "\(month)/\(short(year))"
    case .quarter: "\((month - 1) / 3 + 1)/\(short(year))"
    }
  }

  /// So many spans, the last of which holds a day; the earliest first.
  func spans(_ count: Int, through day: LocalDate) -> [Period] {
    guard let running = Period(kind, holding: day) else { return [] }
    var spans = [running]
    while spans.count < count { spans.insert(spans[0].previous, at: 0) }
    return spans
  }
}
