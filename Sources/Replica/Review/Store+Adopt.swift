import SQLite
import SyncProtocol

/// A batch that came after it had been declared lost.
///
/// It is never merged: others have gone on without it, and its place in the order of causes is
/// gone. (A later life of the centre may have merged it before it heard that it was lost.) The
/// centre writes what it says anew, naming its dots and what they had replaced. So whoever had
/// merged it before the gap was declared and whoever never will end with the same rows.
extension Store {
  func adopt(_ batch: Batch, clock: ClockReading) throws {
    let scope = batch.header.scope
    try declarePassedOver(batch, clock: clock)
    counter.startFreshSessionIfNearlyFull()
    let act = Act(store: self, author: nil, now: try correctedNow(clock).time)
    let settlement = Settlement(self, scope: scope, act: act)
    let all = try batch.operations(primitives: primitives)
    let wasMerged = try logEntry(batch.hash)?.state == .merged
    // A copied store may have closed the same operations into another batch, which was merged.
    let unmerged = wasMerged ? all : try all.filter { try !isMerged($0.dot, in: scope) }
    // What was judged before is written anew too: others never had what it replaced. What an earlier
    // life has written anew is not.
    let operations =
      wasMerged
      ? all
      : try unmerged.filter { operation in
        try !reviews(of: operation.dot, in: scope).contains {
          $0.reason == Objection.Reason.declaredLost.rawValue
        }
      }
    try noteWithdrawals(operations)
    // Nobody judges what an earlier life of the centre has written.
    let isCentre = try isCentre(batch.header.replica)
    for operation in isCentre ? [] : operations
    where try reviews(of: operation.dot, in: scope).isEmpty {
      let objections = try objections(to: operation, in: batch.header, now: clock.wall)
      if objections.isEmpty {
        try write(
          [Objection(nil, .declaredLost)], about: operation, in: scope, act, state: .admitted)
      } else {
        try write(objections, about: operation, in: scope, act)
      }
    }
    for operation in operations { try settlement.adopt(operation) }
    // What an earlier life has written anew already may have been ruled on since.
    for operation in unmerged { try settlement.settle(operation) }
    try log(inParts: act.operations, clock: clock)
  }

  private func isMerged(_ dot: Dot, in scope: ScopeID) throws -> Bool {
    let bodies = try connection.rows(
      """
      SELECT encoded FROM batch WHERE scope = ?1 AND replica = ?2 AND session = ?3
        AND last_counter >= ?4 AND first_counter <= ?4 AND \(LogCondition.merged)
      """,
      .integer(scope.rawValue), .integer(Int64(dot.replica.rawValue)),
      .integer(Int64(dot.session)), .integer(Int64(dot.counter))
    ) { try $0.bytes(at: 0) }
    return try bodies.contains { encoded in
      try Batch(decoding: encoded, primitives: primitives).operations(primitives: primitives)
        .contains { $0.dot == dot }
    }
  }
}

extension Settlement {
  /// Writes an operation anew: where it is merged its heads are replaced, where it is not what it
  /// had replaced is; in both a value stands exactly if nobody has replaced it since.
  fileprivate func adopt(_ operation: Operation) throws {
    let reviews = try store.reviews(of: operation.row, in: operation.table, scope: scope)
    let state =
      try store.rows.load(operation.table, operation.row, in: scope)?.state
      ?? RowState(table: operation.table, row: operation.row)
    var writes: [FieldWrite] = []
    for write in operation.writes {
      var value: Value?
      if write.value != nil {
        let history = try CellHistory(
          write.field, of: state, reviews: reviews, log: log, store: store)
        value = history.standing.contains { $0.dot == operation.dot } ? write.value : nil
      }
      let named = (write.value == nil ? [] : [operation.dot]) + write.previous
      writes.append(
        FieldWrite(write.field, value, replacing: Array(named.prefix(Limits.previousPerWrite))))
    }
    log.note(
      try act.restate(
        writes, of: operation.row, in: operation.table, scope: scope, time: operation.time,
        author: operation.author, because: operation.dot))
  }
}
