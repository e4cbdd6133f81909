import CSQLite
import Glibc

/// Strict reading of the current row: a value of another type is an error that names the column,
/// never a silent conversion to 0 or "".
extension Statement {
  /// The number of columns.
  package var columnCount: Int { Int(sqlite3_column_count(pointer)) }

  /// The name of column `index`, counted from 0.
  package func columnName(at index: Int) -> String {
    sqlite3_column_name(pointer, Int32(truncatingIfNeeded: index))
      .map { String(cString: $0) } ?? "?"
  }

  /// The storage class of the value in column `index`, counted from 0.
  @inlinable
  package func type(at index: Int) -> StorageClass {
    StorageClass(rawValue: sqlite3_column_type(pointer, Int32(truncatingIfNeeded: index)))
      ?? .null
  }

  /// Whether column `index`, counted from 0, is NULL.
  @inlinable
  package func isNull(at index: Int) -> Bool {
    sqlite3_column_type(pointer, Int32(truncatingIfNeeded: index)) == SQLITE_NULL
  }

  /// The integer in column `index`, counted from 0.
  @inlinable
  package func integer(at index: Int) throws -> Int64 {
    let column = Int32(truncatingIfNeeded: index)
    guard sqlite3_column_type(pointer, column) == SQLITE_INTEGER else {
      throw mismatch(at: index, expected: .integer)
    }
    return sqlite3_column_int64(pointer, column)
  }

  /// The double in column `index`, counted from 0.
  @inlinable
  package func real(at index: Int) throws -> Double {
    let column = Int32(truncatingIfNeeded: index)
    guard sqlite3_column_type(pointer, column) == SQLITE_FLOAT else {
      throw mismatch(at: index, expected: .real)
    }
    return sqlite3_column_double(pointer, column)
  }

  /// The text in column `index`, counted from 0; text that is not UTF-8 is an error.
  @inlinable
  package func text(at index: Int) throws -> String {
    try withText(at: index) { utf8 in
      // Decoding repairs, so a difference means that something was no UTF-8; both together take a
      // third of the time of `String(validating:as:)`.
      var text = String(decoding: utf8, as: UTF8.self)
      guard text.withUTF8({ Self.isSame(UnsafeRawBufferPointer($0), utf8) }) else {
        throw mismatch(at: index, expected: .text)
      }
      return text
    }
  }

  @usableFromInline
  package static func isSame(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer
  ) -> Bool {
    guard left.count == right.count else { return false }
    guard let first = left.baseAddress, let second = right.baseAddress else { return true }
    return memcmp(first, second, left.count) == 0
  }

  /// A copy of the blob in column `index`, counted from 0.
  @inlinable
  package func bytes(at index: Int) throws -> [UInt8] {
    try withBytes(at: index) { [UInt8]($0) }
  }

  /// Lends the blob in column `index`, counted from 0, without copying it.
  ///
  /// The bytes are SQLite's own and valid only inside `body`.
  @inlinable
  package func withBytes<Result>(
    at index: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) throws -> Result {
    let column = Int32(truncatingIfNeeded: index)
    guard sqlite3_column_type(pointer, column) == SQLITE_BLOB else {
      throw mismatch(at: index, expected: .blob)
    }
    // SQLite's order: the pointer first, then its length.
    let start = sqlite3_column_blob(pointer, column)
    let count = Int(sqlite3_column_bytes(pointer, column))
    if start == nil && count > 0 { throw database.failure(SQLITE_NOMEM, sql: sql) }
    return try body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Lends the bytes of the text in column `index`, counted from 0, as they are stored.
  ///
  /// The bytes are SQLite's own, valid only inside `body`, and not checked to be UTF-8.
  @inlinable
  package func withText<Result>(
    at index: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) throws -> Result {
    let column = Int32(truncatingIfNeeded: index)
    guard sqlite3_column_type(pointer, column) == SQLITE_TEXT else {
      throw mismatch(at: index, expected: .text)
    }
    guard let start = sqlite3_column_text(pointer, column) else {
      throw database.failure(SQLITE_NOMEM, sql: sql)
    }
    let count = Int(sqlite3_column_bytes(pointer, column))
    return try body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// The integer in column `index`, counted from 0, or nil for NULL.
  @inlinable
  package func optionalInteger(at index: Int) throws -> Int64? {
    isNull(at: index) ? nil : try integer(at: index)
  }

  /// The text in column `index`, counted from 0, or nil for NULL.
  @inlinable
  package func optionalText(at index: Int) throws -> String? {
    isNull(at: index) ? nil : try text(at: index)
  }

  /// The blob in column `index`, counted from 0, or nil for NULL.
  @inlinable
  package func optionalBytes(at index: Int) throws -> [UInt8]? {
    isNull(at: index) ? nil : try bytes(at: index)
  }

  /// The value in column `index`, counted from 0, whatever its type.
  package func value(at index: Int) throws -> SQLValue {
    switch type(at: index) {
    case .null: .null
    case .integer: .integer(try integer(at: index))
    case .real: .real(try real(at: index))
    case .text: .text(try text(at: index))
    case .blob: .blob(try bytes(at: index))
    }
  }

  /// The error for a value of another type; the value itself stays out of it.
  @usableFromInline
  package func mismatch(at index: Int, expected: StorageClass) -> SQLError {
    let found = type(at: index)
    let detail = found == expected ? "\(found) that is not UTF-8" : "\(found)"
    return SQLError(
      code: .mismatch,
      message: "column \(index) '\(columnName(at: index))' holds \(detail), expected \(expected)",
      sql: sql)
  }
}
