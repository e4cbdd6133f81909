import Cryptography
import SyncProtocol

/// Writes one bundle into a folder, stream by stream, never more than a chunk of it in memory.
///
/// Each file is written under a temporary name, synced, renamed, the folder synced, and read back; the
/// manifest comes last. So a bundle is whole exactly when `finish` has returned, and at any moment
/// before that it is known to be none.
package final class BundleWriter {
  /// What a finished bundle is.
  package struct Written: Hashable, Sendable {
    /// The bundle.
    package var id: BundleID
    /// Its files, the manifest last.
    package var files: [String]
    /// Bytes of all files.
    package var byteCount: Int
  }

  /// Bytes of content in one chunk.
  static let chunkBytes = 64 << 10
  /// Chunks in one part; all but the last part have so many.
  static let fullPart =
    (Limits.bundlePartBytes - BundlePartHeader.byteCount - Hash.length)
    / (chunkBytes + AuthenticatedEncryption.tagLength)

  private let folder: any BundleFolder
  private let recipient: VerifyingKey
  private let id: BundleID
  private let keys: BundleKeys
  private let chunksPerPart: Int
  private let progress: (_ writtenBytes: Int) -> Void
  private var pending: [UInt8] = []
  private var part: BundleFileWriter?
  private var chunk = 0
  private var contentBytes = 0
  private var streams = 0
  private var parts: [BundleManifest.Part] = []
  private var files: [String] = []
  private var byteCount = 0

  /// Begins a bundle for the holder of an Ed25519 key, after looking whether it can be written.
  ///
  /// - Parameters:
  ///   - expectedBytes: about how many bytes of streams will come.
  ///   - chunksPerPart: fewer than fit, for a test of many parts.
  ///   - progress: told after each chunk how many bytes were written.
  /// - Throws: `StickProblem`.
  package init(
    to folder: any BundleFolder, for recipient: VerifyingKey, maker: BundleMaker,
    expectedBytes: Int, random: inout some RandomNumberGenerator,
    chunksPerPart: Int = BundleWriter.fullPart,
    progress: @escaping (_ writtenBytes: Int) -> Void = { _ in }
  ) throws {
    self.folder = folder
    self.recipient = recipient
    self.chunksPerPart = chunksPerPart
    self.progress = progress
    let facts = try folder.facts()
    guard !facts.isReadOnly else { throw StickProblem.readOnly }
    let taken = Set(
      try folder.entries(atMost: Limits.filesPerBundleFolder).compactMap {
        BundleName($0.name)?.stem
      })
    var id = try BundleID(for: maker, random: &random)
    while taken.contains(BundleName(id, .temporary).stem) {
      id = try BundleID(for: maker, random: &random)
    }
    self.id = id
    keys = try BundleKeys(for: recipient, id, random: &random)
    let wanted = UInt64(Self.fileBytes(ofContent: max(0, expectedBytes)))
    if let free = facts.freeBytes, free < wanted {
      throw StickProblem.full(wantedBytes: wanted, freeBytes: free)
    }
  }

  /// Bytes that the files of a bundle take for so many bytes of streams.
  package static func fileBytes(ofContent count: Int) -> Int {
    let padded = BundlePadding.padded(count + 16, least: BundlePadding.leastContent)
    let chunks = padded / chunkBytes + 1
    let parts = chunks / fullPart + 1
    let around = BundlePartHeader.byteCount + Hash.length
    return padded + chunks * AuthenticatedEncryption.tagLength + (parts + 1) * around
      + parts * (4 + Hash.length) + 2 * BundlePadding.leastManifest
  }

  /// Adds a stream.
  package func append(_ stream: [UInt8]) throws {
    precondition((1...Limits.streamBytes).contains(stream.count), "a stream's length is bounded")
    var length = ByteWriter()
    length.count(stream.count)
    streams += 1
    try put(length.bytes)
    try put(stream)
  }

  /// Ends the bundle: all of it is on the medium and was read back when this returns.
  ///
  /// - Parameter contents: what is in it, given how many streams were added.
  package func finish(
    _ contents: (_ streams: Int) -> BundleContents, sign: (_ message: [UInt8]) -> [UInt8]
  ) throws -> Written {
    try put([0])
    let padded = BundlePadding.padded(contentBytes, least: BundlePadding.leastContent)
    try put(Array(repeating: 0, count: padded - contentBytes))
    try seal(.nothing)
    let manifest = try BundleManifest.encode(
      id, keys, parts: parts, contents: contents(streams), recipient: recipient, sign: sign)
    precondition(manifest.count <= Limits.manifestBytes, "a manifest's length is bounded")
    let file = try BundleFileWriter(folder, id)
    try file.append(manifest)
    let placed = try file.place(as: BundleName(id, .part(0)).text)
    files.append(BundleName(id, .part(0)).text)
    return Written(id: id, files: files, byteCount: byteCount + placed.byteCount)
  }

  /// Takes away what was written, as far as the stick still lets it be; never fails.
  package func abandon() {
    part = nil
    // The manifest first: what is left of it then is known to be none.
    let begun = [BundleName.Role.part(0), .temporary, .part(parts.count + 1)]
    for name in begun.map({ BundleName(id, $0).text }) + files { try? folder.remove(name) }
    try? folder.sync()
  }

  private func put(_ bytes: [UInt8]) throws {
    contentBytes += bytes.count
    var rest = bytes[...]
    while !rest.isEmpty {
      // A full chunk waits until it is known that something comes behind it.
      if pending.count == Self.chunkBytes {
        try seal(chunk + 1 == chunksPerPart ? .part : .chunk)
      }
      let taken = rest.prefix(Self.chunkBytes - pending.count)
      pending.append(contentsOf: taken)
      rest = rest.dropFirst(taken.count)
    }
  }

  private func seal(_ following: BundlePlace.Following) throws {
    let file = try part ?? begin()
    part = file
    let place = BundlePlace(part: parts.count + 1, chunk: chunk, following: following)
    try file.append(
      try AuthenticatedEncryption.seal(
        pending, key: keys.content, nonce: place.nonce, associatedData: place.associatedData(id)))
    pending.removeAll(keepingCapacity: true)
    chunk += 1
    if following != .chunk {
      let name = BundleName(id, .part(parts.count + 1)).text
      let placed = try file.place(as: name)
      part = nil
      chunk = 0
      parts.append(placed)
      files.append(name)
      byteCount += placed.byteCount
    }
    progress(byteCount + (part?.byteCount ?? 0))
  }

  private func begin() throws -> BundleFileWriter {
    let number = parts.count + 1
    guard number <= Limits.partsPerBundle else {
      throw StickProblem.full(wantedBytes: UInt64(contentBytes), freeBytes: nil)
    }
    let file = try BundleFileWriter(folder, id)
    try file.append(BundlePartHeader(id, keys, part: number).encoded)
    return file
  }
}
