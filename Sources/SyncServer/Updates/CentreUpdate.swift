import FieldWork
import Glibc
import Replica
import SyncProtocol

/// The newer program for laptops that the centre has taken and signed.
struct CentreUpdate {
  private static let readBytes = 256 << 10

  private let centre: Centre
  private let path: String

  init(_ centre: Centre) {
    self.centre = centre
    path = "\(centre.home.path)/update"
  }

  /// Its files; nil where there are none.
  /// - Throws: `StickProblem`.
  func folder() throws -> UpdateFolder? {
    guard HomeFolder.exists("\(path)/\(StickFolder.name)") else { return nil }
    return UpdateFolder(try StickFolder(in: path, creating: false))
  }

  /// The word on it; nil for none.
  func word() throws -> ProgramUpdate? { try folder()?.word() }

  /// Takes a program's file in, signed, in the place of the one before.
  ///
  /// - Throws: `UpdateProblem`, `HomeError`, `StickProblem`.
  func take(_ file: String, _ version: ProgramNumber, by actor: AuditActor) throws -> ProgramUpdate
  {
    guard HomeFolder.isOrdinaryFile(file) == true else { throw HomeError.missing(path: file) }
    let size = Int(HomeFolder.bytes(of: file))
    guard (1...Limits.updateBytes).contains(size) else { throw HomeError.tooLarge(path: file) }
    if let there = try word(), there.version >= version {
      throw UpdateProblem.notNewer(there.version.text)
    }
    if let free = centre.surroundings.freeDiskBytes(of: centre.home), free < UInt64(size) {
      throw UpdateProblem.noRoom(wantedBytes: UInt64(size), freeBytes: free)
    }
    let input = open(file, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw HomeError.system(path: file, reason: errno) }
    defer { close(input) }
    try HomeFolder.makeFolders(path)
    let identity = centre.keys.identity
    let now = centre.surroundings.clock().wall
    let update = try UpdateFolder(StickFolder(in: path, creating: true)).write(
      {
        var bytes = [UInt8](repeating: 0, count: Self.readBytes)
        let count = read(input, &bytes, bytes.count)
        guard count >= 0 else { throw HomeError.system(path: file, reason: errno) }
        return Array(bytes.prefix(count))
      },
      sign: { parts, digest in
        ProgramUpdate(
          version, machine: ProgramUpdate.thisMachine, madeAt: now, digest: digest, parts: parts,
          by: identity)
      })
    try centre.note(
      AuditEvent(.updateTaken, version.text, detail: "bytes=\(update.byteCount)"), by: actor)
    return update
  }

  /// Puts it onto a stick that lacks it.
  ///
  /// - Returns: the word on what was written; nil where there is none, or the stick has it.
  func put(onto stick: String) throws -> ProgramUpdate? {
    guard let folder = try folder() else { return nil }
    return try folder.copy(
      to: UpdateFolder(try StickFolder(in: stick, creating: true)),
      rootPublicKey: centre.keys.root.verifyingKey.bytes)
  }

  /// The same beside returns, which are there whether or not it has room: what is said of it; nil for
  /// nothing.
  func words(puttingOnto stick: String) throws -> BilingualText? {
    do {
      return try put(onto: stick).map(UpdateOutput.written)
    } catch StickProblem.full {
      return UpdateOutput.noRoom
    }
  }

  /// Bytes of a part behind a place, at most as many as a message carries; nil where there are none.
  func piece(_ part: Int, at offset: Int) throws -> [UInt8]? {
    guard try word()?.parts.indices.contains(part - 1) == true else { return nil }
    let file = open(
      "\(path)/\(StickFolder.name)/\(UpdateFolder.name(part))", O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: Limits.updatePieceBytes)
    let count = pread(file, &bytes, bytes.count, off_t(offset))
    return count > 0 ? Array(bytes.prefix(count)) : nil
  }
}
