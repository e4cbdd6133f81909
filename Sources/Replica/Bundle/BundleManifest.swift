import Cryptography
import SyncProtocol

/// What a bundle holds, as its sender says: for the recipient alone.
package struct BundleContents: Hashable, Sendable {
  /// What a bundle is for. Numbers are append-only.
  package enum Kind: UInt8, Sendable {
    /// From a laptop to the centre.
    case handOver = 1
    /// From the centre to one laptop.
    case answer = 2
  }

  /// What a bundle holds of one scope.
  package struct Line: Hashable, Sendable {
    /// The scope.
    package var scope: ScopeID
    /// Batches of it.
    package var batches: Int64
    /// Operations in them.
    package var operations: Int64

    /// Gathers the three.
    package init(scope: ScopeID, batches: Int64, operations: Int64) {
      self.scope = scope
      self.batches = batches
      self.operations = operations
    }
  }

  /// What it is for.
  package var kind: Kind
  /// The sender's certificate.
  package var sender: Certificate
  /// The number that people say, which the sender counts up.
  package var number: UInt64
  /// When it was made, as far as the sender knew the time.
  package var madeAt: Timestamp
  /// Streams in it.
  package var streams: Int
  /// The scopes, as far as `Limits.linesPerManifest` allows.
  package var lines: [Line]
  /// Operations in it.
  package var operations: Int64 { lines.reduce(0) { $0 &+ $1.operations } }

  /// Gathers them.
  package init(
    kind: Kind, sender: Certificate, number: UInt64, madeAt: Timestamp, streams: Int,
    lines: [Line]
  ) {
    self.kind = kind
    self.sender = sender
    self.number = number
    self.madeAt = madeAt
    self.streams = streams
    self.lines = lines
  }

  /// The bytes that the sender signs and seals.
  package var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.byte(kind.rawValue)
    writer.block(sender.encoded)
    writer.unsigned(number)
    writer.signed(madeAt.rawValue)
    writer.count(streams)
    let told = lines.prefix(Limits.linesPerManifest)
    writer.count(told.count)
    for line in told {
      writer.scope(line.scope)
      writer.unsigned(UInt64(line.batches))
      writer.unsigned(UInt64(line.operations))
    }
    return writer.bytes
  }

  /// Reads what a sender sealed.
  /// - Throws: `BundleProblem.otherKind`, `ProtocolError`.
  package init(decoding bytes: some Collection<UInt8>) throws {
    var reader = ByteReader(Array(bytes))
    let code = try reader.byte()
    guard let kind = Kind(rawValue: code) else { throw BundleProblem.otherKind(code) }
    self.kind = kind
    sender = try Certificate(decoding: reader.block(atMost: Limits.framePayloadBytes))
    func number(_ reader: inout ByteReader) throws(ProtocolError) -> Int64 {
      Int64(try reader.unsigned(atMost: UInt64(Int64.max)))
    }
    self.number = try reader.unsigned()
    madeAt = Timestamp(rawValue: try reader.signed())
    streams = try reader.count(atMost: Int(Int32.max))
    lines = try (0..<(try reader.count(atMost: Limits.linesPerManifest))).map { _ in
      Line(
        scope: try reader.scope(), batches: try number(&reader), operations: try number(&reader))
    }
    try reader.end()
  }
}

/// The file that ends a bundle (SPEC 21.3): the list of its parts for everybody, and the contents,
/// signed, for the recipient.
package struct BundleManifest: Hashable, Sendable {
  /// One file of the bundle.
  package struct Part: Hashable, Sendable {
    /// Bytes of the file.
    package var byteCount: Int
    /// The hash at its end.
    package var hash: [UInt8]
  }

  /// The parts, in their order.
  package let parts: [Part]
  private let open: [UInt8]
  private let sealed: [UInt8]

  /// The bytes of a new manifest, without the hash at the end of the file.
  ///
  /// - Parameter sign: the sender's signature.
  static func encode(
    _ id: BundleID, _ keys: BundleKeys, parts: [Part], contents: BundleContents,
    recipient: VerifyingKey, sign: (_ message: [UInt8]) -> [UInt8]
  ) throws -> [UInt8] {
    var open = ByteWriter(BundlePartHeader(id, keys, part: 0).encoded)
    open.count(parts.count)
    for part in parts {
      open.fixed32(UInt32(part.byteCount))
      open.raw(part.hash)
    }
    let told = contents.encoded
    var inside = ByteWriter()
    inside.block(told)
    inside.raw(sign(word(recipient, open.bytes, told)))
    let padded = BundlePadding.padded(
      inside.bytes.count + AuthenticatedEncryption.tagLength, least: BundlePadding.leastManifest)
    inside.raw(
      repeatElement(0, count: padded - AuthenticatedEncryption.tagLength - inside.bytes.count))
    let sealed = try AuthenticatedEncryption.seal(
      inside.bytes, key: keys.manifest, nonce: nonce, associatedData: open.bytes)
    return open.bytes + sealed
  }

  /// Reads a manifest whose hash was right, without the hash.
  /// - Throws: `ProtocolError`.
  init(decoding bytes: [UInt8]) throws(ProtocolError) {
    var reader = ByteReader(bytes)
    _ = try reader.raw(BundlePartHeader.byteCount)
    let count = try reader.count(atMost: Limits.partsPerBundle)
    var parts: [Part] = []
    for _ in 0..<count {
      let byteCount = Int(try reader.fixed32())
      guard byteCount <= Limits.bundlePartBytes else { throw .malformed(.numberOutOfRange) }
      parts.append(Part(byteCount: byteCount, hash: Array(try reader.raw(Hash.length))))
    }
    self.parts = parts
    open = Array(bytes.prefix(reader.position))
    sealed = Array(bytes.dropFirst(reader.position))
  }

  /// Opens what is for the recipient, and believes it where one of this installation signed it.
  ///
  /// - Throws: `BundleProblem.damaged`, `.unknownSender`, `.otherKind`.
  func contents(
    _ keys: BundleKeys, recipient: VerifyingKey, rootPublicKey: [UInt8]
  ) throws -> BundleContents {
    var damage = BundleDamage()
    damage.manifest = .damaged
    guard
      let inside = try? AuthenticatedEncryption.open(
        sealed, key: keys.manifest, nonce: Self.nonce, associatedData: open)
    else { throw BundleProblem.damaged(damage) }
    do {
      var reader = ByteReader(inside)
      let told = Array(try reader.block(atMost: Limits.manifestBytes))
      let signature = Array(try reader.raw(Signer.signatureByteCount))
      guard try reader.raw(reader.remaining).allSatisfy({ $0 == 0 }) else {
        throw ProtocolError.malformed(.trailingBytes)
      }
      let contents = try BundleContents(decoding: told)
      guard
        contents.sender.isSigned(byRoot: rootPublicKey, primitives: .standard),
        try VerifyingKey(contents.sender.publicKey).verify(
          signature, of: Self.word(recipient, open, told))
      else { throw BundleProblem.unknownSender }
      return contents
    } catch is ProtocolError {
      throw BundleProblem.damaged(damage)
    }
  }

  /// A key of its own seals one manifest and nothing else.
  private static let nonce = [UInt8](repeating: 0, count: AuthenticatedEncryption.nonceLength)

  /// What the sender signs: for whom, which parts, and what they hold.
  private static func word(
    _ recipient: VerifyingKey, _ open: [UInt8], _ contents: [UInt8]
  ) -> [UInt8] {
    Purpose.bundle.message(recipient.bytes + Hash.blake2b256(open) + contents)
  }
}

/// Sizes that tell little: what a thief could count otherwise.
enum BundlePadding {
  /// Bytes that the content takes at least: a busy day and an idle one are alike.
  static let leastContent = 24 << 10
  /// Bytes that what a manifest says takes at least.
  static let leastManifest = 4 << 10
  /// From here on sizes double no more: sticks are slow.
  private static let doublesTo = 3 << 20

  /// The bytes that `count` bytes take: the least, or that doubled as often as needed; where it is large,
  /// a multiple of about an eighth of it.
  static func padded(_ count: Int, least: Int) -> Int {
    var step = least
    while step < count, step < doublesTo { step *= 2 }
    guard step < count else { return step }
    step /= 8
    while step * 16 <= count { step *= 2 }
    return (count + step - 1) / step * step
  }
}
