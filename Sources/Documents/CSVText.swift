/// A table as Vietnamese Excel opens it with a double click: UTF-8 with its mark, semicolons, a comma
/// for decimals, and codes that stay text.
package struct CSVText {
  /// The text so far.
  package private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let isOpenedByExcel: Bool

  /// Begins with a row of headings.
  ///
  /// - Parameter isOpenedByExcel: whether digits are guarded from Excel; a program that takes a letter
  ///   from each row would print the guard.
  package init(_ headings: [String], isOpenedByExcel: Bool = true) {
    self.isOpenedByExcel = isOpenedByExcel
    add(headings.map(SpreadsheetValue.text))
  }

  /// Hands over what there is so far, and goes on without it: so a text of any length passes through
  /// little memory.
  package mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Adds a row.
  package mutating func add(_ row: [SpreadsheetValue]) {
    for (index, value) in row.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ";")) }
      bytes += field(value).utf8
    }
    bytes += [0x0D, 0x0A]
  }

  private func field(_ value: SpreadsheetValue) -> String {
    switch value {
    case .empty: ""
    case .text(let text): Self.quoted(kept(text))
    case .integer(let number): String(number)
    case .decimal(let number), .ratio(let number):
      number.isFinite ? String(number).split(separator: ".").joined(separator: ",") : ""
    case .day(let day): CivilTime.text(day: day)
    case .minute(let minute): CivilTime.text(minute: minute)
    case .boolean(let isTrue): isTrue ? "1" : "0"
    }
  }

  /// A text that Excel would change, made one that it keeps: digits with points become numbers or
  /// days there and lose their zeros, and what begins like a formula would be reckoned.
  private func kept(_ text: String) -> String {
    guard let first = text.utf8.first else { return text }
    if "=+-@\t\r".utf8.contains(first) { return "'" + text }
    guard isOpenedByExcel else { return text }
    let isNumberLike =
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
      && text.utf8.allSatisfy { "0123456789.,-/: eE".utf8.contains($0) }
    return isNumberLike ? "=\"\(text)\"" : text
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
