import FieldWork
import Pages
import Web

/// What came late to a closed month, by the true day, with the whole month below.
struct AdjustmentTable {
  private let adjustment: MonthAdjustment

  init(_ adjustment: MonthAdjustment) { self.adjustment = adjustment }

  func html(_ language: Language) -> HTML {
    let numbers = CountedNumber.ofGroups
    return PageTable(
      MonthWords.adjustment(of: adjustment.closing.month),
      columns: [.text(ReportWords.day)] + numbers.map { .number(ReportWords.words(of: $0)) },
      rows: adjustment.days.map { change in
        PageTable.Row([.text(day(change.line.key))] + numbers.map { cell($0, change, language) })
      },
      total: adjustment.total.map { change in
        PageTable.Row(
          [.text(MonthWords.wholeMonth.text(in: language))]
            + numbers.map { cell($0, change, language) })
      }, empty: MonthWords.noDay
    ).html(language)
  }

  private func day(_ key: CountKey) -> String {
    guard case .integer(let number) = key else { return "—" }
    return Format.date(LocalDate(daysSince1970: Int(clamping: number)))
  }

  /// By how much a number changed, with its sign.
  private func cell(
    _ number: CountedNumber, _ change: MonthAdjustment.Change, _ language: Language
  ) -> HTML {
    let difference = (number.value(of: change.now) ?? 0) - (number.value(of: change.reported) ?? 0)
    let text = Format.integer(Int64(difference), language)
    return .text(difference > 0 ? "+\(text)" : text)
  }
}
