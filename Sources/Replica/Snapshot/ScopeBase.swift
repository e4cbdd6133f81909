import SQLite
import SyncProtocol

/// Where a scope's log begins in this store: below it only the rows tell what was written.
struct ScopeBase {
  /// The place in the centre's log up to which batches may be missing.
  var cursor: Cursor
  /// This replica's own operations in batches that were dropped.
  var ownOperations: Int64
}

extension Store {
  /// The base of a scope; nil where the log is whole.
  func base(of scope: ScopeID) throws -> ScopeBase? {
    try connection.row(
      "SELECT epoch, arrival, running_hash, own_operations FROM scope_base WHERE scope = ?",
      .integer(scope.rawValue)
    ) { statement in
      guard let hash = ContentHash(try statement.bytes(at: 2)) else {
        throw ProtocolError.malformed(.numberOutOfRange)
      }
      return ScopeBase(
        cursor: Cursor(
          scope: scope, epoch: UInt8(clamping: try statement.integer(at: 0)),
          arrival: UInt64(clamping: try statement.integer(at: 1)), runningHash: hash),
        ownOperations: try statement.integer(at: 3))
    }
  }

  func save(_ base: ScopeBase) throws {
    try connection.execute(
      """
      INSERT OR REPLACE INTO scope_base (scope, epoch, arrival, running_hash, own_operations)
      VALUES (?, ?, ?, ?, ?)
      """,
      .integer(base.cursor.scope.rawValue), .integer(Int64(base.cursor.epoch)),
      .integer(Int64(base.cursor.arrival)), .blob(base.cursor.runningHash.bytes),
      .integer(base.ownOperations))
  }

  /// Notes a chain up to which everything is below the base.
  func raiseBase(_ scope: ScopeID, tip: Batch.Tip) throws {
    try connection.execute(
      """
      INSERT INTO base_tip (scope, replica, sequence) VALUES (?, ?, ?)
      ON CONFLICT (scope, replica) DO UPDATE SET sequence = max(sequence, excluded.sequence)
      """,
      .integer(scope.rawValue), .integer(Int64(tip.replica.rawValue)),
      .integer(Int64(tip.sequence)))
  }

  /// Notes a session up to which everything is below the base.
  func raiseBase(_ scope: ScopeID, mark: ScopeFrontier.Mark) throws {
    try connection.execute(
      """
      INSERT INTO base_mark (scope, origin, counter) VALUES (?, ?, ?)
      ON CONFLICT (scope, origin) DO UPDATE SET counter = max(counter, excluded.counter)
      """,
      .integer(scope.rawValue), .integer(mark.origin.rawValue), .integer(Int64(mark.counter)))
  }

  /// True when the base of the log contains a batch: all that it says was applied below it.
  func isInBase(_ batch: Batch) throws -> Bool {
    guard try frontier.isBelowBase(batch.tip, in: batch.header.scope) else { return false }
    let mark = try connection.integer(
      "SELECT coalesce(max(counter), 0) FROM base_mark WHERE scope = ? AND origin = ?",
      .integer(batch.header.scope.rawValue), .integer(batch.header.origin.rawValue))
    return mark >= Int64(batch.header.counters.upperBound)
  }

  /// The sessions below the base, with the greatest counter of each.
  func baseMarks(of scope: ScopeID) throws -> [Origin: UInt32] {
    let marks = try connection.rows(
      "SELECT origin, counter FROM base_mark WHERE scope = ?", .integer(scope.rawValue)
    ) { (Origin(rawValue: try $0.integer(at: 0)), UInt32(clamping: try $0.integer(at: 1))) }
    var result: [Origin: UInt32] = [:]
    for (origin, counter) in marks {
      if let origin { result[origin] = counter }
    }
    return result
  }

  func removeBase(of scope: ScopeID) throws {
    for table in ["scope_base", "base_tip", "base_mark"] {
      try connection.execute("DELETE FROM \(table) WHERE scope = ?", .integer(scope.rawValue))
    }
  }
}

extension Frontier {
  /// True when a batch lies below the base of the log. A log that begins later was handed out in
  /// the centre's order, so whatever stands below a tip of the base has been applied.
  func isBelowBase(_ tip: Batch.Tip, in scope: ScopeID) throws -> Bool {
    try connection.integer(
      "SELECT count(*) FROM base_tip WHERE scope = ? AND replica = ? AND sequence >= ?",
      .integer(scope.rawValue), .integer(Int64(tip.replica.rawValue)),
      .integer(Int64(tip.sequence))) > 0
  }
}
