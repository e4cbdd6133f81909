import CSQLite
import Synchronization

/// The C functions that hand SQLite's calls to Swift objects.
///
/// The two tables are written once, when first used, and never change.
enum VirtualFileCallbacks {
  /// The record of a file system without its name and object.
  static var fileSystem: sqlite3_vfs {
    var record = sqlite3_vfs()
    record.iVersion = 2
    record.szOsFile = Int32(MemoryLayout<csqlite_file>.size)
    record.mxPathname = 1024
    record.xOpen = { record, path, file, flags, outFlags in
      guard let file else { return SQLITE_MISUSE }
      let context = UnsafeMutableRawPointer(file).assumingMemoryBound(to: csqlite_file.self)
      context.pointee.base.pMethods = nil
      context.pointee.context = nil
      guard let system = system(record) else { return SQLITE_CANTOPEN }
      return code { () throws(VirtualFileError) in
        let opened = try system.open(
          path.map { String(cString: $0) }, VirtualOpenOptions(rawValue: flags))
        context.pointee.context = Unmanaged.passRetained(opened as AnyObject).toOpaque()
        context.pointee.base.pMethods = UnsafePointer(VirtualFileCallbacks.methods.pointer)
        outFlags?.pointee = flags
      }
    }
    record.xDelete = { record, path, syncDirectory in
      guard let system = system(record), let path else { return SQLITE_IOERR }
      return code { () throws(VirtualFileError) in
        try system.delete(String(cString: path), syncDirectory: syncDirectory != 0)
      }
    }
    record.xAccess = { record, path, _, result in
      guard let system = system(record), let path else { return SQLITE_IOERR }
      return code { () throws(VirtualFileError) in
        result?.pointee = try system.exists(String(cString: path)) ? 1 : 0
      }
    }
    record.xFullPathname = { _, path, capacity, result in
      guard let path, let result else { return SQLITE_CANTOPEN }
      var length = 0
      while path[length] != 0 { length += 1 }
      guard length < Int(capacity) else { return SQLITE_CANTOPEN }
      result.update(from: path, count: length + 1)
      return SQLITE_OK
    }
    record.xRandomness = { record, count, result in
      guard let result, count > 0 else { return 0 }
      system(record)?.fillRandom(
        UnsafeMutableRawBufferPointer(start: result, count: Int(count)))
      return count
    }
    record.xSleep = { record, microseconds in
      system(record)?.sleep(microseconds: Int(microseconds))
      return microseconds
    }
    record.xCurrentTime = { record, result in
      result?.pointee = Double(system(record)?.julianMilliseconds() ?? 0) / 86_400_000
      return SQLITE_OK
    }
    record.xCurrentTimeInt64 = { record, result in
      result?.pointee = system(record)?.julianMilliseconds() ?? 0
      return SQLITE_OK
    }
    record.xGetLastError = { _, _, _ in 0 }
    return record
  }

  /// Holds the table of file methods for the whole life of the program.
  ///
  /// `@unchecked Sendable`: the memory is written in `init`, before anyone sees it, and only read
  /// afterwards.
  fileprivate final class Methods: @unchecked Sendable {
    let pointer: UnsafeMutablePointer<sqlite3_io_methods>

    init(_ methods: sqlite3_io_methods) {
      pointer = .allocate(capacity: 1)
      pointer.initialize(to: methods)
    }
  }

  fileprivate static let methods = Methods(fileMethods)

  private static var fileMethods: sqlite3_io_methods {
    var methods = sqlite3_io_methods()
    methods.iVersion = 2
    methods.xClose = { pointer in
      guard let pointer else { return SQLITE_OK }
      let context = UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: csqlite_file.self)
      guard let object = context.pointee.context else { return SQLITE_OK }
      file(pointer)?.close()
      context.pointee.context = nil
      Unmanaged<AnyObject>.fromOpaque(object).release()
      return SQLITE_OK
    }
    methods.xRead = { pointer, bytes, count, offset in
      guard let file = file(pointer), let bytes else { return SQLITE_IOERR }
      let buffer = UnsafeMutableRawBufferPointer(start: bytes, count: Int(count))
      do throws(VirtualFileError) {
        let got = try file.read(into: buffer, at: Int(offset))
        guard got < buffer.count else { return SQLITE_OK }
        // SQLite demands zeroes for what the file does not have.
        buffer[got...].initializeMemory(as: UInt8.self, repeating: 0)
        return ResultCode.ioerrShortRead.rawValue
      } catch {
        return error.code.rawValue
      }
    }
    methods.xWrite = { pointer, bytes, count, offset in
      call(pointer) { file throws(VirtualFileError) in
        try file.write(
          UnsafeRawBufferPointer(start: bytes, count: Int(count)), at: Int(offset))
      }
    }
    methods.xTruncate = { pointer, size in
      call(pointer) { file throws(VirtualFileError) in try file.truncate(to: Int(size)) }
    }
    methods.xSync = { pointer, _ in
      call(pointer) { file throws(VirtualFileError) in try file.sync() }
    }
    methods.xFileSize = { pointer, result in
      call(pointer) { file throws(VirtualFileError) in
        result?.pointee = sqlite3_int64(try file.size())
      }
    }
    methods.xLock = { pointer, level in
      call(pointer) { file throws(VirtualFileError) in
        try file.lock(FileLockLevel(rawValue: level) ?? .exclusive)
      }
    }
    methods.xUnlock = { pointer, level in
      call(pointer) { file throws(VirtualFileError) in
        try file.unlock(FileLockLevel(rawValue: level) ?? .none)
      }
    }
    methods.xCheckReservedLock = { pointer, result in
      call(pointer) { file throws(VirtualFileError) in
        result?.pointee = try file.isReserved() ? 1 : 0
      }
    }
    methods.xFileControl = { _, _, _ in SQLITE_NOTFOUND }
    methods.xSectorSize = { Int32(file($0)?.sectorSize ?? 512) }
    methods.xDeviceCharacteristics = {
      file($0)?.hasPowersafeOverwrite == true ? SQLITE_IOCAP_POWERSAFE_OVERWRITE : 0
    }
    methods.xShmMap = { pointer, region, size, extend, result in
      call(pointer) { file throws(VirtualFileError) in
        let memory = try file.sharedMemory(
          region: Int(region), size: Int(size), extend: extend != 0)
        result?.pointee = memory.map { UnsafeMutableRawPointer($0) }
      }
    }
    methods.xShmLock = { pointer, first, count, flags in
      let exclusive = flags & SQLITE_SHM_EXCLUSIVE != 0
      let lock: SharedMemoryLock =
        flags & SQLITE_SHM_LOCK != 0
        ? (exclusive ? .exclusive : .shared) : (exclusive ? .releaseExclusive : .releaseShared)
      return call(pointer) { file throws(VirtualFileError) in
        try file.lockSharedMemory(Int(first)..<Int(first + count), lock)
      }
    }
    methods.xShmBarrier = { _ in atomicMemoryFence(ordering: .sequentiallyConsistent) }
    methods.xShmUnmap = { pointer, delete in
      file(pointer)?.unmapSharedMemory(delete: delete != 0)
      return SQLITE_OK
    }
    return methods
  }
}

// A C function cannot capture a type, so what the callbacks share stands at file scope.

private func system(
  _ record: UnsafeMutablePointer<sqlite3_vfs>?
) -> (any VirtualFileSystem)? {
  guard let data = record?.pointee.pAppData else { return nil }
  return Unmanaged<VirtualFileSystemSlot>.fromOpaque(data).takeUnretainedValue().fileSystem
}

private func file(_ pointer: UnsafeMutablePointer<sqlite3_file>?) -> (any VirtualFile)? {
  guard let pointer else { return nil }
  let context = UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: csqlite_file.self)
  guard let object = context.pointee.context else { return nil }
  return Unmanaged<AnyObject>.fromOpaque(object).takeUnretainedValue() as? any VirtualFile
}

private func call(
  _ pointer: UnsafeMutablePointer<sqlite3_file>?,
  _ body: (any VirtualFile) throws(VirtualFileError) -> Void
) -> Int32 {
  guard let file = file(pointer) else { return SQLITE_IOERR }
  return code { () throws(VirtualFileError) in try body(file) }
}

private func code(_ body: () throws(VirtualFileError) -> Void) -> Int32 {
  do {
    try body()
    return SQLITE_OK
  } catch {
    return error.code.rawValue
  }
}
