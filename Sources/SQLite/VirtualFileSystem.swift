import CSQLite

/// Why a virtual file system refused: the result code that SQLite is given.
package struct VirtualFileError: Error, Equatable, Sendable {
  /// The code, extended where SQLite has one.
  package let code: ResultCode

  /// Makes the refusal.
  package init(_ code: ResultCode) { self.code = code }
}

/// What a file is opened for.
package struct VirtualOpenOptions: OptionSet, Sendable {
  /// SQLite's open flags. Source: <https://www.sqlite.org/c3ref/c_open_autoproxy.html>.
  package let rawValue: Int32

  /// Takes SQLite's open flags.
  package init(rawValue: Int32) { self.rawValue = rawValue }

  /// Only for reading.
  package static let readOnly = VirtualOpenOptions(rawValue: SQLITE_OPEN_READONLY)
  /// Make the file if it is missing.
  package static let create = VirtualOpenOptions(rawValue: SQLITE_OPEN_CREATE)
  /// The file must be new.
  package static let exclusive = VirtualOpenOptions(rawValue: SQLITE_OPEN_EXCLUSIVE)
  /// Remove the file when it is closed.
  package static let deleteOnClose = VirtualOpenOptions(rawValue: SQLITE_OPEN_DELETEONCLOSE)
}

/// The lock of one open file, weakest first. Source: <https://www.sqlite.org/lockingv3.html>.
package enum FileLockLevel: Int32, Comparable, Sendable {
  /// No lock.
  case none = 0
  /// Reads; others may read too.
  case shared = 1
  /// Means to write; others may still read.
  case reserved = 2
  /// Waits for readers to leave; no new reader enters.
  case pending = 3
  /// Writes; nobody else has a lock.
  case exclusive = 4

  /// Weaker before stronger.
  package static func < (left: FileLockLevel, right: FileLockLevel) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What is asked of one of the WAL index's locks.
package enum SharedMemoryLock: Sendable {
  /// Take it beside other readers.
  case shared
  /// Take it alone.
  case exclusive
  /// Give back a shared one.
  case releaseShared
  /// Give back an exclusive one.
  case releaseExclusive
}

/// A disk on which SQLite keeps its files, written in Swift; register it with
/// `VirtualFileSystemRegistration`. Called from every thread that has a connection on it.
package protocol VirtualFileSystem: AnyObject, Sendable {
  /// Opens a file; a nil path is a temporary file without a name.
  func open(_ path: String?, _ options: VirtualOpenOptions) throws(VirtualFileError)
    -> any VirtualFile
  /// Removes a file; with `syncDirectory` the removal is durable on return. A missing file throws
  /// `.ioerrDeleteMissing`.
  func delete(_ path: String, syncDirectory: Bool) throws(VirtualFileError)
  /// Whether the file exists.
  func exists(_ path: String) throws(VirtualFileError) -> Bool
  /// Random bytes for SQLite: names of temporary files, salts of the WAL, `random()`.
  func fillRandom(_ buffer: UnsafeMutableRawBufferPointer)
  /// The time in milliseconds of the Julian day, SQLite's own unit.
  func julianMilliseconds() -> Int64
  /// Waits, for a busy timeout.
  func sleep(microseconds: Int)
}

/// An open file of a `VirtualFileSystem`.
package protocol VirtualFile: AnyObject {
  /// Reads from `offset`; returns how many bytes there were, fewer only at the end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(VirtualFileError)
    -> Int
  /// Writes all bytes at `offset`, or throws.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(VirtualFileError)
  /// Cuts the file.
  func truncate(to size: Int) throws(VirtualFileError)
  /// Makes everything written durable.
  func sync() throws(VirtualFileError)
  /// The size in bytes.
  func size() throws(VirtualFileError) -> Int
  /// Raises the lock; throws `.busy` if another one is in the way.
  func lock(_ level: FileLockLevel) throws(VirtualFileError)
  /// Lowers the lock to `shared` or `none`.
  func unlock(_ level: FileLockLevel) throws(VirtualFileError)
  /// Whether any connection means to write.
  func isReserved() throws(VirtualFileError) -> Bool
  /// The memory of one region of the WAL index, zeroed when new; nil if it is missing and `extend`
  /// is false. It stays in place until `unmapSharedMemory`.
  func sharedMemory(region: Int, size: Int, extend: Bool) throws(VirtualFileError)
    -> UnsafeMutableRawPointer?
  /// Changes locks of the WAL index; throws `.busy` if another one is in the way.
  func lockSharedMemory(_ slots: Range<Int>, _ lock: SharedMemoryLock) throws(VirtualFileError)
  /// Lets the WAL index go; with `delete` it is removed when nobody holds it.
  func unmapSharedMemory(delete: Bool)
  /// Closes; gives back every lock.
  func close()
  /// The unit in which the disk writes, in bytes.
  var sectorSize: Int { get }
  /// Whether a power cut in a write leaves the bytes beside it whole, as ordinary disks promise.
  var hasPowersafeOverwrite: Bool { get }
}
