/// The content of one file of a `MemoryDisk`: what programs see, and what a power cut would leave.
///
/// Beside the present bytes it keeps the old content of every sector changed since the last sync,
/// so that each of them can be kept or taken back on its own.
struct MemoryDiskFile: Sendable {
  /// The unit that reaches the disk whole or not at all.
  static let sectorSize = 512

  /// What programs see.
  private(set) var bytes: [UInt8] = []
  /// Locks of the open handles.
  var locks = FileLocks()
  /// Locks of the WAL index.
  var sharedMemoryLocks = SharedMemoryLocks()
  /// The WAL index; nil until somebody maps it.
  var sharedMemory: SharedMemoryRegions?
  /// Handles that have the WAL index mapped.
  var sharedMemoryHandles: Set<Int> = []
  /// Open handles; a file without a name lives as long as they do.
  var openCount = 0
  private var durableSize = 0
  private var durableSectors: [Int: [UInt8]] = [:]

  /// An empty file.
  init() {}

  /// A file that was synced with this content.
  init(durable content: [UInt8]) {
    bytes = content
    durableSize = content.count
  }

  /// Whether something would be lost in a power cut.
  var hasUnsyncedWrites: Bool { !durableSectors.isEmpty || durableSize != bytes.count }

  /// Writes, growing the file; a gap is filled with zeroes.
  mutating func write(_ new: UnsafeRawBufferPointer, at offset: Int) {
    guard !new.isEmpty else { return }
    preserve(min(offset, bytes.count)..<(offset + new.count))
    grow(to: offset + new.count)
    bytes.withUnsafeMutableBytes { target in
      UnsafeMutableRawBufferPointer(rebasing: target[offset..<(offset + new.count)])
        .copyMemory(from: new)
    }
  }

  /// Cuts the file, or grows it with zeroes.
  mutating func truncate(to size: Int) {
    if size < bytes.count {
      preserve(size..<bytes.count)
      bytes.removeLast(bytes.count - size)
    } else if size > bytes.count {
      preserve(bytes.count..<size)
      grow(to: size)
    }
  }

  /// Makes everything durable.
  mutating func sync() {
    durableSectors.removeAll(keepingCapacity: true)
    durableSize = bytes.count
  }

  /// Changes one bit, durably: a disk that rots.
  mutating func flipBit(_ bit: Int, at offset: Int) {
    bytes[offset] ^= 1 << UInt8(bit & 7)
    let sector = offset / Self.sectorSize
    let place = offset % Self.sectorSize
    if let saved = durableSectors[sector], place < saved.count {
      durableSectors[sector]?[place] ^= 1 << UInt8(bit & 7)
    }
  }

  /// What a power cut leaves; `keep` decides for each unsynced sector, and for the size.
  mutating func crash(_ keep: () -> Bool) {
    let size = bytes.count
    let keepsSize = size == durableSize || keep()
    grow(to: durableSize)
    for sector in durableSectors.keys.sorted() {
      let start = sector * Self.sectorSize
      // A cut that did not happen gives the old bytes back.
      let wasCut = start >= size
      if keep() && !(wasCut && !keepsSize) { continue }
      let old = durableSectors[sector] ?? []
      for place in 0..<Self.sectorSize where start + place < bytes.count {
        bytes[start + place] = place < old.count ? old[place] : 0
      }
    }
    let newSize = keepsSize ? size : durableSize
    if newSize < bytes.count { bytes.removeLast(bytes.count - newSize) }
    grow(to: newSize)
    sync()
    locks = FileLocks()
    sharedMemoryLocks = SharedMemoryLocks()
    sharedMemory = nil
    sharedMemoryHandles = []
    openCount = 0
  }

  /// Keeps the durable content of the sectors that a range touches, once between two syncs.
  private mutating func preserve(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let first = range.lowerBound / Self.sectorSize
    let last = (range.upperBound - 1) / Self.sectorSize
    for sector in first...last where durableSectors[sector] == nil {
      let start = sector * Self.sectorSize
      let end = min(start + Self.sectorSize, durableSize, bytes.count)
      durableSectors[sector] = start < end ? Array(bytes[start..<end]) : []
    }
  }

  private mutating func grow(to size: Int) {
    guard size > bytes.count else { return }
    if bytes.capacity < size { bytes.reserveCapacity(max(size, 2 * bytes.capacity)) }
    bytes += [UInt8](repeating: 0, count: size - bytes.count)
  }
}
