import SQLite
import SyncProtocol

extension Store {
  /// Checks the store against itself. Changes nothing.
  ///
  /// - Parameter progress: is told again and again how many of how many steps are done.
  package func verify(
    _ depth: Verification.Depth = .deep,
    progress: (_ done: Int64, _ total: Int64) -> Void = { _, _ in }
  ) throws -> Verification {
    var verification = Verification(findings: [], batchCount: 0, digests: [])
    // Each batch is read for its chain, and once more for the rows.
    let total = 2 * (try connection.integer("SELECT count(*) FROM batch"))
    var done: Int64 = 0
    func advance(by steps: Int64 = 1) {
      done += steps
      progress(done, total)
    }
    verification.findings = try connection.integrityCheck().map(Verification.Finding.fileDamaged)
    let applicationID = try connection.integer("PRAGMA application_id")
    if applicationID != StoreSchema.applicationID {
      verification.findings.append(.applicationIDForeign(applicationID))
    }
    if depth == .deep { verification.findings += try unsignedCertificates() }
    for scope in try knownScopes() {
      let before = verification.batchCount
      let log = try verifyChains(of: scope, depth, &verification) { advance() }
      let leaves = try recomputedSums(of: scope)
      if try rows.digests.leaves(of: scope) != leaves {
        verification.findings.append(.digestDiffersFromRows(scope: scope))
      }
      if depth == .deep, let log {
        verification.findings += try verifyLog(log, of: scope)
        verification.findings += try verifyRows(of: scope)
      }
      advance(by: Int64(verification.batchCount - before))
      verification.digests.append(
        (
          scope,
          ScopeDigest(
            root: leaves.digest.root(primitives: primitives), rowCount: leaves.rowCount)
        ))
    }
    return verification
  }

  /// A batch of the log as it was kept.
  struct KeptBatch {
    var batch: Batch
    var isMerged: Bool
    var arrival: UInt64?
    var runningHash: ContentHash?
  }

  /// Checks that chains hang together and arrival numbers have no gap.
  ///
  /// - Returns: the log of the scope; nil when part of it is unreadable.
  private func verifyChains(
    of scope: ScopeID, _ depth: Verification.Depth, _ verification: inout Verification,
    advance: () -> Void
  ) throws -> [KeptBatch]? {
    var known: [ContentHash: UInt64] = [:]
    let lost = Set(try lostHashes(in: scope))
    var kept: [KeptBatch] = []
    var isReadable = true
    let log = try connection.rows(
      """
      SELECT encoded, hash, state, arrival, running_hash, replica, sequence FROM batch
      WHERE scope = ? ORDER BY replica, sequence, hash
      """, .integer(scope.rawValue)
    ) {
      (
        encoded: try $0.bytes(at: 0), hash: try $0.bytes(at: 1),
        isMerged: try $0.integer(at: 2) == 1, arrival: try $0.optionalInteger(at: 3),
        runningHash: try $0.optionalBytes(at: 4), replica: try $0.integer(at: 5),
        sequence: try $0.integer(at: 6)
      )
    }
    for entry in log {
      verification.batchCount += 1
      advance()
      guard let batch = try? Batch(decoding: entry.encoded, primitives: primitives),
        batch.hash.bytes == entry.hash, try depth == .quick || isVouchedFor(batch)
      else {
        isReadable = false
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
      kept.append(
        KeptBatch(
          batch: batch, isMerged: entry.isMerged,
          arrival: entry.arrival.map(UInt64.init(clamping:)),
          runningHash: entry.runningHash.flatMap { ContentHash($0) }))
    }
    let arrivals = log.compactMap(\.arrival).map(UInt64.init(clamping:)).sorted()
    let last = try cursor(scope).arrival
    let first = (try base(of: scope)?.cursor.arrival ?? 0) + 1
    let numbered = arrivals.filter { $0 >= first }
    // Counted, not listed: a damaged cursor may be any number.
    let expected = last >= first ? last - first + 1 : 0
    if UInt64(numbered.count) != expected || zip(numbered, first...).contains(where: { $0 != $1 }) {
      verification.findings.append(.arrivalsBroken(scope: scope))
    }
    return isReadable ? kept : nil
  }

  /// Whether a batch is signed under a certificate that is kept here, and its operations decode.
  private func isVouchedFor(_ batch: Batch) throws -> Bool {
    guard let certificate = try? certificate(of: batch.header.replica),
      batch.isSigned(by: certificate.publicKey, primitives: primitives)
    else { return false }
    return (try? batch.operations(primitives: primitives)) != nil
  }

  private func unsignedCertificates() throws -> [Verification.Finding] {
    let certificates = try connection.rows(
      "SELECT replica, encoded FROM certificate ORDER BY replica"
    ) { (try $0.integer(at: 0), try $0.bytes(at: 1)) }
    return certificates.filter { replica, encoded in
      guard let certificate = try? Certificate(decoding: encoded[...]) else { return true }
      return Int64(certificate.replica.rawValue) != replica
        || !certificate.isSigned(byRoot: identity.rootPublicKey, primitives: primitives)
    }.map { .certificateUnsigned(replica: $0.0) }
  }
}
