extension JSONValue {
  /// The value on one line, without blanks.
  package var compactText: String {
    var writer = JSONWriter(isIndented: false)
    writer.write(self, depth: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The value over several lines, two blanks for every level.
  package var indentedText: String {
    var writer = JSONWriter(isIndented: true)
    writer.write(self, depth: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// Writes RFC 8259 JSON; equal values give equal bytes.
private struct JSONWriter {
  let isIndented: Bool
  var bytes: [UInt8] = []

  init(isIndented: Bool) { self.isIndented = isIndented }

  mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: append("null")
    case .bool(let bool): append(bool ? "true" : "false")
    case .integer(let integer): append(String(integer))
    case .number(let number): append(number.isFinite ? number.description : "null")
    case .text(let text): writeText(text)
    case .array(let elements):
      append("[")
      for (index, element) in elements.enumerated() {
        startItem(index, depth)
        write(element, depth: depth + 1)
      }
      end("]", isEmpty: elements.isEmpty, depth)
    case .object(let members):
      append("{")
      for (index, member) in members.enumerated() {
        startItem(index, depth)
        writeText(member.key)
        append(isIndented ? ": " : ":")
        write(member.value, depth: depth + 1)
      }
      end("}", isEmpty: members.isEmpty, depth)
    }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func startItem(_ index: Int, _ depth: Int) {
    if index > 0 { append(",") }
    if isIndented { breakLine(depth + 1) }
  }

  private mutating func end(_ bracket: String, isEmpty: Bool, _ depth: Int) {
    if isIndented, !isEmpty { breakLine(depth) }
    append(bracket)
  }

  private mutating func breakLine(_ depth: Int) {
    append("\n")
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func writeText(_ text: String) {
    append("\"")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: bytes.append(byte)
      }
    }
    append("\"")
  }
}
