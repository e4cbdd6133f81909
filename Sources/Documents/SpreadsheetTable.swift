import CXLSXWriter
import Glibc

/// A table of a workbook: a head, and rows that are added one by one.
///
/// Where a sheet is full, the next row begins another one with the same head.
package final class SpreadsheetTable {
  /// Rows so far, the head not counted.
  package private(set) var rowCount = 0
  /// The sheets that the rows fill so far.
  package var sheetCount: Int { sheets.count }

  private let name: String
  private let columns: [SpreadsheetColumn]
  private let rowsPerSheet: Int
  private let styles: Spreadsheet.Styles
  private let addSheet: (String) throws(SpreadsheetError) -> UnsafeMutablePointer<lxw_worksheet>
  private var sheets: [UnsafeMutablePointer<lxw_worksheet>] = []
  /// The row of the last sheet that comes next.
  private var next: UInt32 = 0

  init(
    _ name: String, _ columns: [SpreadsheetColumn], rowsPerSheet: Int, _ styles: Spreadsheet.Styles,
    addSheet: @escaping (String) throws(SpreadsheetError) -> UnsafeMutablePointer<lxw_worksheet>
  ) throws(SpreadsheetError) {
    self.name = name
    self.columns = columns
    self.rowsPerSheet = rowsPerSheet
    self.styles = styles
    self.addSheet = addSheet
    try beginSheet()
  }

  /// Adds a row; cells that are missing at its end are empty.
  /// - Throws: `SpreadsheetError.tooManyCells`, `.textTooLong`, `.notWritten`.
  package func add(_ row: [SpreadsheetValue]) throws(SpreadsheetError) {
    guard row.count <= columns.count else { throw .tooManyCells(row.count) }
    if Int(next) >= rowsPerSheet { try beginSheet() }
    guard let sheet = sheets.last else { throw .failed(name) }
    for (column, value) in row.enumerated() { try write(value, sheet, UInt16(column)) }
    next += 1
    rowCount += 1
  }

  /// Whether all rows so far have reached their files.
  func isOnDisk() -> Bool {
    sheets.allSatisfy { sheet in
      guard let file = sheet.pointee.optimize_tmpfile else { return true }
      return fflush(file) == 0 && ferror(file) == 0
    }
  }

  private func beginSheet() throws(SpreadsheetError) {
    let sheet = try addSheet(name)
    sheets.append(sheet)
    for (column, description) in columns.enumerated() {
      let column = UInt16(column)
      try Spreadsheet.check(
        worksheet_set_column(sheet, column, column, Double(description.width), nil))
      try write(text: description.title, sheet, 0, column, styles.head)
    }
    next = 1
    worksheet_freeze_panes(sheet, 1, 0)
    try Spreadsheet.check(worksheet_repeat_rows(sheet, 0, 0))
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, UInt8(9))
    worksheet_fit_to_pages(sheet, 1, 0)
  }

  private func write(
    _ value: SpreadsheetValue, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ column: UInt16
  ) throws(SpreadsheetError) {
    func number(_ value: Double, _ style: UnsafeMutablePointer<lxw_format>?)
      throws(SpreadsheetError)
    {
      // Neither infinity nor what is no number has a form in the file.
      guard value.isFinite else { return }
      try Spreadsheet.check(worksheet_write_number(sheet, next, column, value, style))
    }
    switch value {
    case .empty: return
    case .text(let text): try write(text: text, sheet, next, column, styles.text)
    case .integer(let integer):
      if integer.magnitude < 1_000_000_000_000_000 {
        try number(Double(integer), nil)
      } else {
        try write(text: String(integer), sheet, next, column, styles.text)
      }
    case .decimal(let decimal): try number(decimal, nil)
    case .ratio(let ratio): try number(ratio, styles.ratio)
    case .day(let day):
      try write(
        minutes: day * Self.minutesPerDay, sheet, column, styles.day,
        orText: CivilTime.text(day: day))
    case .minute(let minute):
      try write(
        minutes: minute, sheet, column, styles.minute, orText: CivilTime.text(minute: minute))
    case .boolean(let isTrue):
      try Spreadsheet.check(worksheet_write_boolean(sheet, next, column, isTrue ? 1 : 0, nil))
    }
  }

  private static let minutesPerDay = 1_440
  /// Days from the beginning of a spreadsheet's time to 1970-01-01.
  private static let daysBefore1970 = 25_569
  /// 1900-03-01, before which spreadsheets count a day that never was, to 9999-12-31.
  private static let days = 61...2_958_465

  /// Writes a day or minute as a number where spreadsheets have one for it, else as text.
  private func write(
    minutes: Int, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ column: UInt16,
    _ style: UnsafeMutablePointer<lxw_format>?, orText text: String
  ) throws(SpreadsheetError) {
    let serial = Double(minutes) / Double(Self.minutesPerDay) + Double(Self.daysBefore1970)
    if Self.days.contains(Int(serial.rounded(.down))) {
      try Spreadsheet.check(worksheet_write_number(sheet, next, column, serial, style))
      return
    }
    try write(text: text, sheet, next, column, styles.text)
  }

  private func write(
    text: String, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16,
    _ style: UnsafeMutablePointer<lxw_format>?
  ) throws(SpreadsheetError) {
    let characters = text.utf16.count
    guard characters <= Spreadsheet.charactersPerCell else {
      throw .textTooLong(characters: characters)
    }
    // The library reads a C string, which a zero byte would cut short unnoticed.
    let whole = text.utf8.contains(0) ? String(text.map { $0 == "\0" ? "\u{FFFD}" : $0 }) : text
    try Spreadsheet.check(worksheet_write_string(sheet, row, column, whole, style))
  }
}
