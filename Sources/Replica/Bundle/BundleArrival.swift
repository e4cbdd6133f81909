import Cryptography
import SyncProtocol

/// A bundle that comes piece by piece over a network, in a folder of its own: its manifest first, then
/// its parts in their order (SPEC 21.5).
///
/// What has come stays over a crash, and where it goes on is read off the files. The manifest gets its
/// name in the folder of bundles when all parts are there: until then nobody takes them for a bundle.
package struct BundleArrival {
  /// What became of a piece.
  package enum Step: Hashable, Sendable {
    /// This is what is wanted next.
    case wanted(part: Int, offset: Int)
    /// Every part is there, as the manifest lists it.
    case whole
    /// A part came to its end and is not what the manifest lists; it begins anew.
    case damaged(part: Int)
  }

  private static let manifestName = "manifest"

  /// Its number.
  package let id: BundleID
  /// Bytes of all its files.
  package let byteCount: Int
  private let header: BundlePartHeader
  private let manifest: BundleManifest
  private let file: [UInt8]
  private let path: String

  /// Reads a manifest as its file is; nothing is kept before `begin`.
  ///
  /// - Throws: `BundleProblem.damaged`, `.otherVersion`.
  package init(_ file: [UInt8], below root: String) throws(BundleProblem) {
    var damage = BundleDamage()
    damage.manifest = .damaged
    let content = Array(file.dropLast(Hash.length))
    guard file.count > Hash.length, file.count <= Limits.manifestBytes,
      Hash.blake2b256(content) == Array(file.suffix(Hash.length)),
      let header = try BundlePartHeader(decoding: Array(file.prefix(BundlePartHeader.byteCount))),
      header.part == 0, let manifest = try? BundleManifest(decoding: content),
      !manifest.parts.isEmpty, manifest.parts.allSatisfy({ $0.byteCount > 0 })
    else { throw .damaged(damage) }
    self.header = header
    self.manifest = manifest
    self.file = file
    id = header.id
    byteCount = manifest.parts.reduce(file.count) { $0 + $1.byteCount }
    path = Self.path(of: header.id, below: root)
  }

  /// One that was begun; nil where none was.
  /// - Throws: `HomeError`.
  package init?(_ id: BundleID, below root: String) throws {
    let path = Self.path(of: id, below: root)
    guard
      let file = try HomeFolder.read(
        path: "\(path)/\(Self.manifestName)", maximumBytes: Limits.manifestBytes),
      let arrival = try? Self(file, below: root), arrival.id == id
    else { return nil }
    self = arrival
  }

  private static func path(of id: BundleID, below root: String) -> String {
    "\(root)/\(Hexadecimal.encode(id.bytes))"
  }

  /// What the bundle says of itself; nil where it is for somebody else.
  /// - Throws: `BundleProblem`.
  package func contents(for recipient: BundleRecipient) throws -> BundleContents? {
    guard let keys = BundleKeys(of: header, recipient: recipient.boxKey) else { return nil }
    return try manifest.contents(
      keys, recipient: recipient.key, rootPublicKey: recipient.rootPublicKey)
  }

  /// Keeps the manifest; what came of an earlier try goes on.
  /// - Throws: `HomeError`.
  package func begin() throws {
    try HomeFolder.makeFolders("\(path)/\(StickFolder.name)")
    try HomeFolder.write(path: "\(path)/\(Self.manifestName)", file)
  }

  /// Where it goes on.
  package var next: Step {
    for part in 1...manifest.parts.count where !HomeFolder.exists(place(.part(part))) {
      return .wanted(part: part, offset: Int(HomeFolder.bytes(of: place(.temporary))))
    }
    return .whole
  }

  /// Bytes that have come.
  package var received: Int {
    let parts = manifest.parts.enumerated().filter {
      HomeFolder.exists(place(.part($0.offset + 1)))
    }
    return parts.reduce(file.count + Int(HomeFolder.bytes(of: place(.temporary)))) {
      $0 + $1.element.byteCount
    }
  }

  /// Takes the bytes of a place; bytes of any other than the next one are left.
  ///
  /// - Throws: `HomeError`, `StickProblem`.
  package func take(_ bytes: [UInt8], part: Int, offset: Int) throws -> Step {
    guard case .wanted(part, offset) = next, !bytes.isEmpty else { return next }
    let listed = manifest.parts[part - 1]
    guard offset + bytes.count <= listed.byteCount else { return try anew(part) }
    guard try HomeFolder.append(path: place(.temporary), bytes, to: offset) else { return next }
    guard offset + bytes.count == listed.byteCount else { return next }
    let folder = try self.folder()
    let name = BundleName(id, .temporary).text
    let found = try BundleFileCheck(folder, name).part
    let head = try BundleShelf.header(folder, name)
    guard found == listed, head?.id == id, head?.part == part else { return try anew(part) }
    try folder.rename(name, to: BundleName(id, .part(part)).text)
    try folder.sync()
    return next
  }

  /// The folder with the whole bundle.
  ///
  /// - Throws: `HomeError`, `StickProblem`.
  package func whole() throws -> StickFolder {
    precondition(next == .whole, "a bundle is whole when its last part is here")
    try HomeFolder.write(path: place(.part(0)), file)
    return try folder()
  }

  /// Removes all of it.
  /// - Throws: `HomeError`.
  package func remove() throws {
    // Without its manifest it is none that was begun.
    HomeFolder.removeFile("\(path)/\(Self.manifestName)")
    try HomeFolder.removeFolder(path)
  }

  private func anew(_ part: Int) throws -> Step {
    try folder().remove(BundleName(id, .temporary).text)
    return .damaged(part: part)
  }

  private func folder() throws -> StickFolder { try StickFolder(in: path, creating: false) }

  private func place(_ role: BundleName.Role) -> String {
    "\(path)/\(StickFolder.name)/\(BundleName(id, role).text)"
  }
}
