import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// A number over spans of time as a chart and as a list, whole or group by group.
struct TrendPage {
  static let path = "/reports/trends"

  static let routes =
    [PageRoute(.get, path, access: .overview) { try TrendPage($0).page() }]
    + ListFileFormat.routes(of: path, access: .overview) { request, format in
      try TrendPage(request).file(format)
    }

  private let request: PageRequest
  private let language: Language
  private let reached: ReachedWork
  private let trend: Trend
  private var question: ReportQuestion { trend.question }

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    let reached = try request.reached()
    self.reached = reached
    let asked = request.askedUnit(Trend.unitName, within: reached)
    let laptops = try request.centre.inspect { try LaptopReport.gather($0.store) }
    trend = try request.centre.read {
      try Trend(
        request.http.query, ofUnit: asked, $0, today: request.today, within: reached,
        laptops: laptops)
    }
  }
}

// MARK: - The page

extension TrendPage {
  private var subject: [NamedValues.Item] {
    [
      question.choice.item,
      NamedValues.Item(name: Trend.stepName, value: trend.step.rawValue),
      NamedValues.Item(name: Trend.numberName, value: trend.number.rawValue),
    ] + (trend.unit.map { [NamedValues.Item(name: Trend.unitName, value: $0)] } ?? [])
      + (trend.division.map { [NamedValues.Item(name: Trend.divisionName, value: $0.key)] } ?? [])
  }

  private func groups(_ division: CountDimension) throws -> TrendGroups {
    try request.centre.read { try trend.groups(division, $0, request.centre.countShelf) }
  }

  private func lines() throws -> [Trend.Line] {
    try request.centre.read { try trend.lines($0, request.centre.countShelf) }
  }

  private func page() throws -> HTTPResponse {
    let coverage = try request.coverage(of: question.choice.period, within: reached)
    let content = try trend.division.map(dividedPanel) ?? trendPanel()
    var frame = request.frame(TrendWords.title)
    frame.lead =
      reached.words.map { TrendWords.lead + BilingualText(same: " ") + $0 }
      ?? TrendWords.lead
    let form = try form()
    return .html(
      frame.page {
        PeriodPicker(
          question.choice,
          query: NamedValues(subject.filter { $0.name != "period" })
        ).html(language)
        request.strip(coverage)
        form
        if let former = trend.former {
          element("p", ["class": "message warn", "role": "status"]) {
            TrendWords.merged(former).text(in: language)
          }
        }
        content
      })
  }

  private func dividedPanel(_ division: CountDimension) throws -> HTML {
    let groups = try groups(division)
    let list = groups.list(Self.path, subject, language)
    let choice = list.choice(request.http.query)
    return panel(id: "trend") {
      list.html(
        list.part(of: groups.lines, choice), choice,
        note: TrendWords.divided(TrendGroups.maximumSpans),
        files: ListFileFormat.links(of: Self.path), language)
    }
  }

  private func trendPanel() throws -> HTML {
    let lines = try lines()
    let words = ReportWords.words(of: trend.number)
    let list = list
    let choice = list.choice(request.http.query)
    return panel(id: "trend") {
      ColumnChart(
        words, sentence: TrendWords.sentence(words, lines),
        columns: lines.map { line in
          ColumnChart.Column(
            trend.step.label(line.span), line.value,
            mark: line.reforms.first.map { TrendWords.merger($0).text(in: language) },
            isRunning: line.isRunning)
        }
      ).html(language)
      list.html(
        list.part(of: lines, choice), choice,
        note: trend.isCut ? TrendWords.cut(Trend.maximumSpans) : nil,
        files: ListFileFormat.links(of: Self.path), language)
    }
  }

  private func file(_ format: ListFileFormat) throws -> HTTPResponse {
    let coverage = try request.coverage(of: question.choice.period, within: reached)
    let facts: [(label: BilingualText, value: SpreadsheetValue)] =
      [
        (ReportWords.period, .text(question.choice.label(language))),
        (ReportWords.coverage, .text(coverage.words.text(in: language))),
        (ReportWords.borders, .day(request.today.daysSince1970)),
        (ReportWords.source, .text(ReportWords.sourceText.text(in: language))),
      ] + (reached.words.map { [(ReportWords.reach, .text($0.text(in: language)))] } ?? [])
      + (trend.unit.map { [(RatePageWords.place, .text($0))] } ?? [])
      + (trend.former.map {
        [(RatePageWords.note, .text(TrendWords.merged($0).text(in: language)))]
      } ?? [])
    guard let division = trend.division else {
      return try ListFile(list, format, name: "xu-huong").answer(
        request, rows: try lines(), lead: facts)
    }
    let groups = try groups(division)
    return try ListFile(groups.list(Self.path, subject, language), format, name: "xu-huong").answer(
      request, rows: groups.lines, lead: facts)
  }

  private func form() throws -> HTML {
    let units = reached.isEverything ? try request.units(on: request.today) : []
    return element("form", ["method": "get", "action": Self.path, "class": "filters"]) {
      PageField(
        Trend.numberName, ReportWords.number,
        .choice(
          CountedNumber.ofGroups.map { (value: $0.rawValue, words: ReportWords.words(of: $0)) }),
        value: trend.number.rawValue
      ).html(language)
      PageField(
        Trend.stepName, ReportWords.by,
        .choice(SpanStep.choices),
        value: trend.step.rawValue
      ).html(language)
      PageField(
        Trend.divisionName, TrendWords.division,
        .choice(
          [(value: "", words: ReportWords.undivided)]
            + CountDimension.allCases.filter { !$0.isSpan }.map {
              (value: $0.key, words: $0.words)
            }), value: trend.division?.key ?? ""
      ).html(language)
      if !units.isEmpty {
        PageField(
          Trend.unitName, CoordinatorWords.capitalised(CountDimension.unit.words),
          .choice([(value: "", words: RatePageWords.all)] + units), value: trend.unit ?? ""
        ).html(language)
      }
      element("button", ["type": "submit", "class": "quiet"]) {
        ReportWords.show.text(in: language)
      }
    }
  }

  private var list: PageList<Trend.Line> {
    typealias Column = PageList<Trend.Line>.Column
    return PageList(
      Self.path, ReportWords.words(of: trend.number),
      columns: [
        Column("span", ReportWords.period) { .text($0.span.label(language)) },
        Column(
          "value", ReportWords.words(of: trend.number), orderedBy: { $0.value ?? -1 },
          cell: { line in
            guard let value = line.value, value > 0 else {
              return PageTable.number(line.value, language)
            }
            let address = question.narrowed(to: [.date(line.span.from)]).address(
              ReportRecordsPage.path, [ReportRecordsPage.item(number: trend.number)])
            return element("a", ["href": address]) { Format.integer(Int64(value), language) }
          }, value: { $0.value.map { .integer(Int64($0)) } ?? .empty }),
        Column("note", RatePageWords.note) { line in
          let words = TrendWords.notes(line).map { $0.text(in: language) }
          return words.isEmpty ? .empty : .text(words.joined(separator: "; "))
        },
      ], empty: ReportWords.nothing, subject: subject)
  }
}
