/// A place in the files of a bundle: everything before it is there.
public struct CourierPlace: Hashable, Sendable {
  /// Bytes of the number of a bundle.
  public static let bundleByteCount = 16

  /// The number of the bundle.
  public var bundle: [UInt8]
  /// The file: a part, or 0 for the manifest.
  public var part: Int
  /// Bytes of that file before the place.
  public var offset: Int

  /// Gathers the three.
  public init(bundle: [UInt8], part: Int, offset: Int) {
    self.bundle = bundle
    self.part = part
    self.offset = offset
  }
}

/// What a laptop that carries bundles of others asks of the centre (SPEC 21.5).
public enum CourierQuestion: Hashable, Sendable {
  /// These are all bundles that it carries, by their numbers: what is to become of them?
  case carrying([[UInt8]])
  /// A manifest, as its file is.
  case manifest([UInt8])
  /// Bytes of a part that the centre wants.
  case piece(CourierPlace, [UInt8])
  /// Which returns wait for the laptops whose packs it brought?
  case returns
  /// Bytes of a file of a return.
  case fetch(CourierPlace)
  /// This return has come whole.
  case fetched([UInt8])
}

/// What is to become of a bundle that a courier carries.
public enum CourierFate: Hashable, Sendable {
  /// The centre has not seen its manifest.
  case unknown
  /// It is for the centre, which wants it from a place on.
  case wanted(part: Int, offset: Int)
  /// It was taken in; whoever carries it may let it go.
  case takenIn
  /// It is for somebody else.
  case forAnother
  /// The centre does not take it in, for the reason of a code; it is to be kept.
  case refused(String)
}

/// What the centre answers a courier.
public enum CourierReply: Hashable, Sendable {
  /// What is to become of bundles.
  case fates([(bundle: [UInt8], fate: CourierFate)])
  /// The returns that wait.
  case returns([[UInt8]])
  /// Bytes of a file, and how many it has in all.
  case bytes([UInt8], total: Int)
  /// Nothing of what was asked was done, for the reason of a code.
  case refused(String)

  /// Compares by the bytes that travel.
  public static func == (left: CourierReply, right: CourierReply) -> Bool {
    left.encoded == right.encoded
  }

  /// Hashes the bytes that travel.
  public func hash(into hasher: inout Hasher) { hasher.combine(encoded) }
}

/// A question with whose it is.
public struct CourierRequest: Hashable, Sendable {
  /// The courier's certificate.
  public var courier: Certificate
  /// 16 fresh random bytes, which the answer repeats.
  public var nonce: [UInt8]
  /// What is asked.
  public var question: CourierQuestion
  /// The courier's signature.
  public private(set) var signature: [UInt8]

  /// Asks.
  public init(
    _ question: CourierQuestion, by courier: Certificate, nonce: [UInt8], signer: Signer
  ) {
    self.courier = courier
    self.nonce = nonce
    self.question = question
    signature = []
    signature = signer.sign(message)
  }

  /// True when the holder of this key signed it.
  public func isSigned(by publicKey: [UInt8], primitives: Primitives) -> Bool {
    primitives.verify(signature, message, publicKey)
  }

  private var message: [UInt8] { Purpose.courierRequest.message(content) }

  private var content: [UInt8] {
    var writer = ByteWriter(StreamFormat.magic)
    writer.byte(StreamFormat.version)
    writer.block(courier.encoded)
    writer.raw(nonce)
    question.encode(into: &writer)
    return writer.bytes
  }

  /// The bytes of the body of POST /courier/v1.
  public var encoded: [UInt8] { content + signature }

  /// Reads a request that came from outside; its signature is not yet checked.
  public init(decoding bytes: [UInt8]) throws(ProtocolError) {
    var reader = try ByteReader.unframed(bytes)
    courier = try Certificate(decoding: reader.block(atMost: Limits.framePayloadBytes))
    nonce = Array(try reader.raw(Hello.nonceByteCount))
    question = try CourierQuestion(from: &reader)
    signature = Array(try reader.raw(Signer.signatureByteCount))
    try reader.end()
  }
}

/// The answer to a question of a courier.
public struct CourierAnswer: Hashable, Sendable {
  /// The certificate of the centre's present life.
  public var centre: Certificate
  /// The nonce of the request.
  public var nonce: [UInt8]
  /// What is answered.
  public var reply: CourierReply
  /// The centre's signature.
  public private(set) var signature: [UInt8]

  /// Answers.
  public init(_ reply: CourierReply, by centre: Certificate, nonce: [UInt8], signer: Signer) {
    self.centre = centre
    self.nonce = nonce
    self.reply = reply
    signature = []
    signature = signer.sign(message)
  }

  /// True when the holder of this key signed it.
  public func isSigned(by publicKey: [UInt8], primitives: Primitives) -> Bool {
    primitives.verify(signature, message, publicKey)
  }

  private var message: [UInt8] { Purpose.courierAnswer.message(content) }

  private var content: [UInt8] {
    var writer = ByteWriter(StreamFormat.magic)
    writer.byte(StreamFormat.version)
    writer.block(centre.encoded)
    writer.raw(nonce)
    writer.raw(reply.encoded)
    return writer.bytes
  }

  /// The bytes of the answer to POST /courier/v1.
  public var encoded: [UInt8] { content + signature }

  /// Reads an answer that came from outside; its signature is not yet checked.
  public init(decoding bytes: [UInt8]) throws(ProtocolError) {
    var reader = try ByteReader.unframed(bytes)
    centre = try Certificate(decoding: reader.block(atMost: Limits.framePayloadBytes))
    nonce = Array(try reader.raw(Hello.nonceByteCount))
    reply = try CourierReply(from: &reader)
    signature = Array(try reader.raw(Signer.signatureByteCount))
    try reader.end()
  }
}
