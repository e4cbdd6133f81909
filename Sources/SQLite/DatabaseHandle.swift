import CSQLite

/// The open database behind a connection and its statements.
///
/// Both hold it, so a statement that outlives its connection never touches freed memory; the
/// connection's cached statements hold it too, without a cycle through the connection.
@usableFromInline
package final class DatabaseHandle {
  /// SQLite's handle; valid until the last statement is gone.
  @usableFromInline package let pointer: OpaquePointer
  /// The calls of `sqlite3_step`.
  @usableFromInline package var stepCount: Int = 0
  /// The calls of `sqlite3_prepare_v3`.
  package var prepareCount: Int = 0
  /// How many `transaction` bodies are running inside each other.
  package var transactionDepth: Int = 0
  /// Set when nothing may run: the connection is closed, or SQLite itself rolled back the running
  /// transaction (disk full, I/O error) and further writes would commit one by one.
  @usableFromInline package var refusesWork = false
  private var isClosed = false

  init(_ pointer: OpaquePointer) {
    self.pointer = pointer
  }

  deinit {
    close()
  }

  /// Closes now, or, while a caller still holds statements, with the last of them.
  func close() {
    guard !isClosed else { return }
    isClosed = true
    refusesWork = true
    sqlite3_close_v2(pointer)
  }

  /// SQLite's handle for calls that may not reach a closed database.
  var openPointer: OpaquePointer {
    precondition(!isClosed, "a closed connection was used")
    return pointer
  }

  /// Whether a transaction is open.
  var isInTransaction: Bool { !isClosed && sqlite3_get_autocommit(pointer) == 0 }

  /// Ends the outermost transaction's bookkeeping.
  func leaveTransaction() {
    transactionDepth -= 1
    if transactionDepth == 0 && !isClosed { refusesWork = false }
  }

  /// Makes the error for a result code and notes a transaction that SQLite rolled back by itself.
  @usableFromInline
  package func failure(_ resultCode: Int32, sql: String?) -> SQLError {
    guard !isClosed else {
      return SQLError(code: .misuse, message: "the connection is closed", sql: sql)
    }
    let error = SQLError(pointer, resultCode: resultCode, sql: sql)
    if transactionDepth > 0 && sqlite3_get_autocommit(pointer) != 0 { refusesWork = true }
    return error
  }

  /// The error for work that is refused without asking SQLite.
  @usableFromInline
  package func refusal(sql: String?) -> SQLError {
    guard !isClosed else {
      return SQLError(code: .misuse, message: "the connection is closed", sql: sql)
    }
    return SQLError(
      code: .abort, message: "the transaction was rolled back by an earlier error", sql: sql)
  }
}
