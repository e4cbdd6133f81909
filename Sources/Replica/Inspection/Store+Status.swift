import SQLite
import SyncProtocol

/// How far a laptop's own work has come, in operations. Never a bare "synced".
package struct HandOverStatus: Sendable, Equatable {
  /// Ever written here.
  package var written: Int64
  /// Closed into batches.
  package var closed: Int64
  /// In batches that a request has carried, whether or not an answer came; what the centre has was
  /// sent, also by the store that this one was put back from.
  package var sent: Int64
  /// In batches that the last packs carry and the centre has not confirmed.
  package var packed: Int64
  /// In batches that the centre confirmed to have.
  package var received: Int64
  /// In batches that the centre confirmed to have merged.
  package var merged: Int64
  /// In batches that wait at the centre for something missing, or for an upgrade.
  package var needsAttention: Int64
  /// The centre's time in the last completed round; nil before the first.
  package var lastRound: Timestamp?

  /// Scopes whose digest differed from the centre's when they were last compared.
  package var differingScopes: Int64

  /// Written and not yet confirmed by the centre.
  package var notHandedOver: Int64 { written - received }
}

extension Store {
  /// Operations that were written and stand in no batch yet.
  package func openOperationCount() throws -> Int64 {
    try connection.integer("SELECT count(*) FROM outbox")
  }

  /// How far this replica's own work has come.
  package func handOverStatus() throws -> HandOverStatus {
    let waiting = try openOperationCount()
    let lastRound = try state.integer(.lastRound).map(Timestamp.init(rawValue:))
    let differing = try connection.integer(
      "SELECT count(*) FROM scope_state WHERE granted = 1 AND digest_state = 'different'")
    let dropped = try droppedOwnOperations()
    let status = try connection.row(
      """
      SELECT coalesce(sum(operations), 0),
        coalesce(sum(operations) FILTER (
          WHERE sent IS NOT NULL OR (receipt IS NOT NULL AND receipt <> 8)), 0),
        coalesce(sum(operations) FILTER (WHERE receipt IS NOT NULL AND receipt <> 8), 0),
        coalesce(sum(operations) FILTER (WHERE \(LogCondition.confirmed)), 0),
        coalesce(sum(operations) FILTER (WHERE receipt IN (2, 5)), 0),
        coalesce(sum(operations) FILTER (WHERE pack IS NOT NULL AND \(LogCondition.offered)), 0)
      FROM batch
      WHERE replica = ? OR replica IN (SELECT replica FROM former_replica)
      """, .integer(Int64(identity.replica.rawValue))
    ) { statement in
      func total(_ column: Int) throws -> Int64 { Int64(try statement.count(at: column)) }
      let closed = try total(0) + dropped
      return HandOverStatus(
        written: closed + waiting, closed: closed, sent: try total(1) + dropped,
        packed: try total(5),
        received: try total(2) + dropped, merged: try total(3) + dropped,
        needsAttention: try total(4), lastRound: lastRound, differingScopes: differing)
    }
    guard let status else { preconditionFailure("an aggregate has one row") }
    return status
  }
}
