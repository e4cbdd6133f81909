import SQLite
import SyncProtocol

/// What compaction drops, or would drop, of one scope's log.
package struct Compaction: Sendable, Equatable {
  /// The scope.
  package var scope: ScopeID
  /// The arrival number up to which batches go: every laptop with a lease has them, and so has a
  /// backup of the centre.
  package var through: UInt64
  /// Batches that go.
  package var batches: Int64
  /// Their bytes.
  package var bytes: Int64
}

extension Store {
  /// Drops batches that nobody can need from this laptop any more: those at or below both the stable
  /// frontier and what is durable, as the centre last said. Rows stay as they are. An own batch goes
  /// only when the centre has confirmed it as merged.
  ///
  /// - Returns: what went, by scope; with `isDryRun` what would go.
  package func compact(isDryRun: Bool = false) throws -> [Compaction] {
    // The centre keeps the whole log.
    guard identity.role == .laptop else { return [] }
    return try transaction {
      try knownScopes().compactMap { scope in
        let progress = try progress(of: scope)
        let limit = min(
          progress.durableThrough, progress.stableThrough, try cursor(scope).arrival)
        return limit > 0 ? try compact(scope, through: limit, isDryRun: isDryRun) : nil
      }
    }
  }

  /// Compacts when at least so many bytes would go.
  package func compactIfWorthwhile(atLeast bytes: Int64) throws -> [Compaction] {
    let droppable = try compact(isDryRun: true).reduce(0) { $0 + $1.bytes }
    return droppable >= bytes ? try compact() : []
  }

  private static let isDroppable = """
    scope = ?1 AND arrival <= ?2 AND \(LogCondition.merged) AND \(LogCondition.confirmed)
    """

  private func compact(
    _ scope: ScopeID, through limit: UInt64, isDryRun: Bool
  ) throws -> Compaction? {
    let bindings: [SQLValue] = [.integer(scope.rawValue), .integer(Int64(limit))]
    let found = try connection.row(
      """
      SELECT count(*), coalesce(sum(length(encoded)), 0) FROM batch WHERE \(Self.isDroppable)
      """, bindings: bindings
    ) { (batches: try $0.integer(at: 0), bytes: try $0.integer(at: 1)) }
    guard let found, found.batches > 0 else { return nil }
    if !isDryRun { try drop(scope, through: limit, bindings) }
    return Compaction(
      scope: scope, through: limit, batches: found.batches, bytes: found.bytes)
  }

  /// Notes what goes as the base of the log, then drops it.
  private func drop(
    _ scope: ScopeID, through limit: UInt64, _ bindings: [SQLValue]
  ) throws {
    let hash =
      try connection.row(
        "SELECT running_hash FROM batch WHERE scope = ? AND arrival = ?", bindings: bindings
      ) { try $0.optionalBytes(at: 0) } ?? nil
    let known = try base(of: scope)
    // Nothing lies between a base and a limit that it covers already.
    let runningHash = hash.flatMap { ContentHash($0) } ?? known?.cursor.runningHash ?? .zero
    let own = try connection.integer(
      """
      SELECT coalesce(sum(operations), 0) FROM batch
      WHERE \(Self.isDroppable) AND replica = \(identity.replica.rawValue)
      """, bindings[0], bindings[1])
    try save(
      ScopeBase(
        cursor: Cursor(
          scope: scope, epoch: try presentEpoch,
          arrival: max(limit, known?.cursor.arrival ?? 0), runningHash: runningHash),
        ownOperations: (known?.ownOperations ?? 0) + own))
    try connection.execute(
      """
      INSERT INTO base_tip (scope, replica, sequence)
      SELECT scope, replica, max(sequence) FROM batch WHERE \(Self.isDroppable) GROUP BY replica
      ON CONFLICT (scope, replica) DO UPDATE SET sequence = max(sequence, excluded.sequence)
      """, bindings: bindings)
    try connection.execute(
      """
      INSERT INTO base_mark (scope, origin, counter)
      SELECT scope, replica << 20 | session, max(last_counter) FROM batch
      WHERE \(Self.isDroppable) GROUP BY replica, session
      ON CONFLICT (scope, origin) DO UPDATE SET counter = max(counter, excluded.counter)
      """, bindings: bindings)
    for (origin, counter) in try answeredMarks(where: Self.isDroppable, bindings) {
      try raiseBase(scope, mark: ScopeFrontier.Mark(origin: origin, counter: counter))
    }
    try connection.execute("DELETE FROM batch WHERE \(Self.isDroppable)", bindings: bindings)
  }
}
