import SQLite
import SyncProtocol

extension Store {
  /// Takes in batches that came from outside, in one transaction and one sync of the disk.
  package func receive(_ batches: [[UInt8]], clock: ClockReading) throws -> [Receipt] {
    defer { carryOutLinks(clock: clock) }
    return try transaction {
      try judgeWaiting(clock: clock)
      let last = try lastBatchPosition()
      let receipts = try batches.map { encoded in
        let receipt = try receive(encoded, at: clock.wall)
        try judgeWaiting(clock: clock)
        return receipt
      }
      if identity.role == .centre {
        try noteHandOver(receipts, from: identity.replica, after: last, at: clock.wall)
      }
      try leaveMetSession(at: clock.wall)
      return receipts
    }
  }

  /// Takes in a batch that came from outside: checks it, merges or holds it, and says what became
  /// of it. Must run inside a transaction. Repetition and order do not matter.
  func receive(_ encoded: [UInt8], at wall: Timestamp) throws -> Receipt {
    let batch: Batch
    do {
      batch = try Batch(decoding: encoded, primitives: primitives)
    } catch {
      // What cannot be read has neither scope nor name; the hash of its bytes names it.
      return Receipt(
        scope: .everyone, batch: primitives.hash(encoded), state: .refused, reason: error.code)
    }
    let header = batch.header
    func answer(_ state: Receipt.State, _ arrival: UInt64? = nil, reason: String = "") -> Receipt {
      Receipt(
        scope: header.scope, batch: batch.hash, state: state, arrival: arrival ?? 0,
        reason: reason)
    }

    if let known = try logEntry(batch.hash) {
      return answer(known.state == .merged ? .duplicate : known.state, known.arrival)
    }
    if identity.role == .centre, try isAside(batch.hash) { return answer(.collision) }
    guard let certificate = try certificate(of: header.replica) else {
      return answer(.refused, reason: ProtocolError.unknownReplica(header.replica).code)
    }
    guard batch.isSigned(by: certificate.publicKey, primitives: primitives) else {
      return answer(.refused, reason: ProtocolError.badSignature.code)
    }
    let operations: [Operation]
    do {
      operations = try batch.operations(primitives: primitives)
    } catch {
      return answer(.refused, reason: error.code)
    }

    let isGranted = try lateGrant(of: header) == .admitted
    if Self.needsUpgrade(operations) {
      try keep(batch, state: .needsUpgrade, isGranted: isGranted, at: wall)
      return answer(.needsUpgrade)
    }
    if try isLost(batch.tip, in: header.scope) || isPassedOver(batch.tip, in: header.scope) {
      if try setAsideContradicting(batch, operations, at: wall) { return answer(.collision) }
      guard try canBeAdopted(batch) else {
        try keep(batch, state: .held, isGranted: isGranted, at: wall)
        return answer(.held)
      }
      try keep(batch, state: .lost, isGranted: isGranted, at: wall)
      try queueForJudging(batch)
      return answer(.lost)
    }
    if identity.role == .laptop, try isOwn(header.replica), try !closedBefore(batch),
      try !meetOwnHistory(batch, operations, at: wall)
    {
      return answer(.refused, reason: ReplicaError.ownBatchesFirst.code)
    }
    if try setAside(batch, operations, at: wall) { return answer(.collision) }
    guard try isReady(batch) else {
      try keep(batch, state: .held, isGranted: isGranted, at: wall)
      return answer(.held)
    }
    try keep(batch, state: .merged, isGranted: isGranted, at: wall)
    let applied = try apply(batch, operations)
    try mergeWaiting(in: header.scope)
    return answer(applied.isFork ? .fork : .merged, applied.arrival)
  }

  /// True when the predecessor and every dependency were merged here.
  func isReady(_ batch: Batch) throws -> Bool {
    let header = batch.header
    return try header.needed.allSatisfy { try frontier.isApplied($0, in: header.scope) }
  }

  /// Merges a batch that stands in the log as merged: rows, frontier and arrival are one step.
  private func apply(
    _ batch: Batch, _ operations: [Operation]
  ) throws -> (isFork: Bool, arrival: UInt64?) {
    let fresh = try merge(operations, in: batch.header.scope)
    // What a base contains came before, and its chain has gone on.
    let isFork = try !isInBase(batch) && frontier.append(batch)
    let arrival = identity.role == .centre ? try giveArrival(to: batch) : nil
    try noteWithdrawals(operations)
    try countGaps(operations, in: batch.header.scope)
    try queueForJudging(batch)
    try noteLinks(fresh, in: batch.header.scope)
    return (isFork, arrival)
  }

  static func needsUpgrade(_ operations: [Operation]) -> Bool {
    operations.contains(where: \.hasUnknownKind)
  }

  /// Marks a batch that waited as merged, and puts it behind everything that was merged before: the
  /// log is replayed in that order.
  private func noteMerged(_ hash: ContentHash) throws {
    try connection.execute(
      """
      UPDATE batch SET state = 1, position = (SELECT max(position) + 1 FROM batch)
      WHERE hash = ?
      """, .blob(hash.bytes))
  }

  /// The scopes with batches that are kept and not merged.
  func waitingScopes() throws -> [ScopeID] {
    try connection.rows(
      "SELECT DISTINCT scope FROM batch WHERE \(LogCondition.waiting) ORDER BY scope"
    ) {
      try $0.integer(at: 0)
    }.compactMap(ScopeID.init(rawValue:))
  }

  /// Merges held batches, and those that needed an upgrade which has come, for as long as one of
  /// them has become ready.
  func mergeWaiting(in scope: ScopeID) throws {
    var progressed = true
    while progressed {
      progressed = false
      let waiting = try connection.rows(
        "SELECT encoded FROM batch WHERE scope = ? AND state <> 1 AND state <> 7 ORDER BY position",
        .integer(scope.rawValue)
      ) { try $0.bytes(at: 0) }
      for encoded in waiting {
        let batch = try Batch(decoding: encoded, primitives: primitives)
        if try isLost(batch.tip, in: scope) || isPassedOver(batch.tip, in: scope) {
          try setLostWaiting(batch)
          continue
        }
        guard try !setAsideWaiting(batch), try isReady(batch) else { continue }
        let operations = try batch.operations(primitives: primitives)
        guard !Self.needsUpgrade(operations) else { continue }
        try noteMerged(batch.hash)
        _ = try apply(batch, operations)
        progressed = true
      }
    }
  }
}
