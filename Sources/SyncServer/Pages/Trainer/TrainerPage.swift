import Documents
import FieldWork
import Pages
import Web

/// The trainer's page: what kind of help was given and why help failed; no person on it.
package struct TrainerPage {
  /// Its title.
  package static let title = TrainerWords.title
  /// The sentence under it.
  package static let lead = TrainerWords.lead

  /// The same with what the page leaves out.
  static func lead(_ reached: ReachedWork) -> BilingualText {
    reached.words.map { lead + BilingualText(same: " ") + $0 } ?? lead
  }

  private let report: TrainerReport
  private let targets: TrainerTargets
  private let choice: PeriodChoice
  private let query: NamedValues
  private let language: Language
  private let comparison: TeamComparison
  private let enrols: Bool

  /// A page of a report in one language.
  ///
  /// - Parameters:
  ///   - query: what its address asks of the list of teams.
  ///   - enrols: whether whoever looks can enrol a laptop.
  init(
    _ report: TrainerReport, _ targets: TrainerTargets, _ choice: PeriodChoice,
    _ language: Language, query: NamedValues = NamedValues(), enrols: Bool = false
  ) {
    self.enrols = enrols
    self.report = report
    self.targets = targets
    self.choice = choice
    self.query = query
    self.language = language
    comparison = TeamComparison(report)
  }

  /// What stands within the frame.
  package var content: HTML {
    HTML.group {
      PeriodPicker(choice).html(language)
      CoverageStrip(report.coverage, today: report.asOf.date, enrols: enrols).html(language)
      ways
      figures
      blocked
      panel { targets.table(language).html(language) }
      element("div", ["class": "columns"]) {
        panel {
          table(TrainerWords.byOutcome, TrainerWords.outcome, report.outcomes) {
            question(.outcome, $0)
          }
        }
        panel {
          table(TrainerWords.byMode, TrainerWords.mode, report.modes) { question(.mode, $0) }
        }
      }
      panel { teamPanel }
      panel {
        table(CoordinatorWords.byService, CoordinatorWords.service, report.services) {
          question(.service, $0)
        }
      }
    }
  }

  /// What tells more about each part.
  private var ways: HTML {
    let period = NamedValues([choice.item]).encoded
    return element(
      "nav", ["class": "contents", "aria-label": TrainerWords.ways.text(in: language)]
    ) {
      element("ul") {
        for way in Self.ways {
          element("li") {
            element("a", ["href": "\(way.path)?\(period)"]) { way.text.text(in: language) }
          }
        }
      }
    }
  }

  private static let ways = [
    PageFrame.Link(TrainerWeeksPage.path, WeekWords.title),
    PageFrame.Link(TrainerMembersPage.path, MemberWords.title),
    PageFrame.Link(BlockedBoardPage.path, TrainerWords.boardByPlace),
    PageFrame.Link(ModePage.path, TrainerWords.modeShift),
    PageFrame.Link(SamplePages.path, SampleWords.title),
    PageFrame.Link(TrainingPages.path, TrainingWords.title),
    PageFrame.Link(CommentPages.path, CommentWords.title),
  ]

  private var figures: HTML {
    let asOf = CoordinatorWords.asOf(report.asOf)
    return PageFigure.row(
      [
        PageFigure(
          CoordinatorWords.visits, text(report.visits), details: [asOf],
          address: address(.visits, report.visits)),
        PageFigure(
          TrainerWords.recorded, text(report.assists),
          details: (report.coverage.isSilent ? [asOf] : [asOf, previousWords])
            + (comparison.median.map { [$0] } ?? []),
          address: address(.recorded, report.assists)),
        PageFigure(
          CoordinatorWords.residents, residents,
          details: [TrainerWords.ofCounted, asOf],
          address: address(.residents, report.residents)),
        PageFigure(
          CoordinatorWords.submissions, text(report.submissions), details: [asOf],
          address: address(.submissions, report.submissions)),
      ], language)
  }

  private func address(_ number: CountedNumber, _ told: SuppressedNumber) -> String? {
    TrainerQuestion(number, report.period).address(of: told)
  }

  private func question(_ dimension: CountDimension, _ key: CountKey) -> TrainerQuestion {
    .assists(report.period, [dimension: key])
  }

  private var previousWords: BilingualText {
    TrainerWords.before(report.previousPeriod, report.previousAssists)
  }

  /// A range where it is disputed who is the same person, as everywhere.
  private var residents: String {
    guard case .shown(let least) = report.residents, case .shown(let most) = report.residentsAtMost,
      most > least
    else { return text(report.residents) }
    return text(report.residents) + "–" + text(report.residentsAtMost)
  }

  private func text(_ number: SuppressedNumber) -> String {
    guard number != .shown(0) || !report.coverage.isSilent else { return "—" }
    return TrainerCells.text(number, language)
  }

  private func table(
    _ caption: BilingualText, _ heading: BilingualText, _ rows: [TrainerRow],
    _ question: @escaping (CountKey) -> TrainerQuestion, note: BilingualText? = nil
  ) -> HTML {
    PageTable(
      caption, columns: [.text(heading), .number(TrainerWords.recorded)],
      rows: rows.map {
        PageTable.Row([
          HTML.text($0.label.text(in: language)),
          TrainerCells.number($0.assists, $0.key.map(question), language),
        ])
      }, empty: nothing,
      note: note ?? (rows.contains { $0.assists == .hidden } ? TrainerWords.hiddenNote : nil)
    ).html(language)
  }

  /// Every team, page by page. Numbers that are hidden stand together below every one that is told,
  /// in the order of their names: the order tells nothing of them.
  private var teams: PageList<TrainerTeam> {
    /// A difference: words on the page, a number in files.
    func difference(
      _ key: String, _ label: BilingualText, _ number: @escaping (TrainerTeam) -> Int?,
      _ words: @escaping (Int) -> BilingualText, halves: Bool = false
    ) -> PageList<TrainerTeam>.Column {
      .init(
        key, label,
        cell: { team in .text(number(team).map { words($0).text(in: language) } ?? "—") },
        value: { team in
          number(team).map { halves ? .decimal(Double($0) / 2) : .integer(Int64($0)) } ?? .empty
        })
    }
    return PageList<TrainerTeam>(
      ReportPages.trainerPath, CoordinatorWords.byTeam,
      columns: [
        .init(
          "team", CoordinatorWords.team,
          orderedBy: { SearchFold.base($0.label.text(in: language)) }, cell: teamCell
        ) {
          .text($0.label.text(in: language))
        },
        .init(
          "recorded", TrainerWords.recorded, orderedBy: { TrainerCells.order($0.assists) },
          cell: { team in
            team.isUnknown
              ? .text("—")
              : TrainerCells.number(team.assists, question(.team, .row(team.row)), language)
          },
          value: { $0.isUnknown ? .empty : TrainerCells.value($0.assists, language) }),
        .init(
          "previous", TrainerWords.previous, orderedBy: { TrainerCells.order($0.previous) },
          cell: previousCell
        ) {
          TrainerCells.value($0.previous, language)
        },
        difference(
          "change", TrainerWords.change, comparison.change, TrainerWords.difference),
        difference(
          "median", TrainerWords.fromMedian, comparison.halvesFromMedian, TrainerWords.halves,
          halves: true),
        .init(
          "coverage", CoordinatorWords.reported,
          orderedBy: { Double($0.reportedLaptops) / Double(max(1, $0.laptops)) },
          cell: { TeamCoverage($0.reportedLaptops, of: $0.laptops).html(language) },
          value: { .integer(Int64($0.reportedLaptops)) }),
        .init(
          "laptops", CoordinatorWords.laptops, isOnlyInFiles: true,
          value: { .integer(Int64($0.laptops)) }),
      ],
      filters: TeamSearch.filters(report.teams.map(\.label)) { $0.label },
      empty: CoordinatorWords.noTeams, subject: [choice.item],
      style: { $0.isUnknown ? "row-missing" : nil })
  }

  private func teamCell(_ team: TrainerTeam) -> HTML {
    HTML.group {
      team.label.text(in: language)
      if let row = team.row {
        element("a", ["class": "detail", "href": TeamSheetPage.address(row, report.period)]) {
          SheetWords.open.text(in: language)
        }
      }
    }
  }

  private func previousCell(_ team: TrainerTeam) -> HTML {
    HTML.group {
      TrainerCells.number(
        team.previous, .assists(report.previousPeriod, [.team: .row(team.row)]), language)
      if let detail = comparison.detail(of: team.previous) {
        element("span", ["class": "detail"]) { detail.text(in: language) }
      }
    }
  }

  private var teamPanel: HTML {
    let list = teams
    let asked = list.choice(query)
    let hasHidden = report.teams.contains { $0.assists == .hidden || $0.previous == .hidden }
    return list.html(
      list.part(of: report.teams, asked), asked,
      note: TrainerWords.comparisonNote(report.previousPeriod)
        + (hasHidden ? TrainerWords.hiddenNote : BilingualText(same: "")),
      files: ListFileFormat.links(of: ReportPages.trainerPath), language)
  }

  /// The teams as a file.
  func file(_ request: PageRequest, _ format: ListFileFormat) throws -> HTTPResponse {
    func text(_ words: BilingualText) -> SpreadsheetValue { .text(words.text(in: language)) }
    return try ListFile(teams, format, name: "tap-huan-theo-to").answer(
      request, rows: report.teams,
      lead: [
        (ReportWords.period, .text(choice.label(language))),
        (ReportWords.coverage, text(report.coverage.words)),
        (TrainerWords.recorded, TrainerCells.value(report.assists, language)),
        (ReportWords.source, text(ReportWords.sourceText)),
      ])
  }

  private var blocked: HTML {
    panel(TrainerWords.blockedBoard.text(in: language)) {
      if report.blocked == .hidden {
        element("p", ["class": "empty"]) { TrainerWords.fewBlocked.text(in: language) }
      } else if report.blockedReasons.isEmpty {
        element("p", ["class": "empty"]) {
          (report.coverage.isComplete ? TrainerWords.noneBlocked : nothing).text(in: language)
        }
      } else {
        BarChart(
          TrainerWords.blockedBoard, sentence: sentence, hidden: TrainerWords.hidden,
          bars: report.blockedReasons.map { .init($0.label.text(in: language), $0.assists) }
        ).html(language)
        table(
          TrainerWords.blockedTable, TrainerWords.blockedReason, report.blockedReasons,
          { .blocked(report.period, for: $0) },
          note: report.blockedReasons.contains { $0.key == nil }
            ? TrainerWords.otherReasonsNote : nil)
      }
    }
  }

  private var sentence: BilingualText {
    guard let (first, count) = TrainerWords.leaders(report.blockedReasons),
      let total = report.blocked.least
    else { return TrainerWords.noLeadingReason }
    return TrainerWords.leading(first, count, of: total)
  }

  private var nothing: BilingualText {
    if report.coverage.isSilent {
      return CoordinatorWords.noReport
    }
    return report.coverage.isComplete
      ? CoordinatorWords.noAssists : CoordinatorWords.noAssists + CoordinatorWords.someMissing
  }
}
