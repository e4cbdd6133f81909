import SQLite
import SyncProtocol

/// A difference between rows that should be equal, or its repair. Each is a report of a defect:
/// replicas that have applied the same operations have the same rows.
package struct Incident: Sendable, Equatable {
  /// What happened.
  package enum Kind: String, Sendable, CaseIterable {
    /// The digest was other than the centre's after the same batches.
    case different = "digest-differs"
    /// Rows were replaced by the centre's, and own work was merged again.
    case repaired
    /// The centre's rows did not lead to its digest; nothing was changed.
    case repairFailed = "repair-failed"
    /// The sums that are kept while merging were other than the rows'.
    case sumsWrong = "sums-wrong"
    /// At the centre: rows were other than what the log adds up to, and were made anew from it.
    case rowsWrong = "rows-differ-from-log"
  }

  /// When, by the best knowledge of the time.
  package var at: Timestamp
  /// The scope.
  package var scope: ScopeID
  /// What happened.
  package var kind: Kind
  /// How many of the 256 leaves it touches; 0 where that is not known yet.
  package var leafCount: Int
  /// How many rows were changed.
  package var rowsChanged: Int
  /// The scope's digest before.
  package var digestBefore: ContentHash
  /// The scope's digest afterwards, or the other side's; nil when there is none.
  package var digestAfter: ContentHash?
  /// Program and version.
  package var software: String
  /// Whether the centre was told of it.
  package var isExported: Bool
}

extension Store {
  /// Records an incident.
  func note(
    _ kind: Incident.Kind, of scope: ScopeID, at time: Timestamp, leaves: Int = 0, rows: Int = 0,
    before: ContentHash, after: ContentHash?
  ) throws {
    try connection.execute(
      """
      INSERT INTO incident (at, scope, kind, leaves, rows, digest_before, digest_after, software)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      .integer(time.rawValue), .integer(scope.rawValue), .text(kind.rawValue),
      .integer(Int64(leaves)), .integer(Int64(rows)), .blob(before.bytes),
      after.map { .blob($0.bytes) } ?? .null, .text(software))
  }

  /// Every incident, oldest first.
  package func incidents() throws -> [Incident] {
    try connection.rows(
      """
      SELECT at, scope, kind, leaves, rows, digest_before, digest_after, software, exported
      FROM incident ORDER BY position
      """
    ) { statement in
      guard let scope = ScopeID(rawValue: try statement.integer(at: 1)),
        let kind = Incident.Kind(rawValue: try statement.text(at: 2)),
        let before = ContentHash(try statement.bytes(at: 5))
      else { throw ProtocolError.malformed(.unknownCode) }
      return Incident(
        at: Timestamp(rawValue: try statement.integer(at: 0)), scope: scope, kind: kind,
        leafCount: try statement.count(at: 3),
        rowsChanged: try statement.count(at: 4), digestBefore: before,
        digestAfter: try statement.optionalBytes(at: 6).flatMap { ContentHash($0) },
        software: try statement.text(at: 7), isExported: try statement.integer(at: 8) == 1)
    }
  }

  /// How many incidents were ever recorded here.
  package func incidentCount() throws -> Int64 {
    try connection.integer("SELECT count(*) FROM incident")
  }

  /// Notes that the centre has been told of the first so many incidents.
  func noteExported(_ count: Int64) throws {
    try connection.execute(
      """
      UPDATE incident SET exported = 1 WHERE exported = 0
        AND position IN (SELECT position FROM incident ORDER BY position LIMIT ?)
      """, .integer(count))
  }
}
