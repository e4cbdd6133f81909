import SQLite
import SyncProtocol

/// What was done at sessions, by session.
package struct SessionWork: Sendable, Hashable {
  /// Visits that were made there.
  package var visits = 0
  /// Assists of these visits.
  package var assists = 0
  /// Dossiers that were filed there.
  package var dossiers = 0
  /// Members who attended.
  package var attendances = 0
  /// Tallies that were noted.
  package var tallies = 0

  /// Nothing.
  package init() {}
}

extension RecordReader {
  /// What was done at each session; what was voided is left out.
  package func sessionWork() throws -> [RowID: SessionWork] {
    var work: [RowID: SessionWork] = [:]
    func gather(_ sql: String, _ field: WritableKeyPath<SessionWork, Int>) throws {
      let rows = try connection.rows(sql) {
        (RowID(rawValue: try $0.integer(at: 0)), try $0.integer(at: 1))
      }
      for (session, count) in rows {
        if let session { work[session, default: SessionWork()][keyPath: field] = Int(count) }
      }
    }
    func count(_ table: String) -> String {
      """
      SELECT session, count(*) FROM \(table)
      WHERE session IS NOT NULL AND hidden IS NULL AND void_reason IS NULL GROUP BY session
      """
    }
    try gather(count("visit"), \.visits)
    try gather(
      """
      SELECT v.session, count(*) FROM visit AS v JOIN assist AS a ON a.visit = v.rid
      WHERE v.session IS NOT NULL AND v.hidden IS NULL AND v.void_reason IS NULL
        AND a.hidden IS NULL AND a.void_reason IS NULL GROUP BY v.session
      """, \.assists)
    try gather(count("submission"), \.dossiers)
    try gather(count("attendance"), \.attendances)
    try gather(count("tally"), \.tallies)
    return work
  }

  /// The dossiers that were filed at a session, the latest first.
  package func submissions(session: RowID) throws -> [Submission] {
    var conditions = RecordConditions()
    conditions.add("session = ? AND void_reason IS NULL", .integer(session.rawValue))
    return try records(
      Submission.self, where: conditions.sql, conditions.bindings,
      order: "received_minute DESC, rid DESC", page: .all)
  }
}
