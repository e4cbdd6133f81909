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
      if try replay(scope) != writtenAboveBase(scope) {
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
        try header.sequence == 1 || known[header.predecessor] == header.sequence - 1
        || lost.contains(header.predecessor)
        || frontier.isBelowBase(
          Batch.Tip(
            replica: header.replica, sequence: header.sequence - 1, hash: header.predecessor),
          in: scope)
      if entry.isMerged, !isLinked {
        verification.findings.append(
          .chainBroken(scope: scope, replica: header.replica, sequence: header.sequence))
      }
      if let arrival = entry.arrival { arrivals.append(UInt64(clamping: arrival)) }
    }
    let last = try cursor(scope).arrival
    let first = (try base(of: scope)?.cursor.arrival ?? 0) + 1
    if arrivals.filter({ $0 >= first }).sorted() != Array(first..<max(first, last + 1)) {
      verification.findings.append(.arrivalsBroken(scope: scope))
    }
  }
}
