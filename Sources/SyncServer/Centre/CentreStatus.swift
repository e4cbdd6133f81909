import FieldWork
import Replica
import SyncProtocol

/// What a centre holds, in numbers.
package struct CentreStatus: Sendable, Equatable {
  /// Enrolled laptops.
  package var laptops: Int64
  /// Laptops that have ever handed everything over, and still have where the centre was set back.
  package var reported: Int64
  /// Hamlets of today.
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
  /// Batches that are kept aside and that nobody has written again: a person decides.
  package var asideWaiting: Int
  /// What a person has to look at in the log.
  package var incidents: [LogIncident]
  /// Lives that the centre had to begin, and laptops that it had lost.
  package var restores: [RestoreNote]
  /// That personal values are not shown since a restore; nil while they are.
  package var sealedValuesLock: SealedValuesLock?
  /// Keys that values in the store name and that are not here.
  package var missingKeys: Int64
  /// Edges and copies of moved households that could not be written.
  package var linkTroubles: [LinkTroubleNote]
  /// Laptops whose place others took, by name.
  package var replaced: [ReplacedLaptop]
  /// Laptops that were declared lost and reported since.
  package var heardAgain: [ReplacedLaptop]
  /// When the last backup off this machine was verified; nil for never.
  package var lastBackup: Timestamp?
}

/// A laptop that was replaced, or declared lost, with what became of it.
package struct ReplacedLaptop: Sendable, Equatable {
  /// What people call it.
  package var label: String
  /// What took its place, and what is missing.
  package var fate: LaptopFate
}

extension Centre {
  /// What the centre holds and what needs a look.
  package func status() throws -> CentreStatus {
    let counts = try CentreCounts(self)
    let fates = try laptopFates()
    // A laptop that has a new number needs no other, unless another copy goes on under the old one.
    let incidents = try inspect { try $0.store.logIncidents() }.filter { incident in
      guard [.fork, .collision].contains(incident.kind),
        case .replaced(_, _, let isStillHeard)? = fates[incident.replica]
      else { return true }
      return isStillHeard
    }
    let asideWaiting = try inspect { try $0.store.asideBatchesWaiting() }
    let peers = try laptops()
    let settled = Set(fates.filter(\.value.isSettled).keys)
    let counted = peers.filter { !settled.contains($0.replica) }
    let setbacks = try inspect { try CentreShortfall($0.store).setbacks }
    let restores = try inspect { try RestoreNote.all($0.store) }
    let lock = try inspect { try SealedValuesLock($0.store) }
    let missingKeys = try inspect { try $0.store.missingKeyCount() }
    let linkTroubles = try linkTroubles()
    let today = LocalDateTime(milliseconds: surroundings.clock().wall.rawValue).date
    return try read { reader in
      func count(_ sql: String) throws -> Int64 { try reader.connection.integer(sql) }
      return CentreStatus(
        laptops: Int64(counted.count),
        reported: Int64(
          counted.count { $0.reportedThrough != nil && setbacks[$0.replica] == nil }),
        hamlets: Int64(try PlaceMap(reader).hamletCount(on: today)),
        batches: try count("SELECT count(*) FROM batch WHERE replica > 255"),
        // Of the whole centre the refusals are always known.
        heldBatches: counts.heldBatches, refusals: counts.refusals ?? 0,
        conflicts: counts.conflicts,
        openReviews: counts.openReviews, asideWaiting: asideWaiting, incidents: incidents,
        restores: restores, sealedValuesLock: lock, missingKeys: missingKeys,
        linkTroubles: linkTroubles,
        replaced: peers.compactMap { peer in
          guard let fate = fates[peer.replica], Self.isReplaced(fate) else { return nil }
          return ReplacedLaptop(label: peer.label, fate: fate)
        },
        heardAgain: peers.compactMap { peer in
          guard let fate = fates[peer.replica], case .lost(_, isStillHeard: true) = fate else {
            return nil
          }
          return ReplacedLaptop(label: peer.label, fate: fate)
        }, lastBackup: counts.lastBackup)
    }
  }

  private static func isReplaced(_ fate: LaptopFate?) -> Bool {
    if case .replaced = fate { true } else { false }
  }
}
