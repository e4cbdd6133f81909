import CSQLite
import Synchronization

/// The operating system's files with writes and syncs counted, for benchmarks.
///
/// Reads, locks and the WAL index go straight to SQLite's own code. A sync is a call of SQLite's
/// `xSync`; the sync of a folder that goes with a new journal is not counted. Make it once and keep
/// it: the record stays registered and in memory for the life of the program.
package final class CountingFileSystem: Sendable {
  /// What happened so far.
  package struct Counts: Equatable, Sendable {
    /// Calls of write.
    package let writes: Int
    /// Bytes handed to write.
    package let bytesWritten: Int
    /// Calls of sync.
    package let syncs: Int
  }

  /// The name for `Connection(vfs:)`.
  package let name: String
  fileprivate let writes = Atomic(0)
  fileprivate let bytesWritten = Atomic(0)
  fileprivate let syncs = Atomic(0)
  /// SQLite's tables of methods by address, and ours.
  private let tables = Mutex<[UInt: UInt]>([:])

  /// Registers it under a name, which must be free.
  package init(name: String) throws {
    precondition(sqlite3_vfs_find(name) == nil, "the name of a virtual file system is in use")
    self.name = name
    guard let original = sqlite3_vfs_find(nil) else {
      throw SQLError(code: .cantopen, message: "SQLite has no file system")
    }
    let characters = name.utf8CString
    let text = UnsafeMutablePointer<CChar>.allocate(capacity: characters.count)
    for (index, character) in characters.enumerated() {
      (text + index).initialize(to: character)
    }
    let record = UnsafeMutablePointer<csqlite_wrapped_vfs>.allocate(capacity: 1)
    record.initialize(
      to: csqlite_wrapped_vfs(
        base: original.pointee, original: original,
        context: Unmanaged.passRetained(self).toOpaque()))
    record.pointee.base.pNext = nil
    record.pointee.base.zName = UnsafePointer(text)
    record.pointee.base.xOpen = { record, path, file, flags, outFlags in
      guard let record, let file else { return SQLITE_CANTOPEN }
      let wrapped = UnsafeMutableRawPointer(record)
        .assumingMemoryBound(to: csqlite_wrapped_vfs.self)
      guard let original = wrapped.pointee.original, let context = wrapped.pointee.context,
        let open = original.pointee.xOpen
      else { return SQLITE_CANTOPEN }
      let result = open(original, path, file, flags, outFlags)
      if let methods = file.pointee.pMethods {
        let system = Unmanaged<CountingFileSystem>.fromOpaque(context).takeUnretainedValue()
        file.pointee.pMethods = system.counting(methods)
      }
      return result
    }
    let result = record.withMemoryRebound(to: sqlite3_vfs.self, capacity: 1) {
      sqlite3_vfs_register($0, 0)
    }
    guard result == SQLITE_OK else { throw SQLError(nil, resultCode: result) }
  }

  /// What happened so far.
  package var counts: Counts {
    Counts(
      writes: writes.load(ordering: .relaxed), bytesWritten: bytesWritten.load(ordering: .relaxed),
      syncs: syncs.load(ordering: .relaxed))
  }

  /// A copy of SQLite's table with write and sync replaced; SQLite has two or three of them.
  private func counting(
    _ original: UnsafePointer<sqlite3_io_methods>
  ) -> UnsafePointer<sqlite3_io_methods>? {
    let key = UInt(bitPattern: original)
    let address = tables.withLock { tables -> UInt in
      if let known = tables[key] { return known }
      let table = UnsafeMutablePointer<csqlite_wrapped_methods>.allocate(capacity: 1)
      table.initialize(
        to: csqlite_wrapped_methods(
          methods: UnsafePointer<sqlite3_io_methods>(bitPattern: key)?.pointee
            ?? sqlite3_io_methods(),
          original: UnsafePointer(bitPattern: key),
          context: Unmanaged.passUnretained(self).toOpaque()))
      table.pointee.methods.xWrite = { file, bytes, count, offset in
        guard let (system, methods) = wrapped(file), let write = methods.xWrite else {
          return SQLITE_IOERR
        }
        system.writes.add(1, ordering: .relaxed)
        system.bytesWritten.add(Int(count), ordering: .relaxed)
        return write(file, bytes, count, offset)
      }
      table.pointee.methods.xSync = { file, flags in
        guard let (system, methods) = wrapped(file), let sync = methods.xSync else {
          return SQLITE_IOERR
        }
        system.syncs.add(1, ordering: .relaxed)
        return sync(file, flags)
      }
      tables[key] = UInt(bitPattern: table)
      return UInt(bitPattern: table)
    }
    return UnsafePointer(bitPattern: address)
  }
}

/// What stands behind a counted file. A C function cannot capture, so this is at file scope.
private func wrapped(
  _ file: UnsafeMutablePointer<sqlite3_file>?
) -> (CountingFileSystem, sqlite3_io_methods)? {
  guard let table = file?.pointee.pMethods else { return nil }
  let wrapped = UnsafeRawPointer(table).assumingMemoryBound(to: csqlite_wrapped_methods.self)
  guard let context = wrapped.pointee.context, let original = wrapped.pointee.original else {
    return nil
  }
  return (
    Unmanaged<CountingFileSystem>.fromOpaque(context).takeUnretainedValue(), original.pointee
  )
}
