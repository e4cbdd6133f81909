/// What a laptop that waits for a neighbour says of itself; nothing of it is believed until the proofs
/// agree.
public struct PairingOffer: Hashable, Sendable {
  /// Bytes of a session.
  public static let sessionByteCount = 16

  /// 16 random bytes, fresh for every attempt.
  public var session: [UInt8]
  /// The pin of the key of its TLS connection, `sha256//…`.
  public var pin: String

  /// Gathers the two.
  public init(session: [UInt8], pin: String) {
    self.session = session
    self.pin = pin
  }

  /// What the exchange of keys starts from: the six digits, and what the two see of each other.
  public func context(code: String) -> [UInt8] {
    var writer = ByteWriter()
    writer.text(code)
    writer.block(session)
    writer.text(pin)
    return Purpose.neighbourCode.message(writer.bytes)
  }

  /// What the key of the meeting is the hash of.
  ///
  /// - Parameters:
  ///   - point: what both have reached.
  ///   - joiner, waiter: the two shares.
  public func keyMessage(point: [UInt8], joiner: [UInt8], waiter: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    writer.block(session)
    writer.text(pin)
    writer.block(point)
    writer.block(joiner)
    writer.block(waiter)
    return Purpose.neighbourKey.message(writer.bytes)
  }
}

extension PairingOffer {
  /// The bytes of the answer to GET /neighbour.
  public var encoded: [UInt8] {
    var writer = ByteWriter(StreamFormat.magic)
    writer.byte(StreamFormat.version)
    writer.raw(session)
    writer.text(pin)
    return writer.bytes
  }

  /// Reads an offer that came from outside.
  public init(decoding bytes: [UInt8]) throws(ProtocolError) {
    var reader = try ByteReader.unframed(bytes)
    session = Array(try reader.raw(Self.sessionByteCount))
    pin = try reader.text(atMost: Limits.labelBytes)
    try reader.end()
  }
}

/// A share or a proof of one attempt to pair, on its way to or from the laptop that waits.
public struct PairingMessage: Hashable, Sendable {
  /// Bytes of a share and of a proof.
  public static let valueByteCount = 32

  /// The session of the offer.
  public var session: [UInt8]
  /// The share or the proof.
  public var value: [UInt8]

  /// Gathers the two.
  public init(session: [UInt8], value: [UInt8]) {
    self.session = session
    self.value = value
  }

  /// The bytes of the message.
  public var encoded: [UInt8] {
    var writer = ByteWriter(StreamFormat.magic)
    writer.byte(StreamFormat.version)
    writer.raw(session)
    writer.raw(value)
    return writer.bytes
  }

  /// Reads a message that came from outside.
  public init(decoding bytes: [UInt8]) throws(ProtocolError) {
    var reader = try ByteReader.unframed(bytes)
    session = Array(try reader.raw(PairingOffer.sessionByteCount))
    value = Array(try reader.raw(Self.valueByteCount))
    try reader.end()
  }
}
