import Cryptography
import SyncProtocol

/// Looks at the files of one bundle, which are told by the characters that their names begin with.
struct BundleLook {
  private let folder: any BundleFolder
  private let recipient: BundleRecipient
  private let stem: String
  private let files: [Int: String]
  private var headers: [Int: BundlePartHeader] = [:]
  private var versions: [UInt8] = []

  init(
    _ folder: any BundleFolder, _ recipient: BundleRecipient, _ stem: String,
    _ files: [Int: String]
  ) {
    self.folder = folder
    self.recipient = recipient
    self.stem = stem
    self.files = files
  }

  /// How the bundle is.
  /// - Throws: `StickProblem` when the stick does not answer.
  mutating func found(checksOthers: Bool) throws -> FoundBundle {
    for (part, name) in files.sorted(by: { $0.key < $1.key }) {
      do {
        headers[part] = try BundleShelf.header(folder, name)
      } catch BundleProblem.otherVersion(let version) {
        versions.append(version)
      } catch StickProblem.unreadable {
        continue
      }
    }
    let ordered = headers.sorted { $0.key < $1.key }.map(\.value)
    for header in ordered {
      if let keys = BundleKeys(of: header, recipient: recipient.boxKey) {
        return try ours(header.id, keys)
      }
    }
    guard let first = ordered.first else {
      // A single changed byte makes no other version where the rest is of this one.
      return try found(
        nil, .unusable(versions.first.map { .otherVersion($0) } ?? .damaged(unread()), nil))
    }
    guard checksOthers else { return try found(first.id, .forAnother(damage: nil)) }
    let (damage, _) = try damage(first.id)
    return try found(first.id, .forAnother(damage: damage))
  }

  private func ours(_ id: BundleID, _ keys: BundleKeys) throws -> FoundBundle {
    let (damage, manifest) = try damage(id)
    var contents: BundleContents?
    do {
      contents = try manifest?.contents(
        keys, recipient: recipient.key, rootPublicKey: recipient.rootPublicKey)
    } catch let problem as BundleProblem {
      return try found(id, .unusable(problem, nil))
    }
    guard let contents, damage.isNone else {
      return try found(id, .unusable(.damaged(damage), contents))
    }
    return try found(id, .whole(contents), manifest?.parts ?? [], keys)
  }

  /// Compares every file with the list in the manifest.
  private func damage(_ id: BundleID) throws -> (BundleDamage, BundleManifest?) {
    var damage = BundleDamage()
    let manifest = try manifest(id, &damage)
    damage.parts = manifest?.parts.count
    let last = manifest?.parts.count ?? files.keys.max() ?? 0
    for part in 1..<(max(0, last) + 1) {
      guard let name = files[part] else {
        damage.missing.append(part)
        continue
      }
      let found = try check(name)
      let isAsListed = manifest.map { $0.parts[part - 1] == found } ?? (found != nil)
      if isAsListed, headers[part]?.id == id, headers[part]?.part == part { continue }
      if found != nil, let header = headers[part], header.id != id {
        damage.foreign.append(part)
      } else {
        damage.damaged.append(part)
      }
    }
    return (damage, manifest)
  }

  private func manifest(_ id: BundleID, _ damage: inout BundleDamage) throws -> BundleManifest? {
    guard let name = files[0] else {
      damage.manifest = .missing
      return nil
    }
    guard let part = try check(name), part.byteCount <= Limits.manifestBytes + Hash.length,
      let header = headers[0], header.id == id, header.part == 0,
      let bytes = try? folder.open(name).readExactly(part.byteCount - Hash.length),
      let manifest = try? BundleManifest(decoding: bytes)
    else {
      damage.manifest = .damaged
      return nil
    }
    return manifest
  }

  /// A file as it is; nil when it is not as its writer left it, or the medium does not give it out.
  private func check(_ name: String) throws -> BundleManifest.Part? {
    do {
      return try BundleFileCheck(folder, name).part
    } catch StickProblem.unreadable {
      return nil
    }
  }

  private func unread() -> BundleDamage {
    var damage = BundleDamage()
    damage.manifest = files[0] == nil ? .missing : .damaged
    damage.damaged = files.keys.filter { $0 > 0 }.sorted()
    return damage
  }

  private func found(
    _ id: BundleID?, _ state: FoundBundle.State, _ parts: [BundleManifest.Part] = [],
    _ keys: BundleKeys? = nil
  ) throws -> FoundBundle {
    FoundBundle(stem: stem, id: id, files: files, state: state, parts: parts, keys: keys)
  }
}
