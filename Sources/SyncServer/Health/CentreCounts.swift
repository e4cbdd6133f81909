import FieldWork
import Replica
import SyncProtocol

/// The numbers that `status`, the page about the centre's health and monitors all tell, counted once.
struct CentreCounts: Sendable, Equatable {
  /// Batches that wait for something missing, or for a later version.
  let heldBatches: Int64
  /// Batches that were refused.
  let refusals: Int64
  /// Fields with several values.
  let conflicts: Int64
  /// Writes that were not accepted and on which nobody has ruled.
  let openReviews: Int64
  /// Batches merged since the beginning: its growth is the rate.
  let mergedBatches: Int64
  /// When the last backup off this machine was verified; nil for never.
  let lastBackup: Timestamp?
  /// Bytes free on the disk of the store; nil where the system does not say.
  let freeDiskBytes: Int64?

  /// Counts them.
  init(_ centre: Centre) throws {
    (openReviews, conflicts, mergedBatches, lastBackup) = try centre.inspect { field in
      (
        Int64(try field.store.openReviewCount()), Int64(try field.store.conflictCount()),
        try field.store.totalArrivals(), try field.store.lastDurableBackup()
      )
    }
    (heldBatches, refusals) = try centre.read { reader in
      (
        try reader.connection.integer("SELECT count(*) FROM batch WHERE state IN (2, 5)"),
        try reader.connection.integer("SELECT count(*) FROM refusal")
      )
    }
    freeDiskBytes = centre.surroundings.freeDiskBytes(of: centre.home)
      .map { Int64(clamping: $0) }
  }
}
