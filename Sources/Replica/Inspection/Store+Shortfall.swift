import SQLite
import SyncProtocol

/// What the centre knows to be missing here although laptops have reported.
package struct Shortfall: Sendable, Equatable {
  /// When this life of the centre began, by the note of it; nil in its first life, and where no note
  /// is left.
  package var since: Timestamp?
  /// Laptops enrolled before that which have not brought back everything since, declared lost or
  /// not; empty in the first life.
  package var awaited: Set<ReplicaID>
  /// Scopes, ascending, that a laptop has not followed into this life although it has followed the
  /// public scope: it keeps rows that this centre lacks and goes no further there.
  package var stopped: [ReplicaID: [ScopeID]]
  /// Batches here that wait for others, or for a later program.
  package var heldBatches: Int
  /// Batches that were declared lost and never came.
  package var lostBatches: Int
}

extension Store {
  /// What is known to be missing here. Centre only.
  package func shortfall() throws -> Shortfall {
    let held = try connection.integer("SELECT count(*) FROM batch WHERE state IN (2, 5)")
    let lost = try connection.integer(
      "SELECT count(*) FROM lost_batch WHERE hash NOT IN (SELECT hash FROM batch)")
    var shortfall = Shortfall(
      awaited: [], stopped: [:], heldBatches: Int(clamping: held), lostBatches: Int(clamping: lost))
    guard identity.replica.rawValue > 0 else { return shortfall }
    let since = try restoreIncidents().last { $0.kind == "epoch" }?.at
    shortfall.since = since
    let returned = try returnedPeers()
    shortfall.awaited = Set(
      try peers().filter { peer in
        !returned.contains(peer.replica) && since.map { peer.enrolled < $0 } ?? true
      }.map(\.replica))
    shortfall.stopped = try stoppedScopes(of: returned)
    return shortfall
  }

  /// A laptop that follows sends a cursor of the present life for every scope; at the latest in the
  /// request after the one that told it of this life.
  private func stoppedScopes(of returned: Set<ReplicaID>) throws -> [ReplicaID: [ScopeID]] {
    let rows = try connection.rows(
      """
      SELECT replica, scope FROM acknowledged WHERE epoch < ? AND (scope = 0 OR EXISTS (
        SELECT 1 FROM scope_grant WHERE scope_grant.replica = acknowledged.replica
          AND scope_grant.scope = acknowledged.scope)) ORDER BY replica, scope
      """, .integer(Int64(identity.replica.rawValue))
    ) {
      (
        ReplicaID(rawValue: UInt32(clamping: try $0.integer(at: 0))),
        ScopeID(rawValue: try $0.integer(at: 1))
      )
    }
    var stopped: [ReplicaID: [ScopeID]] = [:]
    for case (let replica?, let scope?) in rows where returned.contains(replica) {
      stopped[replica, default: []].append(scope)
    }
    return stopped
  }
}
