import SQLite

extension Store {
  /// Copies the store while it is in use; the copy is checked, synced and only then gets its name.
  ///
  /// The copy does not know its machine: whoever opens it writes on under a new session, so that it
  /// never issues a dot that the original has issued or will issue.
  package static func backup(
    _ connection: Connection, to path: String, progress: (BackupProgress) throws -> Void = { _ in }
  ) throws {
    try connection.backup(to: path, progress: progress)
    let copy = try Connection(path: path, mode: .readWrite, busyTimeoutMilliseconds: 0)
    defer { copy.close() }
    try copy.execute(
      "DELETE FROM local_state WHERE key = ?", .text(LocalState.Key.machine.rawValue))
    _ = try copy.scalar("PRAGMA wal_checkpoint(TRUNCATE)")
  }
}
