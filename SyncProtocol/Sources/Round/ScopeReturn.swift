/// The centre takes a scope back from a laptop: the SCOPE_REMOVE of an answer.
public struct ScopeRemoval: FrameMessage, Hashable {
  /// `scopeRemove`.
  public static let frameKind = FrameKind.scopeRemove
  /// The scope.
  public var scope: ScopeID
  /// Until when the laptop should have handed everything over.
  public var deadline: Timestamp
  /// The last batch of the laptop that it confirmed, once everything it handed over until then is
  /// merged and in a backup: what it holds of the scope may then go. Sequence 0 stands for a laptop
  /// that never wrote there; nil while something is missing.
  public var covered: ScopeReturn.Place?

  /// Gathers the parts.
  public init(scope: ScopeID, deadline: Timestamp, covered: ScopeReturn.Place?) {
    self.scope = scope
    self.deadline = deadline
    self.covered = covered
  }

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    writer.scope(scope)
    writer.signed(deadline.rawValue)
    writer.optional(covered) { $1.encode(into: &$0) }
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    scope = try reader.scope()
    deadline = Timestamp(rawValue: try reader.signed())
    covered = try reader.flag() ? try ScopeReturn.Place(from: &reader) : nil
  }
}

/// A laptop's signed word that it has handed over everything of a scope that it gives back: the
/// SCOPE_REMOVE of a request.
///
/// It is signed apart from the stream, so that it can be kept as evidence: what turns up later with
/// a greater sequence was written after the laptop had given the scope back.
public struct ScopeReturn: FrameMessage, Hashable {
  /// `scopeRemove`.
  public static let frameKind = FrameKind.scopeRemove

  /// A place in the laptop's chain.
  public struct Place: Hashable, Sendable {
    /// The sequence; 0 when it never wrote in the scope.
    public var sequence: UInt64
    /// The hash of the batch there; zero when there is none.
    public var hash: ContentHash

    /// Makes a place.
    public init(sequence: UInt64, hash: ContentHash) {
      self.sequence = sequence
      self.hash = hash
    }

    func encode(into writer: inout ByteWriter) {
      writer.unsigned(sequence)
      writer.hash(hash)
    }

    init(from reader: inout ByteReader) throws(ProtocolError) {
      sequence = try reader.unsigned(atMost: UInt64(Int64.max))
      hash = try reader.hash()
      guard (sequence == 0) == (hash == .zero) else { throw .malformed(.numberOutOfRange) }
    }
  }

  /// The laptop.
  public var replica: ReplicaID
  /// The scope.
  public var scope: ScopeID
  /// Its last batch there.
  public var last: Place
  /// The laptop's signature over the rest.
  public var signature: [UInt8]

  /// Confirms in the name of a signer.
  public init(scope: ScopeID, last: Place, signer: Signer) {
    replica = signer.replica
    self.scope = scope
    self.last = last
    signature = []
    signature = signer.sign(Purpose.scopeReturn.message(content))
  }

  /// True when the laptop signed it.
  public func isSigned(by publicKey: [UInt8], primitives: Primitives) -> Bool {
    primitives.verify(signature, Purpose.scopeReturn.message(content), publicKey)
  }

  private var content: [UInt8] {
    var writer = ByteWriter()
    writer.replica(replica)
    writer.scope(scope)
    last.encode(into: &writer)
    return writer.bytes
  }

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    writer.raw(content)
    writer.raw(signature)
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    replica = try reader.replica()
    scope = try reader.scope()
    last = try Place(from: &reader)
    signature = Array(try reader.raw(Signer.signatureByteCount))
  }
}
