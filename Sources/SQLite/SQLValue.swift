/// A value of one of SQLite's five storage classes.
///
/// For convenience calls; a hot loop binds and reads typed values without it.
package enum SQLValue: Equatable, Sendable {
  /// NULL.
  case null
  /// A signed 64-bit integer.
  case integer(Int64)
  /// A double.
  case real(Double)
  /// Text, stored as UTF-8.
  case text(String)
  /// Bytes; an empty blob is not NULL.
  case blob([UInt8])

  /// An integer, or NULL.
  package init(_ value: Int64?) { self = value.map { .integer($0) } ?? .null }
  /// A text, or NULL.
  package init(_ value: String?) { self = value.map { .text($0) } ?? .null }
  /// Bytes, or NULL.
  package init(_ value: [UInt8]?) { self = value.map { .blob($0) } ?? .null }
}

extension SQLValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
  ExpressibleByFloatLiteral, ExpressibleByNilLiteral
{
  /// An integer written in the program.
  package init(integerLiteral value: Int64) { self = .integer(value) }
  /// A text written in the program.
  package init(stringLiteral value: String) { self = .text(value) }
  /// A double written in the program.
  package init(floatLiteral value: Double) { self = .real(value) }
  /// NULL.
  package init(nilLiteral: ()) { self = .null }
}

/// SQLite's five storage classes, as a column reports them.
package enum StorageClass: Int32, Sendable {
  /// A signed 64-bit integer.
  case integer = 1
  /// A double.
  case real = 2
  /// Text.
  case text = 3
  /// Bytes.
  case blob = 4
  /// NULL.
  case null = 5
}
