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
    // A laptop of this epoch whose place nobody knows is told so, and nothing of it is taken in.
    let agreed = try frames.first { $0.kind == .agreed }.map { try $0.message() as Agreed }
    if receipts.isEmpty, agreed == .cursorsUnknown, unnoticedEpochs.contains(centreEpoch) {
      return
    }
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
            && mayCollide(decoder.batch(receipt.batch) { try aside(receipt.batch) }.header)
        // A copy that meets its number's other life at a neighbour's says what it has at the centre
        // first.
        case .refused:
          machine !== centre && receipt.reason == ReplicaError.ownBatchesFirst.code
            && decoder.mayStandTwice(machine.replica)
        case .lost:
          try state == 7
            && declaredLost(in: log(of: machine)).cover(
              taken(receipt.batch, at: machine))
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
        try receipt.state != .fork
          || copiedReplicas.contains(taken(receipt.batch, at: machine).header.replica), .receipts,
        "\(machine.label) sees a fork of a number whose store was never copied")
    }
  }

  /// True for a batch of a replica of which two lives may have issued one dot, or whose copy may
  /// have closed otherwise what was declared lost and has not come: it then writes that again under
  /// other dots, and so may everything of that session. So does whoever built upon such a batch.
  private func mayCollide(_ header: Batch.Header) throws -> Bool {
    let replica = header.replica
    if decoder.mayStandTwice(replica) { return true }
    if try header.dependencies.contains(where: { try isAside($0.hash) }) { return true }
    guard copiedReplicas.contains(replica),
      try declaredLost(in: log(of: centre)).contains(where: { $0.tip.replica == replica })
    else { return false }
    decoder.expectTwice(replica)
    return true
  }

  /// A batch that a machine has just taken in.
  private func taken(_ batch: ContentHash, at machine: Machine) throws -> DecodedBatch {
    try decoder.batch(batch) {
      try machine.store.connection.row(
        "SELECT encoded FROM batch WHERE hash = ?", .blob(batch.bytes)
      ) { try $0.bytes(at: 0) } ?? []
    }
  }

  private func aside(_ batch: ContentHash) throws -> [UInt8] {
    try centre.store.connection.row(
      "SELECT encoded FROM batch_aside WHERE hash = ?", .blob(batch.bytes)
    ) { try $0.bytes(at: 0) } ?? []
  }
}
