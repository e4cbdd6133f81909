import Cryptography
import SyncProtocol

/// The files of a newer program in a folder of bundles: `UPDATE.001` and so on, and the centre's word on
/// them, `UPDATE.000`, which is written last. No bundle has such a name.
package struct UpdateFolder {
  private static let copiedBytes = 256 << 10
  private static let temporary = "UPDATE.TMP"

  private let folder: any BundleFolder

  /// Names a folder.
  package init(_ folder: any BundleFolder) { self.folder = folder }

  /// The name of a part; 0 is the word.
  package static func name(_ part: Int) -> String {
    let digits = String(part)
    return "UPDATE." + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }

  /// The word on what lies there; nil for nothing.
  /// - Throws: `UpdateProblem`, `StickProblem`.
  package func word() throws -> ProgramUpdate? {
    guard let file = try files()[Self.name(0)] else { return nil }
    let input = try folder.open(file)
    guard input.byteCount <= ProgramUpdate.maximumBytes else {
      throw UpdateProblem.damaged(part: 0)
    }
    return try ProgramUpdate(decoding: input.readWhole())
  }

  /// Gives out the program, piece by piece; each part is compared as it is read.
  ///
  /// - Throws: `UpdateProblem.damaged`, `StickProblem`, and what `take` throws.
  package func read(
    _ update: ProgramUpdate, _ take: (_ bytes: [UInt8]) throws -> Void
  ) throws {
    var whole = Hash.Hasher()
    let files = try files()
    for (index, part) in update.parts.enumerated() {
      let damage = UpdateProblem.damaged(part: index + 1)
      guard let file = files[Self.name(index + 1)] else { throw damage }
      let input = try folder.open(file)
      guard input.byteCount == part.byteCount else { throw damage }
      var hasher = Hash.Hasher()
      var left = part.byteCount
      while left > 0 {
        let bytes = try input.read(min(left, Self.copiedBytes))
        guard !bytes.isEmpty else { throw damage }
        hasher.update(bytes)
        whole.update(bytes)
        left -= bytes.count
        try take(bytes)
      }
      guard hasher.finalize() == part.hash else { throw damage }
    }
    guard whole.finalize() == update.digest else { throw UpdateProblem.damaged(part: nil) }
  }

  /// Writes a program in the place of whatever lay there: parts first, each synced and renamed, then the
  /// word; all of it is read back. A broken try leaves no word, and takes away what it can.
  ///
  /// - Parameters:
  ///   - next: the next bytes of the program, none behind the last.
  ///   - sign: makes the word of the parts and the digest of the whole.
  /// - Throws: `StickProblem`, `UpdateProblem.damaged`, and what `next` throws.
  package func write(
    _ next: () throws -> [UInt8], sign: ([ProgramUpdate.Part], _ digest: [UInt8]) -> ProgramUpdate
  ) throws -> ProgramUpdate {
    try clear()
    do {
      return try fill(next, sign: sign)
    } catch {
      try? clear()
      throw error
    }
  }

  /// The word goes first: without it parts are nothing.
  private func clear() throws {
    let files = try files()
    for (_, file) in files.sorted(by: { $0.key < $1.key }) { try folder.remove(file) }
    if !files.isEmpty { try folder.sync() }
  }

  private func fill(
    _ next: () throws -> [UInt8], sign: ([ProgramUpdate.Part], _ digest: [UInt8]) -> ProgramUpdate
  ) throws -> ProgramUpdate {
    var whole = Hash.Hasher()
    var parts: [ProgramUpdate.Part] = []
    var pending = try next()
    while !pending.isEmpty {
      let output = try folder.create(Self.temporary)
      var hasher = Hash.Hasher()
      var byteCount = 0
      while !pending.isEmpty, byteCount < Limits.bundlePartBytes {
        let bytes = Array(pending.prefix(Limits.bundlePartBytes - byteCount))
        try output.append(bytes)
        hasher.update(bytes)
        whole.update(bytes)
        byteCount += bytes.count
        pending = Array(pending.dropFirst(bytes.count))
        if pending.isEmpty { pending = try next() }
      }
      parts.append(ProgramUpdate.Part(byteCount: byteCount, hash: hasher.finalize()))
      try place(output, Self.name(parts.count))
    }
    let update = sign(parts, whole.finalize())
    let output = try folder.create(Self.temporary)
    try output.append(update.encoded)
    try place(output, Self.name(0))
    guard try word() == update else { throw StickProblem.readsBackOtherwise(name: Self.name(0)) }
    try read(update) { _ in }
    return update
  }

  /// Copies what lies here to another folder, unless that has it whole, or something newer that the
  /// same centre signed. What is damaged there, or another centre's, gives way.
  ///
  /// - Returns: the word on what was copied; nil where nothing was.
  /// - Throws: `StickProblem`, `UpdateProblem`.
  package func copy(
    to target: UpdateFolder, rootPublicKey: [UInt8]
  ) throws -> ProgramUpdate? {
    guard let update = try word() else { return nil }
    if let there = (try? target.word()) ?? nil,
      there == update || there.version > update.version,
      there.isSigned(underRoot: rootPublicKey), (try? target.read(there) { _ in }) != nil
    {
      return nil
    }
    let wanted = UInt64(update.byteCount)
    if let free = try target.folder.facts().freeBytes, free < wanted {
      throw StickProblem.full(wantedBytes: wanted, freeBytes: free)
    }
    var part = 1
    var input: (any BundleFileInput)?
    return try target.write(
      {
        while part <= update.parts.count {
          let file = try input ?? folder.open(Self.name(part))
          let bytes = try file.read(Self.copiedBytes)
          input = bytes.isEmpty ? nil : file
          guard bytes.isEmpty else { return bytes }
          part += 1
        }
        return []
      }, sign: { _, _ in update })
  }

  private func place(_ output: any BundleFileOutput, _ name: String) throws {
    try output.sync()
    try folder.rename(Self.temporary, to: name)
    try folder.sync()
  }

  /// What lies there of ours, by our names: a stick may give them back in another case.
  private func files() throws -> [String: String] {
    let files = try folder.entries(atMost: Limits.filesPerBundleFolder).filter { entry in
      entry.kind == .file
    }
    return Dictionary(
      files.compactMap { entry in
        let name = entry.name.uppercased()
        let part = name.split(separator: ".").last.flatMap { Int($0) }
        guard name == Self.temporary || part.map(Self.name) == name else { return nil }
        return (name, entry.name)
      }, uniquingKeysWith: { first, _ in first })
  }
}
