import Replica
import SQLite
import SyncProtocol

/// Invariant 5.
extension World {
  /// 5: nothing is in two places, and what was confirmed is at the centre. A copied store closes
  /// its outbox a second time: of such a replica the same operation may stand in two batches.
  func checkPlaces(_ machine: Machine, _ log: StoreLog) throws {
    var seen: Set<Dot> = []
    for operation in log.entries.flatMap(\.batch.operations) + log.outbox.map(\.operation)
    where !seen.insert(operation.dot).inserted {
      try Violation.unless(
        copiedReplicas.contains(operation.dot.replica), .places,
        "\(machine.label) has operation \(operation.dot.rawValue) in two places")
    }
    guard machine !== centre else { return }
    for entry in log.entries {
      guard let receipt = entry.receipt else { continue }
      let state = try centre.store.connection.row(
        "SELECT state FROM batch WHERE hash = ?", .blob(entry.batch.hash.bytes)
      ) { try $0.integer(at: 0) }
      if receipt == Int64(Receipt.State.collision.rawValue) {
        try Violation.unless(
          isAside(entry.batch.hash), .places,
          "\(machine.label) believes that a batch collides, the centre does not have it aside")
        continue
      }
      let isMerged = receipt == 1 || receipt == 3 || receipt == 4
      try Violation.unless(
        state == 1 || state == receipt && !isMerged, .places,
        "\(machine.label) believes a receipt \(receipt), the centre says \(state ?? 0)")
    }
  }

  /// True for a batch that the centre keeps aside.
  func isAside(_ batch: ContentHash) throws -> Bool {
    try centre.store.connection.integer(
      "SELECT count(*) FROM batch_aside WHERE hash = ?", .blob(batch.bytes)) > 0
  }
}
