import SyncProtocol

/// Every act whose commit returned: what may never be lost, whatever happens to a disk.
struct Ledger {
  /// An operation that somebody was told is safe.
  typealias Promised = (scope: ScopeID, operation: Operation)
  /// What a machine has promised.
  typealias Promises = [Dot: Promised]

  /// By number of machine: what its store must have. A copy of a store has what it was copied with.
  private var promises: [Int: Promises] = [:]
  /// What somebody in the world must have for ever; several under one dot only where two lives of a
  /// store have issued it.
  private(set) var everything: [Dot: [Promised]] = [:]

  /// Notes an act.
  mutating func note(_ machine: Int, _ operations: [Promised]) {
    for promised in operations {
      let dot = promised.operation.dot
      promises[machine, default: [:]][dot] = promised
      let isKnown = everything[dot]?.contains {
        $0.scope == promised.scope && $0.operation == promised.operation
      }
      if isKnown != true { everything[dot, default: []].append(promised) }
    }
  }

  /// What a machine has promised.
  func promises(of machine: Int) -> Promises { promises[machine] ?? [:] }

  /// Another store took the place of a machine's own, or a machine was lost: from now on it answers
  /// for these operations alone.
  mutating func replace(_ machine: Int, _ promised: Promises) { promises[machine] = promised }

  /// Operations that only a lost store had: nobody can be asked for them.
  mutating func release(where isGone: (Promised) -> Bool) {
    for (dot, promised) in everything {
      let left = promised.filter { !isGone($0) }
      if left.count < promised.count { everything[dot] = left.isEmpty ? nil : left }
    }
  }
}
