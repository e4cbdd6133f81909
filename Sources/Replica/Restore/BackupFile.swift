import Glibc
import SQLite
import SyncProtocol

/// A store file that somebody wants to put back in its place.
package struct BackupFile: Sendable {
  /// Where it is.
  package let path: String
  /// The number it was written under.
  package let replica: ReplicaID
  /// The root key of its installation.
  package let rootPublicKey: [UInt8]

  /// When it was made; of a file that does not say so, when its last batch came. Nil without either.
  package let madeAt: Timestamp?

  /// Opens a file and has SQLite check it, and changes nothing; `verify` reads what it says.
  /// - Throws: `HomeError` when it is not there, `ReplicaError.notAStore`, `BackupDamage`, `SQLError`.
  package init(checking path: String) throws {
    guard access(path, R_OK) == 0 else {
      throw errno == ENOENT
        ? HomeError.missing(path: path) : HomeError.system(path: path, reason: errno)
    }
    self.path = path
    do {
      let connection = try Self.open(path)
      defer { connection.close() }
      guard try connection.integer("PRAGMA application_id") == StoreSchema.applicationID else {
        throw ReplicaError.notAStore
      }
      let findings = try connection.integrityCheck()
      guard findings.isEmpty else {
        throw BackupDamage(path: path, findings: findings.map(Verification.Finding.fileDamaged))
      }
      let state = LocalState(connection: connection)
      guard let number = try state.integer(.replica),
        let replica = ReplicaID(rawValue: UInt32(clamping: number)),
        let root = try state.bytes(.rootPublicKey)
      else { throw BackupDamage(path: path, findings: [.fileDamaged("no replica")]) }
      self.replica = replica
      rootPublicKey = root
      madeAt =
        try state.integer(.backupMade).map(Timestamp.init(rawValue:))
        ?? connection.row("SELECT max(received) FROM batch") {
          try $0.optionalInteger(at: 0).map(Timestamp.init(rawValue:))
        } ?? nil
    } catch let error as SQLError where error.isDamaged {
      throw BackupDamage(path: path, findings: [.fileDamaged(error.message)])
    }
  }

  private static func open(_ path: String) throws -> Connection {
    try Connection(path: path, mode: .readOnly, busyTimeoutMilliseconds: 5_000)
  }

  /// What a store has that this file lacks; a store that cannot be read has nothing to lose.
  package func lacking(from storePath: String) throws -> (batches: Int64, operations: Int64) {
    guard
      let store = try? Connection(
        path: storePath, mode: .readWrite, busyTimeoutMilliseconds: 5_000)
    else { return (0, 0) }
    defer { store.close() }
    let connection = try Self.open(path)
    defer { connection.close() }
    guard
      let hashes = try? store.rows("SELECT hash FROM batch", map: { try $0.bytes(at: 0) }),
      let waiting = try? store.rows(
        "SELECT origin, operation FROM outbox",
        map: { (try $0.integer(at: 0), try $0.bytes(at: 1)) })
    else { return (0, 0) }
    let batches = try hashes.count { hash in
      try connection.integer("SELECT count(*) FROM batch WHERE hash = ?", .blob(hash)) == 0
    }
    let kept = Set(
      try connection.rows("SELECT origin, operation FROM outbox") {
        WaitingBytes(origin: try $0.integer(at: 0), operation: try $0.bytes(at: 1))
      })
    let operations = waiting.count {
      !kept.contains(WaitingBytes(origin: $0.0, operation: $0.1))
    }
    return (Int64(batches), Int64(operations))
  }

  private struct WaitingBytes: Hashable {
    var origin: Int64
    var operation: [UInt8]
  }

  /// Copies the file beside a home's store and verifies the copy; whoever calls holds the home's
  /// lock. Of the home nothing has changed yet: `VerifiedBackup.replaceStore` does that.
  ///
  /// - Parameters:
  ///   - force: also when the old store has what this file lacks.
  ///   - acceptsDamage: also when the file is whole and what it says is not; see `BackupDamage`.
  /// - Throws: `ReplicaError.storeHasMore`, `.storeIsNewer`, `BackupDamage`, `SQLError`, `HomeError`.
  package func prepare(
    for home: HomeFolder, force: Bool, acceptsDamage: Bool,
    random: inout some RandomNumberGenerator, progress: (_ percent: Int64) -> Void
  ) throws -> VerifiedBackup {
    if home.hasStore, !force {
      let more = try lacking(from: home.storePath)
      guard more == (0, 0) else {
        throw ReplicaError.storeHasMore(batches: more.batches, operations: more.operations)
      }
    }
    let copy = "\(home.storePath).restoring"
    do {
      let verification = try verify(copyingTo: copy, random: &random, progress: progress)
      let damage = BackupDamage(path: path, findings: verification.findings)
      guard damage.findings.isEmpty || acceptsDamage && damage.isAcceptable else { throw damage }
      try Self.lockAtNextOpening(copy)
      return VerifiedBackup(copy: copy, verification: verification)
    } catch {
      Store.removeFile(copy)
      throw error
    }
  }

  /// Verifies a copy of the file and takes it away again.
  /// - Throws: `BackupDamage`, `ReplicaError.storeIsNewer`, `SQLError`, `HomeError`.
  package func check(
    copyingTo copy: String, random: inout some RandomNumberGenerator,
    progress: (_ percent: Int64) -> Void
  ) throws {
    defer { Store.removeFile(copy) }
    let verification = try verify(copyingTo: copy, random: &random, progress: progress)
    guard verification.findings.isEmpty else {
      throw BackupDamage(path: path, findings: verification.findings)
    }
  }

  /// Whether everything in the file is what its chains, signatures and digests say.
  ///
  /// A copy is opened, never the file: that may lie on a medium that nobody can write to, and an
  /// older program may have made it, whose tables have to be brought up to date first.
  /// - Parameter copy: where the copy is made, and left.
  /// - Throws: `BackupDamage` for what cannot be read to the end; `ReplicaError.storeIsNewer`,
  ///   `SQLError`, `HomeError`.
  package func verify(
    copyingTo copy: String, random: inout some RandomNumberGenerator,
    progress: (_ percent: Int64) -> Void
  ) throws -> Verification {
    do {
      let source = try Self.open(path)
      defer { source.close() }
      Store.removeFile(copy)
      try Store.backup(source, to: copy)
      let verification = try Self.verify(
        copy, asReplica: replica, rootPublicKey, &random, progress)
      try Store.forgetMachine(copy)
      return verification
    } catch let error as SQLError where error.isDamaged {
      throw BackupDamage(path: path, findings: [.fileDamaged(error.message)])
    } catch let error as ProtocolError {
      throw BackupDamage(path: path, findings: [.fileDamaged(error.code)])
    }
  }

  private static func lockAtNextOpening(_ copy: String) throws {
    let connection = try Connection(path: copy, mode: .readWrite, busyTimeoutMilliseconds: 0)
    defer { connection.close() }
    try Store.lockAtNextOpening(connection)
  }

  private static func verify(
    _ copy: String, asReplica replica: ReplicaID, _ root: [UInt8],
    _ random: inout some RandomNumberGenerator, _ progress: (_ percent: Int64) -> Void
  ) throws -> Verification {
    let location = Store.Location(path: copy)
    // The keyring of the home is none of its business: it has an empty one of its own. One that a
    // restore left when it was cut off would be another's.
    Store.removeFile(location.keyringPath)
    defer { Store.removeFile(location.keyringPath) }
    let store = try Store(
      at: location, identity: try .reading(replica, root, random: &random),
      machine: MachineIdentity(bootID: "", machineID: "restore", fileIdentity: copy),
      isForReading: true, random: &random)
    defer { store.close() }
    return try store.verify { done, total in progress(100 * done / max(1, total)) }
  }
}

/// A copy of a backup beside a home's store, ready to take its place. Whoever opens it first locks its
/// sealed values: somebody may have been erased since it was made.
package struct VerifiedBackup: Sendable {
  private let copy: String
  /// What verification found; with findings only where damage was accepted.
  package let verification: Verification

  init(copy: String, verification: Verification) {
    self.copy = copy
    self.verification = verification
  }

  /// Puts the copy in the place of a home's store. The old store is kept beside it under another
  /// name; the new store stands whole when this returns.
  ///
  /// - Returns: where the old store is now; nil when there was none.
  /// - Throws: `HomeError`.
  @discardableResult
  package func replaceStore(of home: HomeFolder) throws -> String? {
    let aside = home.hasStore ? try Self.freeName(beside: home.storePath) : nil
    if let aside {
      try HomeFolder.move(home.storePath, to: aside)
      for suffix in ["-wal", "-shm"] where access(home.storePath + suffix, F_OK) == 0 {
        try HomeFolder.move(home.storePath + suffix, to: aside + suffix)
      }
    }
    try HomeFolder.move(copy, to: home.storePath)
    return aside
  }

  /// Takes the copy away again; harmless when it has taken its place.
  package func discard() { Store.removeFile(copy) }

  private static func freeName(beside path: String) throws -> String {
    for number in 1...9_999 {
      let name = "\(path).before-restore-\(number)"
      if access(name, F_OK) != 0 { return name }
    }
    throw HomeError.system(path: path, reason: EEXIST)
  }
}
