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
  private let table: CountReportTable

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    reached = try request.reached()
    question = ReportQuestion(request.http.query, today: request.today)
    report = try CountReport.gather(
      question, request.centre, now: request.now, within: reached)
    table = CountReportTable(question, report, reached, language)
  }

  private func page() -> HTTPResponse {
    var frame = request.frame(ReportWords.title)
    frame.lead =
      reached.words.map { ReportWords.lead + BilingualText(same: " ") + $0 } ?? ReportWords.lead
    let list = table.list
    let choice = list.choice(request.http.query)
    return .html(
      frame.page {
        PeriodPicker(question.choice, query: NamedValues(question.itemsBesidePeriod))
          .html(language)
        furtherReports
        ignored
        request.strip(report.coverage)
        notes
        figures
        division
        filters
        panel(id: "numbers") {
          list.html(
            list.part(of: report.rows, choice), choice, total: table.total, note: table.note,
            files: ListFileFormat.links(of: Self.path), language)
        }
        panel(id: "reasons") { reasons.html(language) }
      })
  }

  private func file(_ format: ListFileFormat) throws -> HTTPResponse {
    try ListFile(table.list, format, name: CountReportTable.fileName).answer(
      request, rows: report.rows, lead: table.facts)
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

  /// What of the address asks for nothing: whoever sent it must not take these numbers for an answer.
  private var ignored: HTML {
    guard !question.ignored.isEmpty else { return .empty }
    return element("p", ["class": "message bad", "role": "alert"]) {
      ReportWords.ignored(question.ignored).text(in: language)
    }
  }

  /// What is in no number, and what was closed.
  private var notes: HTML {
    let lines = report.undecided + report.closing
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

// MARK: - Why assists are missing

extension CountReportPage {
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
      empty: report.count.total.assists == 0 ? table.nothing : CoordinatorWords.allCounted)
  }

  private func link(_ number: Int, _ address: String) -> HTML {
    element("a", ["href": address]) { Format.integer(Int64(number), language) }
  }

  private func address(_ number: CountedNumber, _ further: [NamedValues.Item] = []) -> String {
    CountReportTable.address(number, question, further)
  }
}
