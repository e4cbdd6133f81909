/// Everything that was applied in one scope: the tips of all chains, and of every session the
/// greatest counter.
public struct ScopeFrontier: Hashable, Sendable {
  /// The greatest counter applied of a session.
  public struct Mark: Hashable, Sendable {
    /// The session.
    public var origin: Origin
    /// The counter.
    public var counter: UInt32

    /// Makes a mark.
    public init(origin: Origin, counter: UInt32) {
      self.origin = origin
      self.counter = counter
    }
  }

  /// All branch tips, strictly ascending.
  public var tips: [Batch.Tip]
  /// All marks, strictly ascending by session.
  public var marks: [Mark]

  /// Gathers tips and marks, in any order.
  public init(tips: [Batch.Tip], marks: [Mark]) {
    self.tips = tips.sorted()
    self.marks = marks.sorted { $0.origin < $1.origin }
  }

  /// Whether it can travel in one frame.
  public var isWithinLimits: Bool {
    tips.count <= Limits.tipsPerFrontier && marks.count <= Limits.marksPerFrontier
  }

  /// Writes the frontier.
  public func encode(into writer: inout ByteWriter) {
    writer.count(tips.count)
    for tip in tips {
      writer.replica(tip.replica)
      writer.unsigned(tip.sequence)
      writer.hash(tip.hash)
    }
    writer.count(marks.count)
    var last: Int64 = 0
    for mark in marks {
      writer.unsigned(UInt64(mark.origin.rawValue - last))
      writer.unsigned(UInt64(mark.counter))
      last = mark.origin.rawValue
    }
  }

  /// Reads a frontier that came from outside.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    tips = []
    for _ in 0..<(try reader.count(atMost: Limits.tipsPerFrontier)) {
      let tip = Batch.Tip(
        replica: try reader.replica(), sequence: try reader.unsigned(atMost: UInt64(Int64.max)),
        hash: try reader.hash())
      if let last = tips.last, !(last < tip) { throw .malformed(.notAscending) }
      tips.append(tip)
    }
    marks = []
    var last: UInt64 = 0
    for index in 0..<(try reader.count(atMost: Limits.marksPerFrontier)) {
      let step = try reader.unsigned(atMost: UInt64(Int64.max) - last)
      guard index == 0 || step > 0 else { throw .malformed(.notAscending) }
      last += step
      guard let origin = Origin(rawValue: Int64(last)) else {
        throw .malformed(.numberOutOfRange)
      }
      let counter = try reader.unsigned(atMost: UInt64(Dot.maximumCounter))
      marks.append(Mark(origin: origin, counter: UInt32(counter)))
    }
  }
}
