import Foundation
import Testing

@testable import Documents

@Suite struct SpreadsheetTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "camtay-sheet-\(UUID().uuidString)").path

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func spreadsheet(rowsPerSheet: Int = Spreadsheet.rowsPerSheet) throws -> Spreadsheet {
    try Spreadsheet(
      path: "\(folder)/out.xlsx", folder: folder, title: "Thử", created: 1_795_000_000,
      rowsPerSheet: rowsPerSheet)
  }

  /// The sheets of the file as LibreOffice shows them, by name.
  private func shown() throws -> [String: [[String]]] {
    try Calc.sheets(of: "\(folder)/out.xlsx", in: folder)
  }

  @Test(.enabled(if: Calc.isHere, "LibreOffice is not installed"))
  func `another program reads every cell as what it is`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let spreadsheet = try spreadsheet()
    let about = try spreadsheet.table("Về bảng", ["Mục", "Nội dung"].map { SpreadsheetColumn($0) })
    let rows = try spreadsheet.table(
      "Bản ghi",
      ["Mã", "Số", "Lẻ", "Phần", "Ngày", "Lúc", "Có", "Chữ"].map { SpreadsheetColumn($0) })
    try rows.add([
      .text("00123"), .integer(-7), .decimal(2.5), .ratio(0.8672), .day(20_746),
      .minute(20_746 * 1_440 + 545), .boolean(true), .text("=1+1"),
    ])
    try rows.add([
      .text("1/2"), .integer(9_007_199_254_740_993), .decimal(.infinity), .empty, .day(-40_000),
      .minute(-1), .boolean(false), .text("a\u{0}b \"Ngõ 3\"\nĐường <Đ>"),
    ])
    try about.add([.text("Số dòng"), .integer(Int64(rows.rowCount))])
    try spreadsheet.close()
    let sheets = try shown()
    #expect(sheets["Về bảng"] == [["Mục", "Nội dung"], ["Số dòng", "2"]])
    let shown = try #require(sheets["Bản ghi"])
    #expect(
      shown[1] == [
        "00123", "-7", "2.5", "86.72%", "20/10/2026", "20/10/2026 09:05", "TRUE", "=1+1",
      ])
    #expect(
      shown[2] == [
        "1/2", "9007199254740993", "", "", "26/06/1860", "31/12/1969 23:59", "FALSE",
        "a\u{FFFD}b \"Ngõ 3\"\nĐường <Đ>",
      ])
  }

  @Test(.enabled(if: Calc.isHere, "LibreOffice is not installed"))
  func `rows beyond a sheet stand on the next one`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let spreadsheet = try spreadsheet(rowsPerSheet: 4)
    let table = try spreadsheet.table("Lượt", [SpreadsheetColumn("Số")])
    for number in 1...7 { try table.add([.integer(Int64(number))]) }
    #expect(table.sheetCount == 3 && table.rowCount == 7)
    try spreadsheet.close()
    #expect(
      try shown() == [
        "Lượt": [["Số"], ["1"], ["2"], ["3"]], "Lượt (2)": [["Số"], ["4"], ["5"], ["6"]],
        "Lượt (3)": [["Số"], ["7"]],
      ])
  }

  @Test func `what no sheet can hold is told`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let table = try spreadsheet().table("Lượt", [SpreadsheetColumn("Số")])
    #expect(throws: SpreadsheetError.tooManyCells(2)) { try table.add([.empty, .empty]) }
    let long = String(repeating: "ấ", count: Spreadsheet.charactersPerCell + 1)
    #expect(throws: SpreadsheetError.textTooLong(characters: 32_768)) {
      try table.add([.text(long)])
    }
    #expect(throws: SpreadsheetError.notWritten) {
      let lost = try Spreadsheet(
        path: "\(folder)/none/out.xlsx", folder: folder, title: "", created: 0)
      _ = try lost.table("Lượt", [SpreadsheetColumn("Số")])
      try lost.close()
    }
  }

  @Test func `names of sheets are cut, cleaned and told apart`() {
    #expect(SheetName.make("Tổ 1/2: [Xóm]*?\\'", number: nil) == "Tổ 1 2   Xóm     ")
    #expect(SheetName.make(String(repeating: "ấ", count: 40), number: nil).count == 31)
    #expect(SheetName.make(String(repeating: "a", count: 40), number: 12).count == 31)
    #expect(SheetName.make("", number: 2) == "- (2)")
  }

  @Test
  func `while rows are added no file can be found by its name, and afterwards only the result`()
    throws
  {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let spreadsheet = try spreadsheet()
    let table = try spreadsheet.table("Lượt", [SpreadsheetColumn("Số")])
    for number in 1...20_000 { try table.add([.text("Nguyễn Thị Lan \(number)")]) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    try spreadsheet.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["out.xlsx"])
  }
}
