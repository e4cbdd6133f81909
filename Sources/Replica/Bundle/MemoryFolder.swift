/// A folder of bundles in memory: what a browser sends, or takes away file by file.
package final class MemoryFolder: BundleFolder {
  /// The files by name.
  package private(set) var files: [String: [UInt8]]
  private let maximumBytes: Int

  /// - Parameters:
  ///   - files: those that lie in it, by names of `BundleName`.
  ///   - maximumBytes: what it takes at most.
  package init(_ files: [String: [UInt8]] = [:], atMost maximumBytes: Int) {
    self.files = files
    self.maximumBytes = maximumBytes
  }

  private var byteCount: Int { files.values.reduce(0) { $0 + $1.count } }

  /// What lies in it.
  package func entries(atMost maximum: Int) throws -> [BundleFolderEntry] {
    guard files.count <= maximum else { throw StickProblem.tooManyFiles(path: "") }
    return files.keys.map { BundleFolderEntry(name: $0, kind: .file) }
  }

  /// Makes a file that must not exist yet.
  package func create(_ name: String) throws -> any BundleFileOutput {
    guard files[name] == nil else { throw StickProblem.failed(reason: 0) }
    files[name] = []
    return Output(self, name)
  }

  /// Gives a file another name.
  package func rename(_ name: String, to target: String) throws {
    guard let bytes = files[name], files[target] == nil else {
      throw StickProblem.failed(reason: 0)
    }
    files[name] = nil
    files[target] = bytes
  }

  /// There is no medium behind it.
  package func sync() throws {}

  /// Opens a file for reading.
  package func open(_ name: String) throws -> any BundleFileInput {
    guard let bytes = files[name] else { throw StickProblem.unreadable(name: name) }
    return Input(bytes)
  }

  /// Removes a file.
  package func remove(_ name: String) throws { files[name] = nil }

  /// How much more it takes.
  package func facts() throws -> StickFacts {
    StickFacts(
      freeBytes: UInt64(max(0, maximumBytes - byteCount)), fileSystem: nil, isReadOnly: false)
  }

  private final class Output: BundleFileOutput {
    private let folder: MemoryFolder
    private let name: String

    init(_ folder: MemoryFolder, _ name: String) {
      self.folder = folder
      self.name = name
    }

    func append(_ bytes: [UInt8]) throws {
      guard folder.byteCount + bytes.count <= folder.maximumBytes else {
        throw StickProblem.full(wantedBytes: nil, freeBytes: try folder.facts().freeBytes)
      }
      folder.files[name, default: []] += bytes
    }

    func sync() throws {}
  }

  private final class Input: BundleFileInput {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var byteCount: Int { bytes.count }

    func read(_ count: Int) throws -> [UInt8] {
      let end = min(bytes.count, place + max(0, count))
      defer { place = end }
      return Array(bytes[place..<end])
    }

    func seek(to offset: Int) throws { place = min(bytes.count, max(0, offset)) }
  }
}
