import FieldWork
import Pages
import SyncProtocol
import Web

/// The day sheets that this laptop has printed, what is still open on each, and the way to a new one.
enum SheetListPage {
  static let path = "/sheets"
  static let title = BilingualText(vi: "Tờ ngày (ghi giấy)", en: "Day sheets (paper)")
  private static let listLimit = 50
  /// Lines of a sheet that one can choose: one page, or two.
  static let lineChoices = [15, 30]

  static let routes = [
    LaptopRoute(.get, path, handler: show),
    LaptopRoute(.post, path) { request in
      let lines = request.form["lines"].flatMap { Int($0) } ?? 0
      guard lineChoices.contains(lines) else { return .seeOther(path) }
      let printout = try PrintoutBook(request.records).add(
        .daySheet(lines: lines), number: request.form["number"].flatMap { Int($0) } ?? 0,
        by: request.member, at: request.clock.wall)
      return .seeOther(PrintoutPage.path(printout))
    },
  ]

  private static func show(_ request: LaptopRequest) throws -> HTTPResponse {
    let language = request.language
    let book = PrintoutBook(request.records)
    let sheets = try book.sheets(limit: listLimit)
    let number = String(try book.nextNumber())
    let rows = try sheets.map { sheet -> PageTable.Row in
      let open = try book.open(sheet).count
      return PageTable.Row([
        link(SheetPage.path(sheet), language.text("Tờ số \(sheet.number)", "No. \(sheet.number)")),
        .text(Format.dateTime(LocalDateTime(milliseconds: sheet.made.rawValue))),
        .text(try request.reader.record(Member.self, sheet.member)?.fullName ?? ""),
        PageTable.number(sheet.lines, language), PageTable.number(open, language),
        open == 0
          ? StateMark.good.html(language.text("đã nhập hết", "all entered"))
          : StateMark.attention.html(language.text("còn dòng mở", "lines are open")),
      ])
    }
    return try request.page(title) {
      HTML.group {
        if let notice = request.memory.takeNotice() { notice.html(language) }
        panel {
          element("p") {
            language.text(
              "In sẵn một tờ trước khi đi: khi máy hết pin, ghi lên giấy rồi nhập lại sau. Mỗi dòng "
                + "có một mã riêng của máy này, nên không dòng nào bị nhập hai lần.",
              "Print one before you go: when the battery dies, write on paper and enter it later. "
                + "Every line has a code of its own, reserved on this laptop, so that none is "
                + "entered twice.")
          }
          element("div", ["class": "row-actions"]) {
            for lines in lineChoices {
              actionForm(
                path,
                BilingualText(
                  vi: "In tờ \(lines) dòng", en: "Print a sheet of \(lines) lines"), request,
                isQuiet: lines != lineChoices.first,
                fields: [("lines", String(lines)), ("number", number)])
            }
          }
        }
        panel(id: "sheets") {
          PageTable(
            BilingualText(vi: "Tờ đã in, mới trước", en: "Printed sheets, the latest first"),
            columns: [
              .text(BilingualText(vi: "Tờ", en: "Sheet")),
              .text(BilingualText(vi: "In lúc", en: "Printed")),
              .text(BilingualText(vi: "Người in", en: "By")),
              .number(BilingualText(vi: "Số dòng", en: "Lines")),
              .number(BilingualText(vi: "Còn mở", en: "Open")),
              .text(BilingualText(vi: "Tình trạng", en: "State")),
            ], rows: rows,
            empty: BilingualText(
              vi: "Chưa in tờ nào trên máy này.", en: "No sheet was printed on this laptop yet.")
          ).html(language)
        }
      }
    }
  }
}
