import CSQLite

/// What SQLite refused or could not do.
///
/// Match by code, never by text: `catch let error as SQLError where .full ~= error.code`, or
/// `catch ResultCode.full`. Bound values are never part of an error, because they may be personal.
@usableFromInline
package struct SQLError: Error, Equatable, Sendable {
  /// The extended result code.
  package let code: ResultCode
  /// SQLite's own words, or ours for an error found by this room; English, for logs.
  package let message: String
  /// The SQL text that failed, if one was involved.
  package let sql: String?

  /// Makes an error found outside SQLite itself.
  package init(code: ResultCode, message: String, sql: String? = nil) {
    self.code = code
    self.message = message
    self.sql = sql
  }

  /// Reads the latest error of a database handle; `handle` is nil when opening ran out of memory.
  init(_ handle: OpaquePointer?, resultCode: Int32, sql: String? = nil) {
    let text = handle.flatMap { sqlite3_errmsg($0) } ?? sqlite3_errstr(resultCode)
    self.init(
      code: ResultCode(rawValue: resultCode), message: text.map { String(cString: $0) } ?? "",
      sql: sql)
  }

  /// A lock of another connection was in the way; the same work may succeed later.
  package var isBusy: Bool { .busy ~= code || .locked ~= code }
  /// The disk is full; everything committed before is safe.
  package var isDiskFull: Bool { .full ~= code || .ioerrSharedMemorySize == code }
  /// The file is damaged or is no database.
  package var isDamaged: Bool { .corrupt ~= code || .notadb ~= code }
}

extension SQLError: CustomStringConvertible {
  /// One line for logs.
  @usableFromInline
  package var description: String {
    let place = sql.map { " in: \($0)" } ?? ""
    return "SQLite error \(code.rawValue): \(message)\(place)"
  }
}
