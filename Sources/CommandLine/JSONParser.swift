/// Why bytes are not the JSON that was asked for; offsets count bytes from 0.
package enum JSONError: Error, Equatable, Sendable {
  /// The input is longer than the limit in bytes.
  case tooLarge(maximumBytes: Int)
  /// Lists and objects are nested deeper than the limit.
  case tooDeep(offset: Int)
  /// The input ends inside a value.
  case endOfInput
  /// A byte that cannot stand here.
  case unexpectedByte(offset: Int)
  /// A number that is malformed or too large to hold.
  case invalidNumber(offset: Int)
  /// A text with a bad escape, a lone surrogate, a bare control character or invalid UTF-8.
  case invalidText(offset: Int)
  /// An object names a key twice.
  case repeatedKey(offset: Int)

  /// The stable name of the error.
  package var code: String {
    switch self {
    case .tooLarge: "json-too-large"
    case .tooDeep: "json-too-deep"
    case .endOfInput: "json-end-of-input"
    case .unexpectedByte: "json-unexpected-byte"
    case .invalidNumber: "json-invalid-number"
    case .invalidText: "json-invalid-text"
    case .repeatedKey: "json-repeated-key"
    }
  }
}

extension JSONValue {
  /// Reads one RFC 8259 value that fills the bytes but for surrounding blanks.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 without a byte order mark.
  ///   - maximumBytes: The longest accepted input.
  ///   - maximumDepth: The deepest accepted nesting of lists and objects.
  /// - Throws: `JSONError`.
  package init(
    parsing bytes: [UInt8], maximumBytes: Int = 1 << 20, maximumDepth: Int = 32
  ) throws(JSONError) {
    guard bytes.count <= maximumBytes else { throw .tooLarge(maximumBytes: maximumBytes) }
    var parser = JSONParser(bytes: bytes, maximumDepth: maximumDepth)
    self = try parser.document()
  }
}

private struct JSONParser {
  let bytes: [UInt8]
  let maximumDepth: Int
  var offset = 0

  init(bytes: [UInt8], maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
  }

  mutating func document() throws(JSONError) -> JSONValue {
    let result = try value(depth: 0)
    skipBlanks()
    guard offset == bytes.count else { throw .unexpectedByte(offset: offset) }
    return result
  }

  private mutating func skipBlanks() {
    while offset < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset]) { offset += 1 }
  }

  private func peek() throws(JSONError) -> UInt8 {
    guard offset < bytes.count else { throw .endOfInput }
    return bytes[offset]
  }

  private mutating func accept(_ byte: Unicode.Scalar) -> Bool {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: byte) else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ text: String) throws(JSONError) {
    for byte in text.utf8 {
      guard try peek() == byte else { throw .unexpectedByte(offset: offset) }
      offset += 1
    }
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    skipBlanks()
    switch try peek() {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "t"):
      try expect("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try expect("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try expect("null")
      return .null
    default: throw .unexpectedByte(offset: offset)
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    guard depth < maximumDepth else { throw .tooDeep(offset: offset) }
    try expect("[")
    var elements: [JSONValue] = []
    skipBlanks()
    if accept("]") { return .array(elements) }
    while true {
      elements.append(try value(depth: depth + 1))
      skipBlanks()
      if accept("]") { return .array(elements) }
      try expect(",")
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    guard depth < maximumDepth else { throw .tooDeep(offset: offset) }
    try expect("{")
    var members: [JSONValue.Member] = []
    // Bytes, because String calls canonically equivalent keys equal.
    var seen: Set<[UInt8]> = []
    skipBlanks()
    if accept("}") { return .object(members) }
    while true {
      skipBlanks()
      let start = offset
      let key = try text()
      guard seen.insert(Array(key.utf8)).inserted else { throw .repeatedKey(offset: start) }
      skipBlanks()
      try expect(":")
      members.append(JSONValue.Member(key, try value(depth: depth + 1)))
      skipBlanks()
      if accept("}") { return .object(members) }
      try expect(",")
    }
  }

  private mutating func digits() -> Int {
    let start = offset
    while offset < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset]) {
      offset += 1
    }
    return offset - start
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = offset
    _ = accept("-")
    let firstDigit = offset
    let count = digits()
    let hasLeadingZero = count > 1 && bytes[firstDigit] == UInt8(ascii: "0")
    guard count > 0, !hasLeadingZero else { throw .invalidNumber(offset: start) }
    var isWhole = true
    if accept(".") {
      isWhole = false
      guard digits() > 0 else { throw .invalidNumber(offset: start) }
    }
    if accept("e") || accept("E") {
      isWhole = false
      if !accept("+") { _ = accept("-") }
      guard digits() > 0 else { throw .invalidNumber(offset: start) }
    }
    let spelling = String(decoding: bytes[start..<offset], as: UTF8.self)
    if isWhole {
      guard let integer = Int64(spelling) else { throw .invalidNumber(offset: start) }
      return .integer(integer)
    }
    guard let double = Double(spelling), double.isFinite else {
      throw .invalidNumber(offset: start)
    }
    return .number(double)
  }

  private mutating func text() throws(JSONError) -> String {
    let start = offset
    try expect("\"")
    var decoded: [UInt8] = []
    while true {
      let byte = try peek()
      offset += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let result = String(validating: decoded, as: UTF8.self) else {
          throw .invalidText(offset: start)
        }
        return result
      case UInt8(ascii: "\\"): try escape(into: &decoded)
      case 0..<0x20: throw .invalidText(offset: offset - 1)
      default: decoded.append(byte)
      }
    }
  }

  private mutating func escape(into decoded: inout [UInt8]) throws(JSONError) {
    let start = offset - 1
    let byte = try peek()
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(byte)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"):
      var units = [try codeUnit()]
      if UTF16.isLeadSurrogate(units[0]) {
        guard accept("\\"), accept("u") else { throw .invalidText(offset: start) }
        units.append(try codeUnit())
      }
      guard let scalar = String(validating: units, as: UTF16.self) else {
        throw .invalidText(offset: start)
      }
      decoded.append(contentsOf: scalar.utf8)
    default: throw .invalidText(offset: start)
    }
  }

  private mutating func codeUnit() throws(JSONError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      let byte = try peek()
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw .invalidText(offset: offset)
      }
      unit = unit << 4 | UInt16(digit)
      offset += 1
    }
    return unit
  }
}
