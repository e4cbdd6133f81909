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
    let waiting = try offeredBatches()
    var count = Self.countOfStream(waiting[...])
    // A store from a backup sends nothing before it has heard every erasure, and keys that do not
    // fit into one request go before every batch.
    let keys = try keysToSend()
    if keys.sent.isLocked || keys.sent.hasMore { count = 0 }
    let unsent = waiting[count...].reduce(0) { $0 + $1.operations }

    var stream = StreamWriter()
    var hello = try hello(report, nonce: nonce, unsent: unsent, clock: clock)
    hello.grant = try namedGrant(at: try correctedNow(clock).time)
    stream.append(hello)
    stream.append(identity.certificate)
    Self.append(keys, to: &stream)
    try append(waiting[..<count], to: &stream)
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
      hasMore: (count < waiting.count || keys.sent.hasMore) && !keys.sent.isLocked, nonce: nonce,
      carriesAll: count == waiting.count && !keys.sent.isLocked, sentKeys: keys.sent, proof: proof,
      asked: clock)
  }

  /// What this laptop says of itself at the head of a request.
  func hello(
    _ report: Report, nonce: [UInt8], unsent: Int64, clock: ClockReading
  ) throws -> Hello {
    Hello(
      replica: identity.replica, nonce: nonce, wall: clock.wall,
      offsetMilliseconds: try correctedNow(clock).offsetMilliseconds,
      schemaVersion: schema.version, unsentOperations: UInt64(clamping: unsent),
      freeDiskBytes: report.freeDiskBytes, software: report.software,
      grant: try (try state.integer(.grantNumber) ?? 0).natural(),
      incidents: UInt64(try incidentCount()))
  }

  /// A batch that waits for a receipt.
  struct OfferedBatch {
    /// Its place in the log.
    var position: Int64
    /// Its scope.
    var scope: ScopeID
    /// Operations in it.
    var operations: Int64
    /// Bytes of it.
    var bytes: Int64
  }

  /// Every batch the centre has not confirmed, own and others', in the order applied.
  func offeredBatches() throws -> [OfferedBatch] {
    try connection.rows(
      """
      SELECT position, scope, operations, length(encoded) FROM batch
      WHERE \(LogCondition.offered) ORDER BY position
      """
    ) {
      OfferedBatch(
        position: try $0.integer(at: 0),
        scope: ScopeID(rawValue: try $0.integer(at: 1)) ?? .everyone,
        operations: try $0.integer(at: 2), bytes: try $0.integer(at: 3))
    }
  }

  /// How many of the first of these fill a stream: at least one.
  static func countOfStream(_ batches: ArraySlice<OfferedBatch>) -> Int {
    var bytes: Int64 = 0
    var count = 0
    for batch in batches {
      bytes += batch.bytes
      guard count == 0 || bytes <= Int64(Limits.streamFillBytes) else { break }
      count += 1
    }
    return count
  }

  /// Writes batches, behind the certificates of the others who closed some of them: the centre may have
  /// lost these.
  func append(_ batches: ArraySlice<OfferedBatch>, to stream: inout StreamWriter) throws {
    guard let first = batches.first, let last = batches.last else { return }
    let replicas = try connection.rows(
      """
      SELECT DISTINCT replica FROM batch
      WHERE \(LogCondition.offered) AND position BETWEEN ? AND ? AND replica <> ?
      ORDER BY replica
      """, .integer(first.position), .integer(last.position),
      .integer(Int64(identity.replica.rawValue))
    ) { ReplicaID(rawValue: UInt32(clamping: try $0.integer(at: 0))) }
    for replica in replicas.compactMap(\.self) {
      if let certificate = try certificate(of: replica) { stream.append(certificate) }
    }
    for batch in batches {
      let encoded = try connection.row(
        "SELECT encoded FROM batch WHERE position = ?", .integer(batch.position)
      ) { try $0.bytes(at: 0) }
      stream.append(CarriedBatch(arrival: 0, encoded: encoded ?? []))
    }
  }

  /// The scopes this laptop may hold, ascending, without the public one.
  package func grantedScopes() throws -> [ScopeID] {
    try connection.rows(
      "SELECT scope FROM scope_state WHERE granted = 1 AND scope <> 0 ORDER BY scope"
    ) { try $0.integer(at: 0) }.compactMap(ScopeID.init(rawValue:))
  }
}
