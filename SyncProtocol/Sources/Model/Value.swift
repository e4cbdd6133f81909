/// What a field can hold: a signed 64-bit integer, text, bytes, one of these sealed, or nothing.
///
/// There are no floating-point values. Text is valid UTF-8 without U+0000. Equality and order are
/// those of the bytes: Swift's own string equality is canonical equivalence, under which two
/// replicas could hold different bytes and call them the same.
public enum Value: Sendable {
  /// A field that was explicitly emptied.
  case unset
  /// A signed integer: numbers, enumerations, dates as days, references as row ids.
  case integer(Int64)
  /// Text.
  case text(String)
  /// Bytes.
  case bytes([UInt8])
  /// A personal value, encrypted: opaque to merging, digests and relays.
  ///
  /// Kept apart, so that a value of any other kind is small enough to copy cheaply.
  indirect case sealed(SealedValue)
  /// What is left of a sealed value after the erasure of its subject: the same bytes everywhere.
  case erased(RowID)

  /// The integer, if it is one.
  @inlinable
  public var integer: Int64? {
    if case .integer(let integer) = self { integer } else { nil }
  }

  /// The text, if it is text.
  @inlinable
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The bytes, if it is bytes.
  @inlinable
  public var bytes: [UInt8]? {
    if case .bytes(let bytes) = self { bytes } else { nil }
  }

  /// True for a field that was explicitly emptied.
  @inlinable
  public var isUnset: Bool {
    if case .unset = self { true } else { false }
  }
}

extension Value: Equatable {
  /// Equality of type and bytes.
  @inlinable
  public static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.unset, .unset): true
    case (.integer(let left), .integer(let right)): left == right
    case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
    case (.bytes(let left), .bytes(let right)): left == right
    case (.sealed(let left), .sealed(let right)): left == right
    case (.erased(let left), .erased(let right)): left == right
    default: false
    }
  }
}

extension Value: Hashable {
  /// Hashes type and bytes, in agreement with `==`.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .unset: hasher.combine(0)
    case .integer(let integer):
      hasher.combine(1)
      hasher.combine(integer)
    case .text(let text):
      hasher.combine(2)
      for byte in text.utf8 { hasher.combine(byte) }
    case .bytes(let bytes):
      hasher.combine(3)
      hasher.combine(bytes)
    case .sealed(let sealed):
      hasher.combine(4)
      hasher.combine(sealed)
    case .erased(let subject):
      hasher.combine(5)
      hasher.combine(subject)
    }
  }
}

extension Value {
  /// The type of a column as the registry declares it.
  public enum Kind: UInt8, Sendable {
    /// Signed 64-bit.
    case integer = 1
    /// UTF-8 without U+0000.
    case text = 2
    /// Bytes.
    case bytes = 3
    /// Encrypted; no column is declared so, a sealed field declares what is inside.
    case sealed = 4
    /// Encrypted once, and erased.
    case erased = 5
  }

  /// The type of this value; nil when it is unset.
  @inlinable
  public var kind: Kind? {
    switch self {
    case .unset: nil
    case .integer: .integer
    case .text: .text
    case .bytes: .bytes
    case .sealed: .sealed
    case .erased: .erased
    }
  }
}
