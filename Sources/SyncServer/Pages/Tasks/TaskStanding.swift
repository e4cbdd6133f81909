import FieldWork
import Replica
import SyncProtocol

/// A task with who is to do it and how it stands.
struct TaskStanding: Sendable {
  /// How a task stands on a day; raw values stand in addresses.
  enum State: String, CaseIterable, Sendable {
    /// Its day is behind.
    case overdue
    /// It is to be done.
    case open
    /// Nobody may go on with it.
    case stopped
    /// It is done.
    case done
    /// It was dropped.
    case dropped
  }

  /// Days without a word after which somebody asks.
  static let staleDays = 14

  let record: FormRecord
  let title: BilingualText
  let owner: String?
  let team: RowID?
  let teamName: String?
  /// The household that it is about, by code and name.
  let household: String?
  /// What it is to remove.
  let difficulty: RowID?
  /// When anything of it was last written.
  let changed: LocalDateTime?
  let stop: TaskStop?

  var due: LocalDate? { record.day(TaskTable.dueDate) }
  var progress: Int64 { record.number(TaskTable.progress) ?? 0 }

  /// How it stands on a day.
  func state(on day: LocalDate) -> State {
    switch record.number(TaskTable.status) {
    case 3: return .done
    case 4: return .dropped
    default:
      if stop != nil { return .stopped }
      return due.map { $0 < day } ?? false ? .overdue : .open
    }
  }

  /// Whether nobody has written anything of it for a while, though it is to be done.
  func isStale(on day: LocalDate) -> Bool {
    guard [.open, .overdue].contains(state(on: day)) else { return false }
    return changed.map { $0.date.days(until: day) > Self.staleDays } ?? false
  }

  /// The tasks within reach, the first due one first.
  ///
  /// - Parameter openOnly: without those that are done or dropped.
  static func gather(
    _ centre: Centre, within reached: ReachedWork, openOnly: Bool
  ) throws -> [TaskStanding] {
    let tasks = try centre.read { reader in
      let teams = Dictionary(
        try reader.teams().map { ($0.id, $0.name) }, uniquingKeysWith: { one, _ in one })
      let records =
        try openOnly
        ? reader.openTasks() : reader.formRecords(RecordForms.task, FormFilter(), page: .all)
      return try records.filter { try reached.mayShow($0, reader) }.map { record in
        let owner = try record.row(TaskTable.owner).flatMap { try reader.record(Member.self, $0) }
        let team = record.row(TaskTable.team) ?? owner?.team
        return TaskStanding(
          record: record, title: try reader.title(of: record), owner: owner?.fullName, team: team,
          teamName: team.flatMap { teams[$0] ?? nil },
          household: try record.row(TaskTable.household).map {
            try reader.described($0.rawValue, .household).vietnamese
          }, difficulty: record.row(TaskTable.difficulty), changed: nil,
          stop: record.isOpenTask ? try reader.stop(of: record) : nil)
      }
    }
    return try centre.inspect { records in
      try tasks.map { task in
        task.record.isOpenTask ? task.changed(at: try records.lastWrite(of: task.record)) : task
      }
    }
  }

  private func changed(at time: Timestamp?) -> TaskStanding {
    TaskStanding(
      record: record, title: title, owner: owner, team: team, teamName: teamName,
      household: household, difficulty: difficulty, changed: time.map(LocalDateTime.init(time:)),
      stop: stop)
  }
}

extension FieldStore {
  /// The time of the last write that a record shows, by its author's clock.
  fileprivate func lastWrite(of record: FormRecord) throws -> Timestamp? {
    try store.row(record.form.table.id, record.header.id)?.heads.map(\.time).max()
      ?? record.header.createdAt
  }
}
