import FieldWork
import Pages
import Web

/// The numbers of a month with the ways to exactly their records.
struct MonthNumbers {
  let month: Period
  /// The national code of the unit; nil for all that the centre holds.
  let unit: String?
  let language: Language

  /// Where the records behind a number are; of one day alone where it is given.
  func address(
    of number: CountedNumber, on day: LocalDate? = nil, _ further: [NamedValues.Item] = []
  ) -> String {
    let period = day.flatMap { Period(.day, holding: $0) } ?? month
    let items =
      [
        NamedValues.Item(name: "period", value: period.description),
        NamedValues.Item(name: ReportQuestion.byName, value: ReportQuestion.undivided),
        ReportRecordsPage.item(number: number),
      ] + unitItems + further
    return "\(ReportRecordsPage.path)?\(NamedValues(items).encoded)"
  }

  /// Where the report about the month is.
  var reportAddress: String {
    let items = [NamedValues.Item(name: "period", value: month.description)] + unitItems
    return "\(CountReportPage.path)?\(NamedValues(items).encoded)"
  }

  private var unitItems: [NamedValues.Item] {
    unit.map { [NamedValues.Item(name: CountDimension.unit.key, value: $0)] } ?? []
  }

  /// The numbers side by side.
  ///
  /// - Parameter now: the same as counted now; a number that is no longer that leads nowhere, because
  ///   the log has other records than it counted.
  func figures(_ numbers: CountNumbers, now: CountNumbers?) -> HTML {
    PageFigure.row(
      CountedNumber.ofGroups.map { number in
        let value = number.value(of: numbers)
        let isNow = value != nil && value == now.flatMap(number.value)
        return PageFigure(
          ReportWords.words(of: number),
          number.text(of: numbers, in: language),
          address: isNow && value != 0 ? address(of: number) : nil)
      }, language)
  }

  /// Why assists do not count, or not yet.
  func reasons(_ reasons: [Count.ReasonCount]) -> HTML {
    guard !reasons.isEmpty else { return .empty }
    return PageTable(
      CoordinatorWords.notCounted,
      columns: [.text(CoordinatorWords.reason), .number(CoordinatorWords.assists)],
      rows: reasons.map { reason in
        PageTable.Row([
          .text(CoordinatorWords.capitalised(reason.reason.words).text(in: language)),
          PageTable.number(
            reason.assists,
            to: address(
              of: reason.reason.isProvisional ? .provisional : .notCounted,
              [ReportRecordsPage.item(reason: reason.reason)]), language),
        ])
      }, empty: CoordinatorWords.allCounted
    ).html(language)
  }
}
