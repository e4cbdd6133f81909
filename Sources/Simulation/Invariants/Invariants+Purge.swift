import Replica
import SyncProtocol

/// Invariant 6, and what other invariants must know of a log that begins behind number 1.
extension World {
  /// 6: of a scope that was taken back, and that the laptop has let go, no row, no batch and no
  /// operation is left. (That nothing unsent goes: `checkPromises`.)
  func checkPurge(_ machine: Machine, _ log: StoreLog) throws {
    let asked = takenBack[machine.replica] ?? []
    let held = try Set(machine.store.knownScopes())
    for scope in asked.subtracting(held).sorted() {
      var count = 0
      try machine.store.forEachRow(in: scope) { _ in count += 1 }
      try Violation.unless(
        count == 0 && !log.scopes.contains(scope) && log.bases[scope] == nil, .purge,
        "\(machine.label) still has \(count) rows of \(scope.rawValue), which it let go")
    }
  }

  /// 6, at the end: whoever was asked for a scope, and has nothing of it that waits, has let it go.
  /// Two stores of one number cannot both be told.
  func checkHandedBack(_ laptop: Machine) throws {
    guard laptops.count(where: { $0.replica == laptop.replica }) == 1 else { return }
    let left = try laptop.store.scopesBeingHandedBack().filter(\.isSettled)
    try Violation.unless(
      left.isEmpty, .purge, "\(laptop.label) still holds \(left.map(\.scope.rawValue))")
  }

  /// The batches under the arrival numbers that the centre has given in a scope, in order.
  func arrivedBatches(of scope: ScopeID) throws -> [DecodedBatch] {
    try (arrivals[scope] ?? []).map { hash in try decoder.batch(hash) { [] } }
  }

  /// What a log leaves out before its first number.
  func batchesBelowBase(of log: StoreLog, in scope: ScopeID) throws -> [DecodedBatch] {
    guard let base = log.bases[scope] else { return [] }
    return try hashes(below: base, in: scope).map { hash in try decoder.batch(hash) { [] } }
  }

  /// The operations that the rows of a scope are made of, those below the base too.
  ///
  /// A neighbour's batch may have been written by a life that did not know how far another one had
  /// come in its session: until the centre keeps it aside, the session's mark hides what it says.
  func mergedOperations(
    of log: StoreLog, in scope: ScopeID, at machine: Machine
  ) throws -> [Operation] {
    var operations = try batchesBelowBase(of: log, in: scope).flatMap(\.operations)
    let merged = log.entries.filter { $0.isMerged && $0.batch.header.scope == scope }
    func mayBeHidden(_ entry: StoreLog.Entry) -> Bool {
      let author = entry.batch.header.replica
      return entry.arrival == nil && author != machine.replica && decoder.mayStandTwice(author)
    }
    guard merged.contains(where: mayBeHidden) else {
      return operations + log.mergedOperations(in: scope)
    }
    var marks: [Origin: UInt32] = [:]
    func apply(_ batch: [Operation]) {
      for dot in batch.map(\.dot) {
        marks[dot.origin] = max(marks[dot.origin] ?? 0, dot.counter)
      }
    }
    apply(operations)
    for entry in merged {
      let isWhole = !mayBeHidden(entry)
      let visible = entry.batch.operations.filter {
        isWhole || $0.dot.counter > marks[$0.dot.origin] ?? 0
      }
      apply(entry.batch.operations)
      operations += visible
    }
    return operations + log.outbox.filter { $0.scope == scope }.map(\.operation)
  }
}
