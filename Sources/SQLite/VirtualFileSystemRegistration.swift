import CSQLite
import Synchronization

/// Makes a virtual file system known to SQLite under a name, until it is released.
///
/// Release it after its connections are closed; a connection that is still open then gets
/// `.cantopen` for new files. SQLite may keep the record of a name for ever, so a few hundred bytes
/// a registration are never freed; the file system itself is.
package final class VirtualFileSystemRegistration {
  /// The name for `Connection(vfs:)`.
  package let name: String
  private let record: UnsafeMutablePointer<sqlite3_vfs>
  private let slot: VirtualFileSystemSlot

  /// Registers `fileSystem`; a name that is in use is a mistake in the program.
  package init(_ fileSystem: any VirtualFileSystem, name: String) {
    precondition(sqlite3_vfs_find(name) == nil, "the name of a virtual file system is in use")
    let characters = name.utf8CString
    let text = UnsafeMutablePointer<CChar>.allocate(capacity: characters.count)
    for (index, character) in characters.enumerated() {
      (text + index).initialize(to: character)
    }
    slot = VirtualFileSystemSlot(fileSystem)
    record = .allocate(capacity: 1)
    record.initialize(to: VirtualFileCallbacks.fileSystem)
    record.pointee.zName = UnsafePointer(text)
    record.pointee.pAppData = Unmanaged.passRetained(slot).toOpaque()
    self.name = name
    let result = sqlite3_vfs_register(record, 0)
    precondition(result == SQLITE_OK, "SQLite did not register the virtual file system")
  }

  deinit {
    sqlite3_vfs_unregister(record)
    slot.empty()
  }
}

/// Where SQLite's record finds the file system; emptied when the registration ends.
final class VirtualFileSystemSlot: Sendable {
  private let content: Mutex<(any VirtualFileSystem)?>

  init(_ fileSystem: any VirtualFileSystem) {
    content = Mutex(fileSystem)
  }

  var fileSystem: (any VirtualFileSystem)? { content.withLock { $0 } }

  func empty() {
    content.withLock { $0 = nil }
  }
}
