import SQLite
import SyncProtocol

/// A store that writes on under another number: a laptop that is enrolled anew, a centre that
/// begins another epoch. Nothing of what it holds changes.
extension Store {
  /// Prepares the store for its next number: closes the outbox under the present one. The next
  /// time it is opened with the identity of that certificate, it goes on under it.
  ///
  /// - Throws: `ProtocolError.badSignature` for a certificate of another installation.
  package func succeed(by certificate: Certificate, clock: ClockReading) throws {
    guard certificate.isSigned(byRoot: identity.rootPublicKey, primitives: primitives),
      certificate.role == identity.role
    else { throw ProtocolError.badSignature }
    try transaction {
      try closeOutbox(clock: clock)
      try keep(certificate)
      try Self.name(certificate.replica, successorIn: connection)
    }
  }

  /// The same for a file that was just restored and has nothing to close; the caller has made sure
  /// of both.
  package static func name(_ successor: ReplicaID, successorIn connection: Connection) throws {
    try LocalState(connection: connection).set(
      .successor, .integer(Int64(successor.rawValue)))
  }

  /// Goes on under a new number, at the first opening with its identity.
  func takeOver(from former: Int64) throws {
    guard try state.integer(.successor) == Int64(identity.replica.rawValue) else {
      throw ReplicaError.keysOfAnotherStore
    }
    if identity.role == .centre { try beginEpoch() }
    try connection.execute(
      "INSERT OR IGNORE INTO former_replica (replica, until) VALUES (?, ?)", .integer(former),
      .integer(identity.certificate.issuedAt.rawValue))
    // The chains of the former number end; nothing has to come back before the new one begins.
    try endOwnChain("sequence > 0")
    for key in [LocalState.Key.session, .counter, .machine, .successor, .copiedAt, .enrolAgain] {
      try connection.execute("DELETE FROM local_state WHERE key = ?", .text(key.rawValue))
    }
    try state.set(.replica, .integer(Int64(identity.replica.rawValue)))
  }

  /// The log is kept under its numbers, which from here on count within the new epoch.
  private func beginEpoch() throws {
    let epoch = SQLValue.integer(Int64(identity.replica.rawValue))
    try connection.execute(
      "INSERT INTO epoch_base (epoch, scope, arrival) SELECT ?, scope, arrival FROM scope_state",
      epoch)
    try connection.execute("UPDATE scope_state SET epoch = ?", epoch)
    try state.set(.epoch, epoch)
  }

  /// Numbers under which this store wrote before, and which still have batches to hand over.
  package func unfinishedFormerReplicas() throws -> [ReplicaID] {
    try connection.rows(
      """
      SELECT replica FROM former_replica WHERE EXISTS (
        SELECT 1 FROM batch WHERE batch.replica = former_replica.replica
          AND \(LogCondition.unfinished))
      ORDER BY replica
      """
    ) { ReplicaID(rawValue: UInt32(clamping: try $0.integer(at: 0))) }.compactMap(\.self)
  }
}
