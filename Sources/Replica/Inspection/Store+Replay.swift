import SQLite
import SyncProtocol

/// Merging the log once more, in memory, to see whether the rows are what it adds up to.
extension Store {
  /// The digest of what the log and the outbox alone give, merged by the protocol's rule.
  ///
  /// Where the log begins at a base, so does this: operations below it are left out.
  func replay(_ scope: ScopeID) throws -> ScopeDigest {
    var states: [TableID: [RowID: RowState]] = [:]
    var marks = try baseMarks(of: scope)
    func merge(_ operation: Operation) {
      let origin = operation.dot.origin
      guard operation.dot.counter > marks[origin] ?? 0 else { return }
      marks[origin] = operation.dot.counter
      states[operation.table, default: [:]][
        operation.row, default: RowState(table: operation.table, row: operation.row)
      ].merge(operation)
    }
    for batch in try mergedBatchesInCausalOrder(scope) {
      for operation in try batch.operations(primitives: primitives) { merge(operation) }
    }
    for operation in try outboxOperations(in: scope) { merge(operation) }
    let rows = states.values.flatMap(\.values)
    return sum(try base(of: scope) == nil ? rows : rows.filter { !$0.heads.isEmpty })
  }

  /// The digest of all heads that were written above the base; of all rows where there is none.
  ///
  /// Nothing below a base names what was written above it, so these heads are exactly what the kept
  /// log leaves; of the others only the centre's digest can tell.
  func writtenAboveBase(_ scope: ScopeID) throws -> ScopeDigest {
    guard try base(of: scope) != nil else { return try recomputedDigest(of: scope) }
    let marks = try baseMarks(of: scope)
    var rows: [RowState] = []
    try forEachRow(in: scope) { state in
      let heads = state.heads.filter { $0.dot.counter > marks[$0.dot.origin] ?? 0 }
      if !heads.isEmpty {
        rows.append(
          RowState(
            table: state.table, row: state.row, createdAt: state.createdAt, heads: heads))
      }
    }
    return sum(rows)
  }

  private func sum(_ rows: [RowState]) -> ScopeDigest {
    var sums = StateDigest()
    for row in rows { sums.add(row, primitives: primitives) }
    return ScopeDigest(root: sums.root(primitives: primitives), rowCount: rows.count)
  }

  /// Merged batches, each after its predecessor and dependencies. A held batch is logged before
  /// what it waited for, so the order of the log is not enough. Batches whose dependencies are not
  /// here at all come last.
  func mergedBatchesInCausalOrder(_ scope: ScopeID) throws -> [Batch] {
    var waiting = try connection.rows(
      "SELECT encoded FROM batch WHERE scope = ? AND state = 1 ORDER BY position",
      .integer(scope.rawValue)
    ) { try Batch(decoding: try $0.bytes(at: 0), primitives: primitives) }
    let hasBase = try base(of: scope) != nil
    var applied = Set(try lostHashes(in: scope) + [.zero])
    var ordered: [Batch] = []
    func isApplied(_ tip: Batch.Tip) throws -> Bool {
      if applied.contains(tip.hash) { return true }
      return try hasBase && frontier.isBelowBase(tip, in: scope)
    }
    while !waiting.isEmpty {
      let ready = try waiting.filter { batch in
        let predecessor = Batch.Tip(
          replica: batch.header.replica, sequence: batch.header.sequence - 1,
          hash: batch.header.predecessor)
        return try isApplied(predecessor) && batch.header.dependencies.allSatisfy(isApplied)
      }
      guard !ready.isEmpty else { break }
      ordered += ready
      applied.formUnion(ready.map(\.hash))
      waiting.removeAll { applied.contains($0.hash) }
    }
    return ordered + waiting
  }
}
