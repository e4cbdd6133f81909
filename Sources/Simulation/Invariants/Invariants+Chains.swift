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
    let lost = try noteLost(in: log).hashes
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
            || (try isOtherBranch(of: batch, below: log)),
        .chains,
        "\(machine.label): batch \(header.sequence) of \(header.replica.rawValue) hangs loose")
    }
  }

  /// True for a batch whose predecessor is another branch's closing of operations that the base of
  /// the log contains: the laptop drops it, though the centre may have numbered it behind the base.
  private func isOtherBranch(of batch: DecodedBatch, below log: StoreLog) throws -> Bool {
    let header = batch.header
    guard log.bases[header.scope] != nil, copiedReplicas.contains(header.replica),
      let predecessor = decoder.known(header.predecessor)
    else { return false }
    let contained = Set(try batchesBelowBase(of: log, in: header.scope).flatMap(\.operations))
    return predecessor.operations.allSatisfy(contained.contains)
  }

  /// 2: the named batches are merged, and every dot that an operation names was written before it.
  func checkCausality(_ machine: Machine, _ log: StoreLog) throws {
    // What a life of the centre declared lost may be missing where its row is below a later base.
    let lost = try noteLost(in: log).hashes
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
          try checkNamed(operation, written[scope] ?? [], machine) {
            lostBehind(entry.batch.parents, lost).union(lostOrigins(of: operation, lost))
          }
          written[scope, default: []].insert(operation.dot)
        }
      }
    }
    for entry in log.entries where entry.isMerged && entry.arrival == nil {
      written[entry.batch.header.scope, default: []]
        .formUnion(entry.batch.operations.map(\.dot))
    }
    for (scope, operation) in log.outbox {
      // It will hang on what the store has applied.
      try checkNamed(operation, written[scope] ?? [], machine) {
        lostBehind(try tips(of: machine, in: scope), lost)
          .union(lostOrigins(of: operation, lost))
      }
      written[scope, default: []].insert(operation.dot)
    }
  }

  private func checkNamed(
    _ operation: Operation, _ written: Set<Dot>, _ machine: Machine,
    lostBehind: () throws -> Set<ContentHash>
  ) throws {
    let named = operation.writes.flatMap(\.previous) + (operation.isCreate ? [] : [operation.row])
    for dot in named where !written.contains(dot) {
      let lost = try lostBehind()
      if !lost.isEmpty, dotsBehind(lost)?.contains(dot) != false { continue }
      throw Violation(
        .causality,
        "\(machine.label): \(operation.dot.rawValue) names \(dot.rawValue), which is not there")
    }
  }

  private func tips(of machine: Machine, in scope: ScopeID) throws -> [ContentHash] {
    try machine.store.connection.rows(
      "SELECT hash FROM frontier_tip WHERE scope = ?", .integer(scope.rawValue)
    ) { try $0.bytes(at: 0) }.compactMap(ContentHash.init)
  }
}
