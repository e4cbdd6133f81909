import CSQLite
import Glibc

/// How far a backup is.
package struct BackupProgress: Equatable, Sendable {
  /// Pages still to be copied.
  package let remainingPages: Int
  /// Pages of the whole database.
  package let totalPages: Int
}

/// Copies of a database that is in use.
extension Connection {
  /// Copies the database to a new file while others keep using it.
  ///
  /// `pagesPerStep` pages at a time (at least 1); `progress` runs after every step and may throw to
  /// stop. The copy is written under a temporary name beside `path`, readable by its owner only,
  /// checked with `PRAGMA integrity_check`, synced, and only then renamed: `path` holds either what
  /// it held before or a whole, sound copy that survives a power cut. Always writes to the
  /// operating system's disk, whatever virtual file system the source uses.
  package func backup(
    to path: String, pagesPerStep: Int = 256, progress: (BackupProgress) throws -> Void = { _ in }
  ) throws {
    let partial = path + ".partial"
    removePartial(partial)
    do {
      try Self.makeOwnerOnlyFile(partial)
      try copyPages(to: partial, pagesPerStep: max(1, pagesPerStep), progress: progress)
      try Self.synchronize(partial)
      guard rename(partial, path) == 0 else { throw Self.failure("rename", path) }
      try Self.synchronize(Self.folder(of: path))
    } catch {
      removePartial(partial)
      throw error
    }
  }

  private func copyPages(
    to partial: String, pagesPerStep: Int, progress: (BackupProgress) throws -> Void
  ) throws {
    let copy = try Connection(path: partial, mode: .readWrite, busyTimeoutMilliseconds: 0)
    defer { copy.close() }
    // The whole file is synced once at the end.
    try copy.execute("PRAGMA synchronous = OFF")
    guard
      let backup = sqlite3_backup_init(
        copy.database.openPointer, "main", database.openPointer, "main")
    else {
      throw copy.database.failure(sqlite3_extended_errcode(copy.database.openPointer), sql: nil)
    }
    var result = SQLITE_OK
    do {
      repeat {
        result = sqlite3_backup_step(backup, Int32(clamping: pagesPerStep))
        guard result == SQLITE_OK || result == SQLITE_DONE else { break }
        try progress(
          BackupProgress(
            remainingPages: Int(sqlite3_backup_remaining(backup)),
            totalPages: Int(sqlite3_backup_pagecount(backup))))
      } while result == SQLITE_OK
    } catch {
      sqlite3_backup_finish(backup)
      throw error
    }
    let finished = sqlite3_backup_finish(backup)
    guard result == SQLITE_DONE, finished == SQLITE_OK else {
      throw copy.database.failure(result == SQLITE_DONE ? finished : result, sql: nil)
    }
    // The source's WAL mode is copied with its first page; a copy is one file without companions.
    try copy.execute("PRAGMA journal_mode = DELETE")
    let findings = try copy.integrityCheck()
    guard findings.isEmpty else {
      throw SQLError(code: .corrupt, message: "the copy is damaged: \(findings[0])")
    }
  }

  private func removePartial(_ partial: String) {
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(partial + suffix) }
  }

  private static func makeOwnerOnlyFile(_ path: String) throws {
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure("create", path) }
    Glibc.close(descriptor)
  }

  private static func synchronize(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("open", path) }
    defer { Glibc.close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure("sync", path) }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func failure(_ action: String, _ path: String) -> SQLError {
    let code: ResultCode = errno == ENOSPC || errno == EDQUOT ? .full : .ioerr
    return SQLError(code: code, message: "cannot \(action) \(path): errno \(errno)")
  }
}
