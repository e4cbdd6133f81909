/// What a cell of a spreadsheet holds, with its real type: a code stays text, a date can be reckoned
/// with.
package enum SpreadsheetValue: Equatable, Sendable {
  /// Nothing: unknown, which is not 0.
  case empty
  /// Characters as they are; digits stay what was typed, with their leading zeros.
  case text(String)
  /// A whole number. One of more than 15 digits, of which a spreadsheet would drop some, becomes text.
  case integer(Int64)
  /// A number with a fraction.
  case decimal(Double)
  /// A part of a whole, 1 for all of it; shown in percent.
  case ratio(Double)
  /// A day, as days since 1970-01-01.
  case day(Int)
  /// A minute of a local clock, as minutes since 1970-01-01 00:00 there.
  case minute(Int)
  /// Yes or no.
  case boolean(Bool)
}

/// A column of a spreadsheet.
package struct SpreadsheetColumn: Equatable, Sendable {
  /// What stands at its top.
  package let title: String
  /// Characters that are seen at a time; 1 to 255.
  package let width: Int

  /// Describes a column.
  package init(_ title: String, width: Int = 16) {
    self.title = title
    self.width = min(max(width, 1), 255)
  }
}

/// Why a spreadsheet was not written; nothing of it is to be used.
package enum SpreadsheetError: Error, Equatable, Sendable {
  /// A text of more characters than a cell holds.
  case textTooLong(characters: Int)
  /// A row has more cells than its table has columns.
  case tooManyCells(Int)
  /// The disk of the file, or of what is kept while it grows, has no room or refuses to write.
  case notWritten
  /// The library says why.
  case failed(String)
}
