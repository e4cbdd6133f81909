import Documents
import FieldWork
import Pages
import Web

/// The table of a report: what every group says, for the page, for files and for the terminal.
struct CountReportTable {
  static let fileName = "bao-cao"

  private let question: ReportQuestion
  private let report: CountReport
  private let reached: ReachedWork
  private let language: Language

  init(
    _ question: ReportQuestion, _ report: CountReport, _ reached: ReachedWork, _ language: Language
  ) {
    self.question = question
    self.report = report
    self.reached = reached
    self.language = language
  }

  /// What stands below the rows of a file.
  var facts: [ListFile<ReportRow>.Fact] {
    func text(_ words: BilingualText) -> SpreadsheetValue { .text(words.text(in: language)) }
    let share = Self.share(of: report.count.total)
    return [
      (ReportWords.period, .text(question.choice.label(language))),
      (ReportWords.coverage, text(report.coverage.words)),
    ] + report.coverage.shortfalls().map { (ReportWords.coverage, text($0)) }
      + (reached.words.map { [(ReportWords.reach, text($0))] } ?? [])
      + report.filters.map { ($0.dimension.words, text($0.words)) }
      + (report.awaited?.words.map { [(ReportWords.held, text($0))] } ?? [])
      + report.undecided.map { (ReportWords.reach, text($0)) }
      + CountedNumber.ofGroups.map {
        (
          ReportWords.total + BilingualText(same: ": ") + ReportWords.words(of: $0),
          Self.value(known($0.value(of: report.count.total)))
        )
      }
      + (share.map { [(ReportWords.share, Self.value($0))] } ?? [])
      + [(ReportWords.source, text(ReportWords.sourceText))]
  }

  /// Nothing from laptops that are silent is unknown, which is not 0.
  private func known(_ number: Int?) -> Int? {
    number == 0 && report.coverage.isSilent ? nil : number
  }

  /// The list, as the page and files have it.
  var list: PageList<ReportRow> {
    PageList<ReportRow>(
      CountReportPage.path, ReportWords.table,
      columns: labelColumns + numberColumns + [shareColumn],
      empty: nothing, subject: question.items, style: { $0.isUnknown ? "row-missing" : nil })
  }

  private var labelColumns: [PageList<ReportRow>.Column] {
    if question.dimensions.isEmpty {
      return [.init("total", ReportWords.total) { _ in .empty }]
    }
    return question.dimensions.enumerated().map { index, dimension in
      .init(
        dimension.key, CoordinatorWords.capitalised(dimension.words),
        cell: { row in
          let words = row.labels[index].text(in: language)
          let keys = row.keys
          // The report about this group alone, divided as before.
          return element(
            "a", ["href": question.narrowed(to: keys).address(CountReportPage.path)]
          ) { words }
        }, value: { .text($0.labels[index].text(in: language)) })
    }
  }

  private var numberColumns: [PageList<ReportRow>.Column] {
    CountedNumber.ofGroups.map { number in
      .init(
        number.rawValue, ReportWords.words(of: number),
        orderedBy: { number.value(of: $0.numbers) ?? -1 },
        cell: { row in
          row.isUnknown ? .text("—") : cell(number, row.numbers, row.keys)
        }, value: { $0.isUnknown ? .empty : Self.value(number.value(of: $0.numbers)) })
    }
  }

  private var shareColumn: PageList<ReportRow>.Column {
    .init(
      "share", ReportWords.share,
      cell: { shareCell(of: $0.numbers) },
      value: { Self.share(of: $0.numbers).map(Self.value) ?? .empty })
  }

  /// The last line of the page.
  var total: [HTML] {
    let blanks = [HTML](repeating: .empty, count: max(0, question.dimensions.count - 1))
    return [HTML.text(ReportWords.total.text(in: language))] + blanks
      + CountedNumber.ofGroups.map { cell($0, report.count.total, nil) }
      + [shareCell(of: report.count.total)]
  }

  /// What must be known below it.
  var note: BilingualText {
    question.dimensions.contains(.member)
      ? ReportWords.note + ReportWords.members : ReportWords.note
  }

  /// "Nothing" while laptops have not reported is not the same as nothing.
  var nothing: BilingualText {
    if report.coverage.isSilent {
      return CoordinatorWords.noReport
    }
    return report.coverage.isComplete
      ? ReportWords.nothing : ReportWords.nothing + CoordinatorWords.someMissing
  }

  private func cell(_ number: CountedNumber, _ numbers: CountNumbers, _ keys: [CountKey]?) -> HTML {
    guard number.value(of: numbers) ?? 0 > 0 else {
      return .text(
        keys == nil
          ? report.coverage.text(number, of: numbers, in: language)
          : number.text(of: numbers, in: language))
    }
    let question = keys.map(question.narrowed) ?? question
    return element("a", ["href": Self.address(number, question)]) {
      number.text(of: numbers, in: language)
    }
  }

  /// Where the records of a number are.
  static func address(
    _ number: CountedNumber, _ question: ReportQuestion, _ further: [NamedValues.Item] = []
  ) -> String {
    question.address(
      ReportRecordsPage.path, [ReportRecordsPage.item(number: number)] + further)
  }

  private static func value(_ number: Int?) -> SpreadsheetValue {
    number.map { .integer(Int64($0)) } ?? .empty
  }

  private static func value(_ ratio: Ratio) -> SpreadsheetValue {
    .ratio(Double(ratio.hundredthsOfPercent) / 10_000)
  }

  /// Counted assists among those that nobody voided; nil where there are none, which is not 0.
  private static func share(of numbers: CountNumbers) -> Ratio? {
    Ratio(Int64(numbers.countedAssists), of: Int64(numbers.standingAssists))
  }

  /// The rate over its numerator and denominator.
  private func shareCell(of numbers: CountNumbers) -> HTML {
    guard let share = Self.share(of: numbers) else { return .text("—") }
    let parts = [share.numerator, share.denominator].map { Format.integer($0, language) }
    return PageTable.cell(
      Format.percent(hundredths: share.hundredthsOfPercent, language),
      detail: parts.joined(separator: "/"))
  }
}
