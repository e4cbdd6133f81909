import CXLSXWriter
import Glibc

/// A workbook (Office Open XML) of tables that grow row by row: its memory does not grow with them.
///
/// What was added lies in files without a name until the end, in a folder that the caller chooses,
/// since tables may hold personal data.
package final class Spreadsheet {
  /// Rows of a sheet, its head included; what comes after them goes to a further sheet.
  package static let rowsPerSheet = Int(LXW_ROW_MAX)
  /// Characters of a cell.
  package static let charactersPerCell = 32_767

  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let rowsPerSheet: Int
  private let styles: Styles
  private var tables: [SpreadsheetTable] = []
  private var names: Set<String> = []
  private var isOpen = true

  /// Begins a workbook.
  ///
  /// - Parameters:
  ///   - path: the file, which is there after `close`; another of that name is replaced.
  ///   - folder: where its rows wait until then.
  ///   - title: what the file says of itself.
  ///   - created: seconds since 1970.
  ///   - rowsPerSheet: fewer rows of a sheet than there may be.
  /// - Throws: `SpreadsheetError.failed`.
  package init(
    path: String, folder: String, title: String, created: Int64,
    rowsPerSheet: Int = Spreadsheet.rowsPerSheet
  ) throws(SpreadsheetError) {
    var opened: UnsafeMutablePointer<lxw_workbook>?
    // The library takes copies of both.
    folder.withCString { folder in
      var options = lxw_workbook_options(
        constant_memory: 1, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 1)
      opened = workbook_new_opt(path, &options)
    }
    guard let opened else { throw .failed("workbook") }
    workbook = opened
    self.rowsPerSheet = min(max(rowsPerSheet, 2), Self.rowsPerSheet)
    styles = Styles(opened)
    title.withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = time_t(created)
      _ = workbook_set_properties(workbook, &properties)
    }
  }

  deinit {
    if isOpen { lxw_workbook_free(workbook) }
  }

  /// Begins a table on a sheet of its own. Tables stand in the order in which they began, whichever
  /// gets its rows first.
  ///
  /// - Parameter name: what the sheet is called; cut, cleaned and numbered as sheets need it.
  package func table(
    _ name: String, _ columns: [SpreadsheetColumn]
  ) throws(SpreadsheetError) -> SpreadsheetTable {
    let table = try SpreadsheetTable(name, columns, rowsPerSheet: rowsPerSheet, styles) {
      [unowned self] name throws(SpreadsheetError) in try sheet(name)
    }
    tables.append(table)
    return table
  }

  /// Writes the file.
  /// - Throws: `SpreadsheetError.notWritten` where the disk had no room at any time, `.failed`.
  package func close() throws(SpreadsheetError) {
    precondition(isOpen, "a workbook is closed once")
    // The library looks at no answer of the disk while rows are added; what it lost would be missing
    // without a word.
    guard tables.allSatisfy({ $0.isOnDisk() }) else { throw .notWritten }
    isOpen = false
    try Self.check(workbook_close(workbook))
  }

  static func check(_ code: lxw_error) throws(SpreadsheetError) {
    switch code {
    case LXW_NO_ERROR: return
    case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE,
      LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE,
      LXW_ERROR_ZIP_INTERNAL_ERROR:
      throw .notWritten
    default: throw .failed(lxw_strerror(code).map { String(cString: $0) } ?? "\(code.rawValue)")
    }
  }

  /// Adds a sheet under a name that no other has.
  private func sheet(
    _ name: String
  ) throws(SpreadsheetError) -> UnsafeMutablePointer<lxw_worksheet> {
    var number = 1
    var unique = SheetName.make(name, number: nil)
    while !names.insert(unique.lowercased()).inserted {
      number += 1
      unique = SheetName.make(name, number: number)
    }
    guard let sheet = workbook_add_worksheet(workbook, unique) else { throw .failed(unique) }
    return sheet
  }

  /// How values are shown.
  struct Styles {
    let head: UnsafeMutablePointer<lxw_format>?
    let day: UnsafeMutablePointer<lxw_format>?
    let minute: UnsafeMutablePointer<lxw_format>?
    let ratio: UnsafeMutablePointer<lxw_format>?
    /// So that a code that somebody mends stays the text that it is.
    let text: UnsafeMutablePointer<lxw_format>?

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
      func style(_ format: String) -> UnsafeMutablePointer<lxw_format>? {
        let style = workbook_add_format(workbook)
        format_set_num_format(style, format)
        return style
      }
      head = workbook_add_format(workbook)
      format_set_bold(head)
      format_set_text_wrap(head)
      format_set_bottom(head, UInt8(LXW_BORDER_THIN.rawValue))
      day = style("dd/mm/yyyy")
      minute = style("dd/mm/yyyy hh:mm")
      ratio = style("0.00%")
      text = style("@")
    }
  }
}

/// What sheets may be called: at most 31 characters, without those that formulas use.
enum SheetName {
  private static let maximumCharacters = 31

  /// - Parameter number: tells a further sheet from the first.
  static func make(_ name: String, number: Int?) -> String {
    let suffix = number.map { " (\($0))" } ?? ""
    let allowed = name.unicodeScalars.map { scalar -> Character in
      let isForbidden = "[]:*?/\\'".unicodeScalars.contains(scalar) || scalar.value < 0x20
      return isForbidden ? " " : Character(scalar)
    }
    // Counted by code points, as the library does.
    var room = maximumCharacters - suffix.count
    var kept = ""
    for character in allowed {
      room -= character.unicodeScalars.count
      guard room >= 0 else { break }
      kept.append(character)
    }
    return (kept.isEmpty ? "-" : kept) + suffix
  }
}
