import Cryptography
import Replica
import SyncProtocol

/// Bundles of others that this laptop carries: it can neither read them nor tell whose they are.
///
/// They lie in the home in files of their own, apart from the laptop's own work, and are handed on
/// whole or not at all. Whoever they are for knows them; a bundle that arrives twice does no harm.
struct Courier {
  /// Bundles that are carried at most.
  static let maximumBundles = 200
  /// Bytes that they may take together.
  static let maximumBytes = 1 << 30

  /// What was done with the bundles of a stick.
  struct Result {
    /// Bundles that were copied.
    var copied = 0
    /// Their bytes.
    var byteCount = 0
    /// Bundles that were there already.
    var known = 0
    /// Bundles that are not whole, by the characters of their names, with what is wrong.
    var damaged: [(stem: String, damage: BundleDamage)] = []
    /// Bundles for which there is no room here, or whose names others have.
    var refused = 0
    /// Bundles that were let go here once they were on the stick.
    var forgotten = 0
  }

  private let laptop: Laptop
  private let carried: StickFolder
  private let key: SigningKey
  private let maker: BundleMaker

  /// Opens what a laptop carries.
  /// - Throws: `StickProblem`, `HomeError`.
  init(_ laptop: Laptop) throws {
    self.laptop = laptop
    let path = "\(laptop.home.path)/courier"
    try HomeFolder.makeFolders(path)
    carried = try StickFolder(in: path, creating: true)
    key = try LaptopKeys(laptop.home).enrolledKey()
    maker = try BundleMaker(key)
  }

  /// The bundles that are carried now, and their bytes.
  func carrying() throws -> (bundles: Int, byteCount: Int) {
    let bundles = try shelf(carried).bundles
    return (bundles.count, try bundles.reduce(0) { try $0 + $1.byteCount(in: carried) })
  }

  /// Takes along the bundles of a stick that are for others; they stay on the stick.
  /// - Throws: `StickProblem`; what came before is carried.
  func take(from path: String) throws -> Result {
    let stick = try StickFolder(in: path, creating: false)
    var (count, bytes) = try carrying()
    return try copy(from: stick, to: carried) { bundle in
      let size = try bundle.byteCount(in: stick)
      guard count < Self.maximumBundles, bytes + size <= Self.maximumBytes else { return false }
      count += 1
      bytes += size
      return true
    }
  }

  /// Puts what is carried onto a stick.
  ///
  /// - Parameter forgetting: let go here what is on the stick and was read back.
  /// - Throws: `StickProblem`; what came before is on the stick.
  func give(to path: String, forgetting: Bool) throws -> Result {
    let stick = try StickFolder(in: path, creating: true)
    guard try !stick.facts().isReadOnly else { throw StickProblem.readOnly }
    var result = try copy(from: carried, to: stick) { _ in true }
    guard forgetting else { return result }
    let given = Set(
      try shelf(stick).bundles.filter { Self.damage(of: $0)?.isNone == true }.compactMap(\.id))
    for bundle in try shelf(carried).bundles where bundle.id.map(given.contains) == true {
      // The manifest first: what is left of it then is known to be none.
      for name in bundle.names { try carried.remove(name) }
      result.forgotten += 1
    }
    try carried.sync()
    return result
  }

  private func copy(
    from source: StickFolder, to target: StickFolder, taking: (FoundBundle) throws -> Bool
  ) throws -> Result {
    var result = Result()
    // What is there in part, from a try that was broken off, is no bundle and gives way.
    let shelved = try shelf(target).bundles
    let there = Set(
      shelved.filter { Self.damage(of: $0)?.isNone == true }.compactMap(\.id))
    // Another bundle's files by the same eight characters do not.
    let owners = Dictionary(
      shelved.compactMap { bundle in bundle.id.map { (bundle.stem, $0) } },
      uniquingKeysWith: { first, _ in first })
    for bundle in try shelf(source).bundles {
      // What this laptop packed itself, it packs anew.
      guard bundle.id?.isOf(maker) != true, let damage = Self.damage(of: bundle) else { continue }
      guard damage.isNone else {
        result.damaged.append((bundle.stem, damage))
        continue
      }
      guard let id = bundle.id, !there.contains(id) else {
        result.known += 1
        continue
      }
      guard (owners[bundle.stem] ?? id) == id, try taking(bundle) else {
        result.refused += 1
        continue
      }
      for role in bundle.files.keys.map(BundleName.Role.part) + [.temporary] {
        try target.remove(BundleName(id, role).text)
      }
      result.byteCount += try BundleShelf.copy(bundle, from: source, to: target)
      result.copied += 1
    }
    return result
  }

  /// What is wrong with a bundle for somebody else; nil for one that is for this laptop.
  private static func damage(of bundle: FoundBundle) -> BundleDamage? {
    if case .forAnother(let damage) = bundle.state { damage } else { nil }
  }

  private func shelf(_ folder: StickFolder) throws -> BundleShelf {
    try BundleShelf(
      folder,
      for: BundleRecipient(key, rootPublicKey: laptop.store.identity.rootPublicKey),
      checksOthers: true)
  }
}
