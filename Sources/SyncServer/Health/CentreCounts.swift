import FieldWork
import Replica
import SyncProtocol

/// The numbers that `status`, the page about the centre's health and monitors all tell, counted once.
struct CentreCounts: Sendable, Equatable {
  /// Batches that wait for something missing, or for a later version.
  let heldBatches: Int64
  /// Batches that were refused; nil within a part of the centre, where nobody can tell whose they are.
  let refusals: Int64?
  /// Fields with several values.
  let conflicts: Int64
  /// Writes that were not accepted and on which nobody has ruled.
  let openReviews: Int64
  /// Batches merged since the beginning: its growth is the rate; nil within a part of the centre.
  let mergedBatches: Int64?
  /// When the last backup off this machine was verified; nil for never.
  let lastBackup: Timestamp?
  /// Bytes free on the disk of the store; nil where the system does not say.
  let freeDiskBytes: Int64?

  /// Counts what is within reach; disk and backup are everybody's.
  init(_ centre: Centre, within reached: ReachedWork = .everything) throws {
    let isWhole = reached.isEverything
    (openReviews, conflicts, mergedBatches, lastBackup) = try centre.inspect { field in
      (
        Int64(
          isWhole
            ? try field.store.openReviewCount()
            : try field.store.openReviewCounts().reduce(0) {
              $0 + (reached.holds(scope: $1.scope) ? $1.count : 0)
            }),
        Int64(
          isWhole
            ? try field.store.conflictCount()
            : try field.store.conflictOutlines().count { reached.holds(scope: $0.scope) }),
        isWhole ? try field.store.totalArrivals() : nil, try field.store.lastDurableBackup()
      )
    }
    (heldBatches, refusals) = try centre.read { reader in
      (
        try reader.connection.rows(
          "SELECT scope, count(*) FROM batch WHERE state IN (2, 5) GROUP BY scope"
        ) { (ScopeID(rawValue: try $0.integer(at: 0)), try $0.integer(at: 1)) }
        .reduce(0) { sum, held in
          sum + (isWhole || held.0.map(reached.holds(scope:)) ?? false ? held.1 : 0)
        },
        isWhole ? try reader.connection.integer("SELECT count(*) FROM refusal") : nil
      )
    }
    freeDiskBytes = centre.surroundings.freeDiskBytes(of: centre.home)
      .map { Int64(clamping: $0) }
  }
}
