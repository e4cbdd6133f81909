import SyncProtocol

/// Every act whose commit returned: what may never be lost, whatever happens to a disk.
struct Ledger {
  /// An act.
  struct Entry {
    var replica: ReplicaID
    var operations: [(scope: ScopeID, operation: Operation)]
  }

  /// All acts in the order they were committed.
  private(set) var entries: [Entry] = []

  /// Notes an act.
  mutating func note(_ replica: ReplicaID, _ operations: [(scope: ScopeID, operation: Operation)]) {
    entries.append(Entry(replica: replica, operations: operations))
  }

  /// The operations that a replica has promised, by dot.
  func operations(of replica: ReplicaID) -> [Dot: Operation] {
    var promised: [Dot: Operation] = [:]
    for entry in entries where entry.replica == replica {
      for (_, operation) in entry.operations { promised[operation.dot] = operation }
    }
    return promised
  }
}
