import Randomness

/// The state of a `MemoryFileSystem`: files, names, and the faults that were ordered.
struct MemoryDisk: Sendable {
  /// What happened on the disk so far.
  /// All files together may not be larger; nil is no limit.
  var capacityBytes: Int?
  /// Changes until the disk dies; nil is never.
  var changesUntilDeath: Int?
  /// Writes until one is cut short; nil is never.
  var writesUntilShortOne: Int?
  /// Everything fails.
  var isDead = false
  /// Counts the crashes; a handle of an earlier time is dead for ever.
  private(set) var generation = 0
  /// A sync of any file makes all earlier changes of names durable.
  private let hasOrderedMetadata: Bool
  private(set) var files: [Int: MemoryDiskFile] = [:]
  private var names: [[UInt8]: Int] = [:]
  private var durableNames: [[UInt8]: Int] = [:]
  /// False only while every name is as durable as it will be.
  private var hasUnsyncedNames = false
  private var lastNumber = 0
  private var random: SeededGenerator

  init(seed: UInt64, capacityBytes: Int?, hasOrderedMetadata: Bool) {
    random = SeededGenerator(seed: seed)
    self.hasOrderedMetadata = hasOrderedMetadata
    self.capacityBytes = capacityBytes
  }

  /// All names, sorted by their bytes.
  var paths: [String] {
    names.keys.sorted { $0.lexicographicallyPrecedes($1) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The number of the file with a name.
  func file(_ path: String) -> Int? { names[Array(path.utf8)] }

  /// The next random number.
  mutating func nextRandom() -> UInt64 { random.next() }

  /// A new number for a file or a handle.
  mutating func newNumber() -> Int {
    lastNumber += 1
    return lastNumber
  }

  /// Opens or makes a file and returns its number.
  mutating func open(_ path: String?, _ options: VirtualOpenOptions) throws(VirtualFileError) -> Int
  {
    guard !isDead else { throw VirtualFileError(.cantopen) }
    let name = path.map { Array($0.utf8) }
    if let name, let number = names[name] {
      guard !options.contains([.create, .exclusive]) else { throw VirtualFileError(.cantopen) }
      files[number]?.openCount += 1
      return number
    }
    guard name == nil || options.contains(.create) else { throw VirtualFileError(.cantopen) }
    let number = newNumber()
    var file = MemoryDiskFile()
    file.openCount = 1
    files[number] = file
    if let name {
      names[name] = number
      hasUnsyncedNames = true
    }
    return number
  }

  /// Ends one handle.
  mutating func close(_ number: Int, handle: Int) {
    unmap(number, handle: handle)
    files[number]?.locks.unlock(.none, by: handle)
    files[number]?.openCount -= 1
    collect(number)
  }

  /// Removes a name, durably if `syncDirectory` is set.
  mutating func delete(_ path: String, syncDirectory: Bool) throws(VirtualFileError) {
    let name = Array(path.utf8)
    guard !isDead else { throw VirtualFileError(.ioerr) }
    guard let number = names[name] else { throw VirtualFileError(.ioerrDeleteMissing) }
    guard !spendChange() else { throw VirtualFileError(.ioerr) }
    names[name] = nil
    hasUnsyncedNames = true
    if syncDirectory { makeNamesDurable(besides: name) }
    collect(number)
  }

  /// Writes, as far as the capacity and the ordered faults allow.
  mutating func write(
    _ bytes: UnsafeRawBufferPointer, at offset: Int, of number: Int
  ) throws(VirtualFileError) {
    // Only the size: a second owner of the bytes would make every write copy the whole file.
    guard let size = files[number]?.bytes.count else { throw VirtualFileError(.ioerrWrite) }
    var failure: ResultCode?
    var fitting = bytes.count
    if spendChange() || isShortWrite() {
      failure = .ioerrWrite
      fitting /= 2
    }
    if let capacityBytes {
      let room = capacityBytes - usedBytes + size
      if offset + fitting > max(size, room) {
        failure = failure ?? .full
        fitting = max(0, max(size, room) - offset)
      }
    }
    files[number]?.write(UnsafeRawBufferPointer(rebasing: bytes[..<fitting]), at: offset)
    if let failure { throw VirtualFileError(failure) }
  }

  /// Cuts a file.
  mutating func truncate(_ number: Int, to size: Int) throws(VirtualFileError) {
    guard !spendChange() else { throw VirtualFileError(.ioerr) }
    files[number]?.truncate(to: size)
  }

  /// Makes a file and its name durable.
  mutating func sync(_ number: Int) throws(VirtualFileError) {
    guard !spendChange() else { throw VirtualFileError(.ioerrSync) }
    files[number]?.sync()
    guard hasUnsyncedNames else { return }
    if hasOrderedMetadata {
      hasUnsyncedNames = false
      let previous = Set(durableNames.values)
      durableNames = names
      for other in previous.sorted() { collect(other) }
    } else {
      for (name, other) in names where other == number { durableNames[name] = number }
      hasUnsyncedNames = names != durableNames
    }
  }

  /// Changes a file in a way that no fault touches: locks and the WAL index.
  mutating func withFile<Result>(
    _ number: Int, _ body: (inout MemoryDiskFile) throws(VirtualFileError) -> Result
  ) throws(VirtualFileError) -> Result {
    guard files[number] != nil else { throw VirtualFileError(.ioerr) }
    return try body(&files[number, default: MemoryDiskFile()])
  }

  /// Lets the WAL index of a handle go.
  mutating func unmap(_ number: Int, handle: Int) {
    files[number]?.sharedMemoryLocks.release(handle)
    files[number]?.sharedMemoryHandles.remove(handle)
    if files[number]?.sharedMemoryHandles.isEmpty == true { files[number]?.sharedMemory = nil }
  }

  /// A power cut: `keep` decides for each name and sector that was not synced.
  mutating func crash(_ keep: () -> Bool) {
    generation += 1
    isDead = false
    changesUntilDeath = nil
    writesUntilShortOne = nil
    let all = Set(names.keys).union(durableNames.keys)
    for name in all.sorted(by: { $0.lexicographicallyPrecedes($1) })
    where names[name] != durableNames[name] && !keep() {
      names[name] = durableNames[name]
    }
    durableNames = names
    let reachable = Set(names.values)
    for number in files.keys.sorted() {
      if reachable.contains(number) {
        files[number]?.crash(keep)
      } else {
        files[number] = nil
      }
    }
  }

  private var usedBytes: Int { files.values.reduce(0) { $0 + $1.bytes.count } }

  /// Counts one change; true if the disk dies with it.
  private mutating func spendChange() -> Bool {
    guard let left = changesUntilDeath else { return false }
    if left == 0 { isDead = true } else { changesUntilDeath = left - 1 }
    return isDead
  }

  private mutating func isShortWrite() -> Bool {
    guard let left = writesUntilShortOne else { return false }
    writesUntilShortOne = left == 0 ? nil : left - 1
    return left == 0
  }

  /// Syncing a folder makes all its names durable.
  private mutating func makeNamesDurable(besides name: [UInt8]) {
    func folder(_ name: [UInt8]) -> ArraySlice<UInt8> {
      name[..<(name.lastIndex(of: UInt8(ascii: "/")) ?? 0)]
    }
    for other in Set(names.keys).union(durableNames.keys) where folder(other) == folder(name) {
      let previous = durableNames[other]
      durableNames[other] = names[other]
      if let previous { collect(previous) }
    }
  }

  /// Frees a file that nobody can reach any more.
  private mutating func collect(_ number: Int) {
    guard let file = files[number], file.openCount <= 0 else { return }
    guard !names.values.contains(number), !durableNames.values.contains(number) else { return }
    files[number] = nil
  }

  /// Puts a whole file on the disk, with its name, durably.
  mutating func place(_ bytes: [UInt8], at path: String) {
    let name = Array(path.utf8)
    let replaced = [names[name], durableNames[name]].compactMap { $0 }
    let number = newNumber()
    files[number] = MemoryDiskFile(durable: bytes)
    names[name] = number
    durableNames[name] = number
    for old in replaced { collect(old) }
  }

  /// Changes one bit of a file, durably; false if there is no such byte.
  mutating func flipBit(_ bit: Int, of path: String, at offset: Int) -> Bool {
    guard let number = file(path), files[number]?.bytes.indices.contains(offset) == true else {
      return false
    }
    files[number]?.flipBit(bit, at: offset)
    return true
  }
}
