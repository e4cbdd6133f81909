import SQLite
import SyncProtocol

/// Batches that nobody has any more.
extension Store {
  /// Declares a missing batch lost: what waits for it is merged here at once, and at everybody who
  /// merges the row that says so. Centre only.
  ///
  /// - Parameter isDryRun: everything is done and taken back.
  /// - Returns: how many batches were merged because of it.
  /// - Throws: `ReplicaError.notTheCentre`; `.notMissing` when nothing waits for such a batch;
  ///   `.gapTooFresh` while it may still be on its way, for 24 hours.
  package func declareLost(
    _ hash: ContentHash, by person: String, note: String?, clock: ClockReading,
    isDryRun: Bool = false
  ) throws -> Int {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    let holds = try holds().filter { $0.missing.hash == hash }
    guard let hold = holds.first else { throw ReplicaError.notMissing }
    guard hold.isIncident(at: clock.wall) else { throw ReplicaError.gapTooFresh }
    do {
      return try transaction {
        let before = try mergedBatchCount()
        _ = try commit(author: nil, clock: clock) { act in
          try act.createGap(
            hold.missing, in: hold.scope,
            [
              (GapTable.declaredBy, .text(person)),
              (GapTable.note, note.map { .text($0) } ?? .unset),
            ])
        }
        try mergeWaiting(in: hold.scope)
        let merged = try mergedBatchCount() - before - 1
        try judgeWaiting(clock: clock)
        if isDryRun { throw GapDryRun(merged: merged) }
        return merged
      }
    } catch let dryRun as GapDryRun {
      return dryRun.merged
    }
  }

  private func mergedBatchCount() throws -> Int {
    Int(try connection.integer("SELECT count(*) FROM batch WHERE \(LogCondition.merged)"))
  }

  /// Counts the batches that gap rows of the centre name as applied, wherever they are not.
  ///
  /// What was merged here before stays merged: if it ever reaches the centre, the centre writes
  /// what it says anew, and names its dots, so that everybody ends the same.
  func countGaps(_ operations: [Operation], in scope: ScopeID) throws {
    for operation in operations
    where operation.table == GapTable.definition.id && operation.isCreate {
      func value(_ field: FieldDefinition) -> Value? {
        operation.writes.first { $0.field == field.id }?.value
      }
      guard try isCentre(operation.dot.replica), let tip = Self.gap(value) else { continue }
      try offerLost(tip, in: scope)
      let isPassedOver = try isPassedOver(tip, in: scope)
      guard try noteLost(tip, in: scope) else {
        try queueForJudging(tip.hash)
        continue
      }
      if try !isPassedOver && !isFollowed(tip, in: scope) { try frontier.passOver(tip, in: scope) }
    }
  }

  /// True when a batch that was merged here goes on from one. (The lost one itself was merged too
  /// then, and is kept aside since, because it stands against another copy's.)
  private func isFollowed(_ tip: Batch.Tip, in scope: ScopeID) throws -> Bool {
    try batches(
      """
      SELECT encoded FROM batch
      WHERE scope = ? AND replica = ? AND sequence - 1 = ? AND \(LogCondition.merged)
      """, .integer(scope.rawValue), .integer(Int64(tip.replica.rawValue)),
      .integer(Int64(tip.sequence))
    ).contains { $0.header.predecessor == tip.hash }
  }

  /// The batch that the fields of a gap row name; nil when they name none.
  static func gap(_ value: (FieldDefinition) -> Value?) -> Batch.Tip? {
    guard
      let replica = value(GapTable.replica)?.integer.flatMap({ UInt32(exactly: $0) })
        .flatMap(ReplicaID.init(rawValue:)),
      let sequence = value(GapTable.sequence)?.integer, sequence > 0,
      let hash = value(GapTable.hash)?.bytes.flatMap(ContentHash.init)
    else { return nil }
    return Batch.Tip(replica: replica, sequence: UInt64(sequence), hash: hash)
  }

  /// Remembers that a batch is lost; one that waits at a laptop waits no longer. (At the centre it is
  /// written anew once that can be: `setLostWaiting`.)
  ///
  /// - Returns: false when it was merged here before.
  @discardableResult
  func noteLost(_ tip: Batch.Tip, in scope: ScopeID) throws -> Bool {
    try connection.execute(
      "INSERT OR IGNORE INTO lost_batch (scope, replica, sequence, hash) VALUES (?, ?, ?, ?)",
      .integer(scope.rawValue), .integer(Int64(tip.replica.rawValue)),
      .integer(Int64(tip.sequence)), .blob(tip.hash.bytes))
    guard try logEntry(tip.hash)?.state != .merged else { return false }
    guard identity.role == .laptop else { return true }
    try connection.execute(
      "UPDATE batch SET state = 7 WHERE hash = ? AND state <> 1", .blob(tip.hash.bytes))
    return true
  }

  /// True for a batch that was declared lost in its scope.
  func isLost(_ tip: Batch.Tip, in scope: ScopeID) throws -> Bool {
    try frontier.isLost(tip, in: scope)
  }

  /// Lost batches of a scope that are not merged here.
  func lostHashes(in scope: ScopeID) throws -> [ContentHash] {
    try connection.rows(
      """
      SELECT hash FROM lost_batch WHERE scope = ?
        AND hash NOT IN (SELECT hash FROM batch WHERE \(LogCondition.merged))
      """, .integer(scope.rawValue)
    ) { try $0.bytes(at: 0) }.compactMap(ContentHash.init)
  }

  /// The places of every batch of a scope that was declared lost.
  func lostTips(in scope: ScopeID) throws -> [Batch.Tip] {
    try connection.rows(
      "SELECT replica, sequence, hash FROM lost_batch WHERE scope = ?",
      .integer(scope.rawValue)
    ) { statement in
      guard let replica = ReplicaID(rawValue: UInt32(clamping: try statement.integer(at: 0))),
        let hash = ContentHash(try statement.bytes(at: 2))
      else { throw ProtocolError.malformed(.numberOutOfRange) }
      return Batch.Tip(
        replica: replica, sequence: UInt64(clamping: try statement.integer(at: 1)), hash: hash)
    }
  }
}

extension Act {
  /// Writes the row that declares a batch lost.
  @discardableResult
  func createGap(
    _ missing: Batch.Tip, in scope: ScopeID, _ remarks: [(FieldDefinition, Value)] = []
  ) throws -> RowID {
    try create(
      GapTable.definition, in: scope,
      [
        (GapTable.replica, .integer(Int64(missing.replica.rawValue))),
        (GapTable.sequence, .integer(Int64(missing.sequence))),
        (GapTable.hash, .bytes(missing.hash.bytes)),
      ] + remarks)
  }
}

/// Carries the count out of a transaction that is taken back.
private struct GapDryRun: Error { var merged: Int }

extension Frontier {
  /// True for a batch that was declared lost.
  func isLost(_ tip: Batch.Tip, in scope: ScopeID) throws -> Bool {
    try connection.integer(
      """
      SELECT count(*) FROM lost_batch
      WHERE scope = ? AND replica = ? AND sequence = ? AND hash = ?
      """, .integer(scope.rawValue), .integer(Int64(tip.replica.rawValue)),
      .integer(Int64(tip.sequence)), .blob(tip.hash.bytes)) > 0
  }

  /// Puts a lost batch at the end of its branch. Which branch it continued is told by its place
  /// where there is but one below it; of several all stay.
  func passOver(_ tip: Batch.Tip, in scope: ScopeID) throws {
    let lower = try tips(scope, tip.replica).filter { $0.sequence < tip.sequence }
    let scopeValue = SQLValue.integer(scope.rawValue)
    let replica = SQLValue.integer(Int64(tip.replica.rawValue))
    if lower.count == 1, let end = lower.first {
      try connection.execute(
        "DELETE FROM frontier_tip WHERE scope = ? AND replica = ? AND sequence = ? AND hash = ?",
        scopeValue, replica, .integer(Int64(end.sequence)), .blob(end.hash.bytes))
    }
    try connection.execute(
      "INSERT OR IGNORE INTO frontier_tip (scope, replica, sequence, hash) VALUES (?, ?, ?, ?)",
      scopeValue, replica, .integer(Int64(tip.sequence)), .blob(tip.hash.bytes))
  }
}
