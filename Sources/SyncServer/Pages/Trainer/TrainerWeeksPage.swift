import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// Every measure week by week: the four numbers of all teams, and assists by team, volunteer, service,
/// mode or outcome. Each span stands as the trainer's page of it does, and tells no more.
struct TrainerWeeksPage {
  static let path = "/trainer/weeks"
  private static let stepName = "step"
  private static let byName = "by"
  /// Spans that are shown.
  private static let spanCount = 8
  /// What assists are divided by.
  private static let divisions: [CountDimension] = [.team, .member, .service, .mode, .outcome]

  static let routes =
    [PageRoute(.get, path, access: .trainer) { try TrainerWeeksPage($0).page() }]
    + ListFileFormat.routes(of: path, access: .trainer) { request, format in
      try TrainerWeeksPage(request).file(format)
    }

  /// A span with its numbers.
  struct Span: Sendable {
    let span: Period
    /// In the order of `TrainerQuestion.numbers`.
    let numbers: [SuppressedNumber]
    /// Why nothing is known of it; nil where something is.
    let gap: KnownSpans.Gap?
    let isRunning: Bool

    /// Its assists.
    var recorded: SuppressedNumber {
      TrainerQuestion.numbers.firstIndex(of: .recorded).map { numbers[$0] } ?? .none
    }
  }

  /// A group with its assists in each span.
  struct Line: Sendable {
    let key: CountKey
    let label: String
    let numbers: [SuppressedNumber]
  }

  private let request: PageRequest
  private let language: Language
  private let reached: ReachedWork
  private let step: SpanStep
  private let division: CountDimension
  private let periods: [Period]

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    reached = try request.reached()
    let query = request.http.query
    step = query[Self.stepName].flatMap(SpanStep.init(rawValue:)) ?? .week
    division =
      query[Self.byName].flatMap(CountDimension.init(named:))
      .flatMap { Self.divisions.contains($0) ? $0 : nil } ?? .team
    periods = step.spans(Self.spanCount, through: request.today)
  }

  private func found() throws -> (spans: [Span], lines: [Line]) {
    let known = try request.knownSpans(within: reached)
    return try request.trainerGrids(within: reached) { grids in
      let counts = try grids.divided(periods, by: [[division]])
      let gaps = known.gaps(counts.map { ($0.period, $0.isEmpty) })
      var spans: [Span] = []
      var told: [CountKey: [SuppressedNumber]] = [:]
      for (place, count) in counts.enumerated() {
        let table = TrainerTable(
          count, 0, keeping: division == .outcome ? [[.choice(AssistOutcome.blocked)]] : [])
        let gap = gaps[place]
        spans.append(
          Span(
            span: count.period,
            numbers: TrainerQuestion.numbers.map { gap == nil ? table.whole($0) : .none },
            gap: gap, isRunning: count.period.to >= request.today))
        for group in table.groups where group.assists != .shown(0) {
          told[group.keys[0], default: periods.map { _ in .shown(0) }][place] = group.assists
        }
      }
      let teams = try teams(of: told.keys, grids.reader)
      for (key, numbers) in told {
        let own = known.gaps(
          zip(periods, numbers).map { ($0, $1 == .shown(0)) }, of: teams[key])
        told[key] = numbers.indices.map { place in
          numbers[place] == .shown(0) && (gaps[place] != nil || own[place] == .noReport)
            ? .none : numbers[place]
        }
      }
      let words = TrainerLines(grids.reader)
      let lines = try told.map { key, numbers in
        Line(
          key: key, label: try words.label(of: key, along: division).text(in: language),
          numbers: numbers)
      }
      return (
        spans,
        lines.map { (VietnameseCollation.sortKey($0.label), $0) }.sorted {
          $0.0 == $1.0
            ? $0.1.label < $1.1.label : $0.0.lexicographicallyPrecedes($1.0)
        }.map(\.1)
      )
    }
  }
}

extension TrainerWeeksPage {
  /// Whose laptops report of groups: a team's own, and those of a member's team.
  private func teams(
    of keys: some Sequence<CountKey>, _ reader: RecordReader
  ) throws -> [CountKey: RowID] {
    let ofMembers =
      division == .member
      ? Dictionary(
        try reader.members().map { ($0.id, $0.team) }, uniquingKeysWith: { first, _ in first })
      : [:]
    return keys.reduce(into: [:]) { teams, key in
      guard let row = key.row else { return }
      teams[key] = division == .team ? row : ofMembers[row].flatMap(\.self)
    }
  }
}

// MARK: - The page

extension TrainerWeeksPage {
  private var subject: [NamedValues.Item] {
    [
      NamedValues.Item(name: Self.stepName, value: step.rawValue),
      NamedValues.Item(name: Self.byName, value: division.key),
    ]
  }

  /// The last span, which is running, is what laptops may still be silent about.
  private func coverage() throws -> Coverage {
    let running = periods.last ?? PeriodChoice(NamedValues(), today: request.today).period
    return try request.trainerCoverage(of: running, within: reached)
  }

  private func page() throws -> HTTPResponse {
    let (spans, lines) = try found()
    let coverage = try coverage()
    let list = list
    let choice = list.choice(request.http.query)
    var frame = request.frame(WeekWords.title)
    frame.lead = TrainerPage.lead(reached)
    return .html(
      frame.page {
        request.strip(coverage)
        form
        panel(id: "weeks") {
          ColumnChart(
            TrainerWords.recorded, sentence: WeekWords.sentence(spans),
            columns: spans.map {
              ColumnChart.Column(step.label($0.span), $0.recorded.least, isRunning: $0.isRunning)
            }
          ).html(language)
          table(spans).html(language)
        }
        panel {
          list.html(
            list.part(of: lines, choice), choice,
            note: step == .week ? TrainerWords.bandNote : TrainerWords.hiddenNote,
            files: ListFileFormat.links(of: Self.path), language)
        }
        TrainerCells.back(language)
      })
  }

  private func file(_ format: ListFileFormat) throws -> HTTPResponse {
    let (spans, lines) = try found()
    let coverage = try coverage()
    return try ListFile(list, format, name: "theo-tuan").answer(
      request, rows: lines,
      lead: [
        (ReportWords.coverage, .text(coverage.words.text(in: language))),
        (ReportWords.source, .text(ReportWords.sourceText.text(in: language))),
      ]
        + spans.flatMap { span in
          zip(TrainerQuestion.numbers, span.numbers).map { number, told in
            (
              ReportWords.words(of: number)
                + BilingualText(
                  vi: ", \(span.span.label(.vietnamese))", en: ", \(span.span.label(.english))"),
              TrainerCells.value(told, language)
            )
          }
        })
  }

  private var form: HTML {
    element("form", ["method": "get", "action": Self.path, "class": "filters"]) {
      PageField(
        Self.stepName, WeekWords.step, .choice(SpanStep.choices), value: step.rawValue
      ).html(language)
      PageField(
        Self.byName, ReportWords.by,
        .choice(Self.divisions.map { (value: $0.key, words: $0.words) }), value: division.key
      ).html(language)
      element("button", ["type": "submit", "class": "quiet"]) {
        TrainerWords.show.text(in: language)
      }
    }
  }

  private func table(_ spans: [Span]) -> PageTable {
    PageTable(
      WeekWords.all,
      columns: [.text(ReportWords.period)]
        + TrainerQuestion.numbers.map { .number(ReportWords.words(of: $0)) }
        + [.text(RatePageWords.note)],
      rows: spans.reversed().map { span in
        PageTable.Row(
          [.text(span.span.label(language))]
            + zip(TrainerQuestion.numbers, span.numbers).map { number, told in
              TrainerCells.number(told, TrainerQuestion(number, span.span), language)
            } + [
              .text(
                TrainerWords.note(span.gap, isRunning: span.isRunning)?.text(in: language) ?? "")
            ])
      }, empty: ReportWords.nothing,
      note: step == .week ? TrainerWords.bandNote : TrainerWords.onlyTold)
  }

  private var list: PageList<Line> {
    typealias Column = PageList<Line>.Column
    let division = division
    let heading = CoordinatorWords.capitalised(division.words)
    let columns =
      [Column("group", heading) { .text($0.label) }]
      + periods.enumerated().map { place, period in
        let label = step.label(period)
        return Column(
          "span\(place + 1)", BilingualText(same: label),
          cell: { line in
            TrainerCells.number(
              line.numbers[place], .assists(period, [division: line.key]), language)
          }, value: { TrainerCells.value($0.numbers[place], language) })
      }
    return PageList(
      Self.path, WeekWords.divided(heading), columns: columns,
      filters: [
        PageList.Filter("q", heading) { line, typed in
          SearchFold.base(line.label).contains(SearchFold.base(typed))
        }
      ], empty: WeekWords.nothing, subject: subject)
  }
}

/// The words of measures week by week.
enum WeekWords {
  static let title = BilingualText(vi: "Từng tuần", en: "Week by week")
  static let step = BilingualText(vi: "Kỳ", en: "Spans")
  static let all = BilingualText(vi: "Mọi số, từng kỳ", en: "Every number, span by span")
  static let nothing = BilingualText(
    vi: "Chưa có lượt hỗ trợ nào trong các kỳ này.",
    en: "There is no assist in these spans yet.")

  static func divided(_ by: BilingualText) -> BilingualText {
    BilingualText(
      vi: "Lượt hỗ trợ đã ghi: \(by.vietnamese.lowercased()), từng kỳ",
      en: "Assists recorded: \(by.english.lowercased()), span by span")
  }

  /// The main thing: the last whole span against the one before it.
  static func sentence(_ spans: [TrainerWeeksPage.Span]) -> BilingualText {
    let told = spans.filter { !$0.isRunning }.compactMap { span in
      span.recorded.least.map { _ in (span: span.span, count: span.recorded) }
    }
    guard let last = told.last, told.count > 1 else {
      return BilingualText(
        vi: "Chưa có hai kỳ trọn vẹn được nêu số để so.",
        en: "There are not yet two whole spans with a number to compare.")
    }
    let before = told[told.count - 2]
    func words(_ told: (span: Period, count: SuppressedNumber), _ language: Language) -> String {
      "\(told.span.label(language)): \(told.count.text(in: language))"
    }
    return BilingualText(
      vi: "Gần nhất, \(words(last, .vietnamese)); trước đó, \(words(before, .vietnamese)).",
      en: "Latest, \(words(last, .english)); before that, \(words(before, .english)).")
  }
}
