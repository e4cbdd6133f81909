/// All or nothing.
extension Connection {
  /// When a transaction takes its lock.
  package enum TransactionKind: Sendable {
    /// The write lock at once, so that no later statement can fail with `.busy`.
    case immediate
    /// A lock when it is needed: for reading several things in one snapshot.
    case deferred
  }

  /// Runs `body` in a transaction: commits when it returns, rolls back when it throws.
  ///
  /// Inside another transaction it is a savepoint, and `kind` has no meaning. A COMMIT that fails
  /// is rolled back and throws. If SQLite itself rolls back in the middle (disk full, I/O error),
  /// every later statement throws `.abort` until the outermost `transaction` has ended, also when
  /// a body swallowed the first error: nothing slips out of the transaction and commits alone.
  @discardableResult
  package func transaction<Result>(
    _ kind: TransactionKind, _ body: () throws -> Result
  ) throws -> Result {
    if isInTransaction || database.transactionDepth > 0 { return try savepoint(body) }
    try execute(kind == .immediate ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED")
    database.transactionDepth += 1
    defer { database.leaveTransaction() }
    do {
      let result = try body()
      guard isInTransaction else { throw database.refusal(sql: "COMMIT") }
      try execute("COMMIT")
      return result
    } catch {
      rollBack("ROLLBACK")
      throw error
    }
  }

  private func savepoint<Result>(_ body: () throws -> Result) throws -> Result {
    // A nested savepoint of the same name is found first, so one name is enough.
    try execute("SAVEPOINT nested")
    database.transactionDepth += 1
    defer { database.leaveTransaction() }
    do {
      let result = try body()
      try execute("RELEASE nested")
      return result
    } catch {
      rollBack("ROLLBACK TO nested")
      rollBack("RELEASE nested")
      throw error
    }
  }

  /// Rolls back unless SQLite did so already; the error that led here is the one to report.
  private func rollBack(_ sql: String) {
    guard isInTransaction else { return }
    try? execute(sql)
  }
}
