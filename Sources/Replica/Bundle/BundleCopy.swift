import Cryptography
import SyncProtocol

/// Handing bundles on by somebody who cannot read them.
extension BundleShelf {
  private static let copiedBytes = 256 << 10

  /// Copies a whole bundle to another folder, with the care with which it was written: each file under
  /// a temporary name, synced, renamed, read back, and the manifest last.
  ///
  /// - Returns: bytes of its files.
  /// - Throws: `BundleProblem.damaged` where a file is not as its writer left it, `StickProblem`; then
  ///   nothing of it stays in the other folder.
  @discardableResult
  package static func copy(
    _ bundle: FoundBundle, from source: any BundleFolder, to target: any BundleFolder
  ) throws -> Int {
    guard let id = bundle.id else { throw BundleProblem.damaged(bundle.missingManifest) }
    let parts = bundle.files.keys.filter { $0 > 0 }.sorted() + [0]
    var byteCount = 0
    do {
      for part in parts {
        guard let name = bundle.files[part] else {
          throw BundleProblem.damaged(bundle.missingManifest)
        }
        let target = try copy(name, of: id, part, from: source, to: target)
        byteCount += target.byteCount
      }
    } catch {
      // The manifest first: what is left of it then is known to be none.
      for role in [.part(0), .temporary] + parts.map(BundleName.Role.part) {
        try? target.remove(BundleName(id, role).text)
      }
      try? target.sync()
      throw error
    }
    return byteCount
  }

  private static func copy(
    _ name: String, of id: BundleID, _ part: Int, from source: any BundleFolder,
    to target: any BundleFolder
  ) throws -> BundleManifest.Part {
    let input = try source.open(name)
    let file = try BundleFileWriter(target, id)
    // The hash at the end of the file is made anew, and is the same where the file is sound.
    var left = min(input.byteCount, Limits.bundlePartBytes) - Hash.length
    while left > 0 {
      let bytes = try input.readExactly(min(left, copiedBytes))
      guard !bytes.isEmpty else { break }
      try file.append(bytes)
      left -= bytes.count
    }
    let hash = try input.readExactly(Hash.length)
    let placed = try file.place(as: BundleName(id, .part(part)).text)
    guard left <= 0, placed.hash == hash else {
      var damage = BundleDamage()
      if part == 0 { damage.manifest = .damaged } else { damage.damaged = [part] }
      throw BundleProblem.damaged(damage)
    }
    return placed
  }
}

extension FoundBundle {
  fileprivate var missingManifest: BundleDamage {
    var damage = BundleDamage()
    damage.manifest = .missing
    return damage
  }

  /// Bytes of its files as the folder tells them.
  /// - Throws: `StickProblem`.
  package func byteCount(in folder: any BundleFolder) throws -> Int {
    try files.values.reduce(0) { try $0 + folder.open($1).byteCount }
  }
}
