/// A JSON value whose objects keep the order in which their members were given.
///
/// Order is kept because output must be the same on every run. Record ids are 63-bit and many JSON
/// readers hold numbers as doubles: callers write ids as text and only quantities as numbers.
package enum JSONValue: Sendable, Equatable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case integer(Int64)
  /// A number with a fraction or an exponent; not-a-number and the infinities are written as `null`.
  case number(Double)
  /// A text.
  case text(String)
  /// A list.
  case array([JSONValue])
  /// An object, in order; keys are unique by their UTF-8 bytes.
  case object([Member])

  /// One member of an object.
  package struct Member: Sendable, Equatable {
    /// The key.
    package let key: String
    /// The value.
    package let value: JSONValue

    /// Pairs a key with its value.
    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The value of an object's member, or nothing when this is no object or lacks the key.
  package subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  /// The text, when this is one.
  package var textValue: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The whole number, when this is one.
  package var integerValue: Int64? {
    if case .integer(let integer) = self { integer } else { nil }
  }

  /// The truth value, when this is one.
  package var boolValue: Bool? {
    if case .bool(let bool) = self { bool } else { nil }
  }

  /// The elements, when this is a list.
  package var arrayValue: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members in order, when this is an object.
  package var objectValue: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The text, or `null` for nothing.
  package static func text(orNull text: String?) -> JSONValue { text.map { .text($0) } ?? .null }

  /// The whole number, or `null` for nothing.
  package static func integer(orNull integer: Int64?) -> JSONValue {
    integer.map { .integer($0) } ?? .null
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// A text.
  package init(stringLiteral value: String) { self = .text(value) }
  /// A whole number.
  package init(integerLiteral value: Int64) { self = .integer(value) }
  /// A truth value.
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  /// `null`.
  package init(nilLiteral: ()) { self = .null }
  /// A list.
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// An object with its members in the written order.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}
