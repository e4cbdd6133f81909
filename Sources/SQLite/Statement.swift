import CSQLite

/// A prepared statement: bind values, step through the rows, reset, repeat.
///
/// Not Sendable, like its connection. Parameters count from 1, as `?1` does in SQL; columns count
/// from 0. The methods here are inlinable, because the merge loop calls them millions of times.
package final class Statement {
  /// SQLite's handle.
  @usableFromInline package let pointer: OpaquePointer
  /// The open database.
  @usableFromInline package let database: DatabaseHandle
  /// The text it was prepared from.
  package let sql: String

  init(preparing sql: String, in database: DatabaseHandle) throws {
    guard !database.refusesWork else { throw database.refusal(sql: sql) }
    var text = sql
    let pointer = try text.withUTF8 { try Self.prepare($0, sql: sql, in: database) }
    self.pointer = pointer
    self.database = database
    self.sql = sql
  }

  deinit {
    sqlite3_finalize(pointer)
  }

  /// Compiles exactly one statement; a second one in the same text is an error, not ignored.
  private static func prepare(
    _ text: UnsafeBufferPointer<UInt8>, sql: String, in database: DatabaseHandle
  ) throws -> OpaquePointer {
    guard let length = Int32(exactly: text.count) else {
      throw SQLError(code: .range, message: "the SQL text is too long")
    }
    return try text.withMemoryRebound(to: CChar.self) { characters in
      guard let start = characters.baseAddress else {
        throw SQLError(code: .misuse, message: "the SQL text is empty")
      }
      var statement: OpaquePointer?
      var tail: UnsafePointer<CChar>?
      database.prepareCount &+= 1
      let result = sqlite3_prepare_v3(
        database.pointer, start, length, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, &tail)
      guard result == SQLITE_OK else { throw database.failure(result, sql: sql) }
      guard let statement else {
        throw SQLError(code: .misuse, message: "the SQL text holds no statement", sql: sql)
      }
      if let tail, tail - start < text.count {
        // Only comments and white space may follow.
        var second: OpaquePointer?
        let rest = Int32(text.count - (tail - start))
        let result = sqlite3_prepare_v3(database.pointer, tail, rest, 0, &second, nil)
        guard result == SQLITE_OK, second == nil else {
          sqlite3_finalize(second)
          sqlite3_finalize(statement)
          throw SQLError(
            code: .misuse, message: "the SQL text holds more than one statement", sql: sql)
        }
      }
      return statement
    }
  }

  // MARK: Binding

  /// Throws the `SQLError` of a result code of the library unless it is SQLITE_OK.
  @inlinable
  package func check(_ resultCode: Int32) throws {
    if resultCode != SQLITE_OK { throw database.failure(resultCode, sql: sql) }
  }

  /// Binds an integer to parameter `index`, counted from 1.
  @inlinable
  package func bind(_ value: Int64, at index: Int) throws {
    try check(sqlite3_bind_int64(pointer, Int32(truncatingIfNeeded: index), value))
  }

  /// Binds an integer to parameter `index`, counted from 1.
  @inlinable
  package func bind(_ value: Int, at index: Int) throws {
    try check(sqlite3_bind_int64(pointer, Int32(truncatingIfNeeded: index), Int64(value)))
  }

  /// Binds a double to parameter `index`, counted from 1.
  @inlinable
  package func bind(_ value: Double, at index: Int) throws {
    try check(sqlite3_bind_double(pointer, Int32(truncatingIfNeeded: index), value))
  }

  /// Binds a text to parameter `index`, counted from 1.
  @inlinable
  package func bind(_ value: String, at index: Int) throws {
    var value = value
    try value.withUTF8 { try bind(text: UnsafeRawBufferPointer($0), at: index) }
  }

  /// Binds UTF-8 bytes as a text to parameter `index`, counted from 1.
  @inlinable
  package func bind(text: UnsafeRawBufferPointer, at index: Int) throws {
    try check(
      csqlite_bind_text(
        pointer, Int32(truncatingIfNeeded: index), text.baseAddress, UInt64(text.count)))
  }

  /// Binds a blob to parameter `index`, counted from 1; no bytes give an empty blob, not NULL.
  @inlinable
  package func bind(bytes: UnsafeRawBufferPointer, at index: Int) throws {
    try check(
      csqlite_bind_blob(
        pointer, Int32(truncatingIfNeeded: index), bytes.baseAddress, UInt64(bytes.count)))
  }

  /// Binds a blob to parameter `index`, counted from 1; no bytes give an empty blob, not NULL.
  @inlinable
  package func bind(bytes: [UInt8], at index: Int) throws {
    try bytes.withUnsafeBytes { try bind(bytes: $0, at: index) }
  }

  /// Binds NULL to parameter `index`, counted from 1.
  @inlinable
  package func bindNull(at index: Int) throws {
    try check(sqlite3_bind_null(pointer, Int32(truncatingIfNeeded: index)))
  }

  /// Binds a value of any storage class to parameter `index`, counted from 1.
  package func bind(_ value: SQLValue, at index: Int) throws {
    switch value {
    case .null: try bindNull(at: index)
    case .integer(let value): try bind(value, at: index)
    case .real(let value): try bind(value, at: index)
    case .text(let value): try bind(value, at: index)
    case .blob(let value): try bind(bytes: value, at: index)
    }
  }

  /// Binds all parameters in order; their number must be that of the statement.
  package func bind(all values: [SQLValue]) throws {
    guard values.count == parameterCount else {
      throw SQLError(
        code: .range, message: "\(values.count) values for \(parameterCount) parameters", sql: sql)
    }
    for offset in values.indices { try bind(values[offset], at: offset + 1) }
  }

  /// The number of parameters.
  package var parameterCount: Int { Int(sqlite3_bind_parameter_count(pointer)) }

  // MARK: Running

  /// Moves to the next row; false when there is none.
  @inlinable
  package func step() throws -> Bool {
    if database.refusesWork { throw database.refusal(sql: sql) }
    database.stepCount &+= 1
    let result = sqlite3_step(pointer)
    if result == SQLITE_ROW { return true }
    if result == SQLITE_DONE { return false }
    throw database.failure(result, sql: sql)
  }

  /// Runs to the end, ignoring rows, and resets also after an error; bindings are kept.
  @inlinable
  package func run() throws {
    defer { reset() }
    while try step() {}
  }

  /// Makes the statement ready to run again; bindings are kept.
  ///
  /// A statement that is not reset keeps its read lock, so a checkpoint cannot pass it.
  @inlinable
  package func reset() {
    // Repeats the error of the last step, which was thrown there.
    _ = sqlite3_reset(pointer)
  }

  /// Sets all parameters to NULL and lets go of their memory.
  @inlinable
  package func clearBindings() {
    _ = sqlite3_clear_bindings(pointer)
  }
}
