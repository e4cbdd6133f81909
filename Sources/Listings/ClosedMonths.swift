import CommandLine
import FieldWork

/// What closings say beside a count of a month: that it is closed itself, or what came late to
/// months that were closed before.
package struct ClosedMonths: Sendable {
  private let closing: MonthClosing?
  private let adjustments: [MonthAdjustment]

  /// Reads what stands beside a question about everything, or about a unit, in one month.
  package init(beside query: CountQuery, _ reader: RecordReader) throws {
    var unit: String?
    var asksForAll = query.filters.isEmpty && query.period.kind == .month
    switch query.territory?.subject {
    case nil: break
    case .unit(let code): unit = code
    case .hamlet: asksForAll = false
    }
    guard asksForAll else {
      (closing, adjustments) = (nil, [])
      return
    }
    let closing = try reader.closing(overlapping: query.period, unit: unit)
    self.closing = closing
    adjustments =
      if let closing {
        [try reader.adjustment(of: closing, by: [.day])].filter { !$0.changes.isEmpty }
      } else {
        try reader.adjustments(unit: unit).filter { !$0.changes.isEmpty }
      }
  }

  /// For people.
  package var words: [BilingualText] {
    let head = closing.map { closing in
      BilingualText(
        vi: "\(closing.month.label(.vietnamese)) đã chốt lúc \(closing.when ?? "–").",
        en: "\(closing.month.label(.english)) was closed at \(closing.when ?? "–").")
    }
    return [head].compactMap { $0 } + adjustments.flatMap { ClosingReport.words($0) }
  }

  /// The closing of the month; null while it is open.
  package var closingJSON: JSONValue { closing.map(ClosingReport.json) ?? .null }
  /// What came late, by closed month.
  package var adjustmentsJSON: JSONValue { .array(adjustments.map(ClosingReport.json)) }
}
