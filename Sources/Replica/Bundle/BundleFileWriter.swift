import Cryptography
import SyncProtocol

/// One file of a bundle on its way to its name, which it gets only when it is whole on the medium.
final class BundleFileWriter {
  private let folder: any BundleFolder
  private let temporary: String
  private var output: (any BundleFileOutput)?
  private var hasher = Hash.Hasher()
  /// Bytes appended so far.
  private(set) var byteCount = 0

  /// Begins a file under the temporary name of its bundle.
  init(_ folder: any BundleFolder, _ id: BundleID) throws {
    self.folder = folder
    temporary = BundleName(id, .temporary).text
    output = try folder.create(temporary)
  }

  /// Appends bytes.
  func append(_ bytes: [UInt8]) throws {
    try output?.append(bytes)
    hasher.update(bytes)
    byteCount += bytes.count
  }

  /// Ends the file with its hash, gives it its name, and reads it back.
  ///
  /// - Throws: `StickProblem.readsBackOtherwise` when the medium does not hold what was written.
  func place(as name: String) throws -> BundleManifest.Part {
    let hash = hasher.finalize()
    try output?.append(hash)
    try output?.sync()
    output = nil
    try folder.rename(temporary, to: name)
    try folder.sync()
    let part = BundleManifest.Part(byteCount: byteCount + hash.count, hash: hash)
    guard try BundleFileCheck(folder, name).part == part else {
      throw StickProblem.readsBackOtherwise(name: name)
    }
    return part
  }
}

/// What reading a file from its beginning to its end shows of it.
struct BundleFileCheck {
  /// Its length, and the hash that it says it has.
  let part: BundleManifest.Part?
  private static let readBytes = 256 << 10

  /// Reads a file; `part` stays nil where it is not as its writer left it.
  ///
  /// - Throws: `StickProblem`.
  init(_ folder: any BundleFolder, _ name: String) throws {
    let input = try folder.open(name)
    var hasher = Hash.Hasher()
    var tail: [UInt8] = []
    var byteCount = 0
    // Longer than any file of ours is not read to its end.
    guard input.byteCount <= Limits.bundlePartBytes else {
      part = nil
      return
    }
    while true {
      let bytes = try input.read(Self.readBytes)
      if bytes.isEmpty { break }
      byteCount += bytes.count
      guard byteCount <= Limits.bundlePartBytes else {
        part = nil
        return
      }
      tail += bytes
      let settled = tail.count - Hash.length
      if settled > 0 {
        hasher.update(Array(tail[..<settled]))
        tail.removeFirst(settled)
      }
    }
    let isSound = byteCount > Hash.length && hasher.finalize() == tail
    part = isSound ? BundleManifest.Part(byteCount: byteCount, hash: tail) : nil
  }
}
