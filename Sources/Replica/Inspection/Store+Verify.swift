import SQLite
import SyncProtocol

/// What `verify` found.
package struct Verification: Sendable, Equatable {
  /// A thing that is not as it must be.
  package enum Finding: Sendable, Equatable {
    /// SQLite's own check found damage.
    case fileDamaged(String)
    /// A batch in the log does not decode, or its signature does not verify.
    case batchUnreadable(sequence: Int64, replica: Int64)
    /// A chain has a hole or a wrong link.
    case chainBroken(scope: ScopeID, replica: ReplicaID, sequence: UInt64)
    /// The rows differ from what the log and the outbox add up to.
    case stateDiffersFromLog(scope: ScopeID)
    /// Arrival numbers of a scope have a gap.
    case arrivalsBroken(scope: ScopeID)
    /// The digest that is kept in step with the rows is not the sum of the rows.
    case digestDiffersFromRows(scope: ScopeID)
  }

  /// All findings; empty when everything holds.
  package var findings: [Finding]
  /// Batches read.
  package var batchCount: Int
  /// The digest of every scope, ascending by scope.
  package var digests: [(scope: ScopeID, digest: ScopeDigest)]

  /// Equal findings, counts and digests.
  package static func == (left: Verification, right: Verification) -> Bool {
    left.findings == right.findings && left.batchCount == right.batchCount
      && left.digests.elementsEqual(right.digests) { $0 == $1 }
  }
}

extension Store {
  /// Checks the file, every signature and chain, and that the rows are exactly what the log and the
  /// outbox add up to. Reads everything, changes nothing.
  package func verify() throws -> Verification {
    var verification = Verification(findings: [], batchCount: 0, digests: [])
    verification.findings = try connection.integrityCheck().map(Verification.Finding.fileDamaged)
    for scope in try knownScopes() {
      try verifyChains(of: scope, &verification)
      let recomputed = try recomputedDigest(of: scope)
      if try replay(scope) != recomputed {
        verification.findings.append(.stateDiffersFromLog(scope: scope))
      }
      if try digest(of: scope) != recomputed {
        verification.findings.append(.digestDiffersFromRows(scope: scope))
      }
      verification.digests.append((scope, recomputed))
    }
    return verification
  }

  private func verifyChains(of scope: ScopeID, _ verification: inout Verification) throws {
    var known: [ContentHash: UInt64] = [:]
    let lost = Set(try lostHashes(in: scope))
    var arrivals: [UInt64] = []
    let log = try connection.rows(
      """
      SELECT encoded, state, arrival, replica, sequence FROM batch
      WHERE scope = ? ORDER BY replica, sequence, hash
      """, .integer(scope.rawValue)
    ) {
      (
        encoded: try $0.bytes(at: 0), isMerged: try $0.integer(at: 1) == 1,
        arrival: try $0.optionalInteger(at: 2), replica: try $0.integer(at: 3),
        sequence: try $0.integer(at: 4)
      )
    }
    for entry in log {
      verification.batchCount += 1
      guard let batch = try? Batch(decoding: entry.encoded, primitives: primitives),
        let certificate = try certificate(of: batch.header.replica),
        batch.isSigned(by: certificate.publicKey, primitives: primitives)
      else {
        verification.findings.append(
          .batchUnreadable(sequence: entry.sequence, replica: entry.replica))
        continue
      }
      let header = batch.header
      known[batch.hash] = header.sequence
      let isLinked =
        header.sequence == 1 || known[header.predecessor] == header.sequence - 1
        || lost.contains(header.predecessor)
      if entry.isMerged, !isLinked {
        verification.findings.append(
          .chainBroken(scope: scope, replica: header.replica, sequence: header.sequence))
      }
      if let arrival = entry.arrival { arrivals.append(UInt64(clamping: arrival)) }
    }
    let last = try cursor(scope).arrival
    if arrivals.sorted() != Array(1..<last + 1) {
      verification.findings.append(.arrivalsBroken(scope: scope))
    }
  }

  /// The digest that the log and the outbox alone give, merged in memory by the protocol's rule.
  private func replay(_ scope: ScopeID) throws -> ScopeDigest {
    var states: [TableID: [RowID: RowState]] = [:]
    var marks: [Origin: UInt32] = [:]
    var erased: Set<RowID> = []
    func merge(_ operation: Operation) throws {
      if let subject = operation.erasedSubject, try isCentre(operation.dot.replica) {
        erased.insert(subject)
      }
      let origin = operation.dot.origin
      guard operation.dot.counter > marks[origin] ?? 0 else { return }
      marks[origin] = operation.dot.counter
      states[operation.table, default: [:]][
        operation.row, default: RowState(table: operation.table, row: operation.row)
      ].merge(operation)
    }
    for batch in try mergedBatchesInCausalOrder(scope) {
      for operation in try batch.operations(primitives: primitives) { try merge(operation) }
    }
    for operation in try outboxOperations(in: scope) { try merge(operation) }
    var sums = StateDigest()
    let rows = states.values.flatMap(\.values)
    for var row in rows {
      row.erase(erased)
      sums.add(row, primitives: primitives)
    }
    return ScopeDigest(root: sums.root(primitives: primitives), rowCount: rows.count)
  }

  /// Merged batches, each after its predecessor and dependencies. A held batch is logged before
  /// what it waited for, so the order of the log is not enough.
  private func mergedBatchesInCausalOrder(_ scope: ScopeID) throws -> [Batch] {
    var waiting = try connection.rows(
      "SELECT encoded FROM batch WHERE scope = ? AND state = 1 ORDER BY position",
      .integer(scope.rawValue)
    ) { try Batch(decoding: try $0.bytes(at: 0), primitives: primitives) }
    var applied = Set(try lostHashes(in: scope) + [.zero])
    var ordered: [Batch] = []
    while !waiting.isEmpty {
      let ready = waiting.filter { batch in
        applied.contains(batch.header.predecessor)
          && batch.header.dependencies.allSatisfy { applied.contains($0.hash) }
      }
      guard !ready.isEmpty else { break }
      ordered += ready
      applied.formUnion(ready.map(\.hash))
      waiting.removeAll { applied.contains($0.hash) }
    }
    return ordered
  }
}
