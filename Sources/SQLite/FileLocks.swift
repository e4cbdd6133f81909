/// The locks of one file of a virtual disk, by open handle.
/// Source: <https://www.sqlite.org/lockingv3.html>.
struct FileLocks: Sendable {
  private var held: [Int: FileLockLevel] = [:]

  /// Whether any handle means to write.
  var isReserved: Bool { held.values.contains { $0 >= .reserved } }

  /// Raises the lock of a handle; throws `.busy` if another handle is in the way.
  mutating func lock(_ level: FileLockLevel, by handle: Int) throws(VirtualFileError) {
    let own = held[handle] ?? .none
    guard level > own else { return }
    let strongest = held.filter { $0.key != handle }.values.max() ?? .none
    switch level {
    case .none: return
    case .shared:
      guard strongest < .pending else { throw VirtualFileError(.busy) }
    case .reserved, .pending:
      guard strongest < .reserved else { throw VirtualFileError(.busy) }
    case .exclusive:
      guard strongest < .reserved else { throw VirtualFileError(.busy) }
      guard strongest == .none else {
        // Keeps new readers out while the present ones leave.
        held[handle] = .pending
        throw VirtualFileError(.busy)
      }
    }
    held[handle] = level
  }

  /// Lowers the lock of a handle.
  mutating func unlock(_ level: FileLockLevel, by handle: Int) {
    guard let own = held[handle], own > level else { return }
    held[handle] = level == .none ? nil : level
  }
}

/// The locks of one WAL index, by open handle. Source: <https://www.sqlite.org/walformat.html>, 2.3.
struct SharedMemoryLocks: Sendable {
  private struct Slot {
    var readers: Set<Int> = []
    var writer: Int?
  }

  private var slots = [Slot](repeating: Slot(), count: 8)

  /// Takes or gives back slots; all or none; throws `.busy` if another handle is in the way.
  mutating func change(
    _ range: Range<Int>, _ lock: SharedMemoryLock, by handle: Int
  ) throws(VirtualFileError) {
    let range = range.clamped(to: slots.indices)
    for index in range {
      let isFree = slots[index].writer == nil || slots[index].writer == handle
      switch lock {
      case .shared:
        guard isFree else { throw VirtualFileError(.busy) }
      case .exclusive:
        let readers = slots[index].readers
        let isAlone = readers.isEmpty || readers.count == 1 && readers.contains(handle)
        guard isFree, isAlone else { throw VirtualFileError(.busy) }
      case .releaseShared, .releaseExclusive: continue
      }
    }
    for index in range {
      switch lock {
      case .shared: slots[index].readers.insert(handle)
      case .exclusive: slots[index].writer = handle
      case .releaseShared: slots[index].readers.remove(handle)
      case .releaseExclusive where slots[index].writer == handle: slots[index].writer = nil
      case .releaseExclusive: continue
      }
    }
  }

  /// Gives back everything a handle has.
  mutating func release(_ handle: Int) {
    for index in slots.indices {
      slots[index].readers.remove(handle)
      if slots[index].writer == handle { slots[index].writer = nil }
    }
  }
}

/// The memory of one WAL index; freed when the last handle lets go, also after a crash.
///
/// `@unchecked Sendable`: the list of regions changes only under the disk's mutex; their content is
/// guarded by SQLite's own locks, as it is between processes.
final class SharedMemoryRegions: @unchecked Sendable {
  private var regions: [UnsafeMutableRawPointer] = []

  deinit {
    for region in regions { region.deallocate() }
  }

  /// The address of one region, made and zeroed if `extend` allows it.
  func address(of region: Int, size: Int, extend: Bool) -> UInt? {
    while regions.count <= region {
      guard extend else { return nil }
      let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
      memory.initializeMemory(as: UInt8.self, repeating: 0, count: size)
      regions.append(memory)
    }
    return UInt(bitPattern: regions[region])
  }
}
