import FieldWork
import Replica
import SyncProtocol

/// What a centre holds, in numbers.
package struct CentreStatus: Sendable, Equatable {
  /// Enrolled laptops.
  package var laptops: Int64
  /// Laptops that have ever handed everything over.
  package var reported: Int64
  /// Hamlets of the directory.
  package var hamlets: Int64
  /// Batches of laptops in the log.
  package var batches: Int64
  /// Batches that wait for something missing, or for a later version.
  package var heldBatches: Int64
  /// Batches that were refused.
  package var refusals: Int64
  /// Fields with several values.
  package var conflicts: Int64
  /// Writes that were not accepted and on which nobody has ruled.
  package var openReviews: Int64
  /// What a person has to look at in the log.
  package var incidents: [LogIncident]
  /// Lives that the centre had to begin, and laptops that it had lost.
  package var restores: [RestoreIncident]
  /// That personal values are not shown since a restore; nil while they are.
  package var sealedValuesLock: SealedValuesLock?
  /// Edges and copies of moved households that could not be written.
  package var linkTroubles: [LinkTroubleNote]
  /// When the last backup off this machine was verified; nil for never.
  package var lastBackup: Timestamp?
}

extension Centre {
  /// What the centre holds and what needs a look.
  package func status() throws -> CentreStatus {
    let conflicts = Int64(try inspect { try $0.store.conflictCount() })
    let openReviews = Int64(try inspect { try $0.store.openReviewCount() })
    let incidents = try inspect { try $0.store.logIncidents() }
    let restores = try inspect { try $0.store.restoreIncidents() }
    let lock = try inspect { try SealedValuesLock($0.store) }
    let linkTroubles = try linkTroubles()
    let lastBackup = try inspect { try $0.store.lastDurableBackup() }
    return try read { reader in
      func count(_ sql: String) throws -> Int64 { try reader.connection.integer(sql) }
      return CentreStatus(
        laptops: try count("SELECT count(*) FROM peer"),
        reported: try count("SELECT count(*) FROM peer WHERE reported_through IS NOT NULL"),
        hamlets: try count("SELECT count(*) FROM place WHERE hidden IS NULL"),
        batches: try count("SELECT count(*) FROM batch WHERE replica > 255"),
        heldBatches: try count("SELECT count(*) FROM batch WHERE state IN (2, 5)"),
        refusals: try count("SELECT count(*) FROM refusal"), conflicts: conflicts,
        openReviews: openReviews, incidents: incidents, restores: restores,
        sealedValuesLock: lock, linkTroubles: linkTroubles, lastBackup: lastBackup)
    }
  }
}
