import FieldWork
import Replica
import SyncProtocol

/// What a backup of the centre came to.
package struct CentreBackup: Sendable, Equatable {
  /// What the copy holds.
  package var report: BackupReport
  /// True when the copy survives the loss of this machine: it lies on another device, or a person
  /// says that it goes elsewhere.
  package var isOffMachine: Bool
}

extension Centre {
  /// Copies the store to a file, while others go on writing, and checks the copy.
  ///
  /// The file holds no keys; `keyFile` gets them, readable by its owner alone, and a file beside that
  /// one the keyring, which must be destroyed after 15 days. Only a copy off this
  /// machine makes what it holds durable.
  /// - Throws: `CentreError.outputExists`, `ReplicaError.backupUnsound`, `HomeError`, `SQLError`.
  package func backup(
    to path: String, keyFile: String?, isOffMachine: Bool, progress: (_ percent: Int) -> Void
  ) throws -> CentreBackup {
    let keyringFile = keyFile.map(KeyringBackup.path(besideKeys:))
    for output in [path, keyFile, keyringFile].compactMap(\.self) where HomeFolder.exists(output) {
      throw CentreError.outputExists(output)
    }
    // Offered to laptops once a backup of what they stand for has been verified.
    _ = try administer { store, clock in try store.refreshSnapshots(clock: clock) }
    var random = surroundings.generator()
    // No transaction stands around it: what others write meanwhile is copied again.
    let report = try perform { field, clock in
      try field.store.backup(
        to: path, at: clock.wall, random: &random
      ) { step in
        progress(100 * (step.totalPages - step.remainingPages) / max(1, step.totalPages))
      }
    }
    if let keyFile {
      try HomeFolder.write(
        path: keyFile, KeyBundle(of: home, names: CentreKeys.fileNames).encoded)
    }
    if let keyringFile {
      try perform { field, clock in
        try KeyringBackup.make(of: field.store.keyring, to: keyringFile, at: clock.wall)
      }
    }
    let isElsewhere = HomeFolder.areOnDifferentDevices(home.path, path) ?? false
    let backup = CentreBackup(report: report, isOffMachine: isOffMachine || isElsewhere)
    if backup.isOffMachine {
      try administer { store, clock in try store.recordDurable(report, clock: clock) }
    }
    return backup
  }
}

/// Puts a backup back in the place of a centre's store. The centre begins another life: laptops
/// bring back what the backup lacks. It shows no personal value before they all have: erasures that
/// the backup lacks come with it.
package enum CentreRestore {
  /// What was done.
  package struct Outcome: Sendable, Equatable {
    /// The new life.
    package var epoch: UInt8
    /// Where the old store is kept; nil when there was none.
    package var oldStore: String?
    /// Batches in the log.
    package var batches: Int64
    /// When the backup was made, as far as it says so.
    package var madeAt: Timestamp?
    /// What is wrong with it, where that was accepted.
    package var accepted: [Verification.Finding]
  }

  /// Fills in missing keys, verifies a copy of the file, keeps the old store beside, and opens another
  /// epoch.
  ///
  /// - Parameters:
  ///   - force: also when the old store has what the file lacks.
  ///   - acceptsDamage: also when the file is whole and what it says is not.
  ///   - progress: is told again and again how much of it was verified.
  /// - Throws: `CentreError.inUse`, `.keysNeeded`, `.keysOfAnother`, `.keyMissing`, `.keyDamaged`,
  ///   `.backupOfAnother`, `ReplicaError.storeHasMore`, `BackupDamage`,
  ///   `ReplicaError.keyringBackupTooOld`, `HomeError`, `SQLError`. Then the home is as it was; what
  ///   fails once the backup was verified may leave it with added keys, which are its own.
  package static func restore(
    _ path: String, into home: HomeFolder, keyFile: String?, force: Bool,
    acceptsDamage: Bool = false, surroundings: Surroundings,
    progress: (_ percent: Int64) -> Void = { _ in }
  ) throws -> Outcome {
    let file = try BackupFile(checking: path)
    let bundle = try keyFile.map { try KeyBundle(reading: $0) }
    guard try bundle != nil || CentreKeys.lastEpoch(of: home) != nil else {
      throw CentreError.keysNeeded(home.path)
    }
    // Nothing is written before everything is known to belong together.
    guard file.replica.rawValue < ReplicaID.firstLaptop else {
      throw CentreError.backupOfAnother(path)
    }
    if let bundle, let keyFile, !CentreKeys.areInside(bundle) {
      throw CentreError.keysOfAnother(keyFile)
    }
    let root = try CentreKeys.rootPublicKey(reading: HomeFiles(home, filledInFrom: bundle))
    guard file.rootPublicKey == root else {
      throw CentreError.backupOfAnother(path)
    }
    let keyring = try KeyringBackup(
      besideKeys: keyFile, for: home, at: surroundings.clock().wall)
    try home.create()
    let lock = try Centre.lock(home)
    var random = surroundings.generator()
    let verified = try file.prepare(
      for: home, force: force, acceptsDamage: acceptsDamage, random: &random, progress: progress)
    defer { verified.discard() }
    _ = try bundle?.fillIn(home)
    _ = try StoreKey.inFile(of: home, random: &random)
    let keys = try CentreKeys(reading: home)
    try keyring?.put(into: home, key: keys.store, random: &random)
    let oldStore = try verified.replaceStore(of: home)
    // The note of the arrivals stays until the next life is open: cut off here, `serve` begins it.
    lock.note(lastIssued: 0)
    let evidence: SetBackEvidence =
      file.replica > keys.certificate.replica ? .certificate(file.replica) : .restored
    let opened = try Centre.openNextEpoch(home, keys, because: evidence, lock, surroundings)
    try opened.field.store.scheduleRecompute(after: verified.verification)
    let batches = try opened.field.store.connection.integer("SELECT count(*) FROM batch")
    opened.field.store.close()
    return Outcome(
      epoch: UInt8(clamping: opened.keys.certificate.replica.rawValue), oldStore: oldStore,
      batches: batches, madeAt: file.madeAt, accepted: verified.verification.findings)
  }
}
