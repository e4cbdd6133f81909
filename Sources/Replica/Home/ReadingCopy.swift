import SQLite
import Synchronization

/// The store of a home in memory, for looking at it while its disk has no room for a single byte.
///
/// SQLite needs a little room beside a file even to read it. What is written to the copy is gone with
/// it, so only commands that look may be given one.
package final class ReadingCopy {
  /// Where the copy is opened; valid as long as this is kept.
  package let location: Store.Location
  private let registration: VirtualFileSystemRegistration

  private static let count = Mutex(0)

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
    let number = Self.count.withLock { count in
      count += 1
      return count
    }
    registration = VirtualFileSystemRegistration(files, name: "camtay-reading-\(number)")
    location = Store.Location(path: home.storePath, fileSystem: registration.name)
  }
}
