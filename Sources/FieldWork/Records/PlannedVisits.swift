import Replica
import SQLite
import SyncProtocol

extension RecordReader {
  /// Visits after which somebody said they would come back, and nobody has been since: the earliest
  /// day first. A visit that is dated after tomorrow, by mistake, has been to nobody yet.
  ///
  /// - Parameters:
  ///   - today: the present day, as far as it is known.
  ///   - team: of one team only; nil for everybody's.
  ///   - day: the last day to look at; nil for all.
  package func plannedVisits(
    team: RowID? = nil, through day: LocalDate? = nil, asOf today: LocalDate,
    page: RecordPage = RecordPage()
  ) throws -> [Visit] {
    var conditions = RecordConditions()
    conditions.add("return_date IS NOT NULL AND void_reason IS NULL")
    conditions.add(
      """
      NOT EXISTS (
        SELECT 1 FROM visit AS later
        WHERE later.household = visit.household AND later.hidden IS NULL
          AND later.void_reason IS NULL AND later.rid <> visit.rid AND later.date <= ?
          AND (later.date, later.rid) > (visit.date, visit.rid))
      """, .integer(Self.lastDay(today)))
    if let team { conditions.add("team = ?", .integer(team.rawValue)) }
    if let day { conditions.add("return_date <= ?", .integer(Int64(day.daysSince1970))) }
    return try records(
      Visit.self, where: conditions.sql, conditions.bindings, order: "return_date, rid",
      page: page)
  }

  /// The last day on which a visit can have taken place: clocks differ by hours, never by days.
  static func lastDay(_ today: LocalDate) -> Int64 { Int64(today.adding(days: 1).daysSince1970) }
}
