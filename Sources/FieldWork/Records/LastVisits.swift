import Replica
import SQLite
import SyncProtocol

extension RecordReader {
  /// The day of each member's last visit; visits that are dated later by mistake are none.
  package func lastVisits(asOf day: LocalDate) throws -> [RowID: LocalDate] {
    let rows = try connection.rows(
      """
      SELECT h.value, max(v.date) FROM visit AS v JOIN head AS h
        ON h.row = v.rid AND h.table_id = ?1 AND h.field = ?2
      WHERE v.hidden IS NULL AND v.void_reason IS NULL AND v.date <= ?3
        AND typeof(h.value) = 'integer'
      GROUP BY h.value
      """, .integer(Int64(VisitTable.definition.id.rawValue)),
      .integer(Int64(VisitTable.participants.id.rawValue)),
      .integer(Int64(day.adding(days: 1).daysSince1970))
    ) { (RowID(rawValue: try $0.integer(at: 0)), try $0.integer(at: 1)) }
    var days: [RowID: LocalDate] = [:]
    for (member, day) in rows {
      if let member { days[member] = LocalDate(daysSince1970: Int(clamping: day)) }
    }
    return days
  }
}
