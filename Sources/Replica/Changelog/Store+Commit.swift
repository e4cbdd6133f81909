import SQLite
import SyncProtocol

extension Store {
  /// Commits one act: rows, log and counters in one transaction, on disk before this returns.
  ///
  /// At a laptop the operations go to the outbox and are closed in a sync round or when packing.
  /// The centre closes and numbers its own at once.
  /// - Throws: whatever `body` throws, with nothing written; `ReplicaError.actTooLarge`.
  package func commit<Result>(
    author: RowID?, clock: ClockReading, _ body: (Act) throws -> Result
  ) throws -> Result {
    let now = try correctedNow(clock)
    defer { carryOutLinks(clock: clock) }
    return try transaction {
      try judgeWaiting(clock: clock)
      counter.startFreshSessionIfNearlyFull()
      let act = Act(store: self, author: author, now: now.time)
      let result = try body(act)
      try log(act.operations, clock: clock)
      if !now.isChecked { try noteUnchecked(act.operations, now, clock) }
      try counter.save(to: state)
      return result
    }
  }

  func log(
    _ operations: [(scope: ScopeID, operation: Operation)], clock: ClockReading
  ) throws {
    guard let first = operations.first?.operation.dot else { return }
    try noteWithdrawals(operations.map(\.operation))
    var countByScope: [ScopeID: Int] = [:]
    var bytesByScope: [ScopeID: Int] = [:]
    for (scope, _) in operations { countByScope[scope, default: 0] += 1 }
    if let most = countByScope.values.max(), most > Limits.operationsPerBatch {
      throw ReplicaError.actTooLarge(operations: most)
    }
    let act = countByScope.count > 1 ? first : nil
    for (scope, operation) in operations {
      var operation = operation
      operation.act = operation.act ?? act
      let encoded = BatchBody.encode([operation], origin: operation.dot.origin)
      bytesByScope[scope, default: 0] += BatchBody.bound(
        of: operation, encodedAlone: encoded.count)
      guard bytesByScope[scope, default: 0] <= Limits.bodyBytes else {
        throw ReplicaError.actTooLarge(operations: operations.count)
      }
      try connection.execute(
        "INSERT INTO outbox (scope, act, origin, operation) VALUES (?, ?, ?, ?)",
        .integer(scope.rawValue), .integer(first.rawValue),
        .integer(operation.dot.origin.rawValue), .blob(encoded))
    }
    guard identity.role == .centre else { return }
    try closeOutbox(clock: clock)
    for (scope, operation) in operations {
      var operation = operation
      operation.act = operation.act ?? act
      try countGaps([operation], in: scope)
      try noteLinks([operation], in: scope)
    }
  }
}
