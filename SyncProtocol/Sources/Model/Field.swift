/// The number of a table; append-only in the registry, never reused.
public struct TableID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The registry's number.
  public let rawValue: UInt16

  /// Wraps a registry number.
  @inlinable
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Orders by number.
  @inlinable
  public static func < (left: TableID, right: TableID) -> Bool { left.rawValue < right.rawValue }
}

/// The rule by which a field shows its heads. All kinds merge by the same rule.
public enum FieldKind: UInt8, Sendable {
  /// One value; concurrent writes are a conflict that people see.
  case register = 0
  /// A register that the centre rules; a laptop's later write is merged and then reviewed.
  case centreRegister = 1
  /// Written once, with its row.
  case event = 2
  /// A set of elements, each a head of its own; a remove names the adds it saw.
  case set = 3
  /// One register per replica; the sum is shown.
  case tally = 4
}

/// The number of a field within its table; the low three bits say its kind, so that a replica can
/// merge fields that its registry does not know yet.
public struct FieldID: RawRepresentable, Hashable, Comparable, Sendable {
  /// `index << 3 | kind`.
  public let rawValue: UInt16

  /// Wraps a received number, whose kind may be unknown to this version.
  @inlinable
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The field of an index (1 to 8191) and kind.
  public init(_ index: UInt16, _ kind: FieldKind) {
    precondition(index < 1 << 13, "a field index has 13 bits")
    rawValue = index << 3 | UInt16(kind.rawValue)
  }

  /// The kind; nil when a later version defined it, which makes a batch `needsUpgrade`.
  @inlinable
  public var kind: FieldKind? { FieldKind(rawValue: UInt8(rawValue & 7)) }

  /// The set of deletes that every row has: each element lists the heads its author saw.
  public static let deletes = FieldID(0, .set)

  /// Orders by number.
  @inlinable
  public static func < (left: FieldID, right: FieldID) -> Bool { left.rawValue < right.rawValue }
}
