import Replica
import SyncProtocol

extension RecordReader {
  /// The day of the first visit that stands, of one team or of all; nil where there is none.
  package func firstStandingVisitDay(of team: RowID? = nil) throws -> LocalDate? {
    try connection.rows(
      """
      SELECT date FROM visit
      WHERE hidden IS NULL AND void_reason IS NULL AND date IS NOT NULL
        AND (?1 IS NULL OR team = ?1)
      ORDER BY date LIMIT 1
      """, team.map { .integer($0.rawValue) } ?? .null
    ) { LocalDate(daysSince1970: Int(clamping: try $0.integer(at: 0))) }.first
  }

  /// The day of the earliest visit, whatever became of it; nil without visits.
  package func firstVisitDay() throws -> LocalDate? {
    // The bounds are beyond every day, keep out what is none, and let the index find it.
    try connection.row("SELECT min(date) FROM visit WHERE date BETWEEN -1000000000 AND 1000000000")
    {
      try $0.optionalInteger(at: 0)
    }?.map { LocalDate(daysSince1970: Int(clamping: $0)) }
  }
}
