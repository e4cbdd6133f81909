/// Header fields in their order; names compare without case (RFC 9110, section 5.1).
package struct HTTPHeaders: Equatable, Sendable, ExpressibleByDictionaryLiteral {
  /// One field as it was sent.
  package struct Field: Equatable, Sendable {
    /// The name as written.
    package let name: String
    /// The value without the white space around it.
    package let value: String
  }

  /// All fields in their order.
  package private(set) var fields: [Field] = []

  /// No fields.
  package init() {}

  /// The fields in the order in which they are written; a repeated name stays repeated.
  package init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { append(name, value) }
  }

  /// The first value by that name; nil when absent.
  package subscript(name: String) -> String? {
    fields.first { asciiEqualIgnoringCase($0.name, name) }?.value
  }

  /// Every value by that name, in order.
  package func all(_ name: String) -> [String] {
    fields.filter { asciiEqualIgnoringCase($0.name, name) }.map(\.value)
  }

  /// Adds a field after the others.
  package mutating func append(_ name: String, _ value: String) {
    fields.append(Field(name: name, value: value))
  }

  /// Puts one field in the place of all fields of that name.
  package mutating func set(_ name: String, _ value: String) {
    fields.removeAll { asciiEqualIgnoringCase($0.name, name) }
    append(name, value)
  }

  /// The bytes of all names and values together.
  var byteCount: Int {
    fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
  }

  /// Whether every field could be sent: a token as name, no control bytes in the value.
  var isValid: Bool {
    fields.allSatisfy { field in
      !field.name.isEmpty && field.name.utf8.allSatisfy(Self.isTokenByte)
        && field.value.utf8.allSatisfy(Self.isValueByte)
    }
  }

  static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default:
      "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }

  static func isValueByte(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7f
  }
}

/// Compares the way header names, schemes and hosts do: ASCII letters without case, bytes else.
func asciiEqualIgnoringCase(_ left: String, _ right: String) -> Bool {
  left.utf8.elementsEqual(right.utf8) { asciiLowercase($0) == asciiLowercase($1) }
}

/// The lower-case form of an ASCII capital; any other byte unchanged.
func asciiLowercase(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
}
