import SQLite
import SyncProtocol

/// Something in the log that a person has to look at. Nothing of it is lost: the operations are
/// kept, and merged wherever that is possible.
package struct LogIncident: Sendable, Equatable {
  /// What is the matter.
  package enum Kind: String, Sendable, CaseIterable {
    /// Merged, although the replica may not write in this scope, and nobody has ruled on it yet.
    case ungranted
    /// Kept until a batch it depends on arrives.
    case held
    /// Kept until this program is upgraded.
    case needsUpgrade = "needs-upgrade"
    /// Merged, and another batch stands at the same place: the store was copied.
    case fork
    /// Kept aside: other operations stand under their dots, because the store was copied or put
    /// back. Its author writes them again, or a person adopts them.
    case collision
    /// Not kept: signature, certificate or bytes were wrong.
    case refused
  }

  /// What is the matter.
  package var kind: Kind
  /// Whose batches, or who offered them.
  package var replica: ReplicaID
  /// The scope; nil for what could not be read.
  package var scope: ScopeID?
  /// How many batches.
  package var batches: Int64
  /// How many operations; 0 for what was refused.
  package var operations: Int64
  /// When the first of them came.
  package var since: Timestamp
  /// Why a batch was refused, as `ProtocolError.code`; empty otherwise.
  package var reason: String
}

extension Store {
  /// Everything in the log that a person has to look at, by kind, replica and scope.
  package func logIncidents() throws -> [LogIncident] {
    try ungranted()
      + incidents(.held, where: "state = 2") + incidents(.needsUpgrade, where: "state = 5")
      + incidents(
        .fork,
        where: """
          EXISTS (SELECT 1 FROM batch AS other WHERE other.scope = batch.scope
            AND other.replica = batch.replica AND other.sequence = batch.sequence
            AND other.hash <> batch.hash)
          """)
      + collisions() + refusals()
  }

  /// What came without a grant and waits for a ruling: where all of it was ruled on, nothing is to be
  /// done any more.
  private func ungranted() throws -> [LogIncident] {
    let all = try incidents(.ungranted, where: "granted = 0 AND \(LogCondition.merged)")
    guard !all.isEmpty, schema[ReviewTable.definition.id] != nil else { return all }
    let reasons = [Objection.Reason.notGranted, .lateGrant, .revoked].map(\.rawValue)
    let open = try reviews(openOnly: true).filter { reasons.contains($0.reason) }
    return all.compactMap { incident in
      let dots = open.filter { $0.dot.replica == incident.replica && $0.scope == incident.scope }
      guard !dots.isEmpty else { return nil }
      var incident = incident
      incident.operations = Int64(Set(dots.map(\.dot)).count)
      return incident
    }
  }

  private func collisions() throws -> [LogIncident] {
    guard identity.role == .centre else { return [] }
    return try incidents(
      .collision, from: "batch_aside", where: "hash NOT IN (SELECT hash FROM aside_adoption)")
  }

  private func incidents(
    _ kind: LogIncident.Kind, from table: String = "batch", where condition: String
  ) throws -> [LogIncident] {
    try connection.rows(
      """
      SELECT replica, scope, count(*), sum(operations), min(received) FROM \(table)
      WHERE \(condition) GROUP BY replica, scope ORDER BY replica, scope
      """
    ) { statement in
      guard let replica = ReplicaID(rawValue: UInt32(clamping: try statement.integer(at: 0))) else {
        throw ProtocolError.malformed(.numberOutOfRange)
      }
      return LogIncident(
        kind: kind, replica: replica, scope: ScopeID(rawValue: try statement.integer(at: 1)),
        batches: try statement.integer(at: 2), operations: try statement.integer(at: 3),
        since: Timestamp(rawValue: try statement.integer(at: 4)), reason: "")
    }
  }

  private func refusals() throws -> [LogIncident] {
    try connection.rows(
      """
      SELECT replica, reason, count(*), min(at) FROM refusal
      GROUP BY replica, reason ORDER BY replica, reason
      """
    ) { statement in
      guard let replica = ReplicaID(rawValue: UInt32(clamping: try statement.integer(at: 0))) else {
        throw ProtocolError.malformed(.numberOutOfRange)
      }
      return LogIncident(
        kind: .refused, replica: replica, scope: nil, batches: try statement.integer(at: 2),
        operations: 0, since: Timestamp(rawValue: try statement.integer(at: 3)),
        reason: try statement.text(at: 1))
    }
  }
}
