import Cryptography
import FieldWork
import Replica
import SyncProtocol

/// Bundles of others that this laptop carries: it can neither read them nor tell whose they are.
///
/// They lie in the home in files of their own, apart from the laptop's own work, and are handed on
/// whole or not at all. Whoever they are for knows them; a bundle that arrives twice does no harm.
struct Courier {
  /// Bundles that are carried at most.
  static let maximumBundles = Limits.bundlesPerCourier
  /// Bytes that they may take together.
  static let maximumBytes = Limits.bytesPerCourier

  /// What is carried.
  struct Load: Sendable, Equatable {
    /// Bundles.
    var bundles = 0
    /// Bytes of their files.
    var byteCount = 0
    /// When the first of them came; nil for none, and where that was not kept.
    var since: LocalDateTime?
  }

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
    /// Bundles for which there is no room here.
    var refused = 0
    /// Bundles whose files have the names of another bundle's.
    var namesTaken = 0
    /// Bundles that were let go here once they were on the stick.
    var forgotten = 0
  }

  private let laptop: Laptop
  private let carried: StickFolder
  private let key: SigningKey
  private let maker: BundleMaker
  private let dates: CourierDates

  /// Opens what a laptop carries.
  /// - Throws: `StickProblem`, `HomeError`.
  init(_ laptop: Laptop) throws {
    self.laptop = laptop
    let path = Self.path(laptop.home)
    try HomeFolder.makeFolders(path)
    dates = CourierDates(in: path)
    carried = try StickFolder(in: path, creating: true)
    key = try LaptopKeys(laptop.home).enrolledKey()
    maker = try BundleMaker(key)
  }

  private static func path(_ home: HomeFolder) -> String { "\(home.path)/courier" }

  /// Where bundles lie that come piece by piece.
  var arriving: String { "\(Self.path(laptop.home))/arriving" }

  /// What a laptop carries; nothing is made where it never carried anything.
  /// - Throws: `StickProblem`, `HomeError`.
  static func load(of laptop: Laptop) throws -> Load {
    guard HomeFolder.exists("\(path(laptop.home))/\(StickFolder.name)") else { return Load() }
    return try Courier(laptop).carrying()
  }

  /// The bundles that are carried now, and their bytes; whether they are sound is not looked at.
  func carrying() throws -> Load {
    let bundles = try shelf(carried, checksOthers: false).bundles.filter { $0.files[0] != nil }
    return Load(
      bundles: bundles.count,
      byteCount: try bundles.reduce(0) { try $0 + $1.byteCount(in: carried) },
      since: dates.first(of: bundles.map(\.stem)))
  }

  /// Those of the bundles that are carried that are whole, and those that are not, with what is wrong.
  func looked() throws -> (sound: [FoundBundle], damaged: [(stem: String, damage: BundleDamage)]) {
    var looked: (sound: [FoundBundle], damaged: [(stem: String, damage: BundleDamage)]) = ([], [])
    for bundle in try shelf(carried).bundles {
      guard let damage = Self.damage(of: bundle) else { continue }
      if damage.isNone, bundle.id != nil {
        looked.sound.append(bundle)
      } else {
        looked.damaged.append((bundle.stem, damage))
      }
    }
    return looked
  }

  /// A file of a bundle that is carried, from its beginning on.
  /// - Throws: `StickProblem`.
  func open(_ part: Int, of bundle: FoundBundle) throws -> (any BundleFileInput)? {
    try bundle.files[part].map { try carried.open($0) }
  }

  /// Carries a bundle no longer.
  /// - Throws: `StickProblem`.
  func letGo(_ bundle: FoundBundle) throws {
    // The manifest first: what is left of it then is known to be none.
    for name in bundle.names { try carried.remove(name) }
    try carried.sync()
  }

  /// Whether a bundle is carried whole.
  func carries(_ id: BundleID) throws -> Bool {
    try shelf(carried, checksOthers: false).bundles.contains {
      $0.id == id && $0.files[0] != nil
    }
  }

  /// Takes along the bundles of a folder.
  func take(from folder: any BundleFolder) throws -> Result {
    var load = try carrying()
    return try copy(from: folder, to: carried) { bundle in
      let size = try bundle.byteCount(in: folder)
      guard load.bundles < Self.maximumBundles, load.byteCount + size <= Self.maximumBytes else {
        return false
      }
      load.bundles += 1
      load.byteCount += size
      return true
    }
  }

  /// Takes along the bundles of a stick that are for others; they stay on the stick.
  /// - Throws: `StickProblem`; what came before is carried.
  func take(from path: String) throws -> Result {
    try take(from: try StickFolder(in: path, creating: false))
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
      try letGo(bundle)
      result.forgotten += 1
    }
    return result
  }

  private func copy(
    from source: any BundleFolder, to target: StickFolder, taking: (FoundBundle) throws -> Bool
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
      guard (owners[bundle.stem] ?? id) == id else {
        result.namesTaken += 1
        continue
      }
      guard try taking(bundle) else {
        result.refused += 1
        continue
      }
      for role in bundle.files.keys.map(BundleName.Role.part) + [.temporary] {
        try target.remove(BundleName(id, role).text)
      }
      result.byteCount += try BundleShelf.copy(bundle, from: source, to: target)
      result.copied += 1
      if target === carried { try dates.note(bundle.stem, at: laptop.clock().wall) }
    }
    return result
  }

  /// What is wrong with a bundle for somebody else; nil for one that is for this laptop.
  private static func damage(of bundle: FoundBundle) -> BundleDamage? {
    if case .forAnother(let damage) = bundle.state { damage } else { nil }
  }

  private func shelf(
    _ folder: any BundleFolder, checksOthers: Bool = true
  ) throws -> BundleShelf {
    try BundleShelf(
      folder,
      for: BundleRecipient(key, rootPublicKey: laptop.store.identity.rootPublicKey),
      checksOthers: checksOthers)
  }
}
