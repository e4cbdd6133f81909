import Synchronization

/// A disk in memory that behaves like a bad one on request, the same way every time.
///
/// It keeps what was not synced apart from what was, so `crash` leaves what a power cut could
/// leave; it fills up, shortens a write, and dies after a number of changes. The simulator runs the
/// production code on it. After `crash`, connections opened before get I/O errors for ever: close
/// them and open new ones.
///
/// SQLite draws the salts of a WAL from one generator for the whole process, seeded by the default
/// file system: bytes of a WAL differ between runs, what is in it does not.
package final class MemoryFileSystem: VirtualFileSystem {
  private let disk: Mutex<MemoryDisk>
  private let unixMilliseconds: @Sendable () -> Int64
  /// Whether a power cut in a write leaves the bytes beside it whole; true is what SQLite assumes
  /// of ordinary disks.
  package let hasPowersafeOverwrite: Bool

  /// Makes an empty disk; `unixMilliseconds` is the clock for SQLite's date functions.
  ///
  /// With `hasOrderedMetadata` a sync of any file makes all earlier making and removing of files
  /// durable, as ext4 and XFS do; without it only syncing the folder does. On either kind a removal
  /// after the last sync can come undone: in DELETE mode with `synchronous = FULL` a power cut can
  /// bring the journal back and so take the latest commit away; `EXTRA` prevents it. The switch to
  /// WAL ends with such a removal too.
  package init(
    seed: UInt64, capacityBytes: Int? = nil, hasPowersafeOverwrite: Bool = true,
    hasOrderedMetadata: Bool = true,
    unixMilliseconds: @escaping @Sendable () -> Int64
  ) {
    disk = Mutex(
      MemoryDisk(
        seed: seed, capacityBytes: capacityBytes, hasOrderedMetadata: hasOrderedMetadata))
    self.hasPowersafeOverwrite = hasPowersafeOverwrite
    self.unixMilliseconds = unixMilliseconds
  }

  // MARK: Faults

  /// All files together may not be larger; beyond it writes fail with `.full`; nil is no limit.
  package var capacityBytes: Int? {
    get { disk.withLock { $0.capacityBytes } }
    set { disk.withLock { $0.capacityBytes = newValue } }
  }

  /// Lets `count` more changes pass (write, truncate, sync, delete), cuts the next one in half, and
  /// then fails everything until `revive` or `crash`: a program killed in the middle.
  package func failAfterWrites(_ count: Int) {
    disk.withLock { $0.changesUntilDeath = max(0, count) }
  }

  /// Lets `count` more writes pass and cuts the next one in half with an I/O error, once.
  package func shortenWrite(after count: Int) {
    disk.withLock { $0.writesUntilShortOne = max(0, count) }
  }

  /// Ends what `failAfterWrites` began; nothing is lost, the same connections go on.
  package func revive() {
    disk.withLock {
      $0.isDead = false
      $0.changesUntilDeath = nil
    }
  }

  /// A power cut that loses everything not synced.
  package func crash() {
    disk.withLock { $0.crash { false } }
  }

  /// A power cut that keeps a random part of the sectors, sizes and names not synced.
  package func crash(keeping generator: inout some RandomNumberGenerator) {
    disk.withLock { disk in disk.crash { Bool.random(using: &generator) } }
  }

  /// Changes one bit of a file, durably; false if there is no such byte.
  @discardableResult
  package func flipBit(_ bit: Int, of path: String, at offset: Int) -> Bool {
    disk.withLock { $0.flipBit(bit, of: path, at: offset) }
  }

  /// Puts a file on the disk, durably, in place of one of that name: a copy that somebody made of
  /// another disk. No program may have the old one open.
  package func place(_ bytes: [UInt8], at path: String) {
    disk.withLock { $0.place(bytes, at: path) }
  }

  // MARK: Looking

  /// Whether `failAfterWrites` has struck.
  package var isDead: Bool { disk.withLock { $0.isDead } }
  /// Whether a power cut now could lose something.
  package var hasUnsyncedWrites: Bool {
    disk.withLock { $0.files.values.contains(where: \.hasUnsyncedWrites) }
  }
  /// The names of all files, sorted by their bytes.
  package var paths: [String] { disk.withLock { $0.paths } }
  /// What programs see in a file; nil if there is none.
  package func contents(of path: String) -> [UInt8]? {
    disk.withLock { disk in disk.file(path).flatMap { disk.files[$0]?.bytes } }
  }

  // MARK: VirtualFileSystem

  /// Opens a file; a nil path is a temporary file without a name.
  package func open(_ path: String?, _ options: VirtualOpenOptions) throws(VirtualFileError)
    -> any VirtualFile
  {
    let (file, handle, generation) = try disk.withLock { disk throws(VirtualFileError) in
      (try disk.open(path, options), disk.newNumber(), disk.generation)
    }
    return MemoryFile(
      system: self, file: file, handle: handle, generation: generation,
      pathToDelete: options.contains(.deleteOnClose) ? path : nil)
  }

  /// Removes a file.
  package func delete(_ path: String, syncDirectory: Bool) throws(VirtualFileError) {
    try disk.withLock { disk throws(VirtualFileError) in
      try disk.delete(path, syncDirectory: syncDirectory)
    }
  }

  /// Whether the file exists.
  package func exists(_ path: String) throws(VirtualFileError) -> Bool {
    try disk.withLock { disk throws(VirtualFileError) in
      guard !disk.isDead else { throw VirtualFileError(.ioerr) }
      return disk.file(path) != nil
    }
  }

  /// Random bytes from the seed.
  package func fillRandom(_ buffer: UnsafeMutableRawBufferPointer) {
    for index in buffer.indices {
      buffer[index] = UInt8(truncatingIfNeeded: disk.withLock { $0.nextRandom() })
    }
  }

  /// The clock it was given, in SQLite's unit.
  package func julianMilliseconds() -> Int64 {
    // The Julian day begins at noon on 24 November 4714 before our era.
    unixMilliseconds() &+ 210_866_760_000_000
  }

  /// Does not wait: nothing here takes time.
  package func sleep(microseconds: Int) {}

  /// Runs `body` for a handle, unless the disk is dead or was dead since.
  func withDisk<Result: Sendable>(
    _ generation: Int, _ body: (inout MemoryDisk) throws(VirtualFileError) -> Result
  ) throws(VirtualFileError) -> Result {
    try disk.withLock { disk throws(VirtualFileError) in
      guard !disk.isDead, disk.generation == generation else { throw VirtualFileError(.ioerr) }
      return try body(&disk)
    }
  }

  /// Runs `body` for a handle that gives something back, which also a dead disk must let it do.
  func release(_ generation: Int, _ body: (inout MemoryDisk) -> Void) {
    disk.withLock { disk in
      if disk.generation == generation { body(&disk) }
    }
  }
}
