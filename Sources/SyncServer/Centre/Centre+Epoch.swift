import FieldWork
import Replica
import SQLite
import SyncProtocol

/// Lives of the centre. A store that is older than what the centre has once said must not go on
/// under the same number: arrival numbers and dots would be given twice.
extension Centre {
  /// Opens the store of a home in the life it belongs to; one that was put back begins another.
  static func openLiving(
    _ home: HomeFolder, _ lock: HomeLock?, _ surroundings: Surroundings
  ) throws -> (field: FieldStore, keys: CentreKeys) {
    let keys = try CentreKeys(reading: home)
    do {
      let field = try openField(home, keys, lastIssued: lock?.lastIssued, surroundings)
      guard let lock else { return (field, keys) }
      let stored = try field.store.totalArrivals()
      guard lock.arrivals > stored else { return (field, keys) }
      field.store.close()
      return try openNextEpoch(
        home, keys, because: .note(arrivals: lock.arrivals, stored: stored), lock, surroundings)
    } catch ReplicaError.keysOfAnotherStore {
      // A store of an earlier life under the keys of a later one: a file was copied over it.
      let file = try BackupFile(checking: home.storePath)
      guard file.rootPublicKey == keys.root.verifyingKey.bytes,
        file.replica < keys.certificate.replica
      else { throw ReplicaError.keysOfAnotherStore }
      // Only who serves begins another life.
      guard let lock else { throw CentreError.nextLifeDue(home.path) }
      return try openNextEpoch(
        home, keys, because: .certificate(keys.certificate.replica), lock, surroundings)
    }
  }

  /// Begins another life on the store of a home and opens it. Whoever calls holds the lock.
  ///
  /// Each step stands whatever becomes of the next: before the certificate is written the home
  /// opens in its old life, and behind it in the new one.
  static func openNextEpoch(
    _ home: HomeFolder, _ keys: CentreKeys, because evidence: SetBackEvidence, _ lock: HomeLock,
    _ surroundings: Surroundings
  ) throws -> (field: FieldStore, keys: CentreKeys) {
    try nameNextEpoch(home, keys, because: evidence, surroundings)
    let next = try CentreKeys(reading: home)
    let field = try openField(home, next, lastIssued: lock.lastIssued, surroundings)
    try field.store.noteEpoch(because: evidence, clock: surroundings.clock())
    lock.note(lastIssued: field.store.lastIssued)
    lock.note(arrivals: try field.store.totalArrivals())
    return (field, next)
  }

  /// Makes everything that another life needs: opened after this, the home begins it, with its sealed
  /// values locked. Whoever was erased in the life before may still be in what was put back.
  static func nameNextEpoch(
    _ home: HomeFolder, _ keys: CentreKeys, because evidence: SetBackEvidence,
    _ surroundings: Surroundings
  ) throws {
    let known = max(
      UInt8(clamping: keys.certificate.replica.rawValue), evidence.laterEpoch ?? 0)
    guard known < UInt8.max else { throw CentreError.epochsUsedUp }
    let epoch = known + 1
    var random = surroundings.generator()
    try CentreKeys.prepareKey(of: epoch, home, random: &random)
    let connection = try Connection(
      path: home.storePath, mode: .readWrite, busyTimeoutMilliseconds: 5_000)
    defer { connection.close() }
    try connection.transaction(.immediate) {
      try Store.name(.centre(epoch: epoch), successorIn: connection)
      try Store.lockAtNextOpening(connection)
    }
    try CentreKeys.certify(
      epoch, home, label: keys.certificate.label, clock: surroundings.clock())
  }

  /// Begins another life while serving. Several requests may find out at once; the first one acts.
  func beginEpoch(after life: ReplicaID, because evidence: SetBackEvidence) throws {
    guard let lock else { throw ReplicaError.centreSetBack(evidence: evidence) }
    try field.update { field in
      let store = field.store
      guard store.identity.replica == life else { return }
      let opened = try Self.openNextEpoch(home, keys, because: evidence, lock, surroundings)
      field = opened.field
      presentKeys.withLock { $0 = opened.keys }
      store.close()
    }
  }

  /// Notes outside the store how far it has come.
  func note(_ store: Store) {
    guard let lock else { return }
    lock.note(lastIssued: store.lastIssued)
    if let arrivals = try? store.totalArrivals() { lock.note(arrivals: arrivals) }
  }
}
