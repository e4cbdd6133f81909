/// The digest of a scope: 256 sums of row hashes, each modulo 2^256.
///
/// Addition has an inverse and no order, so a row's old hash can be taken out and its new one put
/// in without touching the others, and any order of merging gives the same sums. It is computed
/// from one's own rows and never adopted from a peer.
public struct StateDigest: Hashable, Sendable {
  /// Number of leaves; a row's leaf is the first byte of a hash of table and row.
  public static let leafCount = 256
  private var sums: [DigestSum]

  /// The digest of no rows.
  public init() { sums = Array(repeating: DigestSum(), count: Self.leafCount) }

  /// Adds a row.
  public mutating func add(_ row: RowState, primitives: Primitives) {
    add(DigestTerm(row, primitives: primitives))
  }

  /// Adds what a row adds.
  public mutating func add(_ term: DigestTerm) { sums[Int(term.leaf)] += term.sum }

  /// Takes a row out that was added in exactly this state.
  public mutating func subtract(_ row: RowState, primitives: Primitives) {
    subtract(DigestTerm(row, primitives: primitives))
  }

  /// Takes out what a row added.
  public mutating func subtract(_ term: DigestTerm) { sums[Int(term.leaf)] += -term.sum }

  /// Adds 32 lent bytes, least significant first, to a leaf: a sum that was stored, or the change of
  /// one.
  public mutating func add(_ sum: UnsafeRawBufferPointer, toLeaf leaf: UInt8) {
    sums[Int(leaf)] += DigestSum(filling: { $0.copyMemory(from: sum) })
  }

  /// Copies the 32 bytes of a leaf's sum into lent memory.
  public func copyLeaf(_ leaf: UInt8, to bytes: UnsafeMutableRawBufferPointer) {
    sums[Int(leaf)].copy(to: bytes)
  }

  /// Adds every leaf of another digest.
  public mutating func add(_ other: StateDigest) {
    for leaf in sums.indices { sums[leaf] += other.sums[leaf] }
  }

  /// The 32 bytes of a leaf's sum, least significant first.
  public func leaf(_ leaf: UInt8) -> [UInt8] { sums[Int(leaf)].bytes }

  /// All leaves' sums, one behind the other.
  private var bytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: sums.count * DigestSum.byteCount) { buffer, count in
      count = sums.count * DigestSum.byteCount
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      bytes.initializeMemory(as: UInt8.self, repeating: 0)
      // In a small scope most leaves are empty.
      for leaf in sums.indices where !sums[leaf].isZero {
        sums[leaf].copy(to: .init(rebasing: bytes[(leaf * DigestSum.byteCount)...]))
      }
    }
  }

  /// The root over all leaves: what two replicas compare first.
  public func root(primitives: Primitives) -> ContentHash {
    primitives.hash(Purpose.state.message(bytes))
  }
}
