import Documents
import FieldWork
import Pages
import Web

/// The numbers of a period divided by one or two things; every number opens exactly its records.
struct CountReportPage {
  static let path = "/reports"

  static let routes =
    [
      // The names of members stand in it.
      PageRoute(.get, path, access: .overview, isNoted: true, isLive: true) {
        try CountReportPage($0).page()
      }
    ]
    + ListFileFormat.routes(of: path, access: .overview) { request, format in
      try CountReportPage(request).file(format)
    } + ReportRecordsPage.routes + RatePages.routes + TrendPage.routes + YearPage.routes

  private let request: PageRequest
  private let language: Language
  private let reached: ReachedWork
  private let question: ReportQuestion
  private let report: CountReport

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    reached = try request.reached()
    question = ReportQuestion(request.http.query, today: request.today)
    report = try CountReport.gather(question, request)
  }

  private func page() -> HTTPResponse {
    var frame = request.frame(ReportWords.title)
    frame.lead =
      reached.words.map { ReportWords.lead + BilingualText(same: " ") + $0 } ?? ReportWords.lead
    let list = list
    let choice = list.choice(request.http.query)
    return .html(
      frame.page {
        PeriodPicker(question.choice, query: NamedValues(question.itemsBesidePeriod))
          .html(language)
        furtherReports
        request.strip(report.coverage)
        notes
        figures
        division
        filters
        panel(id: "numbers") {
          list.html(
            list.part(of: report.rows, choice), choice, total: total, note: note,
            files: ListFileFormat.links(of: Self.path), language)
        }
        panel(id: "reasons") { reasons.html(language) }
      })
  }

  private func file(_ format: ListFileFormat) throws -> HTTPResponse {
    try ListFile(list, format, name: "bao-cao").answer(request, rows: report.rows, lead: facts)
  }

  /// What stands below the rows of a file.
  private var facts: [ListFile<ReportRow>.Fact] {
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
          Self.value($0.value(of: report.count.total))
        )
      }
      + (share.map { [(ReportWords.share, Self.value($0))] } ?? [])
      + [(ReportWords.source, text(ReportWords.sourceText))]
  }
}

// MARK: - What stands above the table

extension CountReportPage {
  /// The other reports of the same period.
  private var furtherReports: HTML {
    let period = "?" + NamedValues([question.periodItem]).encoded
    return element("ul", ["class": "period-presets"]) {
      for (path, words) in [
        (TrendPage.path, TrendWords.title), (YearPage.path, YearWords.title),
        (RatePages.indicatorsPath, RatePageWords.indicators),
        (RatePages.ratesPath, RatePageWords.rates), (SignedReportPage.path, SignedWords.open),
      ] {
        element("li") { element("a", ["href": path + period]) { words.text(in: language) } }
      }
      if let rights = request.account?.rights, Access.coordinator.allows(rights) {
        for (path, words) in [
          (MonthListPage.path, MonthWords.title), (FeedbackPages.path, FeedbackWords.title),
          (IdentityPages.path, IdentityWords.title), (ExportPages.path, ExportWords.title),
        ] {
          element("li") { element("a", ["href": path]) { words.text(in: language) } }
        }
      }
    }
  }

  /// What is in no number, and what was closed.
  private var notes: HTML {
    let lines = [report.awaited?.words].compactMap(\.self) + report.undecided + report.closing
    return HTML.group {
      for words in lines { element("p", ["class": "coverage-note"]) { words.text(in: language) } }
    }
  }

  /// Four kinds of number that are never added up, each with the moment it was counted.
  private var figures: HTML {
    let total = report.count.total
    let asOf = CoordinatorWords.asOf(report.asOf)
    func figure(
      _ number: CountedNumber, _ label: BilingualText, _ details: [BilingualText] = []
    ) -> PageFigure {
      let value = number.value(of: total)
      return PageFigure(
        label, report.coverage.text(number, of: total, in: language), details: details + [asOf],
        address: value ?? 0 > 0 ? address(number) : nil)
    }
    return PageFigure.row(
      [
        figure(.visits, CoordinatorWords.visits),
        figure(
          .counted, CoordinatorWords.assists,
          report.coverage.isSilent
            ? [] : [CoordinatorWords.provisional(total.provisionalAssists)]),
        figure(.residents, CoordinatorWords.residents, [CoordinatorWords.distinct]),
        figure(.submissions, CoordinatorWords.submissions),
      ], language)
  }

  /// What the numbers are divided by, as one GET form.
  private var division: HTML {
    let all = CountDimension.allCases.map { (value: $0.key, words: $0.words) }
    let first = [(value: ReportQuestion.undivided, words: ReportWords.undivided)] + all
    let second = [(value: "", words: ReportWords.undivided)] + all
    let keys = question.dimensions.map(\.key)
    return element("form", ["method": "get", "action": Self.path, "class": "filters"]) {
      for item in question.undividedItems {
        hidden(item.name, item.value)
      }
      PageField(
        ReportQuestion.byName, ReportWords.by, .choice(first),
        value: keys.first ?? ReportQuestion.undivided
      ).html(language)
      PageField(
        ReportQuestion.thenName, ReportWords.then, .choice(second),
        value: keys.dropFirst().first ?? ""
      ).html(language)
      PageField(
        ReportQuestion.bordersName, ReportWords.borders,
        value: question.typedBorders, hint: ReportWords.dayPattern,
        error: question.problem.map {
          BilingualText(vi: $0.message(in: .vietnamese), en: $0.message(in: .english))
        }
      ).html(language)
      element("button", ["type": "submit", "class": "quiet"]) {
        ReportWords.show.text(in: language)
      }
    }
  }

  /// What alone is asked for, each with the way to leave it out.
  private var filters: HTML {
    guard !report.filters.isEmpty else { return .empty }
    return element("ul", ["class": "plain"]) {
      for filter in report.filters {
        let words =
          "\(filter.dimension.words.text(in: language)): \(filter.words.text(in: language))"
        element("li") {
          ReportWords.only.text(in: language) + " " + words + " ("
          element("a", ["href": question.without([filter.dimension]).address(Self.path)]) {
            ReportWords.drop.text(in: language)
            element("span", ["class": "visually-hidden"]) { " " + words }
          }
          ")"
        }
      }
    }
  }
}

// MARK: - The tables

extension CountReportPage {
  private var list: PageList<ReportRow> {
    PageList<ReportRow>(
      Self.path, ReportWords.table, columns: labelColumns + numberColumns + [shareColumn],
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
            "a", ["href": question.narrowed(to: keys).address(Self.path)]
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

  private var total: [HTML] {
    let blanks = [HTML](repeating: .empty, count: max(0, question.dimensions.count - 1))
    return [HTML.text(ReportWords.total.text(in: language))] + blanks
      + CountedNumber.ofGroups.map { cell($0, report.count.total, nil) }
      + [shareCell(of: report.count.total)]
  }

  private var note: BilingualText {
    question.dimensions.contains(.member)
      ? ReportWords.note + ReportWords.members : ReportWords.note
  }

  /// Why assists are missing from the numbers, each with its records.
  private var reasons: PageTable {
    var rows = report.count.reasons.map { reason -> PageTable.Row in
      let number: CountedNumber = reason.reason.isProvisional ? .provisional : .notCounted
      return PageTable.Row([
        .text(CoordinatorWords.capitalised(reason.reason.words).text(in: language)),
        link(
          reason.assists,
          address(
            number, [ReportRecordsPage.item(reason: reason.reason)])),
      ])
    }
    if let undated = report.undatedAssists, undated > 0 {
      rows.append(
        PageTable.Row([
          .text(CoordinatorWords.undated.text(in: language)), link(undated, address(.undated)),
        ]))
    }
    return PageTable(
      CoordinatorWords.notCounted,
      columns: [.text(CoordinatorWords.reason), .number(CoordinatorWords.assists)], rows: rows,
      empty: report.count.total.assists == 0 ? nothing : CoordinatorWords.allCounted)
  }

  /// "Nothing" while laptops have not reported is not the same as nothing.
  private var nothing: BilingualText {
    if report.coverage.isSilent {
      return CoordinatorWords.noReport
    }
    return report.coverage.isComplete
      ? ReportWords.nothing : ReportWords.nothing + CoordinatorWords.someMissing
  }

  private func cell(_ number: CountedNumber, _ numbers: CountNumbers, _ keys: [CountKey]?) -> HTML {
    guard number.value(of: numbers) ?? 0 > 0 else {
      return .text(number.text(of: numbers, in: language))
    }
    let question = keys.map(question.narrowed) ?? question
    return element("a", ["href": Self.address(number, question)]) {
      number.text(of: numbers, in: language)
    }
  }

  private func link(_ number: Int, _ address: String) -> HTML {
    element("a", ["href": address]) { Format.integer(Int64(number), language) }
  }

  private func address(_ number: CountedNumber, _ further: [NamedValues.Item] = []) -> String {
    Self.address(number, question, further)
  }

  private static func address(
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
