import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// Something that stands in a team's way, in words, with the tasks that are to remove it.
struct DifficultyStanding: Sendable {
  let record: FormRecord
  let reason: BilingualText
  let description: String?
  let place: String?
  let team: RowID?
  let teamName: String?
  let status: BilingualText
  /// Open tasks that name it.
  let openTasks: Int

  var day: LocalDate? { record.day(DifficultyTable.date) }
  /// Whether somebody still has to remove it.
  var isOpen: Bool { record.number(DifficultyTable.status) != Self.solved }

  private static let solved: Int64 = 3

  /// The difficulties within reach, the latest first.
  ///
  /// - Parameter tasks: the open tasks within reach.
  static func gather(
    _ reader: RecordReader, within reached: ReachedWork, tasks: [TaskStanding]
  ) throws -> [DifficultyStanding] {
    let form = RecordForms.difficulty
    let teams = Dictionary(
      try reader.teams().map { ($0.id, $0.name) }, uniquingKeysWith: { one, _ in one })
    let places = Dictionary(
      try reader.places().map { ($0.id, $0.name) }, uniquingKeysWith: { one, _ in one })
    let counts = Dictionary(
      tasks.compactMap { task in task.difficulty.map { ($0, 1) } }, uniquingKeysWith: +)
    return try reader.formRecords(form, FormFilter(), page: .all)
      .filter { try reached.mayShow($0, reader) }.map { record in
        func words(_ field: FieldDefinition) throws -> BilingualText {
          try form.field(field.id).flatMap { try reader.words(of: $0, in: record) }
            ?? BilingualText(same: "—")
        }
        let team = record.row(DifficultyTable.team)
        return DifficultyStanding(
          record: record, reason: try words(DifficultyTable.reason),
          description: record.text(DifficultyTable.description),
          place: record.row(DifficultyTable.place).flatMap { places[$0] ?? nil }, team: team,
          teamName: team.flatMap { teams[$0] ?? nil }, status: try words(DifficultyTable.status),
          openTasks: counts[record.header.id] ?? 0)
      }
  }
}

/// All difficulties, also those that were solved, as a list and as a file.
struct DifficultyList {
  /// Its page and its files.
  static let routes = ListScreen.routes(
    TaskPages.difficultiesPath, access: .coordinator, isNoted: true, isLive: true, file: "kho-khan"
  ) { request in
    let (reached, language) = (try request.reached(), request.language)
    let tasks = try TaskStanding.gather(request.centre, within: reached, openOnly: true)
    let difficulties = try request.centre.read {
      try DifficultyStanding.gather($0, within: reached, tasks: tasks)
    }
    let actions = element("p", ["class": "actions"]) {
      element(
        "a", ["class": "button", "href": CentreForms.path(adding: RecordForms.difficulty)]
      ) { RecordWays.add(RecordForms.difficulty).text(in: language) }
    }
    return ListScreen(
      TaskWords.difficulties,
      DifficultyList(difficulties: difficulties, language: language).list, difficulties,
      lead: reached.words, actions: actions, further: TaskWords.way(language))
  }

  private let difficulties: [DifficultyStanding]
  private let language: Language

  private var list: PageList<DifficultyStanding> {
    let language = language
    let teams = Dictionary(
      difficulties.compactMap { one in one.team.map { ("\($0.rawValue)", one.teamName ?? "—") } },
      uniquingKeysWith: { one, _ in one })
    return PageList<DifficultyStanding>(
      TaskPages.difficultiesPath, TaskWords.difficulties,
      columns: [
        .init(
          "reason", TaskWords.what, orderedBy: { SearchFold.base($0.reason.vietnamese) },
          cell: { DifficultyCells.title($0, language) },
          value: { .text($0.reason.text(in: language)) }),
        .init("code", RecordWays.code, isOnlyInFiles: true) { .text($0.record.code) },
        .init("description", FieldLabel.words(of: "text"), isOnlyInFiles: true) {
          .optional($0.description)
        },
        .init(
          "place", CampaignWords.place, orderedBy: { NaturalOrder($0.place ?? "") },
          cell: { DifficultyCells.place($0) }, value: { .optional($0.place) }),
        .init("team", LaptopWords.team, isOnlyInFiles: true) { .optional($0.teamName) },
        .init("date", SessionWords.date, orderedBy: { $0.day ?? .earliest }) { .optional($0.day) },
        .init("state", TaskWords.state) { .text($0.status.text(in: language)) },
        .init("tasks", TaskWords.tasks, orderedBy: \.openTasks) { .integer(Int64($0.openTasks)) },
      ],
      filters: [
        .init("q", TaskWords.what) { one, typed in
          let all = [
            one.reason.vietnamese, one.record.code, one.description ?? "", one.place ?? "",
          ]
          return SearchFold.base(all.joined(separator: " ")).contains(SearchFold.base(typed))
        },
        .init(
          "team", LaptopWords.team,
          teams.sorted { (NaturalOrder($0.value), $0.key) < (NaturalOrder($1.value), $1.key) }
            .map { ($0.key, BilingualText(same: $0.value)) }
        ) { one, value in one.team.map { "\($0.rawValue)" == value } ?? false },
        .init(
          "state", TaskWords.state,
          [("open", TaskWords.waiting), ("solved", TaskWords.solved)]
        ) { one, value in (value == "open") == one.isOpen },
      ], empty: TaskWords.noDifficultyAtAll)
  }
}

/// How a difficulty looks in lists.
enum DifficultyCells {
  /// Why it is one, which leads to it, and what it is.
  static func title(_ one: DifficultyStanding, _ language: Language) -> HTML {
    HTML.group {
      element("a", ["href": CentreForms.path(of: one.record.code) ?? TaskPages.path]) {
        one.reason.text(in: language)
      }
      if let description = one.description {
        element("span", ["class": "detail"]) { description }
      }
    }
  }

  /// Where it was met, and by which team.
  static func place(_ one: DifficultyStanding) -> HTML {
    PageTable.cell(one.place ?? "—", detail: one.teamName)
  }
}
