import SQLite
import SyncProtocol

/// A sync round as its laptop sees it: two calls, with the network between them. Either may be
/// lost or repeated; the next round ends in the same state.
extension Store {
  /// What a laptop says of itself in a round.
  package struct Report: Sendable {
    /// Bytes free on the disk of the store; nil when unknown.
    package var freeDiskBytes: UInt64?
    /// Program and version.
    package var software: String

    /// Gathers the two.
    package init(freeDiskBytes: UInt64?, software: String) {
      self.freeDiskBytes = freeDiskBytes
      self.software = software
    }
  }

  /// A request on its way, with the nonce its answer must repeat.
  package struct PendingRound: Sendable {
    /// The bytes to send.
    package var request: [UInt8]
    /// How many batches they carry.
    package var batchCount: Int
    /// True when more batches wait for the next round.
    package var hasMore: Bool
    var nonce: [UInt8]
    /// True when it carries every batch that has no receipt.
    var carriesAll: Bool
    var sentKeys = SentKeys()
    var proof = SentProof()
    /// The clocks when it was made: an answer dates the present only soon after.
    var asked: ClockReading
  }

  /// Closes the outbox and builds a request: every batch the centre has not confirmed, up to the
  /// size of a stream, and a cursor for every scope held here.
  package func makeRequest(
    _ report: Report, clock: ClockReading, random: inout some RandomNumberGenerator
  ) throws -> PendingRound {
    software = report.software
    _ = try transaction {
      try closeOutbox(clock: clock)
      try recomputeDue(
        of: [.everyone] + grantedScopes(), at: try correctedNow(clock).time)
    }
    _ = try takeInSnapshots(at: clock.wall)
    let nonce = (0..<Hello.nonceByteCount).map { _ in
      UInt8.random(in: .min ... .max, using: &random)
    }
    let waiting = try connection.rows(
      """
      SELECT position, operations, length(encoded) FROM batch
      WHERE \(LogCondition.offered) ORDER BY position
      """
    ) {
      (
        position: try $0.integer(at: 0), operations: try $0.integer(at: 1),
        bytes: try $0.integer(at: 2)
      )
    }
    var count = 0
    var bytes: Int64 = 0
    while count < waiting.count,
      count == 0 || bytes + waiting[count].bytes <= Int64(Limits.streamFillBytes)
    {
      bytes += waiting[count].bytes
      count += 1
    }
    // A store from a backup sends nothing before it has heard every erasure.
    if try keyring.isLocked { count = 0 }
    let unsent = waiting[count...].reduce(0) { $0 + $1.operations }

    var stream = StreamWriter()
    stream.append(
      Hello(
        replica: identity.replica, nonce: nonce, wall: clock.wall,
        offsetMilliseconds: try correctedNow(clock).offsetMilliseconds,
        schemaVersion: schema.version, unsentOperations: UInt64(unsent),
        freeDiskBytes: report.freeDiskBytes, software: report.software,
        grant: try (try state.integer(.grantNumber) ?? 0).natural(),
        incidents: UInt64(try incidentCount())))
    stream.append(identity.certificate)
    let sentKeys = try appendKeys(to: &stream)
    if sentKeys.hasMore { count = 0 }
    try appendCertificates(before: waiting[..<count].last?.position, to: &stream)
    for entry in waiting[..<count] {
      let encoded = try connection.row(
        "SELECT encoded FROM batch WHERE position = ?", .integer(entry.position)
      ) { try $0.bytes(at: 0) }
      stream.append(CarriedBatch(arrival: 0, encoded: encoded ?? []))
    }
    let proof = try appendProof(to: &stream)
    for fetch in try fetches.wanted() { stream.append(fetch) }
    for word in try scopeReturns() { stream.append(word) }
    if let last = waiting[..<count].last {
      try transaction {
        try connection.execute(
          "UPDATE batch SET sent = ? WHERE \(LogCondition.offered) AND position <= ?",
          .integer(clock.wall.rawValue), .integer(last.position))
      }
    }
    return PendingRound(
      request: stream.finish(
        more: count < waiting.count, signer: identity.signer, primitives: primitives),
      batchCount: count,
      hasMore: (count < waiting.count || sentKeys.hasMore) && !sentKeys.isLocked, nonce: nonce,
      carriesAll: count == waiting.count && !sentKeys.isLocked, sentKeys: sentKeys, proof: proof,
      asked: clock)
  }

  /// The scopes this laptop may hold, ascending, without the public one.
  package func grantedScopes() throws -> [ScopeID] {
    try connection.rows(
      "SELECT scope FROM scope_state WHERE granted = 1 AND scope <> 0 ORDER BY scope"
    ) { try $0.integer(at: 0) }.compactMap(ScopeID.init(rawValue:))
  }
}
