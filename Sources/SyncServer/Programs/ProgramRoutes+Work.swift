import CommandLine
import FieldWork
import SyncProtocol

/// Campaigns, sessions, tasks and difficulties with how they stand, for programs: what their pages
/// tell, without people, households or what somebody wrote.
extension ProgramRoutes {
  static let work: [ProgramRoute] = [campaigns, sessions, tasks, difficulties]

  /// Something with the day of the question, on which its state depends.
  fileprivate struct Dated<Element: Sendable>: Sendable {
    let element: Element
    let today: LocalDate
  }

  private static let campaigns = ProgramRoute.list(
    "/campaigns", .coordinator,
    BilingualText(
      vi: "Các đợt cao điểm và đã thăm đến đâu", en: "The campaigns and how far each has come"),
    "campaigns",
    parameters: [ProgramRoute.stateParameter(CampaignStanding.State.allCases.map(\.rawValue))],
    [
      .text("code", "The code that people type.") { $0.element.record.code },
      .text("name") { $0.element.name },
      .day("from") { $0.element.from }, .day("to") { $0.element.to },
      .textOrNull("place", "The hamlet that it is for; null where it is for more.") {
        $0.element.place
      },
      .text("state", "awaited, running, over or voided.") { $0.state.rawValue },
      .number("listed", "Households of its list.") { $0.element.listed },
      .number("visited", "Of these, those that were visited.") { $0.element.visited },
      .number("unlisted", "Visited without being listed.") { $0.element.unlisted.count },
    ] as [AnswerFields<Dated<CampaignStanding>>.Field]
  ) { request, reached in
    try request.centre.read {
      try CampaignStanding.gather(request.centre, $0, within: reached, on: request.today)
    }.map { Dated(element: $0, today: request.today) }
      .filter { request.asksFor(state: $0.state.rawValue) }
  }

  private static let sessions = ProgramRoute.list(
    "/sessions", .coordinator,
    BilingualText(
      vi: "Các buổi phục vụ và việc đã làm ở đó", en: "The sessions and what was done there"),
    "sessions",
    parameters: [
      .init(
        name: "period", kind: .text,
        words: BilingualText(
          vi: "kỳ có ngày của buổi; không ghi là tất cả",
          en: "in which the session's day lies; all when left out"))
    ],
    [
      .text("code", "The code that people type.") { $0.record.code },
      .day("date") { $0.date },
      .textOrNull("kind", "A stable name.") { line in
        line.record.number(SessionTable.kind).flatMap { ChoiceList.sessionKind[$0]?.name }
      },
      .textOrNull("place", "The name of its hamlet.") { $0.place },
      .textOrNull("team", "The row's number of its team.") { line in
        line.team.map { String($0.rawValue) }
      },
      .textOrNull("team_name") { $0.teamName },
      .number("visits") { $0.work[.visits] }, .number("assists") { $0.work[.assists] },
      .number("dossiers") { $0.work[.dossiers] },
      .number("attendances", "Members who attended.") { $0.work[.attendances] },
      .number("tallies", "Tallies that were noted.") { $0.work[.tallies] },
    ] as [AnswerFields<SessionPages.Line>.Field]
  ) { request, reached in
    let period = request.query["period"] == nil ? nil : try request.period()
    return try SessionPages.lines(request.centre, within: reached).filter { line in
      guard let period else { return true }
      return line.date.map(period.contains) ?? false
    }
  }

  private static let tasks = ProgramRoute.list(
    "/tasks", .coordinator,
    BilingualText(vi: "Việc của các tổ và tiến độ", en: "The teams' tasks and how they stand"),
    "tasks",
    parameters: [ProgramRoute.stateParameter(TaskStanding.State.allCases.map(\.rawValue))],
    [
      .text("code", "The code that people type.") { $0.element.record.code },
      .text("state", "overdue, open, stopped, done or dropped.") { $0.state.rawValue },
      .textOrNull("stop", "Why nobody may go on with it.") { $0.element.stop?.rawValue },
      .day("due") { $0.element.due },
      .number("progress", "Per cent.") { Int(clamping: $0.element.progress) },
      .yesOrNo("stale", "Whether nobody has written anything of it for long.") {
        $0.element.isStale(on: $0.today)
      },
      .textOrNull("team", "The row's number of the team.") { line in
        line.element.team.map { String($0.rawValue) }
      },
      .textOrNull("team_name") { $0.element.teamName },
    ] as [AnswerFields<Dated<TaskStanding>>.Field]
  ) { request, reached in
    try TaskStanding.gather(request.centre, within: reached, openOnly: false)
      .map { Dated(element: $0, today: request.today) }
      .filter { request.asksFor(state: $0.state.rawValue) }
  }

  private static let difficulties = ProgramRoute.list(
    "/difficulties", .coordinator,
    BilingualText(
      vi: "Khó khăn mà các tổ ghi, và việc để gỡ", en: "What stands in the teams' way"),
    "difficulties",
    [
      .text("code", "The code that people type.") { $0.record.code },
      .day("date") { $0.day },
      .name("reason") { $0.reason }, .name("status") { $0.status },
      .yesOrNo("open", "Whether somebody still has to remove it.") { $0.isOpen },
      .textOrNull("place", "The name of its hamlet.") { $0.place },
      .textOrNull("team", "The row's number of the team.") { line in
        line.team.map { String($0.rawValue) }
      },
      .textOrNull("team_name") { $0.teamName },
      .number("open_tasks", "Open tasks that are to remove it.") { $0.openTasks },
    ] as [AnswerFields<DifficultyStanding>.Field]
  ) { request, reached in
    let tasks = try TaskStanding.gather(request.centre, within: reached, openOnly: true)
    return try request.centre.read {
      try DifficultyStanding.gather($0, within: reached, tasks: tasks)
    }
  }
}

extension ProgramRoutes.Dated<CampaignStanding> {
  fileprivate var state: CampaignStanding.State { element.state(on: today) }
}

extension ProgramRoutes.Dated<TaskStanding> {
  fileprivate var state: TaskStanding.State { element.state(on: today) }
}
