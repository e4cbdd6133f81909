import SQLite
import SyncProtocol

/// Something that a coordinator should know about restored stores.
package struct RestoreIncident: Sendable, Equatable {
  /// When it was found.
  package var at: Timestamp
  /// `epoch` (the centre began another life) or `laptop-returned` (the centre had lost a laptop's
  /// certificate).
  package var kind: String
  /// The new life, or the laptop.
  package var replica: ReplicaID
  /// What showed it, or the laptop's label.
  package var detail: String
}

extension Store {
  /// Notes why this life of the centre began.
  package func noteEpoch(because evidence: SetBackEvidence, clock: ClockReading) throws {
    try transaction {
      try noteRestoreIncident("epoch", identity.replica, detail: evidence.code, at: clock.wall)
    }
  }

  /// Everything about restored stores, oldest first.
  package func restoreIncidents() throws -> [RestoreIncident] {
    try connection.rows(
      "SELECT at, kind, replica, detail FROM restore_incident ORDER BY position"
    ) { statement in
      guard let replica = ReplicaID(rawValue: UInt32(clamping: try statement.integer(at: 2))) else {
        throw ProtocolError.malformed(.numberOutOfRange)
      }
      return RestoreIncident(
        at: Timestamp(rawValue: try statement.integer(at: 0)), kind: try statement.text(at: 1),
        replica: replica, detail: try statement.text(at: 3))
    }
  }
}
