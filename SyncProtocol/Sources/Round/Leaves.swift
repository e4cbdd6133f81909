/// A laptop's question for the sums of one scope's leaves, after its digest differed.
public struct LeavesWanted: Hashable, Sendable {
  /// Where the laptop stands; the centre answers only if its own log ends there.
  public var cursor: Cursor

  /// Asks at a cursor.
  public init(at cursor: Cursor) { self.cursor = cursor }
}

extension LeavesWanted: FrameMessage {
  /// `leaves`, in a request.
  public static let frameKind = FrameKind.leaves

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) { cursor.encode(into: &writer) }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    cursor = try Cursor(from: &reader)
  }
}

/// The centre's leaf sums of a scope at exactly one arrival number.
public struct Leaves: Hashable, Sendable {
  /// Where they hold.
  public var cursor: Cursor
  /// The 256 sums, 32 bytes each.
  public var sums: [UInt8]

  private static let byteCount = StateDigest.leafCount * ContentHash.byteCount

  /// The sums of a digest.
  public init(at cursor: Cursor, _ digest: StateDigest) {
    self.cursor = cursor
    sums = (0..<StateDigest.leafCount).flatMap { digest.leaf(UInt8($0)) }
  }

  /// The leaves whose sums are other than those of `digest`.
  public func differing(from digest: StateDigest) -> LeafSet {
    let own = Leaves(at: cursor, digest).sums
    return LeafSet(
      (0..<StateDigest.leafCount).filter { leaf in
        let bytes = leaf * ContentHash.byteCount..<(leaf + 1) * ContentHash.byteCount
        return sums[bytes] != own[bytes]
      }.map { UInt8($0) })
  }
}

extension Leaves: FrameMessage {
  /// `leaves`, in an answer.
  public static let frameKind = FrameKind.leaves

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    cursor.encode(into: &writer)
    writer.raw(sums)
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    cursor = try Cursor(from: &reader)
    sums = Array(try reader.raw(Self.byteCount))
  }
}

/// Some of the 256 leaves of a digest; on the wire one bit each.
public struct LeafSet: Hashable, Sendable {
  private static let byteCount = StateDigest.leafCount / 8
  private var bits: [UInt8]

  /// The set of these leaves.
  public init(_ leaves: some Sequence<UInt8> = []) {
    bits = Array(repeating: 0, count: Self.byteCount)
    for leaf in leaves { insert(leaf) }
  }

  /// A set as its 32 bytes; nil for any other number of them.
  public init?(bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    bits = bytes
  }

  /// Leaf k is bit k mod 8, counted from the least, of byte k div 8.
  public var bytes: [UInt8] { bits }

  /// The leaves, ascending.
  public var leaves: [UInt8] {
    (0..<StateDigest.leafCount).map { UInt8($0) }.filter { contains($0) }
  }

  /// How many leaves it has.
  public var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// True when it has none.
  public var isEmpty: Bool { count == 0 }

  /// Whether a leaf is in it.
  public func contains(_ leaf: UInt8) -> Bool { bits[Int(leaf >> 3)] & 1 << (leaf & 7) != 0 }

  /// Adds a leaf.
  public mutating func insert(_ leaf: UInt8) { bits[Int(leaf >> 3)] |= 1 << (leaf & 7) }

  /// Takes out the leaves of another set.
  public mutating func subtract(_ other: LeafSet) {
    for index in bits.indices { bits[index] &= ~other.bits[index] }
  }

  /// Whether every leaf of this set is in another.
  public func isSubset(of other: LeafSet) -> Bool {
    zip(bits, other.bits).allSatisfy { $0 & ~$1 == 0 }
  }

  func encode(into writer: inout ByteWriter) { writer.raw(bits) }

  init(from reader: inout ByteReader) throws(ProtocolError) {
    bits = Array(try reader.raw(Self.byteCount))
  }
}

extension StateDigest {
  /// The leaf that a row's hash is added to.
  public static func leaf(of table: TableID, _ row: RowID, primitives: Primitives) -> UInt8 {
    var name = ByteWriter()
    name.unsigned(UInt64(table.rawValue))
    name.dot(row)
    return primitives.hash(Purpose.leaf.message(name.bytes)).bytes[0]
  }
}
