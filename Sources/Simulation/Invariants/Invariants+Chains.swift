import Replica
import SQLite
import SyncProtocol

/// Invariants 1 and 2: cheap enough for every step.
extension World {
  /// 1: every batch hangs on the one before it, and whose store was never copied does not fork.
  /// (Signatures: `BatchDecoder`.)
  func checkChains(_ machine: Machine, _ log: StoreLog) throws {
    struct Place: Hashable {
      var scope: ScopeID
      var replica: ReplicaID
      var sequence: UInt64
    }
    var hashes: [Place: Set<ContentHash>] = [:]
    let merged = log.entries.filter(\.isMerged).map(\.batch)
    let lost = try noteLost(in: log)
    for scope in log.bases.keys {
      for batch in try batchesBelowBase(of: log, in: scope) {
        let header = batch.header
        let place = Place(scope: scope, replica: header.replica, sequence: header.sequence)
        hashes[place, default: []].insert(batch.hash)
      }
    }
    for batch in merged {
      let header = batch.header
      let place = Place(scope: header.scope, replica: header.replica, sequence: header.sequence)
      hashes[place, default: []].insert(batch.hash)
      try Violation.unless(
        hashes[place]?.count == 1 || copiedReplicas.contains(header.replica), .chains,
        "\(machine.label): two batches \(header.sequence) of \(header.replica.rawValue)")
    }
    for batch in merged {
      let header = batch.header
      let before = Place(
        scope: header.scope, replica: header.replica, sequence: header.sequence - 1)
      try Violation.unless(
        header.sequence == 1
          ? header.predecessor == .zero
          : hashes[before]?.contains(header.predecessor) == true
            || lost.contains(header.predecessor)
            || isOtherBranch(of: batch, below: log),
        .chains,
        "\(machine.label): batch \(header.sequence) of \(header.replica.rawValue) hangs loose")
    }
  }

  /// True for a batch behind the base of a log whose replica has branches: what the snapshot's rows
  /// have already, the laptop drops, though the centre gave it a later number in another branch.
  private func isOtherBranch(of batch: DecodedBatch, below log: StoreLog) -> Bool {
    log.bases[batch.header.scope] != nil && copiedReplicas.contains(batch.header.replica)
  }

  /// 2: the named batches are merged, and every dot that an operation names was written before it.
  func checkCausality(_ machine: Machine, _ log: StoreLog) throws {
    // What a life of the centre declared lost may be missing where its row is below a later base.
    let lost = try noteLost(in: log)
    var merged = lost.union(log.entries.filter(\.isMerged).map(\.batch.hash))
    var written: [ScopeID: Set<Dot>] = [:]
    for scope in log.bases.keys {
      let below = try batchesBelowBase(of: log, in: scope)
      merged.formUnion(below.map(\.hash))
      written[scope] = Set(below.flatMap(\.operations).map(\.dot))
    }
    for entry in log.entries where entry.isMerged {
      for tip in entry.batch.header.dependencies {
        try Violation.unless(
          merged.contains(tip.hash), .causality,
          "\(machine.label) merged a batch of \(entry.batch.header.replica.rawValue) too early")
      }
    }
    // Held batches are logged early, so only arrival numbers and the outbox tell the order.
    for scope in log.arrived.keys.sorted() {
      for entry in log.arrived[scope] ?? [] where entry.isMerged {
        for operation in entry.batch.operations {
          try checkNamed(operation, written[scope] ?? [], lost, machine)
          written[scope, default: []].insert(operation.dot)
        }
      }
    }
    for entry in log.entries where entry.isMerged && entry.arrival == nil {
      written[entry.batch.header.scope, default: []]
        .formUnion(entry.batch.operations.map(\.dot))
    }
    for (scope, operation) in log.outbox {
      try checkNamed(operation, written[scope] ?? [], lost, machine)
      written[scope, default: []].insert(operation.dot)
    }
  }

  private func checkNamed(
    _ operation: Operation, _ written: Set<Dot>, _ lost: Set<ContentHash>, _ machine: Machine
  ) throws {
    let named = operation.writes.flatMap(\.previous) + (operation.isCreate ? [] : [operation.row])
    for dot in named where !written.contains(dot) {
      if !lost.isEmpty, dotsBehind(lost)?.contains(dot) != false { continue }
      throw Violation(
        .causality,
        "\(machine.label): \(operation.dot.rawValue) names \(dot.rawValue), which is not there")
    }
  }
}
