/// Where the log of a scope in this life of the centre leaves that of an earlier life, and what the
/// centre has of the scope: the answer to a cursor of an earlier epoch.
///
/// Up to `base` both lives have the same batches under the same numbers. What a laptop has above it
/// may be gone at the centre, and is offered again.
public struct EpochFrontier: Hashable, Sendable {
  /// The last place that the two logs share, in this epoch.
  public var base: Cursor
  /// The centre's branch tips in the scope, strictly ascending.
  public var tips: [Batch.Tip]

  /// Gathers the two; the tips may come in any order.
  public init(base: Cursor, tips: [Batch.Tip]) {
    self.base = base
    self.tips = tips.sorted()
  }
}

extension EpochFrontier: FrameMessage {
  /// `frontier`.
  public static let frameKind = FrameKind.frontier

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    base.encode(into: &writer)
    writer.count(tips.count)
    for tip in tips { tip.encode(into: &writer) }
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    base = try Cursor(from: &reader)
    tips = []
    for _ in 0..<(try reader.count(atMost: Limits.dependenciesPerBatch)) {
      let tip = try Batch.Tip(from: &reader)
      if let last = tips.last, !(last < tip) { throw .malformed(.notAscending) }
      tips.append(tip)
    }
  }
}
