import FieldWork
import Pages
import Web

/// What came late to a closed month, by the true day, with the whole month below.
struct AdjustmentTable {
  private let adjustment: MonthAdjustment
  private let isNow: Bool

  /// - Parameter isNow: whether it is what the log says now; of what was reported once, other records
  ///   may be there since.
  init(_ adjustment: MonthAdjustment, isNow: Bool) {
    self.adjustment = adjustment
    self.isNow = isNow
  }

  func html(_ language: Language) -> HTML {
    let numbers = CountedNumber.ofGroups
    return PageTable(
      MonthWords.adjustment(of: adjustment.closing.month),
      columns: [.text(ReportWords.day)] + numbers.map { .number(ReportWords.words(of: $0)) },
      rows: adjustment.days.map { change in
        PageTable.Row(
          [.text(day(of: change).map(Format.date) ?? "—")]
            + numbers.map { cell($0, change, language) })
      },
      total: adjustment.total.map { change in
        PageTable.Row(
          [.text(MonthWords.wholeMonth.text(in: language))]
            + numbers.map { cell($0, change, language) })
      }, empty: MonthWords.noDay
    ).html(language)
  }

  private func day(of change: MonthAdjustment.Change) -> LocalDate? {
    guard case .integer(let number) = change.line.key else { return nil }
    return LocalDate(daysSince1970: Int(clamping: number))
  }

  /// By how much a number changed, with its sign, and from what to what; the latter opens its
  /// records.
  private func cell(
    _ number: CountedNumber, _ change: MonthAdjustment.Change, _ language: Language
  ) -> HTML {
    let reported = number.value(of: change.reported) ?? 0
    let now = number.value(of: change.now) ?? 0
    let difference = Format.integer(Int64(now - reported), language)
    guard now != reported else { return .text(difference) }
    let closing = adjustment.closing
    let isTotal = change.line.dimension == ClosedFigures.total
    let numbers = MonthNumbers(month: closing.month, unit: closing.unit, language: language)
    let address = numbers.address(of: number, on: isTotal ? nil : day(of: change))
    return HTML.group {
      now > reported ? "+\(difference)" : difference
      element("span", ["class": "detail nowrap"]) {
        number.text(of: change.reported, in: language)
        " → "
        if isNow, now != 0 {
          element("a", ["href": address]) { number.text(of: change.now, in: language) }
        } else {
          number.text(of: change.now, in: language)
        }
      }
    }
  }
}
