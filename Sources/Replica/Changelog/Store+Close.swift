import SQLite
import SyncProtocol

extension Store {
  /// Closes the outbox into signed batches, scope by scope, and empties it.
  ///
  /// Acts stay whole, a batch holds operations of one session, and the bounds of a batch are kept.
  /// Must run inside a transaction.
  /// What has gathered is read in windows, so that memory does not grow with it.
  /// - Parameter each: told of every batch, in the order of their scopes.
  func closeOutbox(clock: ClockReading, each: (Batch) -> Void = { _ in }) throws {
    let first = try waitingOperations(limit: Self.windowOperations)
    if first.count < Self.windowOperations {
      _ = try close(first, isLast: true, clock: clock, each: each)
    } else {
      let scopes = try connection.rows("SELECT DISTINCT scope FROM outbox ORDER BY scope") {
        try $0.integer(at: 0)
      }
      for scope in scopes { try closeAll(of: scope, clock: clock, each: each) }
    }
    try connection.execute("DELETE FROM outbox")
  }

  /// Operations that are read at once: those of a few batches.
  private static let windowOperations = 4 * Limits.operationsPerBatch

  private func closeAll(
    of scope: Int64, clock: ClockReading, each: (Batch) -> Void
  ) throws {
    var closed: Int64 = .min
    var count = Self.windowOperations
    while true {
      let entries = try waitingOperations(of: scope, after: closed, limit: count)
      let end = try close(entries, isLast: entries.count < count, clock: clock, each: each)
      if entries.count < count { return }
      if end > 0 {
        closed = entries[end - 1].position
      } else {
        // An act that is longer than the window is read whole.
        count *= 2
      }
    }
  }

  /// Closes batches from the beginning of a window; returns where it stopped.
  ///
  /// - Parameter isLast: false where more waits behind it: neither an act need end there nor what fits
  ///   into a batch.
  private func close(
    _ entries: [Waiting], isLast: Bool, clock: ClockReading, each: (Batch) -> Void
  ) throws -> Int {
    var start = 0
    while start < entries.endIndex {
      let end = Self.endOfBatch(entries, from: start)
      guard isLast || end < entries.endIndex else { break }
      each(try close(entries[start..<end], clock: clock))
      start = end
    }
    return start
  }

  private struct Waiting {
    var position: Int64
    var scope: ScopeID
    var act: Int64
    var origin: Origin
    var operation: Operation
    var byteCount: Int
  }

  /// What waits, by scope, each in the order it was written.
  private func waitingOperations(limit: Int) throws -> [Waiting] {
    try connection.rows(
      """
      SELECT position, scope, act, origin, operation FROM outbox ORDER BY scope, position LIMIT ?
      """, .integer(Int64(limit)), map: Self.waiting)
  }

  /// What waits of one scope.
  private func waitingOperations(
    of scope: Int64, after position: Int64, limit: Int
  ) throws -> [Waiting] {
    try connection.rows(
      """
      SELECT position, scope, act, origin, operation FROM outbox
      WHERE position > ? AND scope = ? ORDER BY position LIMIT ?
      """, .integer(position), .integer(scope), .integer(Int64(limit)), map: Self.waiting)
  }

  private static func waiting(_ statement: Statement) throws -> Waiting {
    let bytes = try statement.bytes(at: 4)
    guard let scope = ScopeID(rawValue: try statement.integer(at: 1)),
      let origin = Origin(rawValue: try statement.integer(at: 3)),
      let operation = try BatchBody.decode(bytes, origin: origin).first
    else { throw ProtocolError.malformed(.numberOutOfRange) }
    return Waiting(
      position: try statement.integer(at: 0), scope: scope, act: try statement.integer(at: 2),
      origin: origin, operation: operation,
      byteCount: BatchBody.bound(of: operation, encodedAlone: bytes.count))
  }

  /// The end of the longest run of whole acts of one session that a batch can hold. The bounds of
  /// operations, from their bytes encoded one by one, bound the bytes of their common body.
  private static func endOfBatch(_ entries: [Waiting], from start: Int) -> Int {
    var end = start
    var byteCount = 0
    while end < entries.endIndex {
      let act = entries[end].act
      let origin = entries[end].origin
      let scope = entries[end].scope
      // Only where new dots were given to the rest of an act does it stand in two sessions.
      let endOfAct =
        entries[end...].firstIndex { $0.act != act || $0.origin != origin || $0.scope != scope }
        ?? entries.endIndex
      byteCount += entries[end..<endOfAct].map(\.byteCount).reduce(0, +)
      let fits =
        endOfAct - start <= Limits.operationsPerBatch && byteCount <= Limits.bodyBytes
        && origin == entries[start].origin && scope == entries[start].scope
      if !fits && end > start { break }
      end = endOfAct
      if !fits { break }
    }
    return end
  }

  private func close(_ entries: ArraySlice<Waiting>, clock: ClockReading) throws -> Batch {
    guard let scope = entries.first?.scope else { preconditionFailure("a batch has operations") }
    let operations = entries.map(\.operation)
    let ownTip = try frontier.tips(scope, identity.replica).last
    let batch = try Batch.close(
      operations,
      in: Batch.Context(
        scope: scope, sequence: (ownTip?.sequence ?? 0) + 1, predecessor: ownTip?.hash ?? .zero,
        // Other branches of its own too: what is written in a session follows all of it.
        dependencies: try Set(
          operations.namedReplicas + operations.compactMap(\.passedOver) + [identity.replica]
        ).sorted().flatMap { try frontier.tips(scope, $0) }.filter { $0 != ownTip },
        schemaVersion: schema.version,
        grant: try (try state.integer(.grantNumber) ?? 0).natural(), wall: clock.wall,
        offsetMilliseconds: try correctedNow(clock).offsetMilliseconds),
      signer: identity.signer, primitives: primitives)
    _ = try frontier.append(batch)
    try keep(batch, state: .merged, isGranted: true, at: clock.wall)
    if identity.role == .centre { _ = try giveArrival(to: batch) }
    return batch
  }
}

extension Operation {
  /// The replica whose batch this declares lost. What it had closed before must be merged first:
  /// behind the lost batch it would lie below its session's mark, and be skipped.
  fileprivate var passedOver: ReplicaID? {
    guard table == GapTable.definition.id, isCreate else { return nil }
    return Store.gap { field in writes.first { $0.field == field.id }?.value }?.replica
  }
}
