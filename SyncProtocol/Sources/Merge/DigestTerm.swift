/// What one row, in one state, adds to a digest: a leaf and a 256-bit number.
public struct DigestTerm: Hashable, Sendable {
  /// The leaf the row belongs to, whatever its state.
  public let leaf: UInt8
  let sum: DigestSum
  private static let rowPrefix = Purpose.row.prefix
  private static let leafPrefix = Purpose.leaf.prefix

  /// Hashes a row.
  ///
  /// - Parameter leaf: the row's leaf where the caller has it from an earlier term of this row.
  public init(_ row: RowState, leaf: UInt8? = nil, primitives: Primitives) {
    self.leaf = leaf ?? Self.leaf(table: row.table, row: row.row, primitives: primitives)
    sum = DigestSum(primitives.hash(row.message(after: Self.rowPrefix)).bytes)
  }

  private static func leaf(table: TableID, row: RowID, primitives: Primitives) -> UInt8 {
    var message = ByteWriter(leafPrefix)
    message.unsigned(UInt64(table.rawValue))
    message.dot(row)
    return primitives.hash(message.bytes).bytes[0]
  }
}
