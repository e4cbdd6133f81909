import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// One A4 page of a team, good in black and white: what it did, against its targets, its last period
/// and the other teams, how it helps, why help was blocked, and which of its laptops have reported.
struct TeamSheetPage {
  private static let pattern = "/teams/:team/sheet"

  static let routes = [
    PageRoute(.get, pattern, access: .trainer) { try TeamSheetPage($0).page() }
  ]

  /// Where the sheet of a team is.
  static func address(_ team: RowID, _ period: Period) -> String {
    "/teams/\(team.rawValue)/sheet?period=\(period)"
  }

  private let request: PageRequest
  private let language: Language
  private let choice: PeriodChoice
  private let team: TrainerTeam
  private let coverage: Coverage
  private let comparison: TeamComparison
  private let targets: TrainerTargets
  private let spans: [ModePage.Span]
  private let blocked: BlockedBoardPage.Line?
  private let training: TrainingReport.Line?
  private let asOf: LocalDateTime

  /// - Throws: `FieldError.notFound` for a team that there is not, or that is not within reach.
  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    asOf = request.now
    let reached = try request.reached()
    let typed = request.parameters["team"]
    guard let row = Int64(typed).flatMap(RowID.init(rawValue:)), reached.holds(team: row) else {
      throw FieldError.notFound(String(typed.prefix(20)))
    }
    let choice = PeriodChoice(request.http.query, today: request.today, allowed: .whole)
    self.choice = choice
    let period = choice.period
    let (laptops, shortfall, rulings) = try request.centre.inspect {
      (
        try LaptopReport.gather($0.store), try CentreShortfall($0.store),
        try $0.awaitedRulings(in: period, where: reached.holds(scope:))
      )
    }
    let known = try request.knownSpans(of: row, within: reached)
    let found = try request.trainerGrids(within: reached) { grids in
      let periods = [period.previous.previous, period.previous, period]
      let (today, shelf) = (grids.today, grids.shelf)
      let (report, spans) = try request.centre.read(grids.reader) {
        try TrainerReport.gather(
          period, now: request.now, laptops, shortfall, grids.reader, within: reached,
          shelf: grids.shelf)
      } beside: { reader in
        let grids = TrainerGrids(reader: reader, reached: reached, today: today, shelf: shelf)
        return try ModePage.spans(periods, of: row, grids, known)
      }
      guard let team = report.teams.first(where: { $0.row == row }) else {
        throw FieldError.notFound(String(typed.prefix(20)))
      }
      return (
        report, team,
        try TrainerTargets.gather(
          in: period, now: request.now, team: row, grids.reader, within: reached),
        spans, try BlockedBoardPage.lines(period, grids).lines.first { $0.team == .row(row) },
        try TrainingReport.gather(
          period, today: request.today, grids.reader, within: reached
        ).lines.first { $0.team == row }
      )
    }
    comparison = TeamComparison(found.0)
    team = found.1
    targets = found.2
    spans = found.3
    blocked = found.4
    training = found.5
    // The team's own laptops alone, numbered: their labels are often a person's name.
    coverage = TrainerReport.coverage(
      of: period, today: request.today, laptops.filter { $0.team == row }, shortfall,
      within: reached
    ).awaiting(rulings, isTold: false)
  }

  private func page() -> HTTPResponse {
    let name = team.label
    let place = "CamTay · \(request.centre.settings.place.name)"
    var frame = request.frame(SheetWords.title(name))
    frame.lead = BilingualText(
      vi: "\(place) · \(choice.label(.vietnamese)) · \(CoordinatorWords.asOf(asOf).vietnamese)",
      en: "\(place) · \(choice.label(.english)) · \(CoordinatorWords.asOf(asOf).english)")
    return .html(
      frame.page {
        element("div", ["class": "not-printed"]) { PeriodPicker(choice).html(language) }
        request.strip(coverage)
        figures
        panel { targets.table(language).html(language) }
        element("div", ["class": "columns team-sheet"]) {
          panel { modes }
          panel { reasons.html(language) }
        }
        element("p", ["class": "table-note"]) {
          (TrainerWords.hiddenNote + SheetWords.noNames).text(in: language)
          " · \(CentreCommands.program) \(CentreCommands.version)"
        }
        element("div", ["class": "signing"]) {
          for words in SheetWords.signing {
            element("p") { words.text(in: language) }
          }
        }
        TrainerCells.back(language)
      })
  }

  private func question(
    _ period: Period, _ keys: [CountDimension: CountKey] = [:]
  ) -> TrainerQuestion {
    .assists(period, keys.merging([.team: .row(team.row)]) { own, _ in own })
  }

  private var figures: HTML {
    let before = TrainerWords.before(choice.period.previous, team.previous)
    let details = [before] + (comparison.detail(of: team.previous).map { [$0] } ?? [])
    return PageFigure.row(
      [
        PageFigure(
          TrainerWords.recorded, team.isUnknown ? "—" : TrainerCells.text(team.assists, language),
          details: details,
          address: question(choice.period).address(of: team.assists)),
        PageFigure(
          TrainerWords.change,
          comparison.change(team).map { TrainerWords.difference($0).text(in: language) } ?? "—",
          details: [SheetWords.againstPrevious]),
        PageFigure(
          TrainerWords.fromMedian,
          comparison.halvesFromMedian(team).map { TrainerWords.halves($0).text(in: language) }
            ?? "—",
          details: comparison.median.map { [$0] } ?? []),
        PageFigure(
          TrainingWords.trained, training.map { "\($0.trained)/\($0.members)" } ?? "—",
          details: training.map(SheetWords.success) ?? []),
      ], language)
  }

  private var modes: HTML {
    HTML.group {
      PageTable(
        ModeWords.bySpan,
        columns: [.text(ReportWords.period)]
          + ModePage.modes.map { .number(CoordinatorWords.capitalised($0.words)) },
        rows: spans.reversed().map { span in
          PageTable.Row(
            [
              PageTable.cell(
                span.span.label(language),
                detail: TrainerWords.note(span.gap, isRunning: span.isRunning)?.text(in: language))
            ]
              + zip(ModePage.modes, span.parts).map { mode, part in
                TrainerCells.part(
                  part, of: span.total, question(span.span, [.mode: .choice(mode)]), language)
              })
        }, empty: ReportWords.nothing
      ).html(language)
      element("p", ["class": "chart-sentence"]) { ModeWords.sentence(spans).text(in: language) }
    }
  }

  private var reasons: PageTable {
    PageTable(
      TrainerWords.blockedBoard,
      columns: [
        .text(TrainerWords.blockedReason), .number(TrainerWords.recorded),
        .text(BlockedWords.remedy),
      ],
      rows: (blocked?.reasons ?? []).map { reason in
        PageTable.Row([
          .text(reason.words.text(in: language)),
          TrainerCells.number(
            reason.count,
            reason.key.map { .blocked(choice.period, for: $0, [.team: .row(team.row)]) },
            language),
          .text(
            BlockedReason.allCases.first { .text($0.rawValue) == reason.key }?.remedy
              .text(in: language) ?? "—"),
        ])
      }, empty: SheetWords.noReason,
      note: blocked.flatMap { BlockedWords.note([$0]) })
  }
}

/// The words of a team's sheet.
enum SheetWords {
  static func title(_ team: BilingualText) -> BilingualText {
    BilingualText(vi: "Phiếu của \(team.vietnamese)", en: "Sheet of \(team.english)")
  }

  static let open = BilingualText(vi: "Phiếu A4", en: "A4 sheet")
  static let againstPrevious = BilingualText(
    vi: "so với kỳ trước, hoặc phần đã qua của nó",
    en: "against the period before, or the part of it that is over")
  static let noReason = BilingualText(
    vi: "Không có lý do vướng nào đủ người để nêu.",
    en: "No reason was given by enough people to be told.")
  static let noNames = BilingualText(
    vi: " Phiếu không có tên người.", en: " The sheet names nobody.")
  /// What is filled in by hand.
  static let signing = [
    BilingualText(
      vi: "Việc cần làm, cần học: ………………………………………………", en: "To do, to learn: ………………………………………………"),
    BilingualText(
      vi: "Ngày … tháng … năm ……  Tổ trưởng (ký): ………………  Người tập huấn (ký): ………………",
      en: "Date …………  Team lead (signed): ………………  Trainer (signed): ………………"),
  ]

  /// How help went before and after the last training.
  static func success(_ line: TrainingReport.Line) -> [BilingualText] {
    guard let last = line.last else {
      return [BilingualText(vi: "chưa có buổi nào trong kỳ", en: "no training in the period")]
    }
    return [
      BilingualText(
        vi: "buổi gần nhất \(Format.date(last)); làm được trước và sau: ",
        en: "last training \(Format.date(last)); success before and after: ")
        + TrainingWords.rate(line.before, last) + BilingualText(same: " → ")
        + TrainingWords.rate(line.after, last)
    ] + (line.daysToCome > 0 ? [TrainingWords.toCome(line.daysToCome)] : [])
  }
}
