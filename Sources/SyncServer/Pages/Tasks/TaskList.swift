import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// All tasks, also those that are done, as a list and as a file.
struct TaskList {
  /// Its page and its files.
  static let routes = ListScreen.routes(
    TaskPages.listPath, access: .coordinator, isNoted: true, isLive: true, file: "viec"
  ) { request in
    let reached = try request.reached()
    let tasks = try TaskStanding.gather(request.centre, within: reached, openOnly: false)
    return ListScreen(
      TaskWords.all, TaskList(tasks: tasks, today: request.today, language: request.language).list,
      tasks, lead: reached.words, further: TaskWords.way(request.language))
  }

  private let tasks: [TaskStanding]
  private let today: LocalDate
  private let language: Language

  private var list: PageList<TaskStanding> {
    let (today, language) = (today, language)
    let teams = Dictionary(
      tasks.compactMap { task in task.team.map { ("\($0.rawValue)", task.teamName ?? "—") } },
      uniquingKeysWith: { one, _ in one })
    let owners = Set(tasks.compactMap(\.owner)).sorted()
    return PageList<TaskStanding>(
      TaskPages.listPath, TaskWords.title,
      columns: [
        .init(
          "title", TaskWords.task, orderedBy: { SearchFold.base($0.title.vietnamese) },
          cell: { TaskCells.title($0, language) },
          value: { .text($0.title.text(in: language)) }),
        .init("code", RecordWays.code, isOnlyInFiles: true) { .text($0.record.code) },
        .init("household", CampaignWords.household, isOnlyInFiles: true) {
          .optional($0.household)
        },
        .init(
          "owner", TaskWords.owner, orderedBy: { SearchFold.base($0.owner ?? "") },
          cell: { PageTable.cell($0.owner ?? "—", detail: $0.teamName) },
          value: { .optional($0.owner) }),
        .init("team", LaptopWords.team, isOnlyInFiles: true) { .optional($0.teamName) },
        .init("due", TaskWords.due, orderedBy: { $0.due ?? .latest }) { .optional($0.due) },
        .init("progress", TaskWords.progress, orderedBy: \.progress) { .integer($0.progress) },
        .init(
          "state", TaskWords.state, cell: { TaskCells.state($0, today, language) },
          value: { .text(TaskWords.state($0.state(on: today)).text(in: language)) }),
        .init("changed", TaskWords.changed, isOnlyInFiles: true) {
          $0.changed.map { .minute($0.minutesSince1970) } ?? .empty
        },
      ],
      filters: [
        .init("q", TaskWords.text) { task, typed in
          let all = [task.title.vietnamese, task.record.code, task.household ?? ""]
          return SearchFold.base(all.joined(separator: " ")).contains(SearchFold.base(typed))
        },
        .init("owner", TaskWords.owner, owners.map { ($0, BilingualText(same: $0)) }) {
          $0.owner == $1
        },
        .init(
          "team", LaptopWords.team,
          teams.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
            .map { ($0.key, BilingualText(same: $0.value)) }
        ) { task, value in task.team.map { "\($0.rawValue)" == value } ?? false },
        .init(
          "state", TaskWords.state,
          [("open", TaskWords.open), ("stale", TaskWords.stale)]
            + TaskStanding.State.allCases.filter { $0 != .open }
            .map { ($0.rawValue, TaskWords.state($0)) }
        ) { task, value in
          switch value {
          case "open": task.record.isOpenTask
          case "stale": task.isStale(on: today)
          default: task.state(on: today).rawValue == value
          }
        },
      ], empty: TaskWords.none)
  }
}

/// How a task looks in lists.
enum TaskCells {
  /// What is to be done, which leads to it, and for whom.
  static func title(_ task: TaskStanding, _ language: Language) -> HTML {
    HTML.group {
      element("a", ["href": CentreForms.path(of: task.record.code) ?? TaskPages.path]) {
        task.title.text(in: language)
      }
      if let household = task.household {
        element("span", ["class": "detail"]) { household }
      }
    }
  }

  /// How it stands, with its mark.
  static func state(_ task: TaskStanding, _ today: LocalDate, _ language: Language) -> HTML {
    let state = task.state(on: today)
    return HTML.group {
      switch state {
      case .overdue:
        StateMark.attention.html(TaskWords.state(state).text(in: language))
      case .stopped:
        StateMark.attention.html((task.stop?.words ?? TaskWords.stopped).text(in: language))
      case .done: StateMark.good.html(TaskWords.state(state).text(in: language))
      case .open, .dropped: StateMark.neutral.html(TaskWords.state(state).text(in: language))
      }
      if task.isStale(on: today), let changed = task.changed {
        StateMark.attention.html(TaskWords.stale(since: changed.date).text(in: language))
      }
    }
  }
}

/// The words of the pages about tasks.
enum TaskWords {
  static let title = BilingualText(vi: "Việc của các tổ", en: "Tasks")
  static let new = BilingualText(vi: "Giao việc", en: "Add a task")
  static let all = BilingualText(vi: "Mọi việc", en: "All tasks")
  static let back = BilingualText(vi: "Bảng ngày và tuần", en: "The board of the week")
  static let task = BilingualText(vi: "Việc", en: "Task")
  static let tasks = BilingualText(vi: "Việc đang làm", en: "Open tasks")
  static let text = BilingualText(vi: "Việc, hộ hoặc mã", en: "Task, household or code")
  static let owner = BilingualText(vi: "Người làm", en: "Owner")
  static let due = BilingualText(vi: "Hạn", en: "Due")
  static let progress = BilingualText(vi: "Đã làm (%)", en: "Progress (%)")
  static let state = BilingualText(vi: "Tình trạng", en: "State")
  static let act = BilingualText(vi: "Làm ngay", en: "Act")
  static let changed = BilingualText(vi: "Ghi lần cuối", en: "Last written")
  static let open = BilingualText(vi: "Chưa xong", en: "Open")
  static let overdue = BilingualText(vi: "Quá hạn", en: "Overdue")
  static let stale = BilingualText(
    vi: "Im ắng quá \(TaskStanding.staleDays) ngày",
    en: "Untouched for over \(TaskStanding.staleDays) days")
  static let stopped = BilingualText(vi: "Phải dừng", en: "To be stopped")
  static let later = BilingualText(vi: "Sau tuần này", en: "After this week")
  static let undated = BilingualText(vi: "Chưa có hạn", en: "Without a day")
  static let difficulties = BilingualText(vi: "Điều gì cản trở", en: "What stands in the way")
  static let allDifficulties = BilingualText(vi: "Mọi khó khăn", en: "All difficulties")
  static let waiting = BilingualText(vi: "chưa giải quyết xong", en: "not solved")
  static let solved = BilingualText(vi: "đã giải quyết", en: "solved")
  static let what = BilingualText(vi: "Khó khăn", en: "Difficulty")
  static let none = BilingualText(
    vi: "Chưa có việc nào. Hãy bấm “Giao việc” ở bảng tuần.",
    en: "There is no task yet. Press “Add a task” on the board.")
  static let noneOverdue = BilingualText(vi: "Không việc nào quá hạn.", en: "Nothing is overdue.")
  static let noneToday = BilingualText(
    vi: "Không việc nào đến hạn hôm nay.", en: "Nothing is due today.")
  static let noDifficulty = BilingualText(
    vi: "Không có khó khăn nào đang chờ giải quyết.", en: "No difficulty is waiting.")

  static let noDifficultyAtAll = BilingualText(
    vi: "Chưa tổ nào ghi khó khăn nào.", en: "No team has recorded a difficulty.")

  static func state(_ state: TaskStanding.State) -> BilingualText {
    switch state {
    case .overdue: BilingualText(vi: "quá hạn", en: "overdue")
    case .open: BilingualText(vi: "chưa xong", en: "open")
    case .stopped: BilingualText(vi: "phải dừng", en: "to be stopped")
    case .done: BilingualText(vi: "đã xong", en: "done")
    case .dropped: BilingualText(vi: "đã bỏ", en: "dropped")
    }
  }

  /// The way back to the board.
  static func way(_ language: Language) -> HTML {
    element("p") { element("a", ["href": TaskPages.path]) { back.text(in: language) } }
  }

  static func stale(since day: LocalDate) -> BilingualText {
    BilingualText(
      vi: "chưa ghi gì từ \(Format.date(day))", en: "untouched since \(Format.date(day))")
  }

  static func today(_ day: LocalDate) -> BilingualText {
    BilingualText(vi: "Hôm nay, \(Format.date(day))", en: "Today, \(Format.date(day))")
  }

  static func day(_ day: LocalDate) -> BilingualText {
    let index = min(max(day.weekday - 1, 0), weekdays.count - 1)
    return weekdays[index] + BilingualText(same: ", \(Format.date(day))")
  }

  private static let weekdays = [
    BilingualText(vi: "Thứ Hai", en: "Monday"), BilingualText(vi: "Thứ Ba", en: "Tuesday"),
    BilingualText(vi: "Thứ Tư", en: "Wednesday"), BilingualText(vi: "Thứ Năm", en: "Thursday"),
    BilingualText(vi: "Thứ Sáu", en: "Friday"), BilingualText(vi: "Thứ Bảy", en: "Saturday"),
    BilingualText(vi: "Chủ Nhật", en: "Sunday"),
  ]

  static func further(_ count: Int) -> BilingualText {
    BilingualText(vi: "Còn \(count) dòng nữa.", en: "\(count) more.")
  }
}
