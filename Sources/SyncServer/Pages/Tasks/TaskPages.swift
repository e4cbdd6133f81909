import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// What teams are to do, by day: overdue, today, the week, later; beside it what stands in the way.
struct TaskPages {
  static let path = "/tasks"
  static let listPath = "/tasks/list"
  static let difficultiesPath = "/tasks/difficulties"

  static let routes =
    [
      PageRoute(.get, path, access: .coordinator, isNoted: true, isLive: true) {
        try TaskPages($0).page()
      },
      PageRoute(.post, "\(path)/:task/:step", access: .coordinator, isNoted: false, handler: step),
    ]
    + TaskList.routes + DifficultyList.routes

  /// The most lines of one span; the lists have them all.
  private static let listLimit = 12

  private let request: PageRequest
  private let language: Language
  private let today: LocalDate
  private let reached: ReachedWork
  private let tasks: [TaskStanding]
  private let difficulties: [DifficultyStanding]
  private let asked: AskedTeam
  private var team: RowID? { asked.team }

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    today = request.today
    let reached = try request.reached()
    self.reached = reached
    let asked = try AskedTeam(request, "team", within: reached)
    self.asked = asked
    let team = asked.team
    let all = try TaskStanding.gather(request.centre, within: reached, openOnly: true)
    tasks = all.filter { team == nil || $0.team == team }
    difficulties = try request.centre.read {
      try DifficultyStanding.gather($0, within: reached, tasks: all)
    }.filter { $0.isOpen && (team == nil || $0.team == team) }
  }

  /// A span of days on the board.
  private struct Span {
    let id: String
    let title: BilingualText
    let tasks: [TaskStanding]

    /// What the list of all tasks is narrowed to for those that are left out here: it knows states,
    /// and orders by day.
    var filter: String {
      switch id {
      case "overdue", "stopped": "state=\(id)"
      default: "state=open&order=due"
      }
    }
  }

  private var spans: [Span] {
    let going = tasks.filter { $0.stop == nil }
    let sunday = today.adding(days: 7 - today.weekday)
    var spans = [
      Span(
        id: "overdue", title: TaskWords.overdue,
        tasks: going.filter { $0.state(on: today) == .overdue }),
      Span(id: "today", title: TaskWords.today(today), tasks: going.filter { $0.due == today }),
    ]
    var day = today
    while day < sunday {
      day = day.adding(days: 1)
      let own = going.filter { $0.due == day }
      if !own.isEmpty { spans.append(Span(id: day.iso, title: TaskWords.day(day), tasks: own)) }
    }
    spans.append(
      Span(
        id: "later", title: TaskWords.later,
        tasks: going.filter { $0.due.map { $0 > sunday } ?? false }))
    spans.append(
      Span(id: "undated", title: TaskWords.undated, tasks: going.filter { $0.due == nil }))
    spans.append(
      Span(id: "stopped", title: TaskWords.stopped, tasks: tasks.filter { $0.stop != nil }))
    return spans
  }

  private func page() -> HTTPResponse {
    let spans = spans
    var frame = request.frame(TaskWords.title)
    frame.lead = reached.words
    let stale = tasks.filter { $0.isStale(on: today) }
    return .html(
      frame.page {
        if request.http.query["done"] != nil {
          element("p", ["class": "message good", "role": "status"]) {
            RecordWays.done.text(in: language)
          }
        }
        element("p", ["class": "actions"]) {
          element("a", ["class": "button", "href": CentreForms.path(adding: RecordForms.task)]) {
            TaskWords.new.text(in: language)
          }
          element("a", ["href": CentreForms.path(adding: RecordForms.difficulty)]) {
            RecordWays.add(RecordForms.difficulty).text(in: language)
          }
          element("a", ["href": Self.listPath]) { TaskWords.all.text(in: language) }
          element("a", ["href": Self.difficultiesPath]) {
            TaskWords.allDifficulties.text(in: language)
          }
        }
        teamForm
        panel {
          PageFigure.row(
            [
              figure(TaskWords.open, tasks.count, "state=open"),
              figure(
                TaskWords.overdue, spans[0].tasks.count, "state=overdue"),
              figure(TaskWords.stale, stale.count, "state=stale"),
              figure(TaskWords.stopped, tasks.count { $0.stop != nil }, "state=stopped"),
            ], language)
        }
        for span in spans where !span.tasks.isEmpty || ["overdue", "today"].contains(span.id) {
          panel(id: span.id) {
            table(span).html(language)
            further(span.tasks.count, at: "\(Self.listPath)?\(span.filter)")
          }
        }
        panel(id: "difficulties") {
          difficultyTable.html(language)
          further(difficulties.count, at: "\(Self.difficultiesPath)?state=open")
        }
      })
  }

  private func figure(_ label: BilingualText, _ count: Int, _ filter: String) -> PageFigure {
    PageFigure(
      label, Format.integer(Int64(count), language),
      address: "\(Self.listPath)?\(filter)\(teamSuffix)")
  }

  private var teamForm: HTML {
    guard asked.count > 1 else { return .empty }
    return HTML.group {
      element("form", ["method": "get", "action": Self.path, "class": "filters"]) {
        asked.field(language)
        element("button", ["type": "submit", "class": "quiet"]) {
          language.text("Lọc", "Filter")
        }
      }
      asked.matches(language) { "\(Self.path)?team=\($0)" }
    }
  }

  private func table(_ span: Span) -> PageTable {
    PageTable(
      span.title,
      columns: [
        .text(TaskWords.task), .text(TaskWords.owner), .text(TaskWords.due),
        .number(TaskWords.progress), .text(TaskWords.state), .text(TaskWords.act),
      ],
      rows: span.tasks.prefix(Self.listLimit).map { task in
        PageTable.Row(
          [
            TaskCells.title(task, language),
            PageTable.cell(task.owner ?? "—", detail: task.teamName),
            .text(task.due.map(Format.date) ?? "—"),
            PageTable.number(Int(clamping: task.progress), language),
            TaskCells.state(task, today, language), act(task),
          ], style: task.state(on: today) == .overdue ? "row-attention" : nil)
      },
      empty: span.id == "overdue" ? TaskWords.noneOverdue : TaskWords.noneToday)
  }

  private func act(_ task: TaskStanding) -> HTML {
    let step = task.stop == nil ? TaskStep.done : .dropped
    return request.button(
      step.words, sendingTo: "\(Self.path)/\(task.record.code)/\(step.rawValue)")
  }

  private var difficultyTable: PageTable {
    PageTable(
      TaskWords.difficulties,
      columns: [
        .text(TaskWords.what), .text(CampaignWords.place), .text(SessionWords.date),
        .text(TaskWords.state), .number(TaskWords.tasks), .text(TaskWords.act),
      ],
      rows: difficulties.prefix(Self.listLimit).map { one in
        PageTable.Row([
          DifficultyCells.title(one, language), DifficultyCells.place(one),
          .text(one.day.map(Format.date) ?? "—"), .text(one.status.text(in: language)),
          PageTable.number(one.openTasks, language),
          element(
            "a", ["href": CentreForms.path(adding: RecordForms.task, about: one.record.code)]
          ) { TaskWords.new.text(in: language) },
        ])
      }, empty: TaskWords.noDifficulty)
  }

  /// What the board leaves out, where it is.
  private func further(_ count: Int, at address: String) -> HTML {
    guard count > Self.listLimit else { return .empty }
    return element("p") {
      element("a", ["href": address + teamSuffix]) {
        TaskWords.further(count - Self.listLimit).text(in: language)
      }
    }
  }

  private var teamSuffix: String { team.map { "&team=\($0.rawValue)" } ?? "" }

  /// A task is done, or dropped; sent twice, the second time finds nothing to change.
  private static func step(_ request: PageRequest) throws -> HTTPResponse {
    let record = try request.formRecord("task")
    guard let step = TaskStep(rawValue: request.parameters["step"]),
      record.form.noun == RecordForms.task.noun
    else { throw FieldError.notFound(String(request.parameters["step"].prefix(40))) }
    let reached = try request.reached()
    let actor = try request.actor
    if record.isOpenTask {
      try request.centre.change { records, clock in
        guard try reached.mayWrite(record, records.reader) else { throw BeyondReach() }
        _ = try records.edit(
          RecordForms.task, record.header.id, FormDraft(RecordForms.task, step.texts),
          author: request.account?.rights.member, clock: clock)
        try AuditLog(records.store.connection).note(
          AuditEvent(.sent, request.http.path, detail: record.code), by: actor, at: clock.wall)
      }
    }
    return .seeOther("\(path)?done=saved")
  }
}

/// What one press makes of a task; raw values stand in addresses.
enum TaskStep: String, Sendable {
  case done
  case dropped

  var texts: [String: String] {
    switch self {
    case .done: ["status": "done", "progress": "100"]
    case .dropped: ["status": "dropped"]
    }
  }

  var words: BilingualText {
    switch self {
    case .done: BilingualText(vi: "Đã xong", en: "Done")
    case .dropped: BilingualText(vi: "Bỏ việc này", en: "Drop it")
    }
  }
}
