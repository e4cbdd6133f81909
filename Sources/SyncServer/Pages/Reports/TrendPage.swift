import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// A number over weeks, months or quarters, on the borders of one day all along, so that a merger
/// alone neither raises nor lowers it.
struct TrendPage {
  static let path = "/reports/trends"
  private static let stepName = "step"
  private static let numberName = "number"
  private static let unitName = "unit"
  private static let divisionName = "division"
  /// Spans that are shown where no period is asked for.
  private static let standardSpans = 12
  /// Spans of a chart at most.
  private static let maximumSpans = 60

  static let routes =
    [PageRoute(.get, path, access: .overview) { try TrendPage($0).page() }]
    + ListFileFormat.routes(of: path, access: .overview) { request, format in
      try TrendPage(request).file(format)
    }

  /// A span with its number.
  struct Line: Sendable {
    /// The span.
    let span: Period
    /// Its number; nil where there is no such number, which is not 0.
    let value: Int?
    /// The days on which borders changed within it.
    let reforms: [LocalDate]
    /// Whether it is not over.
    let isRunning: Bool
    /// Whether the period asked for holds a part of it alone.
    let isPart: Bool
  }

  private let request: PageRequest
  private let language: Language
  private let reached: ReachedWork
  private let step: SpanStep
  private let number: CountedNumber
  private let unit: String?
  /// What the spans are divided by; nil for the whole.
  private let division: CountDimension?
  /// The unit that was asked for and is no more; `unit` is then what became of it.
  private let former: TrendWords.Former?
  private let isCut: Bool
  /// The report whose groups are the spans.
  private let question: ReportQuestion

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    reached = try request.reached()
    let query = request.http.query
    let step = query[Self.stepName].flatMap(SpanStep.init(rawValue:)) ?? .month
    self.step = step
    number =
      query[Self.numberName].flatMap(CountedNumber.init(rawValue:))
      .flatMap { CountedNumber.ofGroups.contains($0) ? $0 : nil } ?? .visits
    (unit, former) = try Self.unit(request.askedUnit(Self.unitName, within: reached), request)
    division =
      query[Self.divisionName].flatMap(CountDimension.init(named:))
      .flatMap { $0.isSpan ? nil : $0 }
    let asked = try Self.period(query, step, today: request.today)
    isCut = asked.isCut
    question = ReportQuestion(
      NamedValues(
        (division.map { [NamedValues.Item(name: ReportQuestion.thenName, value: $0.key)] } ?? [])
          + [
            NamedValues.Item(name: "period", value: asked.period.description),
            NamedValues.Item(name: ReportQuestion.byName, value: step.dimension.key),
            // One day's borders for all spans.
            NamedValues.Item(name: ReportQuestion.bordersName, value: Format.date(request.today)),
          ] + (unit.map { [NamedValues.Item(name: CountDimension.unit.key, value: $0)] } ?? [])),
      today: request.today)
  }

  /// The unit of today that is meant: of one that was merged away what became of it, for its own
  /// borders are not today's.
  ///
  /// - Throws: `FieldError.unknownUnit`, and `.unitNotThen` for one that went several ways.
  private static func unit(
    _ asked: String?, _ request: PageRequest
  ) throws -> (unit: String?, former: TrendWords.Former?) {
    guard let asked else { return (nil, nil) }
    let today = request.today
    return try request.centre.read { reader in
      let map = try PlaceMap(reader)
      let own = map.entries.filter { $0.unit == asked }
      guard !map.hasUnit(asked, on: today), let last = own.compactMap(\.validTo).max() else {
        _ = try reader.territory(ofUnit: asked, on: today)
        return (asked, nil)
      }
      let heirs = Set(
        own.filter { $0.isValid(on: last) }.flatMap { map.units(of: $0.scope, on: today) }
      ).sorted()
      let names = heirs.map { map.name(of: $0, on: today) ?? $0 }
      guard let heir = heirs.first, let name = names.first, heirs.count == 1 else {
        throw FieldError.unitNotThen(asked, today, others: names)
      }
      return (
        heir,
        TrendWords.Former(
          name: map.name(of: asked, on: last) ?? asked, lastDay: last, successor: name)
      )
    }
  }

  /// The period that is asked for, at most so many spans of it; the last spans where none is.
  private static func period(
    _ query: NamedValues, _ step: SpanStep, today: LocalDate
  ) throws -> (period: Period, isCut: Bool) {
    let isAsked = ["period", "from", "to"].contains { !(query[$0] ?? "").isEmpty }
    let asked = isAsked ? PeriodChoice(query, today: today).period : nil
    let last = Period(step.kind, holding: min(asked?.to ?? today, today))
    guard let last else { throw InputProblem.periodUnreadable }
    var first = last
    for _ in 1..<(asked == nil ? standardSpans : maximumSpans)
    where asked.map({ first.from > $0.from }) ?? true {
      first = first.previous
    }
    let from = max(first.from, asked?.from ?? first.from)
    let to = asked.map { min($0.to, last.to) } ?? last.to
    let isCut = asked.map { $0.from < first.from } ?? false
    return (try Period(from: from, to: max(from, to)), isCut)
  }

  /// The spans with their numbers, the earliest first.
  private func lines() throws -> [Line] {
    try request.centre.read { reader in
      let query = question.query(within: reached)
      let count = try reader.count(query)
      let found = Dictionary(
        count.groups.map { ($0.keys.first ?? .none, $0.numbers) },
        uniquingKeysWith: { first, _ in first })
      let reforms = try reforms(query, reader)
      let hasNumber = number.value(of: count.total) != nil
      // Before the first record of the period nobody knows of anything: this is not 0.
      let first = count.groups.compactMap { group -> Int64? in
        if case .integer(let day) = group.keys.first { day } else { nil }
      }.min()
      var lines: [Line] = []
      var span = Period(step.kind, holding: query.period.from)
      while let present = span, present.from <= query.period.to, lines.count < Self.maximumSpans {
        let value = found[.date(present.from)].flatMap(number.value)
        let isKnown = first.map { $0 <= Int64(present.from.daysSince1970) } ?? false
        lines.append(
          Line(
            span: present,
            value: hasNumber && isKnown ? value ?? 0 : nil,
            reforms: reforms.filter(present.contains), isRunning: present.to >= request.today,
            isPart: present.from < query.period.from || present.to > query.period.to))
        span = present.next
      }
      return lines
    }
  }

  /// The first days of other borders of what is counted.
  private func reforms(_ query: CountQuery, _ reader: RecordReader) throws -> [LocalDate] {
    let map = try PlaceMap(reader)
    let day = query.frame.places
    let scopes = query.territory.map { Set($0.scopes) }
    return Set(
      map.entries.filter { entry in
        if let unit, !map.units(of: entry.scope, on: day).contains(unit) { return false }
        return scopes.map { $0.contains(entry.scope) } ?? true
      }.compactMap(\.validFrom).filter { query.period.contains($0) && $0 > query.period.from }
    ).sorted()
  }
}

// MARK: - The page

extension TrendPage {
  private var subject: [NamedValues.Item] {
    [
      question.choice.item,
      NamedValues.Item(name: Self.stepName, value: step.rawValue),
      NamedValues.Item(name: Self.numberName, value: number.rawValue),
    ] + (unit.map { [NamedValues.Item(name: Self.unitName, value: $0)] } ?? [])
      + (division.map { [NamedValues.Item(name: Self.divisionName, value: $0.key)] } ?? [])
  }

  /// The groups of what the spans are divided by, over the spans of the question.
  private func groups(_ division: CountDimension) throws -> TrendGroups {
    var spans: [Period] = []
    var span = Period(step.kind, holding: question.choice.period.from)
    while let present = span, present.from <= question.choice.period.to,
      spans.count < Self.maximumSpans
    {
      spans.append(present)
      span = present.next
    }
    return try request.centre.read { reader in
      try TrendGroups(question, step, division, number, spans, reader, within: reached)
    }
  }

  private func page() throws -> HTTPResponse {
    let coverage = try request.coverage(of: question.choice.period, within: reached)
    let content = try division.map(dividedPanel) ?? trendPanel()
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
        if let former {
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
    let words = ReportWords.words(of: number)
    let list = list
    let choice = list.choice(request.http.query)
    return panel(id: "trend") {
      ColumnChart(
        words, sentence: TrendWords.sentence(words, lines),
        columns: lines.map { line in
          ColumnChart.Column(
            step.label(line.span), line.value,
            mark: line.reforms.first.map { TrendWords.merger($0).text(in: language) },
            isRunning: line.isRunning)
        }
      ).html(language)
      list.html(
        list.part(of: lines, choice), choice,
        note: isCut ? TrendWords.cut(Self.maximumSpans) : nil,
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
      + (unit.map { [(RatePageWords.place, .text($0))] } ?? [])
      + (former.map {
        [(RatePageWords.note, .text(TrendWords.merged($0).text(in: language)))]
      } ?? [])
    guard let division else {
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
        Self.numberName, ReportWords.number,
        .choice(
          CountedNumber.ofGroups.map { (value: $0.rawValue, words: ReportWords.words(of: $0)) }),
        value: number.rawValue
      ).html(language)
      PageField(
        Self.stepName, ReportWords.by,
        .choice(SpanStep.choices),
        value: step.rawValue
      ).html(language)
      PageField(
        Self.divisionName, TrendWords.division,
        .choice(
          [(value: "", words: ReportWords.undivided)]
            + CountDimension.allCases.filter { !$0.isSpan }.map {
              (value: $0.key, words: $0.words)
            }), value: division?.key ?? ""
      ).html(language)
      if !units.isEmpty {
        PageField(
          Self.unitName, CoordinatorWords.capitalised(CountDimension.unit.words),
          .choice([(value: "", words: RatePageWords.all)] + units), value: unit ?? ""
        ).html(language)
      }
      element("button", ["type": "submit", "class": "quiet"]) {
        ReportWords.show.text(in: language)
      }
    }
  }

  private var list: PageList<Line> {
    typealias Column = PageList<Line>.Column
    return PageList(
      Self.path, ReportWords.words(of: number),
      columns: [
        Column("span", ReportWords.period) { .text($0.span.label(language)) },
        Column(
          "value", ReportWords.words(of: number), orderedBy: { $0.value ?? -1 },
          cell: { line in
            guard let value = line.value, value > 0 else {
              return PageTable.number(line.value, language)
            }
            let address = question.narrowed(to: [.date(line.span.from)]).address(
              ReportRecordsPage.path, [ReportRecordsPage.item(number: number)])
            return element("a", ["href": address]) { Format.integer(Int64(value), language) }
          }, value: { $0.value.map { .integer(Int64($0)) } ?? .empty }),
        Column("note", RatePageWords.note) { line in
          let words = TrendWords.notes(line).map { $0.text(in: language) }
          return words.isEmpty ? .empty : .text(words.joined(separator: "; "))
        },
      ], empty: ReportWords.nothing, subject: subject)
  }
}
