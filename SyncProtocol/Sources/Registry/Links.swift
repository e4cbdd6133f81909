// Edges between rows of one table: the same person, the same household. Numbers are append-only.

/// One half of an undirected edge: it stands in the row of one end and names the other end, a row of
/// the same table. An edge holds while either half stands.
public struct RowLink: Hashable, Comparable, Sendable {
  /// What an edge says of its two ends.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// They are one person, or one household.
    case same = 1
    /// They are two.
    case notSame = 2
    /// The other end is the copy that the centre made of this one in another scope: the same.
    case movedTo = 3
    /// This row is the copy, and the other end is what it was made of: the same.
    case movedFrom = 4

    /// What the half at the other end says.
    public var mirrored: Kind {
      switch self {
      case .same, .notSame: self
      case .movedTo: .movedFrom
      case .movedFrom: .movedTo
      }
    }

    /// False where the ends are two.
    public var joins: Bool { self != .notSame }

    /// True for what only the centre writes, when it copies a row.
    public var isMove: Bool { self == .movedTo || self == .movedFrom }
  }

  /// Bytes of an element.
  public static let byteCount = 9
  /// The set of a household's or resident's halves.
  public static let links = FieldDefinition(14, .set, "links", .bytes)

  /// What the edge says.
  public let kind: Kind
  /// The row at the other end.
  public let other: RowID

  /// Names the other end.
  public init(_ kind: Kind, _ other: RowID) {
    self.kind = kind
    self.other = other
  }

  /// By kind and other end.
  public static func < (left: Self, right: Self) -> Bool {
    (left.kind.rawValue, left.other) < (right.kind.rawValue, right.other)
  }

  /// Reads an element; nil for whatever has another form, which is an edge to nobody.
  public init?(_ element: Value) {
    guard let bytes = element.bytes, bytes.count == Self.byteCount,
      let kind = Kind(rawValue: bytes[0])
    else { return nil }
    let raw = bytes[1...].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard let other = RowID(rawValue: Int64(bitPattern: raw)) else { return nil }
    self.init(kind, other)
  }

  /// The element: the kind's byte and the other row in eight bytes, most significant first.
  public var element: Value {
    let raw = UInt64(bitPattern: other.rawValue)
    return .bytes(
      [kind.rawValue]
        + stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: raw >> $0) })
  }
}

extension TableDefinition {
  /// Whether rows of the table can be joined by edges.
  public var hasLinks: Bool { self[RowLink.links.id] != nil }
}

extension RowState {
  /// The edges that this row's halves say, each once, by kind and other end.
  public var links: [RowLink] {
    Set(heads(of: RowLink.links.id).compactMap { RowLink($0.value) }).sorted()
  }

  /// True when the centre copied the row into another scope, where it lives on.
  public var isMovedAway: Bool { links.contains { $0.kind == .movedTo } }
}
