import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// How the modes of help shift, span by span: from doing it on behalf of residents over showing it
/// to letting them do it; of all teams or of one, and of each team in the last two spans.
struct ModePage {
  static let path = "/trainer/modes"
  private static let teamName = "team"
  private static let stepName = "step"
  /// Spans that are shown.
  private static let spanCount = 8

  static let routes =
    [PageRoute(.get, path, access: .trainer) { try ModePage($0).page() }]
    + ListFileFormat.routes(of: path, access: .trainer) { request, format in
      try ModePage(request).file(format)
    }

  /// The modes in the order in which residents come to do it alone.
  static let modes: [AssistMode] = [.onBehalf, .demonstrated, .guided]

  /// A span with its modes.
  struct Span: Sendable {
    let span: Period
    let total: SuppressedNumber
    /// In the order of `modes`.
    let parts: [SuppressedNumber]
    /// Why nothing is known of it; nil where something is.
    let gap: KnownSpans.Gap?
    let isRunning: Bool

    /// The parts as numbers; nil where one of them is not told.
    var shown: [Int]? {
      let numbers = parts.compactMap { if case .shown(let value) = $0 { value } else { nil } }
      return numbers.count == parts.count ? numbers : nil
    }
  }

  /// A team in the last two spans.
  struct Line: Sendable {
    let team: CountKey
    let label: BilingualText
    let total: SuppressedNumber
    /// In the order of `modes`.
    let parts: [SuppressedNumber]
    /// The share of help on behalf in the span before, in hundredths of a percent.
    let before: Int64?

    /// The share of a mode, in hundredths of a percent; nil where it is not told.
    func share(_ index: Int) -> Int64? { TrainerCells.share(parts[index], of: total) }

    /// How many hundredths of a point the share of help on behalf changed.
    var shift: Int64? { share(0).flatMap { now in before.map { now - $0 } } }
  }

  private let request: PageRequest
  private let language: Language
  private let reached: ReachedWork
  private let step: SpanStep
  private let asked: AskedTeam
  private var team: RowID? { asked.team }
  private var ownTeam: CountKey? { team.map { .row($0) } }

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    reached = try request.reached()
    step = request.http.query[Self.stepName].flatMap(SpanStep.init(rawValue:)) ?? .month
    asked = try AskedTeam(request, Self.teamName, within: reached)
  }

  /// The spans that are shown, the earliest first: whole ones, since two that differ by a day tell what
  /// happened on that day.
  private var periods: [Period] { step.spans(Self.spanCount, through: request.today) }

  /// Spans with their modes, the earliest first, of one team or of all within reach.
  static func spans(
    _ periods: [Period], of team: RowID?, _ grids: TrainerGrids, _ known: KnownSpans
  ) throws -> [Span] {
    let found = try grids.modes(periods).map { numbers(of: team, in: $0) }
    let gaps = known.gaps(zip(periods, found).map { ($0, $1.total == .shown(0)) }, of: team)
    return periods.indices.map { place in
      let (period, numbers) = (periods[place], found[place])
      let isUnknown = gaps[place] != nil
      return Span(
        span: period, total: isUnknown ? .none : numbers.total,
        parts: isUnknown ? numbers.parts.map { _ in .none } : numbers.parts, gap: gaps[place],
        isRunning: period.to >= grids.today)
    }
  }

  /// The assists of a period's grid and those of each mode, of one team or of all.
  static func numbers(
    of team: RowID?, in grid: TrainerGrid
  ) -> (total: SuppressedNumber, parts: [SuppressedNumber]) {
    guard let team else {
      return (grid.total, modes.map { grid.columnTotal(.choice($0)) })
    }
    let key = CountKey.row(team)
    return (grid.rowTotal(key), modes.map { grid.number(key, .choice($0)) })
  }

  /// The teams within reach in a span and the one before it.
  static func lines(
    _ period: Period, _ grids: TrainerGrids, _ known: KnownSpans
  ) throws -> [Line] {
    let both = try grids.modes([period, period.previous])
    let (now, before) = (both[0], both[1])
    let labels = try TeamLabels(grids.reader)
    let teams = labels.teams.filter { grids.reached.holds(team: $0) }
    let keys = teams.map { CountKey.row($0) }
    let knownKeys = Set(keys)
    let further = now.rows.filter { !knownKeys.contains($0) }
    return try (keys + further).map { key in
      let total = now.rowTotal(key)
      let isUnknown = known.gap(period, isEmpty: total == .shown(0), of: key.row) != nil
      return Line(
        team: key, label: try labels.label(of: key), total: isUnknown ? .none : total,
        parts: modes.map { isUnknown ? .none : now.number(key, .choice($0)) },
        before: TrainerCells.share(
          before.number(key, .choice(AssistMode.onBehalf)), of: before.rowTotal(key)))
    }
  }
}

// MARK: - The page

extension ModePage {
  private var subject: [NamedValues.Item] {
    [NamedValues.Item(name: Self.stepName, value: step.rawValue)]
      + (team.map { [NamedValues.Item(name: Self.teamName, value: String($0.rawValue))] } ?? [])
  }

  /// Where the page shows one team.
  static func address(ofTeam team: RowID) -> String { "\(path)?\(teamName)=\(team.rawValue)" }

  private func page() throws -> HTTPResponse {
    let known = try request.knownSpans(of: team, within: reached)
    let (spans, lines, alone) = try request.trainerGrids(within: reached) { grids in
      (
        try Self.spans(periods, of: team, grids, known),
        try Self.lines(comparedSpan, grids, known),
        team == nil ? try AloneSpans(periods, grids, known) : nil
      )
    }
    let list = list
    let choice = list.choice(request.http.query)
    var frame = request.frame(TrainerWords.modeShift)
    frame.lead = TrainerPage.lead(reached)
    let coverage = try request.trainerCoverage(of: comparedSpan, within: reached)
    return .html(
      frame.page {
        request.strip(coverage)
        form
        panel(id: "modes", asked.words?.text(in: language)) {
          // Of weeks no share is told: their numbers stand in bands.
          step == .week ? .empty : chart(spans)
          table(spans).html(language)
        }
        alone?.panel(language, label: step.label) ?? .empty
        panel {
          list.html(
            list.part(of: lines, choice), choice, note: ModeWords.teamNote(comparedSpan),
            files: ListFileFormat.links(of: Self.path), language)
        }
        TrainerCells.back(language)
      })
  }

  private func chart(_ spans: [Span]) -> HTML {
    ShareChart(
      ModeWords.bySpan, sentence: ModeWords.sentence(spans),
      legend: Self.modes.map { CoordinatorWords.capitalised($0.words) },
      untold: TrainerWords.hidden,
      columns: spans.map {
        ShareChart.Column(
          step.label($0.span), $0.total == .none ? [] : $0.shown, isRunning: $0.isRunning)
      }
    ).html(language)
  }

  /// The last span that is over, or the running one where none is.
  private var comparedSpan: Period {
    let spans = periods
    return spans.last { $0.to < request.today } ?? spans[spans.count - 1]
  }

  private func file(_ format: ListFileFormat) throws -> HTTPResponse {
    let known = try request.knownSpans(of: team, within: reached)
    let lines = try request.trainerGrids(within: reached) {
      try Self.lines(comparedSpan, $0, known)
    }
    return try ListFile(list, format, name: "cach-ho-tro").answer(
      request, rows: lines,
      lead: [
        (ReportWords.period, .text(comparedSpan.label(language))),
        (ReportWords.source, .text(ReportWords.sourceText.text(in: language))),
      ])
  }

  private var form: HTML {
    HTML.group {
      element("form", ["method": "get", "action": Self.path, "class": "filters"]) {
        PageField(
          Self.stepName, ReportWords.by,
          .choice(SpanStep.choices),
          value: step.rawValue
        ).html(language)
        asked.field(language)
        element("button", ["type": "submit", "class": "quiet"]) {
          TrainerWords.show.text(in: language)
        }
      }
      asked.matches(language) {
        "\(Self.path)?\(Self.stepName)=\(step.rawValue)&\(Self.teamName)=\($0)"
      }
    }
  }

  private func question(
    _ period: Period, _ team: CountKey?, _ mode: AssistMode? = nil
  ) -> TrainerQuestion {
    var keys: [CountDimension: CountKey] = [:]
    keys[.team] = team
    keys[.mode] = mode.map { .choice($0) }
    return .assists(period, keys)
  }

  private func table(_ spans: [Span]) -> PageTable {
    PageTable(
      ModeWords.bySpan,
      columns: [.text(ReportWords.period), .number(TrainerWords.recorded)]
        + Self.modes.map { .number(CoordinatorWords.capitalised($0.words)) } + [
          .text(RatePageWords.note)
        ],
      rows: spans.reversed().map { span in
        PageTable.Row(
          [
            .text(span.span.label(language)),
            TrainerCells.number(span.total, question(span.span, ownTeam), language),
          ]
            + zip(Self.modes, span.parts).map { mode, part in
              TrainerCells.part(
                part, of: span.total, question(span.span, ownTeam, mode), language)
            } + [
              .text(
                TrainerWords.note(span.gap, isRunning: span.isRunning)?.text(in: language) ?? "")
            ])
      }, empty: ReportWords.nothing,
      note: step == .week
        ? TrainerWords.bandNote
        : spans.contains { $0.parts.contains { !$0.isShown } } ? TrainerWords.hiddenNote : nil)
  }

  private var list: PageList<Line> {
    typealias Column = PageList<Line>.Column
    var columns = [
      Column(
        "team", CoordinatorWords.team,
        cell: { line in
          let label = line.label.text(in: language)
          guard let team = line.team.row else { return .text(label) }
          return element("a", ["href": Self.address(ofTeam: team)]) { label }
        }, value: { .text($0.label.text(in: language)) }),
      Column(
        "assists", TrainerWords.recorded,
        orderedBy: { TrainerCells.order($0.total) },
        cell: { TrainerCells.number($0.total, question(comparedSpan, $0.team), language) },
        value: { TrainerCells.value($0.total, language) }),
    ]
    for (index, mode) in Self.modes.enumerated() {
      columns.append(
        Column(
          mode.name, CoordinatorWords.capitalised(mode.words), orderedBy: { $0.share(index) ?? -1 },
          cell: { line in
            TrainerCells.part(
              line.parts[index], of: line.total, question(comparedSpan, line.team, mode), language)
          }, value: { TrainerCells.value($0.parts[index], language) }))
    }
    columns.append(
      Column(
        "shift", ModeWords.shift, orderedBy: { $0.shift ?? Int64.max },
        cell: { .text(ModeWords.points($0.shift).text(in: language)) },
        value: { $0.shift.map { .decimal(Double($0) / 100) } ?? .empty }))
    return PageList(
      Self.path, ModeWords.byTeam, columns: columns,
      filters: [
        PageList.Filter("q", CoordinatorWords.team) { line, typed in
          SearchFold.base(line.label.vietnamese).contains(SearchFold.base(typed))
        }
      ], empty: CoordinatorWords.noTeams, subject: subject)
  }
}
