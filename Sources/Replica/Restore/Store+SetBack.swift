import SQLite
import SyncProtocol

/// What shows a centre that its store is older than what it has once said.
package enum SetBackEvidence: Hashable, Sendable {
  /// Its own signed word on an arrival number that it does not have, or has otherwise.
  case check(scope: ScopeID, arrival: UInt64)
  /// A batch that it signed and does not have.
  case batch(scope: ScopeID, sequence: UInt64)
  /// A certificate of the installation's root key that it should have.
  case certificate(ReplicaID)
  /// The home remembers more arrival numbers than the store has.
  case note(arrivals: Int64, stored: Int64)
  /// Somebody restored a backup on purpose.
  case restored

  /// A stable word for logs and `--json`.
  package var code: String {
    switch self {
    case .check: "check"
    case .batch: "batch"
    case .certificate: "certificate"
    case .note: "note"
    case .restored: "restored"
    }
  }

  /// The epoch that it speaks of, when it is a later one.
  package var laterEpoch: UInt8? {
    guard case .certificate(let replica) = self, replica.rawValue < ReplicaID.firstLaptop else {
      return nil
    }
    return UInt8(clamping: replica.rawValue)
  }
}

extension Store {
  /// Looks in a request for proof that this centre has lived on beyond this store. Only what this
  /// installation's keys have signed proves anything.
  func setBackEvidence(
    in stream: ReceivedStream, at now: Timestamp
  ) throws -> SetBackEvidence? {
    var centres = [identity.replica: identity.certificate]
    for frame in stream.frames {
      switch frame.kind {
      case .certificate:
        let certificate: Certificate = try frame.message()
        guard certificate.isSigned(byRoot: identity.rootPublicKey, primitives: primitives) else {
          continue
        }
        if try isMissing(certificate, at: now) { return .certificate(certificate.replica) }
        if certificate.role == .centre { centres[certificate.replica] = certificate }
      case .check:
        let check: Check = try frame.message()
        guard let centre = centres[.centre(epoch: check.cursor.epoch)],
          check.isSigned(by: centre.publicKey, primitives: primitives)
        else { continue }
        if try isMissing(check) {
          return .check(scope: check.cursor.scope, arrival: check.cursor.arrival)
        }
      case .batch:
        let carried: CarriedBatch = try frame.message()
        guard Self.author(of: carried.encoded) == identity.replica,
          let batch = try? Batch(decoding: carried.encoded, primitives: primitives),
          try logEntry(batch.hash) == nil,
          batch.isSigned(by: identity.certificate.publicKey, primitives: primitives)
        else { continue }
        return .batch(scope: batch.header.scope, sequence: batch.header.sequence)
      default: continue
      }
    }
    return nil
  }

  /// A later life of the centre, another key of this one, or a laptop that this life let in. One
  /// that was let in while the clock was ahead is dated after every life to come, and proves nothing.
  private func isMissing(_ certificate: Certificate, at now: Timestamp) throws -> Bool {
    let own = identity.certificate
    switch certificate.role {
    case .centre:
      return certificate.replica > own.replica
        || (certificate.replica == own.replica && certificate.publicKey != own.publicKey)
    case .laptop:
      return try certificate.issuedAt > own.issuedAt && certificate.issuedAt <= now
        && self.certificate(of: certificate.replica) == nil
    }
  }

  private func isMissing(_ check: Check) throws -> Bool {
    let cursor = check.cursor
    guard cursor.epoch == UInt8(clamping: identity.replica.rawValue), cursor.arrival > 0 else {
      return false
    }
    let hash = try connection.row(
      "SELECT running_hash FROM batch WHERE scope = ? AND arrival = ?",
      .integer(cursor.scope.rawValue), .integer(Int64(cursor.arrival))
    ) { try $0.bytes(at: 0) }
    return hash != cursor.runningHash.bytes
  }

  /// The certificate of a laptop: this store's, or one in its own request that the root key has
  /// signed, when the centre has lost it.
  func certificate(
    of replica: ReplicaID, orIn stream: ReceivedStream
  ) throws -> Certificate? {
    if let known = try certificate(of: replica) { return known }
    for frame in stream.frames where frame.kind == .certificate {
      let certificate: Certificate = try frame.message()
      if certificate.replica == replica, certificate.role == .laptop,
        certificate.isSigned(byRoot: identity.rootPublicKey, primitives: primitives)
      {
        return certificate
      }
    }
    return nil
  }

  /// Keeps a certificate that a request brought; a laptop that this centre has lost is listed
  /// again, without a team until the coordinator names one.
  func meet(_ certificate: Certificate, at wall: Timestamp) throws {
    guard try self.certificate(of: certificate.replica) == nil else { return }
    try keep(certificate)
    guard certificate.role == .laptop else { return }
    try connection.execute(
      """
      INSERT OR IGNORE INTO peer (replica, label, enrolled, grant_number) VALUES (?, ?, ?, 0)
      """,
      .integer(Int64(certificate.replica.rawValue)), .text(certificate.label),
      .integer(certificate.issuedAt.rawValue))
    try noteRestoreIncident(
      "laptop-returned", certificate.replica, detail: certificate.label, at: wall)
  }

  /// Notes something about set-back or copied stores for the coordinator.
  func noteRestoreIncident(
    _ kind: String, _ replica: ReplicaID, detail: String, at wall: Timestamp
  ) throws {
    try connection.execute(
      "INSERT INTO restore_incident (at, kind, replica, detail) VALUES (?, ?, ?, ?)",
      .integer(wall.rawValue), .text(kind), .integer(Int64(replica.rawValue)), .text(detail))
  }

  /// The sum of the arrival numbers of all scopes: grows with every merged batch, so that a place
  /// outside the store can tell whether the store was set back.
  package func totalArrivals() throws -> Int64 {
    try connection.integer("SELECT coalesce(sum(arrival), 0) FROM scope_state")
  }
}
