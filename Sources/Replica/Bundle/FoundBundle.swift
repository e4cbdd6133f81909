import Cryptography
import SyncProtocol

/// One bundle in a folder, and how it is.
package struct FoundBundle: Sendable {
  /// How a bundle is.
  package enum State: Hashable, Sendable {
    /// For us, and every byte of it is as it was written.
    case whole(BundleContents)
    /// For somebody else; nil where nobody asked whether it is whole.
    case forAnother(damage: BundleDamage?)
    /// Not to be taken in; with what its manifest says, where that can be read.
    case unusable(BundleProblem, BundleContents?)
  }

  /// The eight characters that its files have in common.
  package let stem: String
  /// Its number; nil where no file of it could be read.
  package let id: BundleID?
  /// Its files by part; 0 is the manifest.
  package let files: [Int: String]
  /// How it is.
  package let state: State
  /// The parts as the manifest lists them; empty without one.
  let parts: [BundleManifest.Part]
  let keys: BundleKeys?

  /// The names of its files, ascending.
  package var names: [String] { files.sorted { $0.key < $1.key }.map(\.value) }
}

/// What a folder of bundles holds. Only files by our names are opened, and of those of others no more
/// than the beginning, unless that is asked for.
package struct BundleShelf: Sendable {
  /// The bundles, in the order of their names.
  package private(set) var bundles: [FoundBundle] = []
  /// Files that were never finished, by name, ascending.
  package private(set) var unfinished: [String] = []
  /// What has a name of ours and is no ordinary file, ascending; never opened.
  package private(set) var refused: [String] = []

  /// Looks through a folder.
  ///
  /// - Parameters:
  ///   - checksOthers: also read bundles for others to their end, to say whether they are whole.
  ///   - progress: told how many of all bundles were looked at.
  /// - Throws: `StickProblem`.
  package init(
    _ folder: any BundleFolder, for recipient: BundleRecipient, checksOthers: Bool = false,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws {
    var files: [String: [Int: String]] = [:]
    for entry in try folder.entries(atMost: Limits.filesPerBundleFolder) {
      guard let name = BundleName(entry.name) else { continue }
      guard entry.kind == .file else {
        refused.append(entry.name)
        continue
      }
      switch name.role {
      case .temporary: unfinished.append(entry.name)
      case .part(let part): files[name.stem, default: [:]][part] = entry.name
      }
    }
    unfinished.sort()
    refused.sort()
    for (index, stem) in files.keys.sorted().enumerated() {
      progress(index, files.count)
      var look = BundleLook(folder, recipient, stem, files[stem] ?? [:])
      bundles.append(try look.found(checksOthers: checksOthers))
    }
    progress(files.count, files.count)
    // One file in a bad place of the medium is damage; no file at all is a stick that is gone.
    let all = bundles.flatMap(\.files.values)
    if !all.isEmpty, all.allSatisfy({ Self.cannotBeRead(folder, $0) }) {
      throw StickProblem.pulledOut
    }
  }

  /// Takes away what broken tries left: of this maker temporary files, and parts that no manifest
  /// ends; of anybody temporary files too short to hold anything.
  ///
  /// - Returns: how many files went.
  package static func clean(_ folder: any BundleFolder, of maker: BundleMaker) throws -> Int {
    let files = try folder.entries(atMost: Limits.filesPerBundleFolder).compactMap { entry in
      entry.kind == .file ? BundleName(entry.name).map { (entry: entry.name, name: $0) } : nil
    }
    let ended = Set(files.filter { $0.name.role == .part(0) }.map(\.name.stem))
    var removed = 0
    for file in files where file.name.role == .temporary || !ended.contains(file.name.stem) {
      let bytes = try folder.open(file.entry).readExactly(BundlePartHeader.byteCount)
      let header = try? BundlePartHeader(decoding: bytes)
      let isOurs = header.map {
        $0.id.isOf(maker) && BundleName($0.id, .temporary).stem == file.name.stem
      }
      let isEmpty = file.name.role == .temporary && bytes.count < BundlePartHeader.byteCount
      guard isOurs ?? isEmpty else { continue }
      try folder.remove(file.entry)
      removed += 1
    }
    if removed > 0 { try folder.sync() }
    return removed
  }

  /// The beginning of a file; nil where it is none of a bundle.
  /// - Throws: `BundleProblem.otherVersion`, `StickProblem`.
  static func header(_ folder: any BundleFolder, _ name: String) throws -> BundlePartHeader? {
    try BundlePartHeader(
      decoding: try folder.open(name).readExactly(BundlePartHeader.byteCount))
  }

  private static func cannotBeRead(_ folder: any BundleFolder, _ name: String) -> Bool {
    do {
      _ = try folder.open(name).read(1)
      return false
    } catch {
      return true
    }
  }
}

extension BundleFileInput {
  /// Everything that is left, of a file no longer than one of a bundle.
  package func readWhole() throws -> [UInt8] {
    try readExactly(min(byteCount, Limits.bundlePartBytes))
  }

  /// At most `count` bytes behind the first `offset` ones.
  package func readPiece(at offset: Int, _ count: Int) throws -> [UInt8] {
    try seek(to: offset)
    return try readExactly(count)
  }

  /// The next `count` bytes, fewer only at the end of the file.
  func readExactly(_ count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
      let next = try read(count - bytes.count)
      if next.isEmpty { break }
      bytes += next
    }
    return bytes
  }
}
