import Replica
import SyncProtocol

extension RecordReader {
  /// The day of the first visit that stands, of one team or of all; nil where there is none.
  package func firstVisitDay(of team: RowID? = nil) throws -> LocalDate? {
    try connection.rows(
      """
      SELECT date FROM visit
      WHERE hidden IS NULL AND void_reason IS NULL AND date IS NOT NULL
        AND (?1 IS NULL OR team = ?1)
      ORDER BY date LIMIT 1
      """, team.map { .integer($0.rawValue) } ?? .null
    ) { LocalDate(daysSince1970: Int(clamping: try $0.integer(at: 0))) }.first
  }
}
