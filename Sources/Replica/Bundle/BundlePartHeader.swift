import SyncProtocol

/// The beginning of every file of a bundle, and all that is to be read without a key (SPEC 21.1).
package struct BundlePartHeader: Hashable, Sendable {
  /// The first bytes of every file.
  static let magic = Array("CAMTAYBUNDLE".utf8)
  /// Bytes of a header.
  package static let byteCount =
    magic.count + 1 + BundleID.byteCount + Signer.keyByteCount + BundleKeys.tagLength + 2

  /// The bundle.
  package var id: BundleID
  /// The fresh key of the bundle.
  package var publicKey: [UInt8]
  /// By which the recipient knows it.
  package var tag: [UInt8]
  /// The part, from 1; 0 is the manifest.
  package var part: Int

  /// The header of a part of a new bundle.
  init(_ id: BundleID, _ keys: BundleKeys, part: Int) {
    self.id = id
    publicKey = keys.publicKey
    tag = keys.tag
    self.part = part
  }

  /// Reads the first `byteCount` bytes of a file; nil when they are no header.
  ///
  /// - Throws: `BundleProblem.otherVersion`.
  package init?(decoding bytes: [UInt8]) throws(BundleProblem) {
    guard bytes.starts(with: Self.magic), bytes.count > Self.magic.count else { return nil }
    let version = bytes[Self.magic.count]
    guard version == StreamFormat.version else { throw .otherVersion(version) }
    guard bytes.count == Self.byteCount else { return nil }
    var rest = bytes[(Self.magic.count + 1)...]
    func next(_ count: Int) -> [UInt8] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    guard let id = BundleID(next(BundleID.byteCount)) else { return nil }
    self.id = id
    publicKey = next(Signer.keyByteCount)
    tag = next(BundleKeys.tagLength)
    let number = next(2)
    part = Int(number[0]) | Int(number[1]) << 8
    guard part <= Limits.partsPerBundle else { return nil }
  }

  /// The bytes.
  package var encoded: [UInt8] {
    var writer = ByteWriter(Self.magic)
    writer.byte(StreamFormat.version)
    writer.raw(id.bytes)
    writer.raw(publicKey)
    writer.raw(tag)
    writer.byte(UInt8(part & 0xFF))
    writer.byte(UInt8(part >> 8))
    return writer.bytes
  }
}
