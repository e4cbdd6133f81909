import FieldWork
import Pages
import Web

/// The trainer's page: what kind of help was given and why help failed; no person on it.
package struct TrainerPage {
  /// Its title.
  package static let title = TrainerWords.title
  /// The sentence under it.
  package static let lead = TrainerWords.lead

  private let report: TrainerReport
  private let choice: PeriodChoice
  private let language: Language

  /// A page of a report in one language.
  package init(_ report: TrainerReport, _ choice: PeriodChoice, _ language: Language) {
    self.report = report
    self.choice = choice
    self.language = language
  }

  /// What stands within the frame.
  package var content: HTML {
    HTML.group {
      PeriodPicker(choice).html(language)
      CoverageStrip(report.coverage, today: report.asOf.date).html(language)
      figures
      blocked
      element("div", ["class": "columns"]) {
        panel { table(TrainerWords.byOutcome, TrainerWords.outcome, report.outcomes) }
        panel { table(TrainerWords.byMode, TrainerWords.mode, report.modes) }
      }
      panel { teams.html(language) }
      panel { table(CoordinatorWords.byService, CoordinatorWords.service, report.services) }
    }
  }

  private var figures: HTML {
    let asOf = CoordinatorWords.asOf(report.asOf)
    return PageFigure.row(
      [
        PageFigure(CoordinatorWords.visits, text(report.visits), details: [asOf]),
        PageFigure(TrainerWords.recorded, text(report.assists), details: [asOf]),
        PageFigure(
          CoordinatorWords.residents, text(report.residents),
          details: [CoordinatorWords.distinct, asOf]),
        PageFigure(CoordinatorWords.submissions, text(report.submissions), details: [asOf]),
      ], language)
  }

  private func text(_ number: SuppressedNumber) -> String {
    number == .hidden ? TrainerWords.few.text(in: language) : number.text(in: language)
  }

  private func cell(_ number: SuppressedNumber) -> HTML {
    guard number == .hidden else { return HTML.text(number.text(in: language)) }
    return element("span", ["class": "mark-neutral"]) { TrainerWords.few.text(in: language) }
  }

  private func table(
    _ caption: BilingualText, _ heading: BilingualText, _ rows: [TrainerRow]
  ) -> HTML {
    PageTable(
      caption, columns: [.text(heading), .number(TrainerWords.recorded)],
      rows: rows.map {
        PageTable.Row([HTML.text($0.label.text(in: language)), cell($0.assists)])
      }, empty: nothing,
      note: rows.contains { $0.assists == .hidden } ? TrainerWords.hiddenNote : nil
    ).html(language)
  }

  private var teams: PageTable {
    PageTable(
      CoordinatorWords.byTeam,
      columns: [
        .text(CoordinatorWords.team), .number(TrainerWords.recorded),
        .text(CoordinatorWords.reported),
      ],
      rows: report.teams.map { team in
        PageTable.Row(
          [
            HTML.text(team.label.text(in: language)),
            team.isUnknown ? HTML.text("—") : cell(team.assists),
            TeamCoverage(team.reportedLaptops, of: team.laptops).html(language),
          ], style: team.isUnknown ? "row-missing" : nil)
      }, empty: CoordinatorWords.noTeams,
      note: report.teams.contains { $0.assists == .hidden } ? TrainerWords.hiddenNote : nil)
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
          TrainerWords.blockedBoard, sentence: sentence, hidden: TrainerWords.few,
          bars: report.blockedReasons.map { .init($0.label.text(in: language), $0.assists) }
        ).html(language)
        table(TrainerWords.blockedTable, TrainerWords.blockedReason, report.blockedReasons)
      }
    }
  }

  private var sentence: BilingualText {
    guard let first = report.blockedReasons.first, case .shown(let count) = first.assists,
      case .shown(let total) = report.blocked
    else { return TrainerWords.noLeadingReason }
    return TrainerWords.leading(first.label, count, of: total)
  }

  private var nothing: BilingualText {
    if report.coverage.laptops.allSatisfy({ $0.reportedThrough == nil }) {
      return CoordinatorWords.noReport
    }
    return report.coverage.isComplete
      ? CoordinatorWords.noAssists : CoordinatorWords.noAssists + CoordinatorWords.someMissing
  }
}

/// The words of the trainer's page.
enum TrainerWords {
  static let title = BilingualText(vi: "Dành cho tập huấn", en: "For the trainer")
  static let lead = BilingualText(
    vi: "Không có tên người trên trang này; nhóm dưới 5 người không nêu số.",
    en: "No person is named on this page; groups under 5 people show no number.")
  static let recorded = BilingualText(vi: "Lượt hỗ trợ đã ghi", en: "Assists recorded")
  static let byOutcome = BilingualText(vi: "Theo kết quả", en: "By outcome")
  static let outcome = BilingualText(vi: "Kết quả", en: "Outcome")
  static let byMode = BilingualText(vi: "Theo cách hỗ trợ", en: "By mode")
  static let mode = BilingualText(vi: "Cách hỗ trợ", en: "Mode")
  static let few = BilingualText(vi: "ít", en: "few")
  static let hiddenNote = BilingualText(
    vi: "“ít”: nhóm nhỏ, hoặc nếu nêu số sẽ tính ra được nhóm nhỏ.",
    en: "“few”: a small group, or one whose number would give a small group away.")
  static let blockedBoard = BilingualText(
    vi: "Vì sao bị vướng: cần dạy gì tiếp", en: "Why help was blocked: what to teach next")
  static let blockedTable = BilingualText(
    vi: "Lượt bị vướng theo lý do", en: "Blocked assists by reason")
  static let blockedReason = BilingualText(vi: "Lý do vướng", en: "Reason")
  static let fewBlocked = BilingualText(
    vi: "Quá ít lượt bị vướng trong kỳ để nêu lý do; hãy chọn kỳ dài hơn.",
    en: "Too few were blocked in this period to tell why; choose a longer one.")
  static let noneBlocked = BilingualText(
    vi: "Không lượt nào bị vướng trong kỳ này.", en: "No assist was blocked in this period.")
  static let noLeadingReason = BilingualText(
    vi: "Chưa lý do nào có đủ lượt để nêu riêng.",
    en: "No single reason is frequent enough to tell.")

  static func leading(_ reason: BilingualText, _ count: Int, of total: Int) -> BilingualText {
    BilingualText(
      vi: "Nhiều nhất: \(reason.vietnamese), \(Format.integer(Int64(count))) trong "
        + "\(Format.integer(Int64(total))) lượt bị vướng.",
      en: "Most often: \(reason.english), \(Format.integer(Int64(count), .english)) of "
        + "\(Format.integer(Int64(total), .english)) blocked assists.")
  }
}
