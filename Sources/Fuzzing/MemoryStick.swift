import Replica

/// A folder of bundles in memory that never fails: what is to break is what reads it.
final class MemoryStick: BundleFolder {
  private final class File {
    var bytes: [UInt8]
    init(_ bytes: [UInt8]) { self.bytes = bytes }
  }

  private var content: [String: File]

  init(_ files: [String: [UInt8]] = [:]) { content = files.mapValues(File.init) }

  /// What was written.
  var files: [String: [UInt8]] { content.mapValues(\.bytes) }

  func entries(atMost maximum: Int) -> [BundleFolderEntry] {
    content.keys.map { BundleFolderEntry(name: $0, kind: .file) }
  }

  func create(_ name: String) -> any BundleFileOutput {
    let file = File([])
    content[name] = file
    return Output(file)
  }

  func rename(_ name: String, to target: String) {
    content[target] = content.removeValue(forKey: name)
  }

  func sync() {}

  func open(_ name: String) throws -> any BundleFileInput {
    guard let file = content[name] else { throw StickProblem.unreadable(name: name) }
    return Input(file.bytes)
  }

  func remove(_ name: String) { content[name] = nil }

  func facts() -> StickFacts { StickFacts(freeBytes: nil, fileSystem: nil, isReadOnly: false) }

  private final class Output: BundleFileOutput {
    private let file: File
    init(_ file: File) { self.file = file }
    func append(_ bytes: [UInt8]) { file.bytes += bytes }
    func sync() {}
  }

  private final class Input: BundleFileInput {
    private let bytes: [UInt8]
    private var rest: ArraySlice<UInt8>
    var byteCount: Int { bytes.count }
    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      rest = bytes[...]
    }
    func read(_ count: Int) -> [UInt8] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    func seek(to offset: Int) { rest = bytes.dropFirst(offset) }
  }
}
