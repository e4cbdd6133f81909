import FieldWork
import SyncProtocol

/// What somebody has in hand: what stays behind when they leave or change their team.
struct PersonWork: Sendable {
  /// The tasks that are theirs and not done.
  let tasks: [FormRecord]
  /// Households that they were to come back to, of visits that they took part in.
  let plannedVisits: Int
  /// The sessions that they attended, the latest first.
  let attendances: [FormRecord]

  /// Looks it up.
  init(of member: RowID, _ reader: RecordReader, asOf today: LocalDate) throws {
    tasks = try reader.openTasks().filter { $0.row(TaskTable.owner) == member }
    plannedVisits = try reader.plannedVisits(asOf: today, page: .all).count { visit in
      try reader.references(
        of: visit.id, in: VisitTable.definition, VisitTable.participants
      ).contains(member)
    }
    var filter = FormFilter()
    filter.values = [(AttendanceTable.member, .integer(member.rawValue))]
    attendances = try reader.formRecords(RecordForms.attendance, filter, page: .all)
  }
}
