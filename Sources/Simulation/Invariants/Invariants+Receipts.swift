import Replica
import SQLite
import SyncProtocol

/// Invariant 9, at every request and every meeting of neighbours.
extension World {
  /// Every batch of a request has one receipt, and their sum is what was received.
  func checkReceipts(_ request: [UInt8], _ answer: [UInt8]) throws {
    let offered = try ReceivedStream(decoding: request).frames.filter { $0.kind == .batch }
    let frames = try ReceivedStream(decoding: answer).frames
    try Violation.unless(
      frames.first?.kind != .problem, .receipts, "an undamaged request got a problem")
    let hashes = try offered.map { frame in
      let carried: CarriedBatch = try frame.message()
      return try Batch(decoding: carried.encoded, primitives: primitives).hash
    }
    let receipts = try frames.filter { $0.kind == .receipt }.map { try $0.message() as Receipt }
    // A laptop of another log is told so, and offers everything again.
    if receipts.isEmpty, !formerLives.isEmpty, try ReceivedStream(decoding: answer).more { return }
    try checkReceipts(receipts, of: hashes, at: centre)
    report.collisions += receipts.count { $0.state == .collision }
    report.heldBatches += receipts.count { $0.state == .held }
  }

  /// merged + held + duplicate + needs-upgrade + refused = received, batch by batch, and the log
  /// says the same.
  func checkReceipts(
    _ receipts: [Receipt], of batches: [ContentHash], at machine: Machine
  ) throws {
    try Violation.unless(
      receipts.map(\.batch) == batches, .receipts,
      "\(batches.count) batches came to \(machine.label), \(receipts.count) receipts went back")
    for receipt in receipts {
      let state = try machine.store.connection.row(
        "SELECT state FROM batch WHERE hash = ?", .blob(receipt.batch.bytes)
      ) { try $0.integer(at: 0) }
      let agrees: Bool =
        switch receipt.state {
        case .merged, .duplicate, .fork: state == 1
        // A later batch of the same request may have brought what this one waited for.
        case .held: state == 2 || state == 1 && machine !== centre
        case .needsUpgrade: state == 5
        case .collision:
          try machine === centre && isAside(receipt.batch)
            && mayCollide(decoder.batch(receipt.batch) { try aside(receipt.batch) }.header.replica)
        // A copy that meets its number's other life at a neighbour's says what it has at the centre
        // first.
        case .refused:
          machine !== centre && receipt.reason == ReplicaError.ownBatchesFirst.code
            && decoder.mayStandTwice(machine.replica)
        case .lost: state == 7 && report.gaps > 0
        }
      try Violation.unless(
        agrees, .receipts,
        "\(machine.label) says \(receipt.state) \(receipt.reason), its log says \(state ?? 0)")
      if receipt.state == .needsUpgrade {
        let batch = try decoder.batch(receipt.batch) { [] }
        try Violation.unless(
          batch.hasUnknownKind, .receipts,
          "\(machine.label) can read a batch and says that it needs an upgrade")
      }
      try Violation.unless(
        receipt.state != .fork || !copiedReplicas.isEmpty, .receipts,
        "\(machine.label) sees a fork, and no store was copied")
    }
  }

  /// True for a replica of which two lives may have issued one dot, or whose copy may have closed
  /// otherwise what was declared lost: it then writes that again under other dots.
  private func mayCollide(_ replica: ReplicaID) -> Bool {
    if report.gaps > 0, copiedReplicas.contains(replica) { decoder.expectTwice(replica) }
    return decoder.mayStandTwice(replica)
  }

  private func aside(_ batch: ContentHash) throws -> [UInt8] {
    try centre.store.connection.row(
      "SELECT encoded FROM batch_aside WHERE hash = ?", .blob(batch.bytes)
    ) { try $0.bytes(at: 0) } ?? []
  }
}
