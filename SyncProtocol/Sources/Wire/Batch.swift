/// The closed operations of one session of one replica in one scope: immutable, compressed,
/// hash-chained and signed. Its identity is its hash; it travels byte for byte as it was closed.
public struct Batch: Hashable, Sendable {
  /// What the signature covers, decoded.
  public let header: Header
  /// BLAKE2b-256 over purpose, header and compressed body: the identity of the batch.
  public let hash: ContentHash
  /// The bytes as they travel and are stored: signature, header, compressed body.
  public let encoded: [UInt8]
  private let bodyStart: Int

  /// Everything about a batch but its operations.
  public struct Header: Hashable, Sendable {
    /// The scope all its operations belong to.
    public var scope: ScopeID
    /// The replica and session that wrote them.
    public var origin: Origin
    /// Its place in the chain of (scope, replica): dense, from 1.
    public var sequence: UInt64
    /// The hash of its predecessor in that chain; zero for the first.
    public var predecessor: ContentHash
    /// The branch tips, of other replicas in this scope, that its author had applied and whose
    /// dots it names. It is not merged before them.
    public var dependencies: [Tip]
    /// The registry version of its author.
    public var schemaVersion: UInt64
    /// The number of the grant under which its author wrote.
    public var grant: UInt64
    /// The author's raw wall clock when it was closed.
    public var wall: Timestamp
    /// Milliseconds that the author adds to the wall clock, as learnt from signed time; nil when
    /// the author has never seen any.
    public var offsetMilliseconds: Int64?
    /// Bytes of the body before compression.
    public var bodyByteCount: Int
    /// Operations in the body.
    public var operationCount: Int
    /// Counters of the first and last operation.
    public var counters: ClosedRange<UInt32>

    /// The replica that closed it.
    public var replica: ReplicaID { origin.replica }
  }

  /// A place in the chain of one replica within a scope.
  public struct Tip: Hashable, Comparable, Sendable {
    /// Whose chain.
    public var replica: ReplicaID
    /// The place.
    public var sequence: UInt64
    /// The batch at that place; a fork has two.
    public var hash: ContentHash

    /// Makes a tip.
    public init(replica: ReplicaID, sequence: UInt64, hash: ContentHash) {
      self.replica = replica
      self.sequence = sequence
      self.hash = hash
    }

    /// Orders by replica, place, hash.
    public static func < (left: Tip, right: Tip) -> Bool {
      if left.replica != right.replica { return left.replica < right.replica }
      if left.sequence != right.sequence { return left.sequence < right.sequence }
      return left.hash < right.hash
    }
  }
}

extension Batch {
  /// What an author knows when it closes a batch.
  public struct Context: Sendable {
    /// See `Header`.
    public var scope: ScopeID, sequence: UInt64, predecessor: ContentHash, dependencies: [Tip]
    /// See `Header`.
    public var schemaVersion: UInt64, grant: UInt64, wall: Timestamp, offsetMilliseconds: Int64?

    /// Gathers them.
    public init(
      scope: ScopeID, sequence: UInt64, predecessor: ContentHash, dependencies: [Tip],
      schemaVersion: UInt64, grant: UInt64, wall: Timestamp, offsetMilliseconds: Int64?
    ) {
      self.scope = scope
      self.sequence = sequence
      self.predecessor = predecessor
      self.dependencies = dependencies
      self.schemaVersion = schemaVersion
      self.grant = grant
      self.wall = wall
      self.offsetMilliseconds = offsetMilliseconds
    }
  }

  /// Closes operations into a batch and signs it.
  ///
  /// - Parameter operations: 1 to `Limits.operationsPerBatch` of one session in ascending order,
  ///   whose encoded body is at most `Limits.bodyBytes`.
  public static func close(
    _ operations: [Operation], in context: Context, signer: Signer, primitives: Primitives
  ) throws -> Batch {
    guard let first = operations.first, let last = operations.last else {
      preconditionFailure("a batch has operations")
    }
    let origin = first.dot.origin
    precondition(origin.replica == signer.replica, "a replica closes its own operations")
    let body = BatchBody.sections(operations, origin: origin).all
    let bodyByteCount = body.reduce(0) { $0 + $1.count }
    precondition(bodyByteCount <= Limits.bodyBytes, "a batch's body has a limit")
    let header = Header(
      scope: context.scope, origin: origin, sequence: context.sequence,
      predecessor: context.predecessor, dependencies: Set(context.dependencies).sorted(),
      schemaVersion: context.schemaVersion, grant: context.grant, wall: context.wall,
      offsetMilliseconds: context.offsetMilliseconds, bodyByteCount: bodyByteCount,
      operationCount: operations.count, counters: first.dot.counter...last.dot.counter)
    var content = ByteWriter()
    header.encode(into: &content)
    let bodyStart = content.bytes.count + Signer.signatureByteCount
    content.raw(
      try primitives.compressParts?(body) ?? primitives.compress(Array(body.joined())))
    let message = Purpose.batch.message(content.bytes)
    return Batch(
      header: header, hash: primitives.hash(message),
      encoded: signer.sign(message) + content.bytes, bodyStart: bodyStart)
  }

  /// Reads a batch that came from outside; its signature and body are not yet checked.
  public init(decoding encoded: [UInt8], primitives: Primitives) throws(ProtocolError) {
    var reader = ByteReader(encoded)
    _ = try reader.raw(Signer.signatureByteCount)
    header = try Header(from: &reader)
    bodyStart = reader.position
    self.encoded = encoded
    hash = primitives.hash(Purpose.batch.message(encoded[Signer.signatureByteCount...]))
  }

  /// True when the signature verifies under the author's public key.
  public func isSigned(by publicKey: [UInt8], primitives: Primitives) -> Bool {
    primitives.verify(
      Array(encoded[..<Signer.signatureByteCount]),
      Purpose.batch.message(encoded[Signer.signatureByteCount...]), publicKey)
  }

  /// The operations. Throws when the body does not decompress to what the header says, does not
  /// decode, or names a replica that is not among the dependencies.
  public func operations(primitives: Primitives) throws(ProtocolError) -> [Operation] {
    let body: [UInt8]
    do {
      body = try primitives.decompress(Array(encoded[bodyStart...]), header.bodyByteCount)
    } catch {
      throw .badCompression
    }
    guard body.count == header.bodyByteCount else { throw .badCompression }
    let operations = try BatchBody.decode(body, origin: header.origin)
    guard operations.count == header.operationCount,
      operations.first?.dot.counter == header.counters.lowerBound,
      operations.last?.dot.counter == header.counters.upperBound
    else { throw .malformed(.numberOutOfRange) }
    // Delivery stays causal only if every batch says what it was written upon.
    let declared = Set(header.dependencies.map(\.replica))
    for named in operations.namedReplicas
    where named != header.replica && !declared.contains(named) {
      throw .missingDependency(named)
    }
    return operations
  }

  /// This batch's own place in its chain.
  public var tip: Tip {
    Tip(replica: header.replica, sequence: header.sequence, hash: hash)
  }
}

extension Batch.Header {
  func encode(into writer: inout ByteWriter) {
    writer.scope(scope)
    writer.unsigned(UInt64(origin.rawValue))
    writer.unsigned(sequence)
    writer.hash(predecessor)
    writer.count(dependencies.count)
    for tip in dependencies { tip.encode(into: &writer) }
    writer.unsigned(schemaVersion)
    writer.unsigned(grant)
    writer.signed(wall.rawValue)
    writer.byte(offsetMilliseconds == nil ? 0 : 1)
    if let offsetMilliseconds { writer.signed(offsetMilliseconds) }
    writer.count(operationCount)
    writer.unsigned(UInt64(counters.lowerBound))
    writer.unsigned(UInt64(counters.upperBound - counters.lowerBound))
    writer.count(bodyByteCount)
  }

  init(from reader: inout ByteReader) throws(ProtocolError) {
    scope = try reader.scope()
    guard let origin = Origin(rawValue: Int64(try reader.unsigned(atMost: 1 << 44 - 1))) else {
      throw .malformed(.numberOutOfRange)
    }
    self.origin = origin
    sequence = try reader.unsigned(atMost: UInt64(Int64.max))
    predecessor = try reader.hash()
    guard sequence > 0, (sequence == 1) == (predecessor == .zero) else {
      throw .malformed(.numberOutOfRange)
    }
    dependencies = []
    for _ in 0..<(try reader.count(atMost: Limits.dependenciesPerBatch)) {
      let tip = try Batch.Tip(from: &reader)
      if let last = dependencies.last, !(last < tip) { throw .malformed(.notAscending) }
      dependencies.append(tip)
    }
    schemaVersion = try reader.unsigned(atMost: UInt64(Int64.max))
    grant = try reader.unsigned(atMost: UInt64(Int64.max))
    wall = Timestamp(rawValue: try reader.signed())
    switch try reader.byte() {
    case 0: offsetMilliseconds = nil
    case 1: offsetMilliseconds = try reader.signed()
    default: throw .malformed(.unknownCode)
    }
    operationCount = try reader.count(atMost: Limits.operationsPerBatch)
    let first = try reader.unsigned(atMost: UInt64(Dot.maximumCounter))
    let span = try reader.unsigned(atMost: UInt64(Dot.maximumCounter) - first)
    counters = UInt32(first)...UInt32(first + span)
    bodyByteCount = try reader.count(atMost: Limits.bodyBytes)
  }
}

extension Batch.Tip {
  func encode(into writer: inout ByteWriter) {
    writer.replica(replica)
    writer.unsigned(sequence)
    writer.hash(hash)
  }

  init(from reader: inout ByteReader) throws(ProtocolError) {
    replica = try reader.replica()
    sequence = try reader.unsigned(atMost: UInt64(Int64.max))
    hash = try reader.hash()
  }
}
