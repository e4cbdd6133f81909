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
    guard try files().contains(Self.name(0)) else { return nil }
    let input = try folder.open(Self.name(0))
    guard input.byteCount <= ProgramUpdate.maximumBytes else {
      throw UpdateProblem.damaged(part: 0)
    }
    return try ProgramUpdate(decoding: input.readWhole())
  }

  /// Gives out the program, piece by piece; each part is compared as it is read.
  ///
  /// - Throws: `UpdateProblem.damaged`, `StickProblem`, and what `take` throws.
  package func read(
    _ update: ProgramUpdate, _ take: (_ part: Int, _ bytes: [UInt8]) throws -> Void
  ) throws {
    var whole = Hash.Hasher()
    let files = try files()
    for (index, part) in update.parts.enumerated() {
      guard files.contains(Self.name(index + 1)) else {
        throw UpdateProblem.damaged(part: index + 1)
      }
      let input = try folder.open(Self.name(index + 1))
      guard input.byteCount == part.byteCount else { throw UpdateProblem.damaged(part: index + 1) }
      var hasher = Hash.Hasher()
      var left = part.byteCount
      while left > 0 {
        let bytes = try input.readPiece(at: 0, min(left, Self.copiedBytes))
        guard !bytes.isEmpty else { throw UpdateProblem.damaged(part: index + 1) }
        hasher.update(bytes)
        whole.update(bytes)
        left -= bytes.count
        try take(index + 1, bytes)
      }
      guard hasher.finalize() == part.hash else { throw UpdateProblem.damaged(part: index + 1) }
    }
    guard whole.finalize() == update.digest else { throw UpdateProblem.damaged(part: nil) }
  }

  /// Writes a program in the place of whatever lay there: parts first, each synced and renamed, then the
  /// word; all of it is read back. A broken try leaves no word.
  ///
  /// - Parameters:
  ///   - next: the next bytes of the program, none behind the last.
  ///   - sign: makes the word of the parts and the digest of the whole.
  /// - Throws: `StickProblem`, `UpdateProblem.damaged`, and what `next` throws.
  package func write(
    _ next: () throws -> [UInt8], sign: ([ProgramUpdate.Part], _ digest: [UInt8]) -> ProgramUpdate
  ) throws -> ProgramUpdate {
    for name in try files().sorted() { try folder.remove(name) }
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
    try read(update) { _, _ in }
    return update
  }

  /// Copies what lies here to another folder, unless that has it or something newer.
  ///
  /// - Returns: the word on what was copied; nil where nothing was.
  /// - Throws: `StickProblem`, `UpdateProblem`.
  package func copy(to target: UpdateFolder) throws -> ProgramUpdate? {
    guard let update = try word() else { return nil }
    // What nobody can read gives way.
    if let there = (try? target.word()) ?? nil, there == update || there.version > update.version {
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
          let bytes = try file.readPiece(at: 0, Self.copiedBytes)
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

  private func files() throws -> Set<String> {
    Set(
      try folder.entries(atMost: Limits.filesPerBundleFolder).filter {
        $0.kind == .file && $0.name.hasPrefix("UPDATE.")
      }.map(\.name))
  }
}
