import CSQLite

/// One connection to a SQLite database.
///
/// Not Sendable and opened without SQLite's own mutexes: one thread at a time uses it, which its
/// owner ensures, for example by keeping it behind a `Mutex`. Pragmas (journal mode, synchronous,
/// foreign keys) are the caller's, through `execute`.
package final class Connection {
  /// What may be done with the file.
  package enum OpenMode: Sendable {
    /// Read and write; the file is made if it is missing.
    case readWriteCreate
    /// Read and write; a missing file is an error.
    case readWrite
    /// Read only.
    case readOnly

    var flags: Int32 {
      switch self {
      case .readWriteCreate: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      case .readWrite: SQLITE_OPEN_READWRITE
      case .readOnly: SQLITE_OPEN_READONLY
      }
    }
  }

  /// What a connection did since it was opened; benchmarks gate on these instead of seconds.
  package struct Counters: Equatable, Sendable {
    /// Statements compiled; constant in a warm loop.
    package var prepared: Int
    /// Calls of step: one for each row and one for each end.
    package var steps: Int
  }

  /// The path it was opened with.
  package let path: String
  let database: DatabaseHandle
  private var cache = StatementCache()

  /// Opens a database.
  ///
  /// `vfs` names a registered virtual file system; nil is the operating system's. A lock of another
  /// connection is waited for up to `busyTimeoutMilliseconds`, then `SQLError` with `.busy`.
  package init(
    path: String, mode: OpenMode, vfs: String? = nil, busyTimeoutMilliseconds: Int
  ) throws {
    self.path = path
    // Debian's library reads a name that begins with "file:" as a URL with options.
    let name = path.utf8.starts(with: "file:".utf8) ? "./\(path)" : path
    let flags = mode.flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    var pointer: OpaquePointer?
    let result = sqlite3_open_v2(name, &pointer, flags, vfs)
    guard result == SQLITE_OK, let pointer else {
      let error = SQLError(pointer, resultCode: result)
      sqlite3_close_v2(pointer)
      throw error
    }
    database = DatabaseHandle(pointer)
    try configure(busyTimeoutMilliseconds: busyTimeoutMilliseconds)
  }

  deinit {
    close()
  }

  /// Takes away what a crafted file could use against the program.
  /// Source: <https://www.sqlite.org/security.html>.
  private func configure(busyTimeoutMilliseconds: Int) throws {
    let timeout = Int32(clamping: busyTimeoutMilliseconds)
    var results = [sqlite3_busy_timeout(database.pointer, timeout)]
    for (setting, value) in [
      (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
      (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0), (SQLITE_DBCONFIG_DQS_DML, 0),
      (SQLITE_DBCONFIG_DQS_DDL, 0),
    ] as [(Int32, Int32)] {
      results.append(csqlite_configure(database.pointer, setting, value))
    }
    for result in results where result != SQLITE_OK {
      throw database.failure(result, sql: nil)
    }
  }

  /// Closes the file; an open transaction is rolled back.
  ///
  /// While a caller still holds a statement of `prepare`, the file closes with the last of them,
  /// and running them throws. Closing twice is harmless.
  package func close() {
    cache.removeAll()
    database.close()
  }

  /// Prepares a statement that the caller holds himself, for the hottest loops.
  package func prepare(_ sql: String) throws -> Statement {
    try Statement(preparing: sql, in: database)
  }

  /// Lends a statement from the cache; it is reset and its bindings cleared when `body` ends.
  ///
  /// A nested use of the same text gets a second statement. The statement must not leave `body`.
  @discardableResult
  @inlinable
  package func withStatement<Result>(
    _ sql: String, _ body: (Statement) throws -> Result
  ) throws -> Result {
    let statement = try lease(sql)
    defer { endLease(statement) }
    return try body(statement)
  }

  /// Takes a statement out of the cache or compiles it: the first half of `withStatement`.
  @usableFromInline
  package func lease(_ sql: String) throws -> Statement {
    if let statement = cache.take(sql) { return statement }
    return try prepare(sql)
  }

  /// Puts a lent statement back, reset and unbound: the second half of `withStatement`.
  @usableFromInline
  package func endLease(_ statement: Statement) {
    statement.reset()
    statement.clearBindings()
    cache.put(statement)
  }

  /// Runs one statement to its end, ignoring rows.
  package func execute(_ sql: String, _ bindings: SQLValue...) throws {
    try execute(sql, bindings: bindings)
  }

  /// Runs one statement to its end, ignoring rows.
  package func execute(_ sql: String, bindings: [SQLValue]) throws {
    try withStatement(sql) { statement in
      try statement.bind(all: bindings)
      while try statement.step() {}
    }
  }

  /// Runs several statements without bindings, such as a schema; stops at the first error.
  package func execute(script: String) throws {
    guard !database.refusesWork else { throw database.refusal(sql: script) }
    let result = sqlite3_exec(database.pointer, script, nil, nil, nil)
    guard result == SQLITE_OK else { throw database.failure(result, sql: script) }
  }

  /// The rows changed by the latest INSERT, UPDATE or DELETE.
  package var changes: Int { Int(sqlite3_changes64(database.openPointer)) }
  /// The rows changed since the connection was opened.
  package var totalChanges: Int { Int(sqlite3_total_changes64(database.openPointer)) }
  /// The row id of the latest INSERT.
  package var lastInsertRowID: Int64 { sqlite3_last_insert_rowid(database.openPointer) }
  /// Whether a transaction is open.
  package var isInTransaction: Bool { database.isInTransaction }
  /// What the connection did so far.
  package var counters: Counters {
    Counters(prepared: database.prepareCount, steps: database.stepCount)
  }
}
