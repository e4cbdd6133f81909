/// Where a laptop stands in every scope it holds, in a few bytes: what it sends in place of WANTs
/// while nothing is out of the ordinary.
///
/// The centre has the running hash of its log at every arrival number, so the numbers and one hash
/// over all cursors say as much as the cursors themselves.
public struct Summary: Hashable, Sendable {
  /// Whether a scope's digest went into `digest`.
  public enum Standing: UInt8, Hashable, Sendable {
    /// Nothing of it is on its way: its digest is compared.
    case compared = 0
    /// Something written here has no receipt yet.
    case unsent = 1
    /// Something waits, here or at the centre, for a batch that is missing or for an upgrade.
    case held = 2
  }

  /// The place of one scope.
  public struct Entry: Hashable, Sendable {
    /// The scope.
    public var scope: ScopeID
    /// Everything up to this arrival number was applied.
    public var arrival: UInt64
    /// Whether its digest is compared.
    public var standing: Standing

    /// Makes an entry.
    public init(scope: ScopeID, arrival: UInt64, standing: Standing) {
      self.scope = scope
      self.arrival = arrival
      self.standing = standing
    }
  }

  /// The life of the centre within which the arrival numbers count.
  public var epoch: UInt8
  /// Every scope held, strictly ascending.
  public var entries: [Entry]
  /// The hash over the cursors of all entries.
  public var cursors: ContentHash
  /// The hash over the cursors and digests of the compared entries; nil when there are none.
  public var digest: ContentHash?

  /// Makes a summary; entries ascend strictly by scope.
  public init(epoch: UInt8, entries: [Entry], cursors: ContentHash, digest: ContentHash?) {
    self.epoch = epoch
    self.entries = entries
    self.cursors = cursors
    self.digest = digest
  }

  /// The hash over cursors in ascending order of scope.
  public static func hash(_ cursors: [Cursor], primitives: Primitives) -> ContentHash {
    var writer = ByteWriter()
    for cursor in cursors { cursor.encode(into: &writer) }
    return primitives.hash(Purpose.cursors.message(writer.bytes))
  }

  /// The hash over cursors with the digests that stand at them, in ascending order of scope.
  public static func hash(
    _ digests: [(cursor: Cursor, root: ContentHash)], primitives: Primitives
  ) -> ContentHash {
    var writer = ByteWriter()
    for digest in digests {
      digest.cursor.encode(into: &writer)
      writer.hash(digest.root)
    }
    return primitives.hash(Purpose.digests.message(writer.bytes))
  }
}

extension Summary: FrameMessage {
  /// `summary`.
  public static let frameKind = FrameKind.summary

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    writer.byte(epoch)
    writer.count(entries.count)
    var last: Int64 = 0
    for entry in entries {
      writer.unsigned(UInt64(entry.scope.rawValue - last))
      writer.unsigned(entry.arrival)
      writer.byte(entry.standing.rawValue)
      last = entry.scope.rawValue
    }
    writer.hash(cursors)
    writer.optional(digest) { $0.hash($1) }
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    epoch = try reader.byte()
    entries = []
    var last: UInt64 = 0
    // One more than a replica's scopes: the public one.
    for index in 0..<(try reader.count(atMost: Limits.scopesPerReplica + 1)) {
      let step = try reader.unsigned(atMost: UInt64(Int64.max) - last)
      guard index == 0 || step > 0 else { throw .malformed(.notAscending) }
      last += step
      guard let scope = ScopeID(rawValue: Int64(last)) else { throw .malformed(.numberOutOfRange) }
      let arrival = try reader.unsigned(atMost: UInt64(Int64.max) - 1)
      guard let standing = Standing(rawValue: try reader.byte()) else {
        throw .malformed(.unknownCode)
      }
      entries.append(Entry(scope: scope, arrival: arrival, standing: standing))
    }
    cursors = try reader.hash()
    digest = try reader.flag() ? try reader.hash() : nil
    // A digest over nothing, or none over something, would have no meaning.
    guard (digest != nil) == entries.contains(where: { $0.standing == .compared }) else {
      throw .malformed(.unknownCode)
    }
  }
}

/// What the centre says to a summary.
public enum Agreed: UInt8, Hashable, Sendable {
  /// No scope has moved, and all compared digests are equal. No CHECK follows.
  case equal = 1
  /// No compared scope has moved, and some digest differs: a CHECK of each follows.
  case different = 2
  /// Scopes have moved, or nothing was compared; those that moved have a CHECK behind their log.
  case moved = 3
  /// The cursors are not of this log: nothing follows, and the laptop asks again with WANTs.
  case cursorsUnknown = 4
}

extension Agreed: FrameMessage {
  /// `agreed`.
  public static let frameKind = FrameKind.agreed

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) { writer.byte(rawValue) }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    guard let agreed = Agreed(rawValue: try reader.byte()) else { throw .malformed(.unknownCode) }
    self = agreed
  }
}
