import Documents
import Glibc
import Replica
import SyncProtocol
import Web

/// A file that grows row by row and is never in memory as a whole.
protocol ListFileWriter: AnyObject {
  /// The sheets that its rows fill so far.
  var sheetCount: Int { get }
  /// Adds a row; cells that are missing at its end are empty.
  func add(_ row: [SpreadsheetValue]) throws
  /// The whole file; nothing is added after this.
  func finish() throws -> ResponseFile
}

extension ResponseFile {
  /// A file that has lost its name before anything is in it: nobody else opens it, and it is gone with
  /// whoever holds it last, however that ends.
  convenience init(namelessIn home: HomeFolder) throws {
    var name = Array("\(home.path)/export-XXXXXX".utf8CString)
    // For this user alone, as everything in a home.
    let file = mkstemp(&name)
    guard file >= 0 else { throw HomeError.system(path: home.path, reason: errno) }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    unlink(name)
    self.init(takingOver: file)
  }
}

/// Text with semicolons, which goes to the file in pieces.
final class CSVFileWriter: ListFileWriter {
  /// Bytes that wait in memory until they are written.
  static let pieceBytes = 64 << 10

  private let home: HomeFolder
  private let file: ResponseFile
  private var text: CSVText

  init(_ headings: [String], in home: HomeFolder, isOpenedByExcel: Bool = true) throws {
    self.home = home
    file = try ResponseFile(namelessIn: home)
    text = CSVText(headings, isOpenedByExcel: isOpenedByExcel)
  }

  var sheetCount: Int { 1 }

  /// Bytes in memory now.
  var waitingBytes: Int { text.bytes.count }

  func add(_ row: [SpreadsheetValue]) throws {
    text.add(row)
    if text.bytes.count >= Self.pieceBytes { try write() }
  }

  func finish() throws -> ResponseFile {
    try write()
    return file
  }

  private func write() throws {
    let bytes = text.take()
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(
          file.descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw HomeError.system(path: home.path, reason: errno) }
      written += count
    }
  }
}

/// A workbook, whose rows wait in files until its end.
final class WorkbookWriter: ListFileWriter {
  private let file: ResponseFile
  private let book: Spreadsheet
  private let table: SpreadsheetTable

  init(_ title: String, _ headings: [String], in home: HomeFolder, at time: Timestamp) throws {
    file = try ResponseFile(namelessIn: home)
    book = try Spreadsheet(
      path: "/proc/self/fd/\(file.descriptor)", folder: home.path, title: title,
      created: time.rawValue / 1_000)
    table = try book.table(title, headings.map { SpreadsheetColumn($0) })
  }

  var sheetCount: Int { table.sheetCount }
  func add(_ row: [SpreadsheetValue]) throws { try table.add(row) }

  func finish() throws -> ResponseFile {
    try book.close()
    return file
  }
}
