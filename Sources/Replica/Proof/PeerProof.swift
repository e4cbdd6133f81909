import SQLite
import SyncProtocol

/// What the centre knows of a laptop's rows: whether they are equal to its own.
package struct PeerProof: Sendable, Equatable {
  /// A scope that was not found equal in the laptop's last round.
  package struct Exception: Sendable, Equatable {
    /// The scope.
    package var scope: ScopeID
    /// `different`, or why nothing can be said.
    package var state: ScopeProof.State
  }

  /// The laptop.
  package var replica: ReplicaID
  /// How many incidents it has ever recorded.
  package var incidents: Int64
  /// When all scopes that could be compared were last found equal; nil when they never were.
  package var equalAt: Timestamp?
  /// How many scopes that were.
  package var equalScopes: Int64
  /// The scopes that differ or could not be compared, ascending.
  package var exceptions: [Exception]
}

extension Store {
  private static let different = "different"

  /// Notes that a laptop's rows of a scope differ: it has asked for the leaf sums.
  func notePeer(_ replica: ReplicaID, differsIn scope: ScopeID) throws {
    try noteException(replica, scope, Self.different)
  }

  /// Notes what a laptop's summary says, and what came of its digest.
  func notePeer(
    _ replica: ReplicaID, _ summary: Summary, _ agreed: Agreed?, at time: Timestamp
  ) throws {
    guard agreed != .cursorsUnknown else { return }
    let isEqual = agreed == .equal
    try connection.execute(
      "DELETE FROM peer_proof WHERE replica = ?\(isEqual ? "" : " AND state <> ?")",
      bindings: [.integer(Int64(replica.rawValue))] + (isEqual ? [] : [.text(Self.different)]))
    var equalCount: Int64 = 0
    for entry in summary.entries {
      switch entry.standing {
      case .compared: equalCount += 1
      case .unsent:
        try noteException(replica, entry.scope, ScopeProof.Obstacle.unsent.rawValue)
      case .held: try noteException(replica, entry.scope, ScopeProof.Obstacle.held.rawValue)
      }
    }
    guard isEqual else { return }
    try connection.execute(
      "UPDATE peer SET equal_at = ?, equal_scopes = ? WHERE replica = ?",
      .integer(time.rawValue), .integer(equalCount), .integer(Int64(replica.rawValue)))
  }

  private func noteException(_ replica: ReplicaID, _ scope: ScopeID, _ state: String) throws {
    // A known difference is not forgotten because something is on its way.
    try connection.execute(
      """
      INSERT INTO peer_proof (replica, scope, state) VALUES (?1, ?2, ?3)
      ON CONFLICT (replica, scope) DO UPDATE SET state = excluded.state WHERE state <> ?4
      """, .integer(Int64(replica.rawValue)), .integer(scope.rawValue), .text(state),
      .text(Self.different))
  }

  /// What is known of every laptop's rows, by number. Centre only.
  package func peerProofs() throws -> [PeerProof] {
    var exceptions: [Int64: [PeerProof.Exception]] = [:]
    let stored = try connection.rows(
      "SELECT replica, scope, state FROM peer_proof ORDER BY replica, scope"
    ) { (try $0.integer(at: 0), try $0.integer(at: 1), try $0.text(at: 2)) }
    for (replica, scope, state) in stored {
      guard let scope = ScopeID(rawValue: scope) else { continue }
      let obstacle = ScopeProof.Obstacle(rawValue: state)
      exceptions[replica, default: []].append(
        PeerProof.Exception(
          scope: scope, state: obstacle.map { .notComparable($0) } ?? .different))
    }
    return try connection.rows(
      "SELECT replica, incidents, equal_at, equal_scopes FROM peer ORDER BY replica"
    ) { statement in
      let number = try statement.integer(at: 0)
      guard let replica = ReplicaID(rawValue: UInt32(clamping: number)) else {
        throw ProtocolError.malformed(.numberOutOfRange)
      }
      return PeerProof(
        replica: replica, incidents: try statement.integer(at: 1),
        equalAt: try statement.optionalInteger(at: 2).map(Timestamp.init(rawValue:)),
        equalScopes: try statement.integer(at: 3), exceptions: exceptions[number] ?? [])
    }
  }
}
