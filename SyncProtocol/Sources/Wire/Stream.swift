/// The kinds of frame. Numbers are append-only.
public enum FrameKind: UInt8, Sendable {
  /// The end of a stream, with its signature.
  case end = 0
  /// Who asks.
  case hello = 1
  /// Who answers, with signed time, epoch and grants.
  case welcome = 2
  /// The certificate of a replica, before its first batch.
  case certificate = 3
  /// Keys of sealed values of one scope.
  case keys = 4
  /// What the sender of a request lacks of one scope.
  case want = 5
  /// A batch.
  case batch = 6
  /// What became of a batch that was sent.
  case receipt = 7
  /// Bytes of a scope's snapshot.
  case snapshot = 8
  /// Merged rows of one table of one scope.
  case row = 9
  /// The centre takes a scope back; a laptop confirms that it has handed everything over.
  case scopeRemove = 11
  /// The centre's digest of a scope at an arrival number.
  case check = 12
  /// The erasures a laptop has carried out.
  case erased = 13
  /// An arrival number whose batch the receiver sent itself in this round.
  case arrived = 14
  /// Why a request was not answered.
  case problem = 15
  /// Where a laptop stands in all its scopes.
  case summary = 16
  /// What the centre says to a summary.
  case agreed = 17
  /// Which bytes of a snapshot the asker lacks.
  case fetch = 18
  /// Where the log of a new life of the centre leaves that of an earlier one.
  case frontier = 19
  /// The sums of a scope's leaves, or the question for them.
  case leaves = 20
  /// The head of a repair, or the question for one.
  case repair = 21
  /// Which keys the sender has, and which it misses.
  case keysWanted = 22
  /// In a request that is carried by hand: which pack of its laptop this is, and which part of it.
  case pack = 23
  /// In an answer that is carried by hand: whom it is for, and which packs it answers.
  case packReturn = 24
  /// What the centre grants a laptop, signed so that others can be shown it.
  case grant = 25
  /// At the head of every stream between two laptops: which meeting, and which stream of it.
  case meeting = 26
  /// What a laptop has of one scope's log.
  case have = 27
  /// What the receiver lacks of a scope is nowhere but at the centre.
  case needsCentre = 28

  /// The kind with the greatest number.
  public static let last = needsCentre
}

/// One frame of a stream: a kind and a payload whose checksum was right.
public struct Frame: Sendable {
  /// The kind.
  public var kind: FrameKind
  /// The payload; its grammar depends on the kind.
  public var payload: ArraySlice<UInt8>
}

/// The format of streams: magic, version and flags, then frames.
public enum StreamFormat {
  /// The first six bytes of every stream.
  public static let magic = Array("CAMTAY".utf8)
  /// The format version of streams, enrolment messages and files; SPEC.md says what it promises.
  public static let version: UInt8 = 1
}

/// Builds a stream frame by frame and signs it.
public struct StreamWriter: Sendable {
  private var writer: ByteWriter

  /// Starts a stream.
  public init() {
    writer = ByteWriter(StreamFormat.magic)
    writer.byte(StreamFormat.version)
    writer.byte(0)
  }

  /// Bytes written so far.
  public var byteCount: Int { writer.bytes.count }

  /// Appends a frame: type, length, CRC-32C over type and payload, payload.
  public mutating func append(_ kind: FrameKind, _ encode: (inout ByteWriter) -> Void) {
    var payload = ByteWriter()
    encode(&payload)
    append(kind, payload.bytes)
  }

  /// Appends a frame whose payload is ready.
  public mutating func append(_ kind: FrameKind, _ payload: [UInt8]) {
    precondition(payload.count <= Limits.framePayloadBytes, "a frame's payload has a limit")
    writer.byte(kind.rawValue)
    writer.count(payload.count)
    writer.fixed32(CRC32C.checksum([kind.rawValue] + payload))
    writer.raw(payload)
  }

  /// Ends the stream: `more` tells the receiver to repeat the round, and the signature covers every
  /// byte before it.
  public mutating func finish(more: Bool, signer: Signer, primitives: Primitives) -> [UInt8] {
    let content = primitives.hash(writer.bytes).bytes + [more ? 1 : 0]
    append(.end) { payload in
      payload.byte(more ? 1 : 0)
      payload.raw(signer.sign(Purpose.stream.message(content)))
    }
    return writer.bytes
  }
}

/// A stream that came from outside, cut into frames; nothing in it is believed until `verify`.
public struct ReceivedStream: Sendable {
  /// The frames before the end.
  public let frames: [Frame]
  /// True when the sender has more to say.
  public let more: Bool
  private let signature: [UInt8]
  private let signed: ArraySlice<UInt8>

  /// Cuts a stream. A stream that was interrupted at any byte throws.
  public init(decoding bytes: [UInt8]) throws(ProtocolError) {
    guard bytes.count <= Limits.streamBytes else { throw .malformed(.numberOutOfRange) }
    guard bytes.starts(with: StreamFormat.magic) else { throw .notAStream }
    var reader = ByteReader(bytes[StreamFormat.magic.count...])
    let version = try reader.byte()
    guard version == StreamFormat.version, try reader.byte() == 0 else {
      throw .unsupportedVersion(version)
    }
    var frames: [Frame] = []
    while true {
      let start = StreamFormat.magic.count + reader.position
      let code = try reader.byte()
      let count = try reader.count(atMost: Limits.framePayloadBytes)
      let checksum = try reader.fixed32()
      let payload = try reader.raw(count)
      guard CRC32C.checksum([code] + payload) == checksum else { throw .checksumMismatch }
      guard let kind = FrameKind(rawValue: code) else { throw .needsUpgrade }
      guard kind == .end else {
        frames.append(Frame(kind: kind, payload: payload))
        continue
      }
      try reader.end()
      var end = ByteReader(payload)
      more = try end.unsigned(atMost: 1) == 1
      signature = Array(try end.raw(Signer.signatureByteCount))
      try end.end()
      signed = bytes[..<start]
      self.frames = frames
      return
    }
  }

  /// Throws unless the whole stream was signed with the private half of `publicKey`.
  public func verify(_ publicKey: [UInt8], primitives: Primitives) throws(ProtocolError) {
    let content = primitives.hash(Array(signed)).bytes + [more ? 1 : 0]
    guard primitives.verify(signature, Purpose.stream.message(content), publicKey) else {
      throw .badSignature
    }
  }
}
