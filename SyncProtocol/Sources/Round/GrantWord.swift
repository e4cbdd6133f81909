/// The centre's word on what a laptop may hold, signed on its own: the laptop shows it to another one
/// while no centre can be asked.
public struct GrantWord: Hashable, Sendable {
  /// The laptop.
  public var replica: ReplicaID
  /// The number of the grant.
  public var number: UInt64
  /// The life of the centre that says so.
  public var epoch: UInt8
  /// The centre's time when it said so.
  public var time: Timestamp
  /// The scopes, ascending; scope 0 is understood.
  public var scopes: [ScopeID]
  /// Laptops that were declared lost by then, ascending.
  public var lost: [ReplicaID]
  /// The signature of that life of the centre.
  public private(set) var signature: [UInt8]

  /// Gathers the parts and signs them; at most `Limits.lostPerGrant` lost laptops.
  public init(
    replica: ReplicaID, number: UInt64, epoch: UInt8, time: Timestamp, scopes: [ScopeID],
    lost: [ReplicaID], signer: Signer
  ) {
    precondition(lost.count <= Limits.lostPerGrant, "a word names a bounded number of laptops")
    self.replica = replica
    self.number = number
    self.epoch = epoch
    self.time = time
    self.scopes = scopes.sorted()
    self.lost = lost.sorted()
    signature = []
    signature = signer.sign(Purpose.grant.message(content))
  }

  /// True when that life of the centre signed it, whose certificate the root key vouches for.
  public func isSigned(
    by centre: Certificate, root: [UInt8], primitives: Primitives
  ) -> Bool {
    centre.role == .centre && centre.replica == .centre(epoch: epoch)
      && centre.isSigned(byRoot: root, primitives: primitives)
      && primitives.verify(signature, Purpose.grant.message(content), centre.publicKey)
  }

  private var content: [UInt8] {
    var writer = ByteWriter()
    encodeContent(into: &writer)
    return writer.bytes
  }

  private func encodeContent(into writer: inout ByteWriter) {
    writer.replica(replica)
    writer.unsigned(number)
    writer.byte(epoch)
    writer.signed(time.rawValue)
    writer.count(scopes.count)
    for scope in scopes { writer.scope(scope) }
    writer.count(lost.count)
    for replica in lost { writer.replica(replica) }
  }
}

extension GrantWord: FrameMessage {
  /// `grant`.
  public static let frameKind = FrameKind.grant

  /// The bytes as they are kept.
  public var encoded: [UInt8] {
    var writer = ByteWriter()
    encode(into: &writer)
    return writer.bytes
  }

  /// Reads a word that was kept.
  public init(decoding bytes: [UInt8]) throws(ProtocolError) {
    var reader = ByteReader(bytes)
    try self.init(from: &reader)
    try reader.end()
  }

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    encodeContent(into: &writer)
    writer.raw(signature)
  }

  /// Reads the payload; its signature is not yet checked.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    replica = try reader.replica()
    number = try reader.unsigned(atMost: UInt64(Int64.max))
    epoch = try reader.byte()
    time = Timestamp(rawValue: try reader.signed())
    scopes = []
    for _ in 0..<(try reader.count(atMost: Limits.scopesPerReplica)) {
      let scope = try reader.scope()
      if let last = scopes.last, !(last < scope) { throw .malformed(.notAscending) }
      scopes.append(scope)
    }
    lost = []
    for _ in 0..<(try reader.count(atMost: Limits.lostPerGrant)) {
      let replica = try reader.replica()
      if let last = lost.last, !(last < replica) { throw .malformed(.notAscending) }
      lost.append(replica)
    }
    signature = Array(try reader.raw(Signer.signatureByteCount))
  }
}
