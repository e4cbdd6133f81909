import SQLite
import SyncProtocol

/// The part of verification that reads every operation.
extension Store {
  /// Checks running hashes, tips and marks of a scope against its batches.
  func verifyLog(
    _ log: [KeptBatch], of scope: ScopeID
  ) throws -> [Verification.Finding] {
    var findings: [Verification.Finding] = []
    if let arrival = try firstWrongRunningHash(log, of: scope) {
      findings.append(.runningHashWrong(scope: scope, arrival: arrival))
    }
    if try !isFrontier(try frontier.all(of: scope), of: log, scope) {
      findings.append(.frontierDiffersFromLog(scope: scope))
    }
    return findings
  }

  /// The first arrival number whose running hash is not that of the batches up to it.
  private func firstWrongRunningHash(
    _ log: [KeptBatch], of scope: ScopeID
  ) throws -> UInt64? {
    let end = try cursor(scope)
    var cursor = try base(of: scope)?.cursor ?? .start(scope, epoch: end.epoch)
    // Running hashes say nothing of the life of the centre in which they count.
    cursor.epoch = end.epoch
    let first = cursor.arrival
    let numbered = log.filter { $0.arrival ?? 0 > first }
      .sorted { $0.arrival ?? 0 < $1.arrival ?? 0 }
    for entry in numbered {
      let next = cursor.advanced(by: entry.batch.hash, primitives: primitives)
      guard entry.arrival == next.arrival, entry.runningHash == next.runningHash else {
        return next.arrival
      }
      cursor = next
    }
    return cursor == end ? nil : end.arrival
  }

  /// Whether tips and marks are those that the merged batches and the outbox lead to.
  ///
  /// A batch that was declared lost may be a tip, and may have taken the place of one below it; of
  /// such a replica the batches behind the lost ones say for sure which tips there are. A tip below
  /// the base is known by its sequence alone.
  private func isFrontier(
    _ kept: ScopeFrontier, of log: [KeptBatch], _ scope: ScopeID
  ) throws -> Bool {
    let expected = try frontierOfLog(log, scope)
    let merged = Set(log.filter(\.isMerged).map(\.batch.hash))
    let lost = try lostTips(in: scope).filter { !merged.contains($0.hash) }
    var last: [ReplicaID: UInt64] = [:]
    for tip in lost { last[tip.replica] = max(last[tip.replica] ?? 0, tip.sequence) }
    let keptTips = Set(try kept.tips.filter { try !frontier.isBelowBase($0, in: scope) })
    let expectedTips = Set(try expected.tips.filter { try !frontier.isBelowBase($0, in: scope) })
    return kept.marks == expected.marks
      && keptTips.isSubset(of: expectedTips.union(lost))
      && expectedTips.allSatisfy {
        keptTips.contains($0) || $0.sequence < last[$0.replica] ?? 0
      }
  }

  /// The tips and marks that the merged batches and the outbox lead to.
  private func frontierOfLog(_ log: [KeptBatch], _ scope: ScopeID) throws -> ScopeFrontier {
    var tips: [ContentHash: Batch.Tip] = [:]
    var marks = try baseMarks(of: scope)
    let merged = log.filter(\.isMerged).map(\.batch)
    for batch in merged {
      let header = batch.header
      tips[batch.hash] = Batch.Tip(
        replica: header.replica, sequence: header.sequence, hash: batch.hash)
      marks[header.origin] = max(marks[header.origin] ?? 0, header.counters.upperBound)
    }
    for batch in merged { tips[batch.header.predecessor] = nil }
    marks.merge(try answeredMarks(ofBatches: merged), uniquingKeysWith: max)
    for operation in try outboxOperations(in: scope) {
      let origin = operation.dot.origin
      marks[origin] = max(marks[origin] ?? 0, operation.dot.counter)
    }
    return ScopeFrontier(
      tips: Array(tips.values),
      marks: marks.map { ScopeFrontier.Mark(origin: $0.key, counter: $0.value) })
  }

  /// Checks every row of a scope against the operations of log and outbox, and its columns against
  /// its heads.
  func verifyRows(of scope: ScopeID) throws -> [Verification.Finding] {
    let base = try base(of: scope) == nil ? nil : try baseMarks(of: scope)
    var expected = try replayedRows(of: scope)
    if base != nil { expected = expected.filter { !$0.value.heads.isEmpty } }
    var differing: [RowState] = []
    var unreadable = 0
    var wrongColumns = 0
    var isEqual = true
    for name in try rowKeys(in: scope) {
      let expectedState = expected.removeValue(forKey: name)
      guard let stored = try readableRow(name, in: scope) else {
        unreadable += 1
        continue
      }
      if let difference = stored.state.difference(from: expectedState, above: base) {
        isEqual = false
        differing.append(difference)
      }
      if !rows.showsItsHeads(stored) { wrongColumns += 1 }
    }
    var findings: [Verification.Finding] = []
    if unreadable > 0 { findings.append(.rowsUnreadable(scope: scope, count: unreadable)) }
    if !isEqual || !expected.isEmpty { findings.append(.stateDiffersFromLog(scope: scope)) }
    let untraced = try untracedHeads(of: differing, in: scope)
    if untraced > 0 { findings.append(.headsUntraced(scope: scope, count: untraced)) }
    if wrongColumns > 0 { findings.append(.columnsWrong(scope: scope, count: wrongColumns)) }
    return findings
  }

  /// How many heads of these rows no operation of log or outbox has written.
  private func untracedHeads(of states: [RowState], in scope: ScopeID) throws -> Int {
    guard !states.isEmpty else { return 0 }
    var untraced = Set(states.flatMap { state in state.heads.map { WrittenHead(state, $0) } })
    func trace(_ operation: Operation) {
      for write in operation.writes {
        guard let value = write.value else { continue }
        untraced.remove(
          WrittenHead(
            table: operation.table, row: operation.row,
            head: Head(
              field: write.field, dot: operation.dot, time: operation.time, value: value)))
      }
    }
    for batch in try mergedBatches(of: scope, after: 0) {
      for operation in try batch.operations(primitives: primitives) { trace(operation) }
    }
    for operation in try outboxOperations(in: scope) { trace(operation) }
    return untraced.count
  }

  private func readableRow(
    _ name: RowName, in scope: ScopeID
  ) throws -> RowStore.StoredRow? {
    do {
      return try rows.load(name.table, name.row, in: scope)
    } catch is ProtocolError {
      return nil
    }
  }

  /// Lets the next round compute the sums of these scopes anew, without waiting for their turn:
  /// verification has found them wrong, and what the centre has is to be put in place.
  package func scheduleRecompute(after verification: Verification) throws {
    try transaction {
      for case .digestDiffersFromRows(let scope) in verification.findings {
        try connection.execute(
          "UPDATE proof SET recomputed = NULL WHERE scope = ?", .integer(scope.rawValue))
      }
    }
  }
}

extension RowState {
  /// What of a row the log must account for, where it does not; nil where it does.
  ///
  /// Nothing below a base names what was written above it, so the heads above it are exactly what
  /// the kept log leaves; of the others only the centre's digest can tell.
  ///
  /// - Parameter marks: the sessions below the base; nil where the log is whole.
  fileprivate func difference(
    from expected: RowState?, above marks: [Origin: UInt32]?
  ) -> RowState? {
    guard let marks else { return self == expected ? nil : self }
    let above = heads.filter { $0.dot.counter > marks[$0.dot.origin] ?? 0 }
    return above == expected?.heads ?? []
      ? nil : RowState(table: table, row: row, createdAt: createdAt, heads: above)
  }
}

/// A head of one row, as an operation wrote it.
private struct WrittenHead: Hashable {
  var table: TableID
  var row: RowID
  var head: Head

  init(table: TableID, row: RowID, head: Head) {
    self.table = table
    self.row = row
    self.head = head
  }

  init(_ state: RowState, _ head: Head) {
    self.init(table: state.table, row: state.row, head: head)
  }
}
