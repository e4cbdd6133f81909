import Cryptography
import Foundation
import SyncProtocol

@testable import Replica

/// Copies, restores and new lives.
extension World {
  /// The key of every keyring: it stays where a store goes on under another number.
  static let storeKey = StoreKey(Array(repeating: 1, count: StoreKey.byteCount))

  /// A store that nothing on its machine tells from the original.
  func copy(of laptop: Store) throws -> Store {
    let path = folder.appendingPathComponent("copy-\(UUID().uuidString).sqlite").path
    try laptop.connection.backup(to: path)
    try laptop.keyring.backup(to: Store.Location(path: path).keyringPath)
    return try open(path, laptop.identity)
  }

  /// Opens a store file as this replica.
  func open(_ path: String, _ identity: Identity) throws -> Store {
    try Store(
      at: Store.Location(path: path), identity: identity,
      machine: MachineIdentity(
        bootID: "b",
        machineID: identity.role == .centre ? "c" : identity.certificate.label,
        fileIdentity: "f"),
      storeKey: Self.storeKey, random: &random)
  }

  func request(of laptop: Store) throws -> Store.PendingRound {
    try laptop.makeRequest(
      Store.Report(freeDiskBytes: nil, software: "test"), clock: clock(), random: &random)
  }

  /// Rounds until neither side has more to say; what they did together.
  @discardableResult
  func syncAll(_ laptop: Store) throws -> RoundOutcome {
    var reissued = 0
    for _ in 0..<20 {
      let pending = try request(of: laptop)
      let answer = try centre.answer(pending.request, clock: clock())
      var outcome = try laptop.absorb(answer.bytes, of: pending, clock: clock())
      reissued += outcome.reissuedOperations
      outcome.reissuedOperations = reissued
      if !outcome.hasMore { return outcome }
    }
    throw CocoaError(.coderInvalidValue)
  }

  /// A second scope that a laptop may hold.
  func openScope(for laptop: Store) throws -> ScopeID {
    let scope = try centre.commit(author: nil, clock: clock()) {
      try $0.openScope([(ScopeTable.kind, .integer(1)), (ScopeTable.label, .text("second"))])
    }
    try centre.grant([scope], to: laptop.identity.replica, at: clock().wall)
    return scope
  }

  /// Enrols a laptop again; the store goes on under the new number.
  func enrolAnew(_ laptop: Store) throws -> Store {
    let key = try SigningKey.generate(using: &random)
    let root = root
    let certificate = try centre.enrol(
      publicKey: key.verifyingKey.bytes, label: laptop.identity.certificate.label + " 2",
      member: nil, team: nil, scopes: [scope], signedBy: { root.sign($0) }, clock: clock(),
      random: &random)
    try laptop.succeed(by: certificate, clock: clock())
    let path = try laptop.connection.rows("SELECT file FROM pragma_database_list") {
      try $0.text(at: 0)
    }[0]
    laptop.connection.close()
    return try open(
      path,
      Identity(
        signer: Signer(replica: certificate.replica, key: key), certificate: certificate,
        rootPublicKey: laptop.identity.rootPublicKey))
  }

  /// A copy of the centre's store as it is now.
  func backupOfCentre() throws -> String {
    let path = folder.appendingPathComponent("backup-\(UUID().uuidString).sqlite").path
    try Store.backup(centre.connection, to: path)
    return path
  }

  /// Puts the centre back without telling anybody: the same life, an older store.
  func setCentreBack(to backup: String, of life: Identity? = nil) throws {
    let identity = life ?? centre.identity
    centre.connection.close()
    replaceCentre(try open(backup, identity))
  }

  /// Restores a backup of the centre as its program does: the keyring of the home stays, and another
  /// life begins.
  func restoreCentre(_ backup: String, epoch: UInt8, of life: Identity? = nil) throws {
    let judge = centre.judge
    try centre.keyring.backup(to: Store.Location(path: backup).keyringPath)
    try setCentreBack(to: backup, of: life)
    try beginEpoch(epoch)
    centre.judge = judge
  }

  /// Begins the next life of the centre on the store that it has.
  func beginEpoch(_ epoch: UInt8) throws {
    let key = try SigningKey.generate(using: &random)
    let root = root
    let replica = ReplicaID.centre(epoch: epoch)
    let certificate = Certificate(
      replica: replica, role: .centre, publicKey: key.verifyingKey.bytes, issuedAt: clock().wall,
      label: "centre"
    ) { root.sign($0) }
    try centre.succeed(by: certificate, clock: clock())
    let path = try centre.connection.rows("SELECT file FROM pragma_database_list") {
      try $0.text(at: 0)
    }[0]
    centre.connection.close()
    replaceCentre(
      try open(
        path,
        Identity(
          signer: Signer(replica: replica, key: key), certificate: certificate,
          rootPublicKey: root.verifyingKey.bytes)))
  }
}
