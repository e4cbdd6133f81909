import Replica
import SQLite
import Synchronization
import SyncProtocol

/// The files of stores that belong to nobody yet, by version of their registry: making the tables
/// anew for every machine would take as long as all that it lives through.
enum EmptyStores {
  private static let images = Mutex<[UInt64: Machine.Image]>([:])

  /// The files of a registry, as the disk of a new machine has them.
  static func image(for schema: Schema) throws -> Machine.Image {
    if let known = images.withLock({ $0[schema.version] }) { return known }
    let disk = MemoryFileSystem(seed: 1, unixMilliseconds: { 1_760_000_000_000 })
    let name = "empty-stores-\(schema.version)-\(ObjectIdentifier(disk).hashValue)"
    let registration = VirtualFileSystemRegistration(disk, name: name)
    try Store.makeEmptyFiles(
      at: Store.Location(path: Machine.storePath, fileSystem: registration.name), schema: schema)
    let image = disk.paths.compactMap { path in disk.contents(of: path).map { (path, $0) } }
    images.withLock { $0[schema.version] = image }
    return image
  }
}
