import SQLite
import SyncProtocol

/// The log of batches: keeping, finding, numbering.
extension Store {
  /// Keeps a batch byte for byte. Own batches wait for a receipt; so do others' at a laptop, which
  /// may be the only one to carry them.
  func keep(_ batch: Batch, state: Receipt.State, isGranted: Bool, at wall: Timestamp) throws {
    let header = batch.header
    roundContext.brought?.insert(batch.hash)
    let receipt = identity.role == .centre ? SQLValue.integer(Int64(state.rawValue)) : .null
    try connection.execute(
      """
      INSERT INTO batch (scope, replica, sequence, hash, session, first_counter, last_counter,
        operations, state, granted, received, receipt, wall, clock_offset, encoded)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      .integer(header.scope.rawValue), .integer(Int64(header.replica.rawValue)),
      .integer(Int64(header.sequence)), .blob(batch.hash.bytes),
      .integer(Int64(header.origin.session)), .integer(Int64(header.counters.lowerBound)),
      .integer(Int64(header.counters.upperBound)), .integer(Int64(header.operationCount)),
      .integer(Int64(state.rawValue)), .integer(isGranted ? 1 : 0), .integer(wall.rawValue),
      receipt, .integer(header.wall.rawValue), SQLValue(header.offsetMilliseconds),
      .blob(batch.encoded))
  }

  /// What the log knows of a batch.
  struct LogEntry {
    var state: Receipt.State
    var arrival: UInt64?
  }

  func logEntry(_ hash: ContentHash) throws -> LogEntry? {
    try connection.row("SELECT state, arrival FROM batch WHERE hash = ?", .blob(hash.bytes)) {
      LogEntry(
        state: Receipt.State(rawValue: UInt8(truncatingIfNeeded: try $0.integer(at: 0))) ?? .held,
        arrival: try $0.optionalInteger(at: 1).map(UInt64.init))
    }
  }

  /// The cursor of a scope: at a laptop how far it has applied the centre's log, at the centre the
  /// log's end. A scope that was never met is at its start.
  package func cursor(_ scope: ScopeID) throws -> Cursor {
    let stored = try connection.row(
      "SELECT epoch, arrival, running_hash FROM scope_state WHERE scope = ?",
      .integer(scope.rawValue)
    ) { statement in
      guard let hash = ContentHash(try statement.bytes(at: 2)) else {
        throw ProtocolError.malformed(.numberOutOfRange)
      }
      return Cursor(
        scope: scope, epoch: UInt8(clamping: try statement.integer(at: 0)),
        arrival: try statement.natural(at: 1), runningHash: hash)
    }
    return try stored ?? .start(scope, epoch: UInt8(clamping: state.integer(.epoch) ?? 0))
  }

  func save(_ cursor: Cursor) throws {
    try connection.execute(
      """
      INSERT INTO scope_state (scope, epoch, arrival, running_hash, granted)
      VALUES (?, ?, ?, ?, 0)
      ON CONFLICT (scope) DO UPDATE SET epoch = excluded.epoch, arrival = excluded.arrival,
        running_hash = excluded.running_hash
      """,
      .integer(cursor.scope.rawValue), .integer(Int64(cursor.epoch)),
      .integer(Int64(cursor.arrival)), .blob(cursor.runningHash.bytes))
  }

  /// Gives a merged batch the next arrival number of its scope. Centre only.
  func giveArrival(to batch: Batch) throws -> UInt64 {
    let next = try cursor(batch.header.scope).advanced(by: batch.hash, primitives: primitives)
    try setArrival(of: batch.hash, to: next)
    try save(next)
    return next.arrival
  }

  func setArrival(of batch: ContentHash, to cursor: Cursor) throws {
    try connection.execute(
      "UPDATE batch SET arrival = ?, running_hash = ? WHERE hash = ?",
      .integer(Int64(cursor.arrival)), .blob(cursor.runningHash.bytes), .blob(batch.bytes))
  }

  /// Learns who another replica is; throws `ProtocolError.badSignature` unless this installation's
  /// root key vouches for it.
  package func introduce(_ certificate: Certificate) throws {
    guard certificate.isSigned(byRoot: identity.rootPublicKey, primitives: primitives) else {
      throw ProtocolError.badSignature
    }
    try keep(certificate)
  }

  /// Keeps a certificate whose signature was checked.
  func keep(_ certificate: Certificate) throws {
    try connection.execute(
      """
      INSERT INTO certificate (replica, encoded) VALUES (?, ?)
      ON CONFLICT (replica) DO UPDATE SET encoded = excluded.encoded
      """, .integer(Int64(certificate.replica.rawValue)), .blob(certificate.encoded))
  }

  /// The certificate of a replica; nil when none has arrived.
  package func certificate(of replica: ReplicaID) throws -> Certificate? {
    let encoded = try connection.row(
      "SELECT encoded FROM certificate WHERE replica = ?", .integer(Int64(replica.rawValue))
    ) { try $0.bytes(at: 0) }
    return try encoded.map { try Certificate(decoding: $0) }
  }
}
