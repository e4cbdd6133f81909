import Replica

/// A folder of bundles in memory that counts how often it had to be on its medium.
final class CountedFolder: BundleFolder {
  private let folder: MemoryFolder
  /// Syncs of files and of the folder itself.
  private(set) var syncs = 0

  init(atMost maximumBytes: Int = 1 << 30) { folder = MemoryFolder(atMost: maximumBytes) }

  /// Bytes of all files.
  var byteCount: Int { folder.files.values.reduce(0) { $0 + $1.count } }

  func entries(atMost maximum: Int) throws -> [BundleFolderEntry] {
    try folder.entries(atMost: maximum)
  }

  func create(_ name: String) throws -> any BundleFileOutput {
    Output(try folder.create(name)) { [weak self] in self?.syncs += 1 }
  }

  func rename(_ name: String, to target: String) throws { try folder.rename(name, to: target) }

  func sync() throws { syncs += 1 }

  func open(_ name: String) throws -> any BundleFileInput { try folder.open(name) }

  func remove(_ name: String) throws { try folder.remove(name) }

  func facts() throws -> StickFacts { try folder.facts() }

  private final class Output: BundleFileOutput {
    private let output: any BundleFileOutput
    private let count: () -> Void

    init(_ output: any BundleFileOutput, _ count: @escaping () -> Void) {
      self.output = output
      self.count = count
    }

    func append(_ bytes: [UInt8]) throws { try output.append(bytes) }

    func sync() throws {
      try output.sync()
      count()
    }
  }
}
