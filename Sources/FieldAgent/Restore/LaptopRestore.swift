import Replica
import SQLite
import SyncProtocol

/// Puts a backup back in the place of a laptop's store. It writes on under a new session, and its
/// next sync tells whether it needs a new number. Until then it shows no personal value: somebody may
/// have been erased since.
package enum LaptopRestore {
  /// What was done.
  package struct Outcome: Sendable, Equatable {
    /// This laptop's operations in the restored store.
    package var operations: Int64
    /// Where the old store is kept; nil when there was none.
    package var oldStore: String?
    /// When the backup was made, as far as it says so.
    package var madeAt: Timestamp?
    /// What is wrong with it, where that was accepted.
    package var accepted: [Verification.Finding]
  }

  /// Fills in missing keys, verifies a copy of the file, and keeps the old store beside it.
  ///
  /// The keyring that `backup --with-keys` copied is taken where the home has none.
  /// - Parameters:
  ///   - force: also when the old store has what the file lacks.
  ///   - acceptsDamage: also when the file is whole and what it says is not.
  ///   - unlock: asks for the password of one of the accounts that the home will have; called before
  ///     anything is written, and not where there are none.
  ///   - progress: is told again and again how much of it was verified.
  /// - Throws: `AgentError.keysNeeded`, `.practiceHome`, `.locked`, `.keysOfAnother`, `.keyDamaged`, `.backupOfAnother`,
  ///   `ReplicaError.storeHasMore`, `BackupDamage`, `ReplicaError.keyringBackupTooOld`, `HomeError`,
  ///   `SQLError`. Then the home is as it was; a disk that fails once the backup was verified may
  ///   leave it with added keys, which are its own.
  package static func restore(
    _ path: String, into home: HomeFolder, keyFile: String?, force: Bool,
    acceptsDamage: Bool = false, surroundings: Surroundings,
    unlock: (LocalAccounts) throws -> StoreKey? = { _ in nil },
    progress: (_ percent: Int64) -> Void = { _ in }
  ) throws -> Outcome {
    let file = try BackupFile(checking: path)
    let bundle = try keyFile.map { try LaptopKeys.fitting(KeyBundle(reading: $0), home) }
    let configuration = try LaptopConfiguration.read(from: home)
    guard configuration?.isPractice != true else {
      throw AgentError.practiceHome(path: home.path)
    }
    guard bundle != nil || configuration?.isEnrolled ?? false else {
      throw AgentError.keysNeeded(home: home.path)
    }
    // Nothing is written before everything is known to belong together.
    guard file.replica.rawValue >= ReplicaID.firstLaptop else {
      throw AgentError.backupOfAnother(path: path)
    }
    if let bundle, let keyFile, !LaptopKeys.areInside(bundle) {
      throw AgentError.keysOfAnother(path: keyFile)
    }
    let keys = LaptopKeys(home, filledInFrom: bundle)
    let identity = try keys.identity()
    // A backup from before this laptop was enrolled anew: its own keys close what waits in it.
    let former = file.replica == identity.replica ? nil : try? keys.formerIdentity(file.replica)
    guard file.rootPublicKey == identity.rootPublicKey,
      file.replica == identity.replica || former != nil
    else { throw AgentError.backupOfAnother(path: path) }
    let keyring = try KeyringBackup(
      besideKeys: keyFile, for: home, at: surroundings.clock().wall)
    let unlocked = try storeKey(LocalAccounts(home, surroundings, filledInFrom: bundle), unlock)
    try home.create()
    let lock = try HomeLock(home, patienceMilliseconds: Laptop.patienceMilliseconds)
    var random = surroundings.generator()
    let verified = try file.prepare(
      for: home, force: force, acceptsDamage: acceptsDamage, random: &random, progress: progress)
    defer { verified.discard() }
    _ = try bundle?.fillIn(home)
    let storeKey = try keys.storeKey(unlocked, isNeeded: keyring != nil, random: &random)
    try keyring?.put(into: home, key: storeKey, random: &random)
    let oldStore = try verified.replaceStore(of: home)
    lock.note(lastIssued: 0)
    if let former {
      let store = try open(home, former, storeKey, surroundings)
      try store.succeed(by: identity.certificate, clock: surroundings.clock())
      store.close()
    }
    let store = try open(home, identity, storeKey, surroundings)
    try store.scheduleRecompute(after: verified.verification)
    let operations = try store.handOverStatus().written
    lock.note(lastIssued: store.lastIssued)
    store.close()
    return Outcome(
      operations: operations, oldStore: oldStore, madeAt: file.madeAt,
      accepted: verified.verification.findings)
  }

  /// What opens the records where accounts will guard them; nil where they will not.
  private static func storeKey(
    _ accounts: LocalAccounts, _ unlock: (LocalAccounts) throws -> StoreKey?
  ) throws -> StoreKey? {
    let names = try accounts.all().map(\.name)
    guard !names.isEmpty else { return nil }
    guard let key = try unlock(accounts) else { throw AgentError.locked(names: names) }
    return key
  }

  private static func open(
    _ home: HomeFolder, _ identity: Identity, _ storeKey: StoreKey, _ surroundings: Surroundings
  ) throws -> Store {
    var random = surroundings.generator()
    return try Store(
      at: Store.Location(path: home.storePath), identity: identity,
      machine: surroundings.machineIdentity(of: home, lastIssued: nil),
      storeKey: storeKey, random: &random)
  }
}
