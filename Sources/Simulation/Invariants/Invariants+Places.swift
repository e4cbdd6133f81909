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
    // A tip of the centre may pass over a batch that was declared lost.
    let lost = try declaredLost(in: log)
    var epochs: [ScopeID: UInt8] = [:]
    let granted = Set(try machine.store.grantedScopes() + [.everyone])
    // A batch that left the log, as one below a snapshot, may come back without its receipt.
    let here = Set(log.entries.map(\.batch.hash))
    machine.believedReceipts = machine.believedReceipts.filter { here.contains($0.key) }
    for entry in log.entries {
      let (scope, hash) = (entry.batch.header.scope, entry.batch.hash)
      let epoch = try epochs[scope] ?? machine.store.cursor(scope).epoch
      epochs[scope] = epoch
      let isBelieved = [1, 3, 4].contains(entry.receipt)
      try Violation.unless(
        isBelieved || machine.believedReceipts[hash] != epoch || !granted.contains(scope)
          || lost.cover(entry.batch), .receipts,
        "\(machine.label): a receipt was taken back within epoch \(epoch)")
      machine.believedReceipts[hash] = isBelieved ? epoch : nil
      guard let receipt = entry.receipt else { continue }
      // Whoever has not heard of the present life believes the one it knows.
      let former = formerStates(of: hash, epoch: epoch)
      let state = try centre.store.connection.row(
        "SELECT state FROM batch WHERE hash = ?", .blob(entry.batch.hash.bytes)
      ) { try $0.integer(at: 0) }
      if receipt == Int64(Receipt.State.collision.rawValue) {
        try Violation.unless(
          try isAside(entry.batch.hash) || former.contains(.collision), .places,
          "\(machine.label) believes that a batch collides, the centre does not have it aside")
        continue
      }
      let isMerged = receipt == 1 || receipt == 3 || receipt == 4
      // What waited may have been declared lost since, or stand below what was.
      if receipt == Int64(Receipt.State.held.rawValue),
        state == Int64(Receipt.State.lost.rawValue),
        try declaredLost(in: self.log(of: centre)).cover(entry.batch)
      {
        continue
      }
      // FRONTIER names what came of a chain with a gap, lost batches among it; the row that declares
      // them so has the laptop offer them again.
      if receipt == Int64(Receipt.State.duplicate.rawValue),
        state == Int64(Receipt.State.lost.rawValue) || former.contains(.lost),
        !lost.cover(entry.batch)
      {
        continue
      }
      try Violation.unless(
        state == 1 || state == receipt && !isMerged || former.contains(.merged)
          || !isMerged && former.contains { Int64($0.rawValue) == receipt }, .places,
        "\(machine.label) believes a receipt \(receipt), the centre says \(state ?? 0)")
    }
  }

  /// True for a batch that the centre keeps aside.
  func isAside(_ batch: ContentHash) throws -> Bool {
    try centre.store.connection.integer(
      "SELECT count(*) FROM batch_aside WHERE hash = ?", .blob(batch.bytes)) > 0
  }
}
