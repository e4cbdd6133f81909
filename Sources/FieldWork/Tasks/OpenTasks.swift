import Replica
import SQLite
import SyncProtocol

/// Why a task is not to be done any more, whatever its own status says.
package enum TaskStop: String, CaseIterable, Hashable, Sendable {
  /// Who it is about was erased.
  case erased
  /// Who it is about took back that details are kept, or that somebody contacts them.
  case consentWithdrawn = "consent-withdrawn"
  /// The resident was voided, as for one who died.
  case residentVoided = "resident-voided"
  /// The household was voided.
  case householdVoided = "household-voided"

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .erased:
      BilingualText(vi: "dừng: thông tin đã bị xóa", en: "stopped: their details were erased")
    case .consentWithdrawn:
      BilingualText(vi: "dừng: người dân rút đồng ý", en: "stopped: consent was withdrawn")
    case .residentVoided:
      BilingualText(
        vi: "dừng: bản ghi người đã bị hủy", en: "stopped: the resident's record was voided")
    case .householdVoided:
      BilingualText(
        vi: "dừng: bản ghi hộ đã bị hủy", en: "stopped: the household's record was voided")
    }
  }
}

extension FormRecord {
  /// Whether a task is neither done nor dropped nor voided.
  package var isOpenTask: Bool {
    !isVoided && (self[TaskTable.status]?.value?.integer.map { $0 < 3 } ?? true)
  }
}

extension RecordReader {
  /// The tasks that are neither done nor dropped nor voided, the first due one first, those without a
  /// day last.
  package func openTasks() throws -> [FormRecord] {
    let tasks = try formRecords(
      RecordForms.task, "void_reason IS NULL AND coalesce(status, 1) < 3", [], page: .all)
    func due(_ task: FormRecord) -> (Int64, RowID) {
      (task[TaskTable.dueDate]?.value?.integer ?? .max, task.header.id)
    }
    return tasks.sorted { due($0) < due($1) }
  }

  /// The open tasks of a member, and of their team where nobody is named, that are due by a day or
  /// have none; what nobody may go on with is left out.
  package func openTasks(of member: RowID, through day: LocalDate) throws -> [FormRecord] {
    let team = try existing(Member.self, member).team?.rawValue
    let last = Int64(day.daysSince1970)
    return try openTasks().filter { task in
      func number(_ field: FieldDefinition) -> Int64? { task[field]?.value?.integer }
      let isOurs =
        number(TaskTable.owner) == member.rawValue
        || (number(TaskTable.owner) == nil
          && (number(TaskTable.team) == nil || number(TaskTable.team) == team))
      guard isOurs, number(TaskTable.dueDate).map({ $0 <= last }) ?? true else { return false }
      return try stop(of: task) == nil
    }
  }

  /// Why a task is not to be done any more; nil where nothing stops it.
  package func stop(of task: FormRecord) throws -> TaskStop? {
    func row(_ field: FieldDefinition) -> RowID? {
      task[field]?.value?.integer.flatMap(RowID.init(rawValue:))
    }
    if let resident = row(TaskTable.resident) {
      if try keyring.isErased(resident) { return .erased }
      if try hasWithdrawn(resident) { return .consentWithdrawn }
      if try isVoided(ResidentTable.definition, try present(resident, .resident)) {
        return .residentVoided
      }
    }
    if let household = row(TaskTable.household) {
      if try keyring.isErased(household) { return .erased }
      if try isVoided(HouseholdTable.definition, try present(household, .household)) {
        return .householdVoided
      }
    }
    return nil
  }

  /// Whether the last word of a resident on keeping details, or on being contacted, is no.
  private func hasWithdrawn(_ resident: RowID) throws -> Bool {
    let rows = try connection.rows(
      """
      SELECT purpose, given FROM consent
      WHERE resident = ? AND purpose IN (1, 4) AND hidden IS NULL AND void_reason IS NULL
      ORDER BY date, rid
      """, .integer(resident.rawValue)
    ) { (try $0.optionalInteger(at: 0) ?? 0, try $0.optionalInteger(at: 1)) }
    var last: [Int64: Int64] = [:]
    for (purpose, given) in rows { last[purpose] = given }
    return last.values.contains(0)
  }
}
