import Glibc
import SQLite
import SyncProtocol

/// What a backup holds, as it was read back from the copy.
package struct BackupReport: Sendable, Equatable {
  /// How far each scope's log goes in it, ascending by scope.
  package var cursors: [Cursor]
  /// Batches in it, whose signatures and chains were checked.
  package var batchCount: Int
  /// Operations in it that no batch holds yet.
  package var waitingOperations: Int64
}

extension Store {
  /// Copies the store while it is in use, and believes the copy only after it was read back: the
  /// file whole, every signature and chain right, rows equal to what the log adds up to, digests and
  /// arrival numbers equal to this store's at the moment of the copy.
  ///
  /// The copy holds no keys, and does not know its machine: whoever opens it writes on under a new
  /// session. `path` holds what it held before, or a checked copy.
  /// - Parameter time: when it is made, which the copy keeps for whoever restores it.
  /// - Throws: `ReplicaError.backupUnsound`, `SQLError`, `HomeError`.
  package func backup(
    to path: String, at time: Timestamp? = nil, random: inout some RandomNumberGenerator,
    progress: (BackupProgress) throws -> Void = { _ in }
  ) throws -> BackupReport {
    let unchecked = "\(path).unchecked"
    let emptyKeyring = Location(path: unchecked).keyringPath
    for file in [unchecked, emptyKeyring] { Self.removeFile(file) }
    defer { for file in [unchecked, emptyKeyring] { Self.removeFile(file) } }
    // One snapshot for both: others may go on writing meanwhile.
    let expected = try connection.transaction(.deferred) {
      let facts = try knownScopes().map { (cursor: try cursor($0), digest: try digest(of: $0)) }
      try Self.backup(connection, to: unchecked, progress: progress)
      return facts
    }
    let copy = try Store(
      at: Location(path: unchecked), identity: identity, schema: schema, primitives: primitives,
      machine: MachineIdentity(bootID: "", machineID: "backup", fileIdentity: path),
      random: &random)
    let verification = try copy.verify()
    let found = try copy.knownScopes().map {
      (cursor: try copy.cursor($0), digest: try copy.digest(of: $0))
    }
    let waiting = try copy.connection.integer("SELECT count(*) FROM outbox")
    copy.close()
    guard verification.findings.isEmpty else {
      throw ReplicaError.backupUnsound("\(verification.findings.count) findings")
    }
    guard found.elementsEqual(expected, by: { $0 == $1 }) else {
      throw ReplicaError.backupUnsound("digests differ")
    }
    try Self.forgetMachine(unchecked, madeAt: time)
    try HomeFolder.move(unchecked, to: path)
    return BackupReport(
      cursors: found.map(\.cursor), batchCount: verification.batchCount,
      waitingOperations: waiting)
  }

  /// Copies the store while it is in use; the copy is checked by SQLite, synced and only then gets
  /// its name.
  static func backup(
    _ connection: Connection, to path: String, progress: (BackupProgress) throws -> Void = { _ in }
  ) throws {
    try connection.backup(to: path, progress: progress)
    try forgetMachine(path)
  }

  /// Makes a copy one file that knows no machine, and no other moment than this at which it was made.
  static func forgetMachine(_ path: String, madeAt time: Timestamp? = nil) throws {
    let copy = try Connection(path: path, mode: .readWrite, busyTimeoutMilliseconds: 0)
    defer { copy.close() }
    let state = LocalState(connection: copy)
    try state.remove(.machine)
    if let time {
      try state.set(.backupMade, .integer(time.rawValue))
    } else {
      try state.remove(.backupMade)
    }
    _ = try copy.scalar("PRAGMA wal_checkpoint(TRUNCATE)")
    _ = try copy.scalar("PRAGMA journal_mode = DELETE")
  }

  static func removeFile(_ path: String) {
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path + suffix) }
  }
}

/// How far a verified backup off this machine reaches: senders drop nothing above it.
extension Store {
  /// Notes that a backup which was verified lies off this machine. Centre only.
  package func recordDurable(_ report: BackupReport, clock: ClockReading) throws {
    let epoch = try presentEpoch
    var arrivals: [ScopeID: UInt64] = [:]
    // A copy of an earlier life says nothing of this one's log.
    for cursor in report.cursors where cursor.epoch == epoch {
      arrivals[cursor.scope] = cursor.arrival
    }
    try markDurable(through: arrivals, at: clock.wall)
  }

  /// When the last backup off this machine was verified; nil for never.
  package func lastDurableBackup() throws -> Timestamp? {
    try connection.row("SELECT max(at) FROM off_machine_backup") {
      try $0.optionalInteger(at: 0).map(Timestamp.init(rawValue:))
    } ?? nil
  }
}
