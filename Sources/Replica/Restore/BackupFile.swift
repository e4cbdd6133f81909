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

  /// Opens and checks a file, and changes nothing.
  /// - Throws: `HomeError` when it is not there, `ReplicaError.notAStore`, `.storeIsNewer`,
  ///   `.backupUnsound`, `SQLError`.
  package init(checking path: String) throws {
    guard access(path, R_OK) == 0 else { throw HomeError.system(path: path, reason: errno) }
    self.path = path
    let connection = try Self.open(path)
    defer { connection.close() }
    guard try connection.integer("PRAGMA application_id") == StoreSchema.applicationID else {
      throw ReplicaError.notAStore
    }
    let findings = try connection.integrityCheck()
    guard findings.isEmpty else { throw ReplicaError.backupUnsound(findings[0]) }
    let state = LocalState(connection: connection)
    guard let number = try state.integer(.replica),
      let replica = ReplicaID(rawValue: UInt32(clamping: number)),
      let root = try state.bytes(.rootPublicKey)
    else { throw ReplicaError.backupUnsound("no replica") }
    self.replica = replica
    rootPublicKey = root
  }

  private static func open(_ path: String) throws -> Connection {
    let connection = try Connection(path: path, mode: .readOnly, busyTimeoutMilliseconds: 5_000)
    return connection
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

  /// Puts the file in the place of a home's store; whoever calls holds the home's lock.
  ///
  /// The old store is kept beside it under another name. Nothing of the home has changed when this
  /// throws, and the new store stands whole when it returns.
  /// - Parameter force: also when the old store has what this file lacks.
  /// - Returns: where the old store is now; nil when there was none.
  /// - Throws: `ReplicaError.storeHasMore`, `SQLError`, `HomeError`.
  @discardableResult
  package func replaceStore(of home: HomeFolder, force: Bool) throws -> String? {
    if home.hasStore, !force {
      let more = try lacking(from: home.storePath)
      guard more == (0, 0) else {
        throw ReplicaError.storeHasMore(batches: more.batches, operations: more.operations)
      }
    }
    let restoring = "\(home.storePath).restoring"
    let source = try Self.open(path)
    defer { source.close() }
    try Store.backup(source, to: restoring)
    let aside = home.hasStore ? try Self.freeName(beside: home.storePath) : nil
    if let aside {
      try HomeFolder.move(home.storePath, to: aside)
      for suffix in ["-wal", "-shm"] where access(home.storePath + suffix, F_OK) == 0 {
        try HomeFolder.move(home.storePath + suffix, to: aside + suffix)
      }
    }
    try HomeFolder.move(restoring, to: home.storePath)
    return aside
  }

  private static func freeName(beside path: String) throws -> String {
    for number in 1...9_999 {
      let name = "\(path).before-restore-\(number)"
      if access(name, F_OK) != 0 { return name }
    }
    throw HomeError.system(path: path, reason: EEXIST)
  }
}
