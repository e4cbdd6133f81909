/// The centre's word that a key belongs to a replica.
public struct Certificate: Hashable, Sendable {
  /// What a replica may be.
  public enum Role: UInt8, Sendable {
    /// A laptop in the field.
    case laptop = 1
    /// A life of the centre: its word on time, arrival and grants counts.
    case centre = 2
  }

  /// The replica.
  public var replica: ReplicaID
  /// Its role.
  public var role: Role
  /// Its 32-byte Ed25519 key.
  public var publicKey: [UInt8]
  /// When the centre issued it.
  public var issuedAt: Timestamp
  /// What people call it.
  public var label: String
  /// The signature of the installation's root key.
  public private(set) var signature: [UInt8]

  /// Issues a certificate.
  public init(
    replica: ReplicaID, role: Role, publicKey: [UInt8], issuedAt: Timestamp, label: String,
    signedBy root: (_ message: [UInt8]) -> [UInt8]
  ) {
    self.replica = replica
    self.role = role
    self.publicKey = publicKey
    self.issuedAt = issuedAt
    self.label = label
    signature = []
    signature = root(Purpose.certificate.message(content))
  }

  /// Reads a certificate that came from outside; its signature is not yet checked.
  public init(decoding bytes: some Collection<UInt8>) throws(ProtocolError) {
    var reader = ByteReader(Array(bytes))
    replica = try reader.replica()
    guard let role = Role(rawValue: try reader.byte()) else { throw .malformed(.unknownCode) }
    self.role = role
    publicKey = Array(try reader.raw(Signer.keyByteCount))
    issuedAt = Timestamp(rawValue: try reader.signed())
    label = try reader.text(atMost: Limits.labelBytes)
    signature = Array(try reader.raw(Signer.signatureByteCount))
    try reader.end()
  }

  /// The bytes as they travel and are stored.
  public var encoded: [UInt8] { content + signature }

  /// True when the installation's root key signed it.
  public func isSigned(byRoot publicKey: [UInt8], primitives: Primitives) -> Bool {
    primitives.verify(signature, Purpose.certificate.message(content), publicKey)
  }

  private var content: [UInt8] {
    var writer = ByteWriter()
    writer.replica(replica)
    writer.byte(role.rawValue)
    writer.raw(publicKey)
    writer.signed(issuedAt.rawValue)
    writer.text(label)
    return writer.bytes
  }
}
