/// Stands behind HELLO in every stream of a request that is carried by hand. HELLO's nonce, the same
/// in all of them, is the pack's identity.
public struct Pack: FrameMessage, Hashable {
  /// `pack`.
  public static let frameKind = FrameKind.pack
  /// Counts up at the laptop, from 1: people say it, and it orders packs. A store that was put back
  /// may give a number a second time.
  public var number: UInt64
  /// Which stream of the pack this is, from 1.
  public var part: UInt64

  /// Gathers the two.
  public init(number: UInt64, part: UInt64) {
    self.number = number
    self.part = part
  }

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    writer.unsigned(number)
    writer.unsigned(part)
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    number = try reader.unsigned(atMost: UInt64(Int64.max))
    part = try reader.unsigned(atMost: UInt64(Limits.streamsPerPack))
    guard number > 0, part > 0 else { throw .malformed(.numberOutOfRange) }
  }
}

/// Stands behind WELCOME in every stream of an answer that is carried by hand.
public struct PackReturn: FrameMessage, Hashable {
  /// `packReturn`.
  public static let frameKind = FrameKind.packReturn
  /// The laptop that may take it in, and no other.
  public var replica: ReplicaID
  /// Counts up at the centre for each laptop, from 1.
  public var number: UInt64
  /// Which stream of the return this is, from 1.
  public var part: UInt64
  /// The packs that it answers, by the nonces of their HELLOs.
  public var packs: [[UInt8]]

  /// Gathers the parts; at most `Limits.packsPerReturn` packs.
  public init(replica: ReplicaID, number: UInt64, part: UInt64, packs: [[UInt8]]) {
    precondition(packs.count <= Limits.packsPerReturn, "a return names a bounded number of packs")
    self.replica = replica
    self.number = number
    self.part = part
    self.packs = packs
  }

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    writer.replica(replica)
    writer.unsigned(number)
    writer.unsigned(part)
    writer.count(packs.count)
    for pack in packs { writer.raw(pack) }
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    replica = try reader.replica()
    number = try reader.unsigned(atMost: UInt64(Int64.max))
    part = try reader.unsigned(atMost: UInt64(Limits.streamsPerPack))
    guard number > 0, part > 0 else { throw .malformed(.numberOutOfRange) }
    packs = []
    for _ in 0..<(try reader.count(atMost: Limits.packsPerReturn)) {
      packs.append(Array(try reader.raw(Hello.nonceByteCount)))
    }
  }
}
