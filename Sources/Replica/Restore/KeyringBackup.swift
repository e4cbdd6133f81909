import SQLite
import SyncProtocol

/// A copy of a keyring, wrapped by the store key: kept apart from the rows, and for a short time.
///
/// It must be destroyed after 15 days: who was erased meanwhile could be read with it. An older one
/// is not taken back; keys then come from the other replicas.
package struct KeyringBackup: Sendable {
  /// Days after which a copy must be destroyed.
  package static let validDays: Int64 = 15

  private static let dayMilliseconds: Int64 = 86_400_000

  private let path: String

  /// The name of the copy that goes with a file of keys.
  package static func path(besideKeys keyFile: String) -> String { "\(keyFile).keyring" }

  /// Copies a keyring to a file of its own, readable by its owner alone.
  package static func make(of keyring: Keyring, to path: String, at time: Timestamp) throws {
    try keyring.backup(to: path)
    let copy = try Connection(path: path, mode: .readWrite, busyTimeoutMilliseconds: 0)
    defer { copy.close() }
    try copy.execute(
      "INSERT OR REPLACE INTO keyring_state (name, value) VALUES (?, ?)",
      .text(Keyring.Fact.copied.rawValue), .integer(time.rawValue))
  }

  /// The copy beside a file of keys, if there is one and the home has no keyring of its own, which is
  /// newer than any copy.
  ///
  /// - Throws: `ReplicaError.keyringBackupTooOld`, `.backupUnsound`, `SQLError`.
  package init?(besideKeys keyFile: String?, for home: HomeFolder, at now: Timestamp) throws {
    guard let keyFile, !home.hasKeyring else { return nil }
    path = Self.path(besideKeys: keyFile)
    guard HomeFolder.exists(path) else { return nil }
    let name = SQLValue.text(Keyring.Fact.copied.rawValue)
    let copy = try Connection(path: path, mode: .readOnly, busyTimeoutMilliseconds: 5_000)
    defer { copy.close() }
    guard try copy.integer("PRAGMA application_id") == KeyringSchema.applicationID,
      try copy.integrityCheck().isEmpty,
      let copied = try copy.row(
        "SELECT value FROM keyring_state WHERE name = ?", bindings: [name],
        map: { try $0.integer(at: 0) })
    else { throw ReplicaError.backupUnsound(path) }
    // A copy from the future has a wrong date, or is read by a wrong clock: nobody can tell its age.
    let (age, overflow) = now.rawValue.subtractingReportingOverflow(copied)
    guard !overflow, (-Self.dayMilliseconds...Self.validDays * Self.dayMilliseconds).contains(age)
    else { throw ReplicaError.keyringBackupTooOld(path) }
  }

  /// Gives a home the copy as its keyring, locked.
  ///
  /// - Throws: `ReplicaError.storeKeyWrong`; the home then has no keyring still.
  package func put(
    into home: HomeFolder, key: StoreKey, random: inout some RandomNumberGenerator
  ) throws {
    let restoring = Store.Location(path: "\(home.path)/restoring")
    let source = try Connection(path: path, mode: .readOnly, busyTimeoutMilliseconds: 5_000)
    defer { source.close() }
    Store.removeFile(restoring.keyringPath)
    try source.backup(to: restoring.keyringPath)
    let keyring = try Keyring(beside: restoring, key: key, random: &random)
    try keyring.setLocked(true)
    try keyring.commit()
    try keyring.connection.execute(
      "DELETE FROM keyring_state WHERE name = ?", .text(Keyring.Fact.copied.rawValue))
    keyring.connection.close()
    try HomeFolder.move(
      restoring.keyringPath, to: Store.Location(path: home.storePath).keyringPath)
  }
}
