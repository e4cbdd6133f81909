import SQLite
import SyncProtocol

/// Dots that two copies of one store have issued for different operations. The marks would skip the
/// second one silently; it is kept aside instead, and its author is told.
extension Store {
  /// The smallest counter of a batch under which another operation stands here, be it merged, waiting
  /// or lost, whatever else may keep the batch from being merged; nil for none.
  ///
  /// Equal operations are no collision: a copy closes the same outbox into a batch of its own.
  func contradiction(
    of batch: Batch, _ operations: () throws -> [Operation]
  ) throws -> UInt32? {
    let header = batch.header
    let known = try keptOperations(of: header.origin, header.counters, except: batch.hash)
    guard !known.isEmpty else { return nil }
    return try operations().first { operation in
      (known[operation.dot.counter] ?? []).contains {
        $0.scope != header.scope || $0.operation != operation
      }
    }?.dot.counter
  }

  /// The smallest counter of a batch under which another operation stands here, which lies at or
  /// below its session's mark and is not merged, or which crosses another branch of its session;
  /// nil when the batch can be merged whole.
  func collision(
    of batch: Batch, among branches: SessionBranches, _ operations: () throws -> [Operation]
  ) throws -> UInt32? {
    let header = batch.header
    let mark = try frontier.mark(header.scope, header.origin)
    let contradiction = try contradiction(of: batch, operations)
    guard mark > 0 else { return contradiction }
    return [
      contradiction,
      try firstSkipped(batch, mark, operations),
      try branches.firstCrossing(batch, operations),
    ].compactMap(\.self).min()
  }

  /// The smallest counter that its session's mark would hide although it is not merged. What a lost
  /// batch said too is written anew already.
  private func firstSkipped(
    _ batch: Batch, _ mark: UInt32, _ operations: () throws -> [Operation]
  ) throws -> UInt32? {
    let header = batch.header
    guard mark >= header.counters.lowerBound else { return nil }
    let said = try self.operations(of: header.origin, header.counters, in: [.merged, .lost])
    return try operations().first { operation in
      operation.dot.counter <= mark && said[operation.dot.counter] == nil
    }?.dot.counter
  }

  /// The operations of a session in every batch that is kept here for merging or for reading and
  /// touches a range of counters, by counter; several under one where the batch came too late to be
  /// told so.
  private func keptOperations(
    of origin: Origin, _ counters: ClosedRange<UInt32>, except hash: ContentHash
  ) throws -> [UInt32: [(scope: ScopeID, operation: Operation)]] {
    let overlapping = try batches(
      """
      SELECT encoded FROM batch
      WHERE replica = ? AND session = ? AND last_counter >= ? AND first_counter <= ?
        AND state IN (1, 2, 7) AND hash <> ?
      """,
      .integer(Int64(origin.replica.rawValue)), .integer(Int64(origin.session)),
      .integer(Int64(counters.lowerBound)), .integer(Int64(counters.upperBound)),
      .blob(hash.bytes)
    )
    var kept: [UInt32: [(scope: ScopeID, operation: Operation)]] = [:]
    for batch in overlapping {
      for operation in try batch.operations(primitives: primitives) {
        kept[operation.dot.counter, default: []].append((batch.header.scope, operation))
      }
    }
    return kept
  }

  /// The merged operations of a session in batches that touch a range of counters, by counter.
  func mergedOperations(
    of origin: Origin, _ counters: ClosedRange<UInt32>
  ) throws -> [UInt32: (scope: ScopeID, operation: Operation)] {
    try operations(of: origin, counters, in: [.merged])
  }

  private func operations(
    of origin: Origin, _ counters: ClosedRange<UInt32>, in states: [Receipt.State]
  ) throws -> [UInt32: (scope: ScopeID, operation: Operation)] {
    let overlapping = try batches(
      """
      SELECT encoded FROM batch
      WHERE replica = ? AND session = ? AND last_counter >= ? AND first_counter <= ?
        AND state IN (\(states.map { String($0.rawValue) }.joined(separator: ", ")))
      """,
      .integer(Int64(origin.replica.rawValue)), .integer(Int64(origin.session)),
      .integer(Int64(counters.lowerBound)), .integer(Int64(counters.upperBound))
    )
    var standing: [UInt32: (scope: ScopeID, operation: Operation)] = [:]
    for batch in overlapping {
      for operation in try batch.operations(primitives: primitives) {
        standing[operation.dot.counter] = (batch.header.scope, operation)
      }
    }
    return standing
  }

  /// At the centre: true when a batch was kept aside instead of being merged.
  ///
  /// - Parameter hasWaited: the batch is not of this request: another life of the asker may have
  ///   sent it, and what this one does under the same counters says nothing of it.
  func setAside(
    _ batch: Batch, _ operations: [Operation], hasWaited: Bool = false, at wall: Timestamp
  ) throws -> Bool {
    guard identity.role == .centre else { return false }
    let header = batch.header
    var isAside = try standsOnAside(batch)
    if !isAside, !hasWaited, header.replica == roundContext.asker,
      let counter = roundContext.divergences[header.origin]
    {
      isAside = header.counters.upperBound >= counter
    }
    if !isAside {
      isAside =
        try isReady(batch)
        ? collision(of: batch, among: SessionBranches(self)) { operations } != nil
        : contradiction(of: batch) { operations } != nil
    }
    if isAside { try keepAside(batch, at: wall) }
    return isAside
  }

  /// The same of a batch that was declared lost: what it says is written anew where nothing else was
  /// said under its dots.
  func setAsideContradicting(
    _ batch: Batch, _ operations: [Operation], at wall: Timestamp
  ) throws -> Bool {
    guard identity.role == .centre, try contradiction(of: batch, { operations }) != nil else {
      return false
    }
    try keepAside(batch, at: wall)
    return true
  }

  /// At the centre: takes a batch that waited out of the log when it can never be merged.
  func setAsideWaiting(_ batch: Batch) throws -> Bool {
    guard identity.role == .centre,
      let operations = try? batch.operations(primitives: primitives),
      try setAside(batch, operations, hasWaited: true, at: batch.header.wall)
    else { return false }
    try removeFromLog(batch.hash)
    return true
  }

  /// True when a batch stands on one that is kept aside: it can never be merged either. Of what it
  /// depends on this counts only where its author sends it itself, and will write it again.
  func standsOnAside(_ batch: Batch) throws -> Bool {
    guard try connection.integer("SELECT EXISTS (SELECT 1 FROM batch_aside)") == 1 else {
      return false
    }
    let header = batch.header
    if header.sequence > 1, try isAside(header.predecessor) { return true }
    guard header.replica == roundContext.asker else { return false }
    return try header.dependencies.contains { try isAside($0.hash) }
  }

  /// True when the batch is kept aside here.
  func isAside(_ batch: ContentHash) throws -> Bool {
    try connection.integer(
      "SELECT count(*) FROM batch_aside WHERE hash = ?", .blob(batch.bytes)) > 0
  }

  /// Keeps a batch that cannot be merged, byte for byte.
  func keepAside(_ batch: Batch, at wall: Timestamp) throws {
    let header = batch.header
    try connection.execute(
      """
      INSERT OR IGNORE INTO batch_aside
        (hash, scope, replica, sequence, operations, received, encoded)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      .blob(batch.hash.bytes), .integer(header.scope.rawValue),
      .integer(Int64(header.replica.rawValue)), .integer(Int64(header.sequence)),
      .integer(Int64(header.operationCount)), .integer(wall.rawValue), .blob(batch.encoded))
  }

  /// Of the asker's own batches in a request: from which counter on each session of it has left the
  /// history that stands here. Its store was copied or put back, so nothing from there on is
  /// merged under these dots, also where it meets no other operation: it may name what does.
  func divergences(
    in stream: ReceivedStream, of asker: ReplicaID
  ) throws -> [Origin: UInt32] {
    var divergences: [Origin: UInt32] = [:]
    var branches = SessionBranches(self)
    for frame in stream.frames where frame.kind == .batch {
      let carried: CarriedBatch = try frame.message()
      guard Self.author(of: carried.encoded) == asker,
        let batch = try? Batch(decoding: carried.encoded, primitives: primitives),
        try logEntry(batch.hash) == nil,
        // Others went on without a batch that was declared lost: its dots lie below the mark.
        try !isLost(batch.tip, in: batch.header.scope),
        try !isPassedOver(batch.tip, in: batch.header.scope)
      else { continue }
      let found = try collision(of: batch, among: branches) {
        // What cannot be read is refused when it is taken in.
        (try? batch.operations(primitives: primitives)) ?? []
      }
      branches.carried[batch.hash] = batch
      guard let counter = found else { continue }
      let origin = batch.header.origin
      divergences[origin] = min(counter, divergences[origin] ?? counter)
    }
    return divergences
  }

  /// The scope that a batch says it is of, read without hashing it.
  static func scope(of encoded: [UInt8]) -> ScopeID? {
    var reader = ByteReader(encoded)
    guard (try? reader.raw(Signer.signatureByteCount)) != nil else { return nil }
    return try? reader.scope()
  }

  /// Who a batch says it is by, read without hashing it.
  static func author(of encoded: [UInt8]) -> ReplicaID? {
    var reader = ByteReader(encoded)
    guard (try? reader.raw(Signer.signatureByteCount)) != nil, (try? reader.scope()) != nil,
      let origin = try? reader.unsigned(atMost: 1 << 44 - 1)
    else { return nil }
    return Origin(rawValue: Int64(origin))?.replica
  }
}
