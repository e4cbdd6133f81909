import SQLite
import SyncProtocol

extension Store {
  /// Closes the outbox into signed batches, scope by scope, and empties it.
  ///
  /// Acts stay whole, a batch holds operations of one session, and the bounds of a batch are kept.
  /// Must run inside a transaction.
  /// - Returns: the closed batches in the order of their scopes.
  @discardableResult
  func closeOutbox(clock: ClockReading) throws -> [Batch] {
    var closed: [Batch] = []
    for entries in try waitingOperations() {
      var start = entries.startIndex
      while start < entries.endIndex {
        let end = Self.endOfBatch(entries, from: start)
        closed.append(try close(entries[start..<end], clock: clock))
        start = end
      }
    }
    try connection.execute("DELETE FROM outbox")
    return closed
  }

  private struct Waiting {
    var scope: ScopeID
    var act: Int64
    var origin: Origin
    var operation: Operation
    var byteCount: Int
  }

  /// The outbox by scope, each in the order it was written.
  private func waitingOperations() throws -> [[Waiting]] {
    let waiting = try connection.rows(
      "SELECT scope, act, origin, operation FROM outbox ORDER BY scope, position"
    ) { statement in
      let bytes = try statement.bytes(at: 3)
      guard let scope = ScopeID(rawValue: try statement.integer(at: 0)),
        let origin = Origin(rawValue: try statement.integer(at: 2)),
        let operation = try BatchBody.decode(bytes, origin: origin).first
      else { throw ProtocolError.malformed(.numberOutOfRange) }
      return Waiting(
        scope: scope, act: try statement.integer(at: 1), origin: origin, operation: operation,
        byteCount: BatchBody.bound(of: operation, encodedAlone: bytes.count))
    }
    var byScope: [[Waiting]] = []
    for entry in waiting {
      if byScope.last?.last?.scope == entry.scope {
        byScope[byScope.count - 1].append(entry)
      } else {
        byScope.append([entry])
      }
    }
    return byScope
  }

  /// The end of the longest run of whole acts of one session that a batch can hold. The bounds of
  /// operations, from their bytes encoded one by one, bound the bytes of their common body.
  private static func endOfBatch(_ entries: [Waiting], from start: Int) -> Int {
    var end = start
    var byteCount = 0
    while end < entries.endIndex {
      let act = entries[end].act
      let origin = entries[end].origin
      // Only where new dots were given to the rest of an act does it stand in two sessions.
      let endOfAct =
        entries[end...].firstIndex { $0.act != act || $0.origin != origin } ?? entries.endIndex
      byteCount += entries[end..<endOfAct].map(\.byteCount).reduce(0, +)
      let fits =
        endOfAct - start <= Limits.operationsPerBatch && byteCount <= Limits.bodyBytes
        && entries[end].origin == entries[start].origin
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
