import SQLite
import SyncProtocol

extension Value {
  /// A stored value; a floating-point number, which this program never writes, reads as unset.
  package init(_ value: SQLValue) {
    switch value {
    case .integer(let integer): self = .integer(integer)
    case .text(let text): self = .text(text)
    case .blob(let bytes): self = Value(storedBytes: bytes)
    case .null, .real: self = .unset
    }
  }
}

extension SQLValue {
  /// A value as it is bound.
  package init(_ value: Value) {
    switch value {
    case .unset: self = .null
    case .integer(let integer): self = .integer(integer)
    case .text(let text): self = .text(text)
    case .bytes, .sealed, .erased: self = .blob(value.storedBytes)
    }
  }
}

extension Statement {
  /// The value of a column that holds one type or NULL.
  func value(at index: Int, as kind: Value.Kind) throws -> Value {
    if isNull(at: index) { return .unset }
    return switch kind {
    case .integer: .integer(try integer(at: index))
    case .text: .text(try text(at: index))
    case .bytes, .sealed, .erased: Value(storedBytes: try bytes(at: index))
    }
  }

  func bind(_ value: Value, at index: Int) throws {
    switch value {
    case .unset: try bindNull(at: index)
    case .integer(let integer): try bind(integer, at: index)
    case .text(let text): try bind(text, at: index)
    case .bytes, .sealed, .erased: try bind(bytes: value.storedBytes, at: index)
    }
  }

  func bind(_ integer: Int64?, at index: Int) throws {
    if let integer { try bind(integer, at: index) } else { try bindNull(at: index) }
  }

  func bind(_ bytes: [UInt8]?, at index: Int) throws {
    if let bytes { try bind(bytes: bytes, at: index) } else { try bindNull(at: index) }
  }
}
