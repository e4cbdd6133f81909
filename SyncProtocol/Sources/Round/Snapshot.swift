/// What stands before the rows of a snapshot: the merged state of one scope at one arrival number,
/// for a laptop that has nothing of it yet or was away for long.
///
/// The header names every section by its hash, so it alone is signed; its own hash is the identity
/// of the snapshot.
public struct SnapshotHeader: Hashable, Sendable {
  /// Rows between two byte counts: one compressed run of blocks.
  public struct Section: Hashable, Sendable {
    /// Bytes before compression.
    public var plainByteCount: Int
    /// Bytes as they travel.
    public var byteCount: Int
    /// The hash of the bytes as they travel.
    public var hash: ContentHash

    /// Makes a section's entry.
    public init(plainByteCount: Int, byteCount: Int, hash: ContentHash) {
      self.plainByteCount = plainByteCount
      self.byteCount = byteCount
      self.hash = hash
    }
  }

  /// Scope, life of the centre, arrival number and running hash.
  public var cursor: Cursor
  /// The digest of the scope there; whoever takes the rows in computes it anew and compares.
  public var digest: ContentHash
  /// How many rows there are.
  public var rowCount: UInt64
  /// The registry version of the centre.
  public var schemaVersion: UInt64
  /// When it was made.
  public var madeAt: Timestamp
  /// What was applied: every tip and every mark.
  public var frontier: ScopeFrontier
  /// The certificates of every replica in the frontier.
  public var certificates: [Certificate]
  /// The sections in order.
  public var sections: [Section]

  /// Gathers the parts.
  public init(
    cursor: Cursor, digest: ContentHash, rowCount: UInt64, schemaVersion: UInt64,
    madeAt: Timestamp, frontier: ScopeFrontier, certificates: [Certificate], sections: [Section]
  ) {
    self.cursor = cursor
    self.digest = digest
    self.rowCount = rowCount
    self.schemaVersion = schemaVersion
    self.madeAt = madeAt
    self.frontier = frontier
    self.certificates = certificates
    self.sections = sections
  }
}

extension SnapshotHeader {
  /// Bytes before the header: a signature and the header's length.
  public static let prefixByteCount = Signer.signatureByteCount + 4

  /// The first bytes of the snapshot, signature, length and header, and its identity.
  public func signed(
    by signer: Signer, primitives: Primitives
  ) -> (bytes: [UInt8], identity: ContentHash) {
    var content = ByteWriter()
    encode(into: &content)
    let message = Purpose.snapshot.message(content.bytes)
    var writer = ByteWriter(signer.sign(message))
    writer.fixed32(UInt32(content.bytes.count))
    writer.raw(content.bytes)
    return (writer.bytes, primitives.hash(message))
  }

  /// How many bytes of header follow a prefix of `prefixByteCount` bytes.
  public static func byteCount(after prefix: [UInt8]) throws(ProtocolError) -> Int {
    var reader = ByteReader(prefix)
    _ = try reader.raw(Signer.signatureByteCount)
    let count = Int(try reader.fixed32())
    guard count <= Limits.snapshotHeaderBytes else { throw .malformed(.numberOutOfRange) }
    return count
  }

  /// Reads the first bytes of a snapshot; throws unless they carry this identity and are signed
  /// with the private half of `publicKey`.
  public init(
    decoding bytes: [UInt8], identity: ContentHash, signedBy publicKey: [UInt8],
    primitives: Primitives
  ) throws(ProtocolError) {
    var reader = ByteReader(bytes)
    let signature = Array(try reader.raw(Signer.signatureByteCount))
    let count = Int(try reader.fixed32())
    let content = Array(try reader.raw(count))
    try reader.end()
    let message = Purpose.snapshot.message(content)
    guard primitives.hash(message) == identity,
      primitives.verify(signature, message, publicKey)
    else { throw .badSignature }
    var header = ByteReader(content)
    try self.init(from: &header)
    try header.end()
  }

  private func encode(into writer: inout ByteWriter) {
    cursor.encode(into: &writer)
    writer.hash(digest)
    writer.unsigned(rowCount)
    writer.unsigned(schemaVersion)
    writer.signed(madeAt.rawValue)
    frontier.encode(into: &writer)
    writer.count(certificates.count)
    for certificate in certificates { writer.block(certificate.encoded) }
    writer.count(sections.count)
    for section in sections {
      writer.count(section.plainByteCount)
      writer.count(section.byteCount)
      writer.hash(section.hash)
    }
  }

  private init(from reader: inout ByteReader) throws(ProtocolError) {
    cursor = try Cursor(from: &reader)
    digest = try reader.hash()
    rowCount = try reader.unsigned(atMost: UInt64(Int64.max))
    schemaVersion = try reader.unsigned(atMost: UInt64(Int64.max))
    madeAt = Timestamp(rawValue: try reader.signed())
    frontier = try ScopeFrontier(from: &reader)
    certificates = []
    for _ in 0..<(try reader.count(atMost: Limits.certificatesPerSnapshot)) {
      certificates.append(
        try Certificate(decoding: reader.block(atMost: Limits.framePayloadBytes)))
    }
    sections = []
    for _ in 0..<(try reader.count(atMost: Limits.sectionsPerSnapshot)) {
      sections.append(
        Section(
          plainByteCount: try reader.count(atMost: Limits.sectionBytes),
          byteCount: try reader.count(atMost: 2 * Limits.sectionBytes),
          hash: try reader.hash()))
    }
  }
}

/// Packs rows into the sections of a snapshot.
public struct SnapshotSectionWriter: Sendable {
  private var rows: RowBlockWriter
  private var plain = ByteWriter()

  /// Starts with no rows.
  public init(scope: ScopeID) { rows = RowBlockWriter(scope: scope) }

  /// Takes a row, in order of table and row; passes on the plain bytes of each section that is full.
  public mutating func append(
    _ state: RowState, _ emit: ([UInt8]) throws -> Void
  ) rethrows {
    var full: [RowBlock] = []
    rows.append(state) { full.append($0) }
    for block in full { try add(block, emit) }
  }

  /// Passes on the last section.
  public mutating func finish(_ emit: ([UInt8]) throws -> Void) rethrows {
    var full: [RowBlock] = []
    rows.finish { full.append($0) }
    for block in full { try add(block, emit) }
    if !plain.bytes.isEmpty { try emit(plain.bytes) }
    plain = ByteWriter()
  }

  private mutating func add(
    _ block: RowBlock, _ emit: ([UInt8]) throws -> Void
  ) rethrows {
    var payload = ByteWriter()
    block.encode(into: &payload)
    plain.block(payload.bytes)
    if plain.bytes.count >= Limits.sectionFillBytes {
      try emit(plain.bytes)
      plain = ByteWriter()
    }
  }
}

extension RowBlock {
  /// The blocks of a section's plain bytes.
  public static func blocks(ofSection plain: [UInt8]) throws(ProtocolError) -> [RowBlock] {
    var reader = ByteReader(plain)
    var blocks: [RowBlock] = []
    while reader.remaining > 0 {
      var payload = ByteReader(try reader.block(atMost: Limits.framePayloadBytes))
      blocks.append(try RowBlock(from: &payload))
      try payload.end()
    }
    return blocks
  }
}

/// Some bytes of a snapshot, from the centre.
public struct SnapshotPart: FrameMessage, Hashable {
  /// `snapshot`.
  public static let frameKind = FrameKind.snapshot
  /// The scope.
  public var scope: ScopeID
  /// The snapshot.
  public var snapshot: ContentHash
  /// Bytes of the whole snapshot.
  public var totalByteCount: Int
  /// Where these bytes begin.
  public var offset: Int
  /// The bytes.
  public var bytes: [UInt8]

  /// Gathers the parts.
  public init(
    scope: ScopeID, snapshot: ContentHash, totalByteCount: Int, offset: Int, bytes: [UInt8]
  ) {
    self.scope = scope
    self.snapshot = snapshot
    self.totalByteCount = totalByteCount
    self.offset = offset
    self.bytes = bytes
  }

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    writer.scope(scope)
    writer.hash(snapshot)
    writer.count(totalByteCount)
    writer.count(offset)
    writer.raw(bytes)
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    scope = try reader.scope()
    snapshot = try reader.hash()
    totalByteCount = try reader.count(atMost: Limits.snapshotBytes)
    offset = try reader.count(atMost: totalByteCount)
    let count = reader.remaining
    guard count > 0, count <= Limits.snapshotPartBytes, count <= totalByteCount - offset else {
      throw .malformed(.numberOutOfRange)
    }
    bytes = Array(try reader.raw(count))
  }
}

/// Which bytes of a snapshot a laptop lacks.
public struct SnapshotFetch: FrameMessage, Hashable {
  /// `fetch`.
  public static let frameKind = FrameKind.fetch
  /// The scope.
  public var scope: ScopeID
  /// The snapshot it has begun; zero when it wants none, and the log instead.
  public var snapshot: ContentHash
  /// The first byte it lacks.
  public var offset: Int

  /// Gathers the parts.
  public init(scope: ScopeID, snapshot: ContentHash, offset: Int) {
    self.scope = scope
    self.snapshot = snapshot
    self.offset = offset
  }

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    writer.scope(scope)
    writer.hash(snapshot)
    writer.count(offset)
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    scope = try reader.scope()
    snapshot = try reader.hash()
    offset = try reader.count(atMost: Limits.snapshotBytes)
  }
}
