import SQLite
import Synchronization

/// A place in memory for a store that nobody keeps; what is written there is gone with it.
package final class MemoryLocation {
  /// Where the store is opened; valid as long as this is kept.
  package let location: Store.Location
  private let registration: VirtualFileSystemRegistration

  private static let count = Mutex(0)

  /// - Parameters:
  ///   - path: what the store's file is called.
  ///   - seed: of the randomness that SQLite is given.
  package convenience init(path: String, seed: UInt64) {
    self.init(path: path, MemoryFileSystem(seed: seed, unixMilliseconds: { 0 }))
  }

  fileprivate init(path: String, _ files: MemoryFileSystem) {
    let number = Self.count.withLock { count in
      count += 1
      return count
    }
    registration = VirtualFileSystemRegistration(files, name: "camtay-memory-\(number)")
    location = Store.Location(path: path, fileSystem: registration.name)
  }
}

/// The store of a home in memory, for looking at it while its disk has no room for a single byte.
///
/// SQLite needs a little room beside a file even to read it. What is written to the copy is gone with
/// it, so only commands that look may be given one.
package final class ReadingCopy {
  private let memory: MemoryLocation

  /// Where the copy is opened; valid as long as this is kept.
  package var location: Store.Location { memory.location }

  /// Reads store and keyring with what their logs hold. The caller keeps writers away.
  /// - Throws: `HomeError`.
  package init(of home: HomeFolder) throws {
    let files = MemoryFileSystem(seed: 0, unixMilliseconds: { 0 })
    let store = Store.Location(path: home.storePath)
    for path in [store.path, store.keyringPath] {
      for name in [path, "\(path)-wal"] {
        guard let bytes = try HomeFolder.read(path: name, maximumBytes: .max) else { continue }
        files.place(bytes, at: name)
      }
    }
    memory = MemoryLocation(path: home.storePath, files)
  }
}
