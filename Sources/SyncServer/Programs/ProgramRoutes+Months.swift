import CommandLine
import FieldWork
import Listings

/// The months and what was reported of them, for programs.
extension ProgramRoutes {
  /// How a month stands; stable names.
  private enum MonthState: String, CaseIterable {
    case running, open, closed, reopened

    init(_ line: MonthListPage.Line) {
      switch line.closing {
      case .some(let closing): self = closing.isStanding ? .closed : .reopened
      case nil: self = line.isOver ? .open : .running
      }
    }
  }

  /// A month with its numbers.
  private struct NumberedMonth: Sendable {
    let line: MonthListPage.Line
    /// As it was closed; nil while nobody has.
    let closed: CountNumbers?
    /// As it was last reported.
    let reported: CountNumbers?
    /// As it is counted now, where that is something else.
    let now: CountNumbers?
  }

  private static let fields: AnswerFields<NumberedMonth> = {
    func numbers(
      _ name: String, _ words: String,
      _ value: @escaping @Sendable (NumberedMonth) -> CountNumbers?
    ) -> AnswerFields<NumberedMonth>.Field {
      .init(name, .optional(.object(numberMembers)), words) { month, _ in
        value(month).map(LabelledCount.json) ?? .null
      }
    }
    return AnswerFields([
      .text("month", "2026-11") { $0.line.month.description },
      .textOrNull("unit", "National code of its unit; null for all that the centre holds.") {
        $0.line.unit
      },
      .textOrNull("unit_name") { $0.line.unitName },
      .text("state", "running, open, closed or reopened.") { MonthState($0.line).rawValue },
      .minute("closed_at") { $0.line.closing?.moment },
      .numberOrNull("laptops", "That were to report when it was closed.") { month in
        month.line.closing.map { Int64($0.checklist.laptops) }
      },
      .numberOrNull("laptops_reported", "Those of them that had.") { month in
        month.line.closing.map { Int64($0.checklist.reported) }
      },
      numbers("as_closed", "Its numbers as it was closed; null while nobody has.") { $0.closed },
      numbers("last_reported", "With what later closings said of it.") { $0.reported },
      numbers("now", "As it is counted now; null where nothing came since it was last reported.") {
        $0.now
      },
    ])
  }()

  static let months = ProgramRoute(
    path: "/months", access: Access.coordinator.ofTokens,
    summary: BilingualText(
      vi: "Các tháng: đang mở, đã chốt, mở lại, với số liệu lúc chốt và số về sau",
      en: "The months: open, closed, opened again, with their numbers as closed and as they are now"
    ),
    parameters: ProgramPage.parameters, answer: ProgramPage.schema("months", fields.schema)
  ) { request in
    let lines = try MonthListPage.lines(
      request.centre, on: request.today, within: request.reached())
    return try request.centre.read { reader in
      // Only what is shown is counted.
      try request.page.json("months", of: lines) { line in
        let record = try line.closing.map { try reader.record(of: $0) }
        let changed = try line.closing.flatMap { closing in
          closing.isStanding ? try reader.adjustment(of: closing, by: [.day]).total : nil
        }
        return try fields.json(
          NumberedMonth(
            line: line, closed: record?.total, reported: record?.lastReported, now: changed?.now),
          request.language)
      }
    }
  }
}
