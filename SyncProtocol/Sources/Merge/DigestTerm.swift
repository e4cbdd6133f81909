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
    sum = row.withMessage(after: Self.rowPrefix) { primitives.sum(of: $0) }
  }

  private static func leaf(table: TableID, row: RowID, primitives: Primitives) -> UInt8 {
    let capacity = leafPrefix.count + 2 * MessageWriter.greatestNumberSize
    return withUnsafeTemporaryAllocation(byteCount: capacity, alignment: 1) { buffer in
      guard let start = buffer.baseAddress else { preconditionFailure("a message has bytes") }
      var writer = MessageWriter(start)
      leafPrefix.withUnsafeBytes { writer.raw($0) }
      writer.unsigned(UInt64(table.rawValue))
      writer.unsigned(UInt64(row.rawValue))
      let message = UnsafeRawBufferPointer(start: start, count: start.distance(to: writer.next))
      return primitives.sum(of: message).lowByte
    }
  }
}

extension Primitives {
  /// The hash of lent bytes as a number.
  fileprivate func sum(of message: UnsafeRawBufferPointer) -> DigestSum {
    guard let hashInto else { return DigestSum(hash(Array(message)).bytes) }
    return DigestSum(filling: { hashInto(message, $0) })
  }
}
