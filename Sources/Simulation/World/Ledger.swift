import SyncProtocol

/// Every act whose commit returned: what may never be lost, whatever happens to a disk.
struct Ledger {
  /// What a machine has promised.
  typealias Promises = [Dot: (scope: ScopeID, operation: Operation)]

  /// By number of machine: what its store must have. A copy of a store has what it was copied with.
  private var promises: [Int: Promises] = [:]
  /// What somebody in the world must have for ever.
  private(set) var everything: Promises = [:]

  /// Notes an act.
  mutating func note(_ machine: Int, _ operations: [(scope: ScopeID, operation: Operation)]) {
    for promised in operations {
      promises[machine, default: [:]][promised.operation.dot] = promised
      everything[promised.operation.dot] = promised
    }
  }

  /// What a machine has promised.
  func promises(of machine: Int) -> Promises { promises[machine] ?? [:] }

  /// Another store took the place of a machine's own, or a machine was lost: from now on it answers
  /// for these operations alone.
  mutating func replace(_ machine: Int, _ promised: Promises) { promises[machine] = promised }

  /// Operations that only a lost store had: nobody can be asked for them.
  mutating func release(_ dots: some Sequence<Dot>) {
    for dot in dots { everything[dot] = nil }
  }
}
