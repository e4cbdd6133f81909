import SQLite
import SyncProtocol

/// What was applied: the tips of every chain and the greatest counter of every session.
///
/// Every change stands in the same transaction as the rows it describes.
struct Frontier {
  let connection: Connection

  /// The greatest counter of a session that was applied in a scope; 0 for none.
  func mark(_ scope: ScopeID, _ origin: Origin) throws -> UInt32 {
    let counter = try connection.row(
      "SELECT counter FROM frontier_mark WHERE scope = ? AND origin = ?",
      .integer(scope.rawValue), .integer(origin.rawValue)
    ) { try $0.integer(at: 0) }
    return UInt32(clamping: counter ?? 0)
  }

  /// Raises a session's mark.
  func raiseMark(_ scope: ScopeID, _ origin: Origin, to counter: UInt32) throws {
    try connection.execute(
      """
      INSERT INTO frontier_mark (scope, origin, counter) VALUES (?, ?, ?)
      ON CONFLICT (scope, origin) DO UPDATE SET counter = max(counter, excluded.counter)
      """,
      .integer(scope.rawValue), .integer(origin.rawValue), .integer(Int64(counter)))
  }

  /// The branch tips of one replica in a scope; more than one after a fork.
  func tips(_ scope: ScopeID, _ replica: ReplicaID) throws -> [Batch.Tip] {
    try connection.rows(
      """
      SELECT sequence, hash FROM frontier_tip WHERE scope = ? AND replica = ?
      ORDER BY sequence, hash
      """,
      .integer(scope.rawValue), .integer(Int64(replica.rawValue))
    ) { statement in
      guard let hash = ContentHash(try statement.bytes(at: 1)) else {
        throw ProtocolError.malformed(.numberOutOfRange)
      }
      return Batch.Tip(
        replica: replica, sequence: try statement.natural(at: 0), hash: hash)
    }
  }

  /// Puts a batch at the end of its branch; returns true when its place was already taken by
  /// another batch, which is a fork.
  func append(_ batch: Batch) throws -> Bool {
    let header = batch.header
    let scope = SQLValue.integer(header.scope.rawValue)
    let replica = SQLValue.integer(Int64(header.replica.rawValue))
    try connection.execute(
      "DELETE FROM frontier_tip WHERE scope = ? AND replica = ? AND sequence = ? AND hash = ?",
      scope, replica, .integer(Int64(header.sequence) - 1), .blob(header.predecessor.bytes))
    try connection.execute(
      "INSERT OR IGNORE INTO frontier_tip (scope, replica, sequence, hash) VALUES (?, ?, ?, ?)",
      scope, replica, .integer(Int64(header.sequence)), .blob(batch.hash.bytes))
    return try tips(header.scope, header.replica).count > 1
  }

  /// True when a batch was merged here, or was declared lost and counts as if it were.
  func isApplied(_ tip: Batch.Tip, in scope: ScopeID) throws -> Bool {
    try connection.integer(
      """
      SELECT count(*) FROM batch
      WHERE scope = ? AND replica = ? AND sequence = ? AND hash = ? AND \(LogCondition.merged)
      """,
      .integer(scope.rawValue), .integer(Int64(tip.replica.rawValue)),
      .integer(Int64(tip.sequence)), .blob(tip.hash.bytes)) > 0 || isLost(tip, in: scope)
      || isBelowBase(tip, in: scope)
  }
}
