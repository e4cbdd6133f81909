import Foundation

/// Swift source without comments and without the contents of texts; lines keep their numbers.
///
/// Code inside interpolations stays. Regular-expression literals are not understood and not used.
func codeOnly(_ source: String) -> String {
  var stripper = Stripper(bytes: Array(source.utf8))
  stripper.code(isInterpolation: false)
  return String(decoding: stripper.output, as: UTF8.self)
}

private struct Stripper {
  let bytes: [UInt8]
  var output: [UInt8] = []
  private var index = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private func has(_ text: String, at place: Int) -> Bool {
    // Asked at every byte of the repository, and almost always refused by the first one.
    guard place < bytes.count, bytes[place] == text.utf8.first else { return false }
    return bytes[place...].starts(with: text.utf8)
  }

  mutating func code(isInterpolation: Bool) {
    var depth = 0
    while index < bytes.count {
      if has("//", at: index) {
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      } else if has("/*", at: index) {
        blockComment()
      } else if bytes[index] == UInt8(ascii: "`") {
        backticks()
      } else if let hashes = hashesBeforeText() {
        text(hashes: hashes)
      } else {
        let byte = bytes[index]
        index += 1
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") {
          depth -= 1
          if isInterpolation, depth < 0 { return }
        }
        output.append(byte)
      }
    }
  }

  private mutating func blockComment() {
    var depth = 0
    repeat {
      if has("/*", at: index) {
        depth += 1
        index += 2
      } else if has("*/", at: index) {
        depth -= 1
        index += 2
      } else {
        if bytes[index] == 0x0A { output.append(0x0A) }
        index += 1
      }
    } while depth > 0 && index < bytes.count
  }

  private mutating func backticks() {
    output.append(UInt8(ascii: "_"))
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "`"), bytes[index] != 0x0A {
      index += 1
    }
    if index < bytes.count, bytes[index] != 0x0A { index += 1 }
  }

  /// The number of `#` before a text that begins here, or nothing when none begins.
  private func hashesBeforeText() -> Int? {
    var count = 0
    while index + count < bytes.count, bytes[index + count] == UInt8(ascii: "#") { count += 1 }
    return has("\"", at: index + count) ? count : nil
  }

  private mutating func text(hashes: Int) {
    let marks = String(repeating: "#", count: hashes)
    index += hashes
    let quote = has("\"\"\"", at: index) ? "\"\"\"" : "\""
    index += quote.utf8.count
    output += Array("\"".utf8)
    defer { output += Array("\"".utf8) }
    while index < bytes.count {
      if has(quote + marks, at: index) {
        index += quote.utf8.count + hashes
        return
      }
      if has("\\" + marks, at: index) {
        index += 1 + hashes
        let isInterpolation = has("(", at: index)
        if index < bytes.count, bytes[index] == 0x0A { output.append(0x0A) }
        index += 1
        if isInterpolation {
          output += Array("\" + (".utf8)
          code(isInterpolation: true)
          output += Array(") + \"".utf8)
        }
      } else {
        if bytes[index] == 0x0A {
          output.append(0x0A)
          // A text on one line that was never closed: the compiler says so better.
          if quote.utf8.count == 1 { return }
        }
        index += 1
      }
    }
  }
}

/// The lines at which a name stands as a whole word, counted from 1.
func lines(naming name: String, in code: String) -> [Int] {
  // A name stands in few files: one search of the C library spares reading the others by lines.
  guard strstr(code, name) != nil else { return [] }
  let wanted = Array(name.utf8)
  return code.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    .filter { contains(wanted, in: Array($0.element.utf8)) }.map { $0.offset + 1 }
}

private func contains(_ wanted: [UInt8], in line: [UInt8]) -> Bool {
  guard line.count >= wanted.count else { return false }
  return (0...(line.count - wanted.count)).contains { start in
    guard line[start...].starts(with: wanted) else { return false }
    let end = start + wanted.count
    let beginsWord = start == 0 || !isWordByte(wanted[0]) || !isWordByte(line[start - 1])
    let endsWord =
      end == line.count || !isWordByte(wanted[wanted.count - 1]) || !isWordByte(line[end])
    return beginsWord && endsWord
  }
}

private func isWordByte(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "_") || byte > 0x7F || Character(Unicode.Scalar(byte)).isLetter
    || Character(Unicode.Scalar(byte)).isNumber
}
