import SQLite
import SyncProtocol

extension Store {
  /// How many operations a store that was set aside holds and had not handed over. It is only read.
  ///
  /// - Parameter path: the file, which no program writes any more.
  /// - Throws: `SQLError` where it cannot be read.
  package static func unsentOperations(in path: String) throws -> Int64 {
    let connection = try Connection(path: path, mode: .readOnly, busyTimeoutMilliseconds: 1_000)
    defer { connection.close() }
    return try connection.integer(
      """
      SELECT (SELECT count(*) FROM outbox)
        + (SELECT coalesce(sum(operations), 0) FROM batch
           WHERE (receipt IS NULL OR receipt = 8)
             AND (replica = (SELECT value FROM local_state WHERE key = 'replica')
               OR replica IN (SELECT replica FROM former_replica)))
      """)
  }
}
