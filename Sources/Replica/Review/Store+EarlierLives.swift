import SQLite
import SyncProtocol

/// What earlier lives of the centre judged, ruled and wrote, when laptops bring it back.
extension Store {
  /// The operations of a batch on which a review of an earlier life came before the batch itself.
  ///
  /// In the centre's first life there is none, and nothing is looked up.
  func dotsJudgedEarlier(in header: Batch.Header) throws -> Set<Dot> {
    guard identity.replica.rawValue > 0, let dots = header.dots else { return [] }
    return Set(
      try connection.rows(
        "SELECT dot FROM review WHERE dot BETWEEN ? AND ? AND scope = ?",
        .integer(dots.lowerBound.rawValue), .integer(dots.upperBound.rawValue),
        .integer(header.scope.rawValue)
      ) { try $0.integer(at: 0) }.compactMap(Dot.init(rawValue:)))
  }

  /// Settles whatever a batch of an earlier life is about: the operations that it judges, on which
  /// it says a ruling, or in whose place it writes.
  ///
  /// This life may have neutralised the same writes already, and what an earlier one wrote for that
  /// must not stand beside it; a ruling that was given then holds from now on. What is here before
  /// the judged operation itself is settled with that one.
  func settleAnew(after batch: Batch, clock: ClockReading) throws {
    let scope = batch.header.scope
    var causes: Set<Dot> = []
    for operation in try batch.operations(primitives: primitives) {
      if operation.table == ReviewTable.definition.id {
        if let review = try review(operation.row) { causes.insert(review.dot) }
        continue
      }
      if let because = operation.because { causes.insert(because) }
      causes.formUnion(try judgedBefore(operation, in: scope).map(\.dot))
    }
    guard !causes.isEmpty else { return }
    counter.startFreshSessionIfNearlyFull()
    let act = Act(store: self, author: nil, now: try correctedNow(clock).time)
    let settlement = Settlement(self, scope: scope, act: act)
    for dot in causes.sorted() {
      if let cause = try settlement.log.operation(dot) { try settlement.settle(cause) }
    }
    try log(inParts: act.operations, clock: clock)
  }
}
