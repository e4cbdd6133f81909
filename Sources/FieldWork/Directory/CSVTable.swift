/// A comma-separated file as read: cells as text, each row with the line it began on.
///
/// UTF-8 with or without a byte order mark; comma, semicolon or tab, whichever most of the first lines
/// have; cells in double quotes may hold separators, line ends and doubled quotes. Nothing from the
/// file can trap or grow without bound.
package struct CSVTable: Equatable, Sendable {
  /// A row and where it stands.
  package struct Row: Equatable, Sendable {
    /// The line of the file, from 1.
    package let line: Int
    /// The cells, blanks around them left out.
    package let cells: [String]
  }

  /// What a file cannot be read for; the line is that of the trouble.
  package enum Problem: Error, Equatable, Sendable {
    /// More bytes than `byteLimit`.
    case tooLarge
    /// Not UTF-8 from this line on.
    case notUTF8(line: Int)
    /// A zero byte, which no text has: a damaged file, or none of text.
    case zeroByte(line: Int)
    /// A quoted cell never ends.
    case unclosedQuote(line: Int)
    /// Text stands behind a closing quote.
    case textAfterQuote(line: Int)
    /// More rows than `rowLimit`.
    case tooManyRows
    /// A row with more cells than `cellLimit`.
    case tooManyCells(line: Int)
    /// A cell with more bytes than `cellByteLimit`.
    case cellTooLong(line: Int)
    /// No row at all.
    case empty
  }

  /// Most bytes of a file.
  package static let byteLimit = 16 << 20
  /// Most rows.
  package static let rowLimit = 100_000
  /// Most cells of a row.
  package static let cellLimit = 64
  /// Most bytes of a cell.
  package static let cellByteLimit = 4_096

  /// Comma, semicolon or tab.
  package let separator: UInt8
  /// The first row.
  package let header: Row
  /// The other rows; empty lines are left out.
  package let rows: [Row]

  /// Reads a file.
  package init(_ bytes: [UInt8]) throws(Problem) {
    guard bytes.count <= Self.byteLimit else { throw .tooLarge }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var scanner = Scanner(bytes: bytes, position: start)
    var rows: [Row] = []
    while let row = try scanner.row() {
      if row.cells.allSatisfy(\.isEmpty) { continue }
      guard rows.count <= Self.rowLimit else { throw .tooManyRows }
      rows.append(row)
    }
    guard let header = rows.first else { throw .empty }
    separator = scanner.separator
    self.header = header
    self.rows = Array(rows.dropFirst())
  }

  private struct Scanner {
    let bytes: [UInt8]
    var position: Int
    var line = 1
    let separator: UInt8

    init(bytes: [UInt8], position: Int) {
      self.bytes = bytes
      self.position = position
      separator = Self.separator(of: bytes[position...].prefix(64 << 10))
    }

    /// What most of the first lines have; among equals what the first of them has most of. Titles may
    /// stand above the header, and separators in quotes separate nothing.
    private static func separator(of start: ArraySlice<UInt8>) -> UInt8 {
      let choices = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
      var lines: [[Int]] = []
      var counts = [0, 0, 0]
      var isQuoted = false
      for byte in start where lines.count < 20 {
        if byte == UInt8(ascii: "\"") {
          isQuoted.toggle()
        } else if isQuoted {
          continue
        } else if let choice = choices.firstIndex(of: byte) {
          counts[choice] += 1
        } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
          if counts != [0, 0, 0] { lines.append(counts) }
          counts = [0, 0, 0]
        }
      }
      if counts != [0, 0, 0] { lines.append(counts) }
      guard let first = lines.first else { return choices[0] }
      var best = 0
      for choice in 1...2 {
        let (mine, others) = (lines.count { $0[choice] > 0 }, lines.count { $0[best] > 0 })
        if mine > others || (mine == others && first[choice] > first[best]) { best = choice }
      }
      return choices[best]
    }

    mutating func row() throws(Problem) -> Row? {
      guard position < bytes.count else { return nil }
      let start = line
      var cells: [String] = []
      while true {
        guard cells.count < CSVTable.cellLimit else { throw .tooManyCells(line: line) }
        cells.append(try cell())
        guard position < bytes.count else { break }
        let end = bytes[position]
        position += 1
        if end == separator { continue }
        // A line ends with LF, CR LF or CR alone.
        if end == UInt8(ascii: "\r"), position < bytes.count,
          bytes[position] == UInt8(ascii: "\n")
        {
          position += 1
        }
        line += 1
        break
      }
      return Row(line: start, cells: cells)
    }

    private mutating func cell() throws(Problem) -> String {
      while position < bytes.count, isBlank(bytes[position]) { position += 1 }
      if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return try quoted() }
      let start = position
      while position < bytes.count, !endsCell(bytes[position]) { position += 1 }
      var end = position
      while end > start, isBlank(bytes[end - 1]) { end -= 1 }
      return try text(bytes[start..<end], line: line)
    }

    private mutating func quoted() throws(Problem) -> String {
      let start = line
      position += 1
      var content: [UInt8] = []
      while true {
        guard position < bytes.count else { throw .unclosedQuote(line: start) }
        let byte = bytes[position]
        position += 1
        if byte == UInt8(ascii: "\"") {
          guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { break }
          position += 1
        }
        if byte == UInt8(ascii: "\n") { line += 1 }
        content.append(byte)
        guard content.count <= CSVTable.cellByteLimit else { throw .cellTooLong(line: start) }
      }
      while position < bytes.count, isBlank(bytes[position]) { position += 1 }
      guard position >= bytes.count || endsCell(bytes[position]) else {
        throw .textAfterQuote(line: line)
      }
      return try text(content[...], line: start)
    }

    private func text(_ slice: ArraySlice<UInt8>, line: Int) throws(Problem) -> String {
      guard slice.count <= CSVTable.cellByteLimit else { throw .cellTooLong(line: line) }
      guard !slice.contains(0) else { throw .zeroByte(line: line) }
      guard let text = String(validating: slice, as: UTF8.self) else {
        throw .notUTF8(line: line)
      }
      return text
    }

    private func isBlank(_ byte: UInt8) -> Bool {
      (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")) && byte != separator
    }

    private func endsCell(_ byte: UInt8) -> Bool {
      byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
  }
}
