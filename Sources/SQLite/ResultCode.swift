import CSQLite

/// A result code of SQLite, primary or extended.
///
/// The low eight bits are the primary code. Source: <https://www.sqlite.org/rescode.html>.
package struct ResultCode: RawRepresentable, Hashable, Sendable {
  /// The number SQLite uses.
  package let rawValue: Int32

  /// Takes the number SQLite uses.
  package init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// The code without its extension, for example `ioerr` for a failed fsync.
  package var primary: ResultCode { ResultCode(rawValue: rawValue & 0xFF) }

  /// Success.
  package static let ok = ResultCode(rawValue: SQLITE_OK)
  /// A mistake in SQL, or any error without a code of its own.
  package static let error = ResultCode(rawValue: SQLITE_ERROR)
  /// The work was ended before it was done.
  package static let abort = ResultCode(rawValue: SQLITE_ABORT)
  /// Another connection holds the lock; trying again later can help.
  package static let busy = ResultCode(rawValue: SQLITE_BUSY)
  /// The same connection or a shared cache holds the lock.
  package static let locked = ResultCode(rawValue: SQLITE_LOCKED)
  /// The file or the connection may only be read.
  package static let readonly = ResultCode(rawValue: SQLITE_READONLY)
  /// The operating system failed to read, write or sync.
  package static let ioerr = ResultCode(rawValue: SQLITE_IOERR)
  /// The file is damaged.
  package static let corrupt = ResultCode(rawValue: SQLITE_CORRUPT)
  /// The disk is full.
  package static let full = ResultCode(rawValue: SQLITE_FULL)
  /// The file could not be opened.
  package static let cantopen = ResultCode(rawValue: SQLITE_CANTOPEN)
  /// A constraint of the schema refused the change.
  package static let constraint = ResultCode(rawValue: SQLITE_CONSTRAINT)
  /// A value has another type than was asked for.
  package static let mismatch = ResultCode(rawValue: SQLITE_MISMATCH)
  /// The library was used against its rules.
  package static let misuse = ResultCode(rawValue: SQLITE_MISUSE)
  /// A parameter or column number does not exist.
  package static let range = ResultCode(rawValue: SQLITE_RANGE)
  /// The file is no SQLite database.
  package static let notadb = ResultCode(rawValue: SQLITE_NOTADB)

  // Extended codes: their C names are expressions, which Swift does not import.

  /// The file ends before the bytes that were asked for.
  package static let ioerrShortRead = ResultCode(rawValue: SQLITE_IOERR | (2 << 8))
  /// Writing failed.
  package static let ioerrWrite = ResultCode(rawValue: SQLITE_IOERR | (3 << 8))
  /// The index of the WAL could not be made larger: the disk is full.
  package static let ioerrSharedMemorySize = ResultCode(rawValue: SQLITE_IOERR | (19 << 8))
  /// Making the writes durable failed.
  package static let ioerrSync = ResultCode(rawValue: SQLITE_IOERR | (4 << 8))
  /// The file to be removed does not exist.
  package static let ioerrDeleteMissing = ResultCode(rawValue: SQLITE_IOERR | (23 << 8))

  /// A primary code matches all its extensions; an extended code matches itself.
  package static func ~= (pattern: ResultCode, code: ResultCode) -> Bool {
    pattern == code || pattern == code.primary
  }

  /// Lets a `catch` name a code: `catch ResultCode.busy { … }`.
  package static func ~= (pattern: ResultCode, error: any Error) -> Bool {
    guard let error = error as? SQLError else { return false }
    return pattern ~= error.code
  }
}
