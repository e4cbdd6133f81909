/// Stands first in every stream between two laptops that meet.
public struct MeetingPart: FrameMessage, Hashable {
  /// `meeting`.
  public static let frameKind = FrameKind.meeting
  /// Bytes of a meeting's identity.
  public static let identityByteCount = 32

  /// What the two have agreed on by their code; nobody else knows it.
  public var meeting: [UInt8]
  /// Which stream of its sender this is, from 1.
  public var part: UInt64

  /// Gathers the two.
  public init(meeting: [UInt8], part: UInt64) {
    precondition(meeting.count == Self.identityByteCount, "a meeting has 32 bytes")
    self.meeting = meeting
    self.part = part
  }

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    writer.raw(meeting)
    writer.unsigned(part)
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    meeting = Array(try reader.raw(Self.identityByteCount))
    part = try reader.unsigned(atMost: UInt64(Limits.streamsPerMeeting))
    guard part > 0 else { throw .malformed(.numberOutOfRange) }
  }
}

/// What a laptop has of one scope: the centre's log up to a cursor, and single batches beside it.
public struct Holding: FrameMessage, Hashable {
  /// `have`.
  public static let frameKind = FrameKind.have

  /// The end of what it has of the centre's log.
  public var cursor: Cursor
  /// Batches that it keeps and that are not in that part of the log, merged or not, ascending.
  public var batches: [ContentHash]

  /// Gathers the two; at most `Limits.batchesPerHave` batches.
  public init(cursor: Cursor, batches: [ContentHash]) {
    precondition(batches.count <= Limits.batchesPerHave, "a holding names a bounded number")
    self.cursor = cursor
    self.batches = batches.sorted()
  }

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    cursor.encode(into: &writer)
    writer.count(batches.count)
    for batch in batches { writer.hash(batch) }
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    cursor = try Cursor(from: &reader)
    batches = []
    for _ in 0..<(try reader.count(atMost: Limits.batchesPerHave)) {
      let batch = try reader.hash()
      if let last = batches.last, !(last < batch) { throw .malformed(.notAscending) }
      batches.append(batch)
    }
  }
}

/// What the receiver lacks of a scope is nowhere but at the centre: its sender has dropped it, or has
/// followed another log. Nothing of the scope comes in this meeting.
public struct CentreNeeded: FrameMessage, Hashable {
  /// `needsCentre`.
  public static let frameKind = FrameKind.needsCentre
  /// The scope.
  public var scope: ScopeID

  /// Names the scope.
  public init(scope: ScopeID) { self.scope = scope }

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) { writer.scope(scope) }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    scope = try reader.scope()
  }
}
