/// What a centre says of itself before anybody is enrolled. Nothing of it is believed until the
/// proofs agree.
public struct CentreOffer: Hashable, Sendable {
  /// The installation's root key.
  public var rootPublicKey: [UInt8]
  /// The pin of its TLS key, `sha256//…`; empty over plain HTTP on loopback.
  public var pin: String

  /// Gathers the two.
  public init(rootPublicKey: [UInt8], pin: String) {
    self.rootPublicKey = rootPublicKey
    self.pin = pin
  }
}

/// A laptop's request for a certificate.
public struct EnrolmentRequest: Hashable, Sendable {
  /// The key that the laptop made for itself.
  public var publicKey: [UInt8]
  /// 16 random bytes.
  public var nonce: [UInt8]
  /// Proof that the laptop knows the code and sees the centre's true key and pin.
  public var proof: [UInt8]

  /// Gathers the three.
  public init(publicKey: [UInt8], nonce: [UInt8], proof: [UInt8]) {
    self.publicKey = publicKey
    self.nonce = nonce
    self.proof = proof
  }
}

/// The centre's answer to a request whose proof was right.
public struct EnrolmentGrant: Hashable, Sendable {
  /// The laptop's certificate.
  public var certificate: Certificate
  /// The certificate of the centre's present life.
  public var centreCertificate: Certificate
  /// The row id of the member that the laptop is given to; 0 for nobody.
  public var member: Int64
  /// The installation's key for personal ids, encrypted under the code's key.
  public var sealedIdentificationKey: [UInt8]
  /// Proof that the centre knows the code and means this laptop and this answer.
  public var proof: [UInt8]

  /// Gathers the parts.
  public init(
    certificate: Certificate, centreCertificate: Certificate, member: Int64,
    sealedIdentificationKey: [UInt8], proof: [UInt8]
  ) {
    self.certificate = certificate
    self.centreCertificate = centreCertificate
    self.member = member
    self.sealedIdentificationKey = sealedIdentificationKey
    self.proof = proof
  }

  /// What the centre's proof covers beside the request.
  public var content: [UInt8] {
    var writer = ByteWriter()
    writer.block(certificate.encoded)
    writer.block(centreCertificate.encoded)
    writer.unsigned(UInt64(bitPattern: member))
    writer.block(sealedIdentificationKey)
    return writer.bytes
  }
}

/// What the two proofs of an enrolment are made over.
public enum EnrolmentProof {
  /// Bytes of a proof.
  public static let byteCount = 32

  /// The laptop's: over its key, the centre's key and pin as the laptop sees them, and the nonce.
  public static func laptopMessage(
    _ request: (publicKey: [UInt8], nonce: [UInt8]), to offer: CentreOffer
  ) -> [UInt8] {
    message(.enrolmentRequest, request, offer, [])
  }

  /// The centre's: the same with its true key and pin, and the answer.
  public static func centreMessage(
    _ request: (publicKey: [UInt8], nonce: [UInt8]), to offer: CentreOffer, content: [UInt8]
  ) -> [UInt8] {
    message(.enrolmentGrant, request, offer, content)
  }

  private static func message(
    _ purpose: Purpose, _ request: (publicKey: [UInt8], nonce: [UInt8]), _ offer: CentreOffer,
    _ content: [UInt8]
  ) -> [UInt8] {
    var writer = ByteWriter()
    writer.block(request.publicKey)
    writer.block(offer.rootPublicKey)
    writer.text(offer.pin)
    writer.block(request.nonce)
    writer.block(content)
    return purpose.message(writer.bytes)
  }
}

extension CentreOffer {
  /// The bytes of the answer to GET /enrolment.
  public var encoded: [UInt8] {
    var writer = ByteWriter(StreamFormat.magic)
    writer.byte(StreamFormat.version)
    writer.raw(rootPublicKey)
    writer.text(pin)
    return writer.bytes
  }

  /// Reads an offer that came from outside.
  public init(decoding bytes: [UInt8]) throws(ProtocolError) {
    var reader = try ByteReader.unframed(bytes)
    rootPublicKey = Array(try reader.raw(Signer.keyByteCount))
    pin = try reader.text(atMost: Limits.labelBytes)
    try reader.end()
  }
}

extension EnrolmentRequest {
  /// The bytes of the body of POST /enrolment.
  public var encoded: [UInt8] {
    var writer = ByteWriter(StreamFormat.magic)
    writer.byte(StreamFormat.version)
    writer.raw(publicKey)
    writer.raw(nonce)
    writer.raw(proof)
    return writer.bytes
  }

  /// Reads a request that came from outside.
  public init(decoding bytes: [UInt8]) throws(ProtocolError) {
    var reader = try ByteReader.unframed(bytes)
    publicKey = Array(try reader.raw(Signer.keyByteCount))
    nonce = Array(try reader.raw(Hello.nonceByteCount))
    proof = Array(try reader.raw(EnrolmentProof.byteCount))
    try reader.end()
  }
}

extension EnrolmentGrant {
  /// The bytes of the answer to POST /enrolment.
  public var encoded: [UInt8] {
    var writer = ByteWriter(StreamFormat.magic)
    writer.byte(StreamFormat.version)
    writer.raw(content)
    writer.raw(proof)
    return writer.bytes
  }

  /// Reads a grant that came from outside.
  public init(decoding bytes: [UInt8]) throws(ProtocolError) {
    var reader = try ByteReader.unframed(bytes)
    certificate = try Certificate(decoding: reader.block(atMost: Limits.framePayloadBytes))
    centreCertificate = try Certificate(decoding: reader.block(atMost: Limits.framePayloadBytes))
    member = Int64(bitPattern: try reader.unsigned())
    sealedIdentificationKey = Array(try reader.block(atMost: Limits.labelBytes))
    proof = Array(try reader.raw(EnrolmentProof.byteCount))
    try reader.end()
  }
}

extension ByteReader {
  /// A reader behind the magic and version of a message that is no stream.
  static func unframed(_ bytes: [UInt8]) throws(ProtocolError) -> ByteReader {
    guard bytes.starts(with: StreamFormat.magic) else { throw .notAStream }
    var reader = ByteReader(bytes[StreamFormat.magic.count...])
    let version = try reader.byte()
    guard version == StreamFormat.version else { throw .unsupportedVersion(version) }
    return reader
  }
}
