import SQLite
import Synchronization

/// A disk in memory on which an input's stores lie; put back to a template before every input.
final class FuzzDisk {
  /// Every file of a disk.
  typealias Image = [(path: String, bytes: [UInt8])]

  /// Names of file systems are the process's; nothing depends on them.
  private static let names = Atomic<Int>(0)

  let system = MemoryFileSystem(seed: 1, unixMilliseconds: { 1_760_000_000_000 })
  private let registration: VirtualFileSystemRegistration

  init() {
    let number = Self.names.add(1, ordering: .relaxed).newValue
    registration = VirtualFileSystemRegistration(system, name: "fuzz-\(number)")
  }

  /// The name under which SQLite knows it.
  var name: String { registration.name }

  /// All files; every store must be closed.
  var image: Image {
    system.paths.compactMap { path in system.contents(of: path).map { (path, $0) } }
  }

  /// Puts the files of an image in place of all that is there.
  func restore(_ image: Image) {
    for path in system.paths { try? system.delete(path, syncDirectory: true) }
    for file in image { system.place(file.bytes, at: file.path) }
  }
}
