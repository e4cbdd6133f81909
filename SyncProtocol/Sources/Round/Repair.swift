/// A laptop's question for the rows of leaves whose sums differ.
public struct RepairWanted: Hashable, Sendable {
  /// The scope.
  public var scope: ScopeID
  /// The leaves.
  public var leaves: LeafSet

  /// Asks for leaves of a scope.
  public init(scope: ScopeID, leaves: LeafSet) {
    self.scope = scope
    self.leaves = leaves
  }
}

extension RepairWanted: FrameMessage {
  /// `repair`, in a request.
  public static let frameKind = FrameKind.repair

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    writer.scope(scope)
    leaves.encode(into: &writer)
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    scope = try reader.scope()
    leaves = try LeafSet(from: &reader)
  }
}

/// The centre's rows of some leaves, which follow in ROW frames: everything that is true of these
/// leaves at one arrival number.
public struct Repair: Hashable, Sendable {
  /// The end of the centre's log of the scope when it read the rows.
  public var cursor: Cursor
  /// The leaves whose rows follow, all of them: those that were asked for, or the first of them
  /// when the rest would not fit the stream.
  public var leaves: LeafSet
  /// The digest of the whole scope at the cursor.
  public var digest: ContentHash
  /// What had been applied.
  public var frontier: ScopeFrontier

  /// Makes the message.
  public init(
    cursor: Cursor, leaves: LeafSet, digest: ContentHash, frontier: ScopeFrontier
  ) {
    self.cursor = cursor
    self.leaves = leaves
    self.digest = digest
    self.frontier = frontier
  }
}

extension Repair: FrameMessage {
  /// `repair`, in an answer.
  public static let frameKind = FrameKind.repair

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    cursor.encode(into: &writer)
    leaves.encode(into: &writer)
    writer.hash(digest)
    frontier.encode(into: &writer)
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    cursor = try Cursor(from: &reader)
    leaves = try LeafSet(from: &reader)
    digest = try reader.hash()
    frontier = try ScopeFrontier(from: &reader)
  }
}
