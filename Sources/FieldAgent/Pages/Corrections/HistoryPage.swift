import FieldWork
import Listings
import Pages
import Web

/// Who wrote what in a record, when, on which laptop, in place of what.
enum HistoryPage {
  /// The most writes; the latest are shown.
  private static let listLimit = 200

  static func answer(_ request: LaptopRequest) throws -> HTTPResponse {
    let history = try request.records.history(
      of: try request.records.locate(request.parameters["code"]))
    let title =
      BilingualText(vi: "Lịch sử ", en: "History of ") + history.recordWords
      + BilingualText(same: " \(history.codeText)")
    return try request.page(title) {
      HTML.group {
        if let path = RecordPath.of(history.codeText) {
          element("p") {
            link(path, request.language.text("‹ Về bản ghi", "‹ Back to the record"))
          }
        }
        panel(id: "history") { table(history).html(request.language) }
      }
    }

    func table(_ history: RecordHistory) -> PageTable {
      let language = request.language
      return PageTable(
        BilingualText(vi: "Mọi lần ghi, cũ trước", en: "Every write, oldest first"),
        columns: [
          .text(BilingualText(vi: "Lúc", en: "When")), .text(FieldLabel.words(of: "author")),
          .text(FieldLabel.words(of: "field")), .text(BilingualText(vi: "Trước", en: "Before")),
          .text(BilingualText(vi: "Sau", en: "After")),
          .text(BilingualText(vi: "Đang hiện", en: "Shown")),
        ],
        rows: history.entries.suffix(listLimit).map { entry in
          PageTable.Row([
            PageTable.cell(
              Format.dateTime(entry.writer.time),
              detail: entry.writer.doubt?.words.text(in: language)),
            .text(entry.writer.words.text(in: language)),
            PageTable.cell(
              entry.fieldWords.text(in: language), detail: note(entry, language)),
            .text(entry.old?.text(in: language) ?? ""),
            .text(entry.new?.text(in: language) ?? ""),
            entry.isShown ? StateMark.good.html(language.text("có", "yes")) : .text(""),
          ])
        },
        empty: BilingualText(
          vi: "Máy này không còn lần ghi nào của bản ghi này.",
          en: "No write of this record is left in this log."),
        note: history.entries.count > listLimit
          ? BilingualText(
            vi: "\(listLimit) lần ghi gần nhất trong \(history.entries.count).",
            en: "The last \(listLimit) of \(history.entries.count) writes.") : nil)
    }
  }

  private static func note(_ entry: HistoryEntry, _ language: Language) -> String? {
    let notes = [
      entry.kind.words.text(in: language),
      entry.isConcurrent
        ? language.text("ghi khi chưa thấy giá trị khác", "beside another value") : "",
    ].filter { !$0.isEmpty }
    return notes.isEmpty ? nil : notes.joined(separator: "; ")
  }
}
