/// An open file of a `MemoryFileSystem`.
final class MemoryFile: VirtualFile {
  private let system: MemoryFileSystem
  private let file: Int
  private let handle: Int
  private let generation: Int
  private let pathToDelete: String?
  /// Keeps the memory in place that SQLite has pointers to, also after a crash.
  private var regions: SharedMemoryRegions?

  init(
    system: MemoryFileSystem, file: Int, handle: Int, generation: Int, pathToDelete: String?
  ) {
    self.system = system
    self.file = file
    self.handle = handle
    self.generation = generation
    self.pathToDelete = pathToDelete
  }

  var sectorSize: Int { MemoryDiskFile.sectorSize }
  var hasPowersafeOverwrite: Bool { system.hasPowersafeOverwrite }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(VirtualFileError)
    -> Int
  {
    try system.withDisk(generation) { disk throws(VirtualFileError) in
      try disk.withFile(file) { file throws(VirtualFileError) in
        let count = max(0, min(buffer.count, file.bytes.count - offset))
        guard count > 0 else { return 0 }
        file.bytes.withUnsafeBytes {
          buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<(offset + count)]))
        }
        return count
      }
    }
  }

  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(VirtualFileError) {
    try system.withDisk(generation) { disk throws(VirtualFileError) in
      try disk.write(bytes, at: offset, of: file)
    }
  }

  func truncate(to size: Int) throws(VirtualFileError) {
    try system.withDisk(generation) { disk throws(VirtualFileError) in
      try disk.truncate(file, to: size)
    }
  }

  func sync() throws(VirtualFileError) {
    try system.withDisk(generation) { disk throws(VirtualFileError) in try disk.sync(file) }
  }

  func size() throws(VirtualFileError) -> Int {
    try system.withDisk(generation) { disk throws(VirtualFileError) in
      try disk.withFile(file) { file throws(VirtualFileError) in file.bytes.count }
    }
  }

  func lock(_ level: FileLockLevel) throws(VirtualFileError) {
    try system.withDisk(generation) { disk throws(VirtualFileError) in
      try disk.withFile(file) { file throws(VirtualFileError) in
        try file.locks.lock(level, by: handle)
      }
    }
  }

  func unlock(_ level: FileLockLevel) throws(VirtualFileError) {
    system.release(generation) { disk in
      try? disk.withFile(file) { file throws(VirtualFileError) in
        file.locks.unlock(level, by: handle)
      }
    }
  }

  func isReserved() throws(VirtualFileError) -> Bool {
    try system.withDisk(generation) { disk throws(VirtualFileError) in
      try disk.withFile(file) { file throws(VirtualFileError) in file.locks.isReserved }
    }
  }

  func sharedMemory(region: Int, size: Int, extend: Bool) throws(VirtualFileError)
    -> UnsafeMutableRawPointer?
  {
    let (address, regions) = try system.withDisk(generation) { disk throws(VirtualFileError) in
      try disk.withFile(file) { file throws(VirtualFileError) in
        let regions = file.sharedMemory ?? SharedMemoryRegions()
        file.sharedMemory = regions
        file.sharedMemoryHandles.insert(handle)
        return (regions.address(of: region, size: size, extend: extend), regions)
      }
    }
    self.regions = regions
    return address.flatMap { UnsafeMutableRawPointer(bitPattern: $0) }
  }

  func lockSharedMemory(_ slots: Range<Int>, _ lock: SharedMemoryLock) throws(VirtualFileError) {
    switch lock {
    case .shared, .exclusive:
      try system.withDisk(generation) { disk throws(VirtualFileError) in
        try disk.withFile(file) { file throws(VirtualFileError) in
          try file.sharedMemoryLocks.change(slots, lock, by: handle)
        }
      }
    case .releaseShared, .releaseExclusive:
      system.release(generation) { disk in
        try? disk.withFile(file) { file throws(VirtualFileError) in
          try file.sharedMemoryLocks.change(slots, lock, by: handle)
        }
      }
    }
  }

  func unmapSharedMemory(delete: Bool) {
    system.release(generation) { $0.unmap(file, handle: handle) }
    regions = nil
  }

  func close() {
    system.release(generation) { disk in
      if let pathToDelete { try? disk.delete(pathToDelete, syncDirectory: false) }
      disk.close(file, handle: handle)
    }
    regions = nil
  }
}
