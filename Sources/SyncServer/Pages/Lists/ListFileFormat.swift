import Documents
import FieldWork
import Glibc
import Pages
import Replica
import SyncProtocol
import Web

/// How the rows of a list are taken out; raw values are the endings of the files.
enum ListFileFormat: String, CaseIterable, Sendable {
  /// For Vietnamese Excel, with semicolons.
  case csv
  /// A workbook.
  case xlsx

  /// The media type.
  var mediaType: String {
    switch self {
    case .csv: "text/csv; charset=utf-8"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    }
  }

  /// The links to the files of the list at a path.
  static func links(of path: String) -> [PageFrame.Link] {
    allCases.map { format in
      PageFrame.Link(
        "\(path).\(format.rawValue)",
        BilingualText(
          vi: "Tải tệp \(format.rawValue.uppercased())",
          en: "Download as \(format.rawValue.uppercased())"))
    }
  }

  /// The routes of the files of the list at a path; what is taken out notes itself.
  static func routes(
    of path: String, access: Access,
    handler: @escaping @Sendable (PageRequest, ListFileFormat) throws -> HTTPResponse
  ) -> [PageRoute] {
    allCases.map { format in
      PageRoute(.get, "\(path).\(format.rawValue)", access: access) { try handler($0, format) }
    }
  }

  /// Begins a file with a row of headings.
  func writer(
    _ title: String, _ headings: [String], in home: HomeFolder, at time: Timestamp
  ) throws -> any ListFileWriter {
    switch self {
    case .csv: CSVFileWriter(headings)
    case .xlsx: try WorkbookWriter(title, headings, in: home, at: time)
    }
  }
}

/// A file that grows row by row.
protocol ListFileWriter: AnyObject {
  /// The sheets that its rows fill so far.
  var sheetCount: Int { get }
  /// Adds a row; cells that are missing at its end are empty.
  func add(_ row: [SpreadsheetValue]) throws
  /// The whole file; nothing is added after this.
  func finish() throws -> [UInt8]
}

private final class CSVFileWriter: ListFileWriter {
  private var text: CSVText

  init(_ headings: [String]) { text = CSVText(headings) }

  var sheetCount: Int { 1 }
  func add(_ row: [SpreadsheetValue]) { text.add(row) }
  func finish() -> [UInt8] { text.bytes }
}

/// A workbook in a file that has lost its name before the first row is in it: nobody else opens it,
/// and it is gone with this writer, however that ends.
private final class WorkbookWriter: ListFileWriter {
  private let file: Int32
  private let path: String
  private let book: Spreadsheet
  private let table: SpreadsheetTable

  init(_ title: String, _ headings: [String], in home: HomeFolder, at time: Timestamp) throws {
    var name = Array("\(home.path)/export-XXXXXX".utf8CString)
    // For this user alone, as everything in a home.
    file = mkstemp(&name)
    guard file >= 0 else { throw HomeError.system(path: home.path, reason: errno) }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    unlink(name)
    path = "/proc/self/fd/\(file)"
    do {
      book = try Spreadsheet(
        path: path, folder: home.path, title: title, created: time.rawValue / 1_000)
      table = try book.table(title, headings.map { SpreadsheetColumn($0) })
    } catch {
      close(file)
      throw error
    }
  }

  deinit { close(file) }

  var sheetCount: Int { table.sheetCount }
  func add(_ row: [SpreadsheetValue]) throws { try table.add(row) }

  func finish() throws -> [UInt8] {
    try book.close()
    guard let bytes = try HomeFolder.read(path: path, maximumBytes: .max) else {
      throw HomeError.missing(path: path)
    }
    return bytes
  }
}
