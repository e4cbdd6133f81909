extension RowState {
  /// The one byte form of a row's merged state: table, row, then every head in order of field and
  /// dot. Two replicas agree on a row exactly when these bytes are equal.
  public var canonicalBytes: [UInt8] {
    var writer = ByteWriter()
    writer.unsigned(UInt64(table.rawValue))
    writer.dot(row)
    writer.count(heads.count)
    for head in heads {
      writer.unsigned(UInt64(head.field.rawValue))
      writer.dot(head.dot)
      writer.signed(head.time.rawValue)
      BatchBody.encodeTagged(head.value, into: &writer)
    }
    return writer.bytes
  }
}

/// The digest of a scope: 256 sums of row hashes, each modulo 2^256.
///
/// Addition has an inverse and no order, so a row's old hash can be taken out and its new one put
/// in without touching the others, and any order of merging gives the same sums. It is computed
/// from one's own rows and never adopted from a peer.
public struct StateDigest: Hashable, Sendable {
  /// Number of leaves; a row's leaf is the first byte of a hash of table and row.
  public static let leafCount = 256
  private static let wordsPerLeaf = 4
  private var words: [UInt64]

  /// The digest of no rows.
  public init() {
    words = Array(repeating: 0, count: Self.leafCount * Self.wordsPerLeaf)
  }

  /// Adds a row.
  public mutating func add(_ row: RowState, primitives: Primitives) {
    let (leaf, hash) = Self.place(row, primitives)
    var carry: UInt64 = 0
    for (index, addend) in zip(Self.indices(of: leaf), Self.words(of: hash)) {
      let (partial, first) = words[index].addingReportingOverflow(addend)
      let (sum, second) = partial.addingReportingOverflow(carry)
      words[index] = sum
      carry = first || second ? 1 : 0
    }
  }

  /// Takes a row out that was added in exactly this state.
  public mutating func subtract(_ row: RowState, primitives: Primitives) {
    let (leaf, hash) = Self.place(row, primitives)
    var borrow: UInt64 = 0
    for (index, subtrahend) in zip(Self.indices(of: leaf), Self.words(of: hash)) {
      let (partial, first) = words[index].subtractingReportingOverflow(subtrahend)
      let (difference, second) = partial.subtractingReportingOverflow(borrow)
      words[index] = difference
      borrow = first || second ? 1 : 0
    }
  }

  /// The 32 bytes of a leaf's sum, least significant first.
  public func leaf(_ leaf: UInt8) -> [UInt8] {
    Self.indices(of: leaf).flatMap { index in
      (0..<8).map { UInt8(truncatingIfNeeded: words[index] >> UInt64($0 * 8)) }
    }
  }

  /// The root over all leaves: what two replicas compare first.
  public func root(primitives: Primitives) -> ContentHash {
    // All leaves one after the other, as `leaf` gives them, in one copy.
    let leaves = words.map(\.littleEndian).withUnsafeBytes { [UInt8]($0) }
    return primitives.hash(Purpose.state.message(leaves))
  }

  private static func place(_ row: RowState, _ primitives: Primitives) -> (UInt8, ContentHash) {
    var name = ByteWriter()
    name.unsigned(UInt64(row.table.rawValue))
    name.dot(row.row)
    let leaf = primitives.hash(Purpose.leaf.message(name.bytes)).bytes[0]
    return (leaf, primitives.hash(Purpose.row.message(row.canonicalBytes)))
  }

  private static func indices(of leaf: UInt8) -> Range<Int> {
    Int(leaf) * wordsPerLeaf..<(Int(leaf) + 1) * wordsPerLeaf
  }

  private static func words(of hash: ContentHash) -> [UInt64] {
    (0..<wordsPerLeaf).map { word in
      hash.bytes[word * 8..<word * 8 + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
  }
}
