/// The key of one subject's values of one class in one scope and year.
public struct KeyEntry: Hashable, Sendable {
  /// The dot its maker issued for it; sealed values name it.
  public var id: Dot
  /// Whose values it seals.
  public var subject: RowID
  /// How long they are needed.
  public var retention: RetentionClass
  /// The calendar year, UTC, of the write for which it was made.
  public var year: UInt16
  /// 32 bytes.
  public var secret: [UInt8]

  /// Gathers the parts; the secret must have its 32 bytes.
  public init(
    id: Dot, subject: RowID, retention: RetentionClass, year: UInt16, secret: [UInt8]
  ) {
    precondition(secret.count == SealedValue.keyByteCount, "a key has 32 bytes")
    self.id = id
    self.subject = subject
    self.retention = retention
    self.year = year
    self.secret = secret
  }
}

/// Keys of one scope. They stand before the batches that use them, and go only to replicas that may
/// hold the scope. The connection protects them; a carrier that others can read must box them.
public struct KeyParcel: FrameMessage, Hashable {
  /// `keys`.
  public static let frameKind = FrameKind.keys
  /// The scope whose rows they seal.
  public var scope: ScopeID
  /// From the centre: with these, the receiver has every key of the scope up to this number. 0 when
  /// the frame says nothing of the kind.
  public var through: UInt64
  /// The keys.
  public var entries: [KeyEntry]

  /// Gathers them; at most `Limits.keysPerFrame` entries.
  public init(scope: ScopeID, through: UInt64, entries: [KeyEntry]) {
    precondition(entries.count <= Limits.keysPerFrame, "a frame of keys has a limit")
    self.scope = scope
    self.through = through
    self.entries = entries
  }

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    writer.scope(scope)
    writer.unsigned(through)
    writer.count(entries.count)
    var last: Int64 = 0
    for entry in entries {
      writer.difference(entry.id.rawValue, from: last)
      writer.difference(entry.subject.rawValue, from: entry.id.rawValue)
      writer.byte(entry.retention.rawValue)
      writer.unsigned(UInt64(entry.year))
      writer.raw(entry.secret)
      last = entry.id.rawValue
    }
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    scope = try reader.scope()
    through = try reader.unsigned(atMost: UInt64(Int64.max))
    entries = []
    var last: Int64 = 0
    for _ in 0..<(try reader.count(atMost: Limits.keysPerFrame)) {
      let id = try reader.dot(differenceFrom: last)
      let subject = try reader.dot(differenceFrom: id.rawValue)
      let retention = RetentionClass(rawValue: try reader.byte())
      let year = UInt16(try reader.unsigned(atMost: UInt64(UInt16.max)))
      entries.append(
        KeyEntry(
          id: id, subject: subject, retention: retention, year: year,
          secret: Array(try reader.raw(SealedValue.keyByteCount))))
      last = id.rawValue
    }
  }
}

/// Which keys the sender has of each scope, and which it misses although values name them.
public struct KeysWanted: FrameMessage, Hashable {
  /// `keysWanted`.
  public static let frameKind = FrameKind.keysWanted

  /// How far the keys of one scope were taken over.
  public struct Position: Hashable, Sendable {
    /// The scope.
    public var scope: ScopeID
    /// Every key up to this number of the centre is here.
    public var through: UInt64

    /// Gathers the two.
    public init(scope: ScopeID, through: UInt64) {
      self.scope = scope
      self.through = through
    }
  }

  /// The life of the centre that gave the numbers.
  public var epoch: UInt8
  /// By ascending scope; one that is not named is at 0. Empty from the centre.
  public var positions: [Position]
  /// Keys that are missing, ascending.
  public var missing: [Dot]

  /// Gathers them.
  public init(epoch: UInt8, positions: [Position], missing: [Dot]) {
    self.epoch = epoch
    self.positions = positions.sorted { $0.scope < $1.scope }
    self.missing = missing.sorted()
  }

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    writer.byte(epoch)
    writer.count(positions.count)
    var last: Int64 = 0
    for position in positions {
      // Scopes were opened one after another, so the steps between them are small.
      writer.unsigned(UInt64(position.scope.rawValue - last))
      writer.unsigned(position.through)
      last = position.scope.rawValue
    }
    writer.ascending(missing)
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    epoch = try reader.byte()
    positions = []
    var last: Int64 = 0
    for index in 0..<(try reader.count(atMost: Limits.scopesPerReplica)) {
      let step = try reader.unsigned(atMost: UInt64(Int64.max - last))
      guard index == 0 || step > 0, let scope = ScopeID(rawValue: last + Int64(step)) else {
        throw .malformed(.notAscending)
      }
      let through = try reader.unsigned(atMost: UInt64(Int64.max))
      positions.append(Position(scope: scope, through: through))
      last = scope.rawValue
    }
    missing = try reader.ascending(atMost: Limits.keysWanted)
  }
}

/// What a laptop confirms: of these subjects it has destroyed the keys and rewritten its keyring.
public struct ErasedConfirmation: FrameMessage, Hashable {
  /// `erased`.
  public static let frameKind = FrameKind.erased
  /// The subjects, ascending, each once.
  public var subjects: [RowID]

  /// Gathers them; at most `Limits.erasuresPerFrame`.
  public init(subjects: [RowID]) {
    precondition(subjects.count <= Limits.erasuresPerFrame, "a confirmation has a limit")
    self.subjects = subjects.sorted()
  }

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) { writer.ascending(subjects) }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    subjects = try reader.ascending(atMost: Limits.erasuresPerFrame)
  }
}

extension ByteWriter {
  /// A count and dots in strictly ascending order, each as the step from the one before.
  mutating func ascending(_ dots: [Dot]) {
    count(dots.count)
    var last: Int64 = 0
    for dot in dots {
      unsigned(UInt64(dot.rawValue - last))
      last = dot.rawValue
    }
  }
}

extension ByteReader {
  /// A count and dots in strictly ascending order.
  mutating func ascending(atMost maximum: Int) throws(ProtocolError) -> [Dot] {
    var dots: [Dot] = []
    for _ in 0..<(try count(atMost: maximum)) {
      let last = dots.last?.rawValue ?? 0
      let step = try unsigned(atMost: UInt64(Int64.max - last))
      guard dots.isEmpty || step > 0, let dot = Dot(rawValue: last + Int64(step)) else {
        throw .malformed(.notAscending)
      }
      dots.append(dot)
    }
    return dots
  }
}
