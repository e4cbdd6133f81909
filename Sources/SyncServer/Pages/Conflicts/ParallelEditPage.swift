import FieldWork
import Foundation
import Pages
import SyncProtocol
import Web

/// Different fields of one record that laptops wrote without seeing each other: nothing to decide,
/// but worth knowing.
enum ParallelEditPage {
  static let title = BilingualText(
    vi: "Mục khác nhau được sửa song song (để biết)",
    en: "Parallel edits of different fields (for information)")
  /// Days that are looked at unless somebody asks for more: the whole log is not read for a page.
  private static let days = 7
  private static let maximumDays = 60
  private static let sinceName = "since"
  private static let lead = BilingualText(
    vi:
      "Hai máy sửa hai mục khác nhau của cùng một bản ghi khi chưa thấy nhau. Cả hai đều được giữ; "
      + "không phải chọn gì.",
    en:
      "Two laptops wrote two different fields of one record without seeing each other. Both stand "
      + "and nothing is to be decided.")

  /// What a request asks to see.
  private static func gathered(
    _ request: PageRequest
  ) throws -> (edits: [RecordParallelEdit], since: LocalDate, earliest: LocalDate) {
    let reached = try request.reached()
    let typed = request.http.query[sinceName].flatMap(PageList<RecordParallelEdit>.Filter.day)
    let earliest = request.today.adding(days: -maximumDays)
    let since = max(typed ?? request.today.adding(days: -days), earliest)
    let edits = try edits(since: since, request.centre).filter { reached.holds(scope: $0.scope) }
    return (edits, since, earliest)
  }

  private static func edits(
    since: LocalDate, _ centre: Centre
  ) throws -> [RecordParallelEdit] {
    try centre.inspect { try $0.parallelEdits(since: since, from: centre.batchEdits) }
  }

  /// Begins to read what many batches brought before anybody asks.
  static func prepare(_ reader: RecordReader, of centre: Centre) throws {
    guard try reader.hasMoreVisits(than: FlagShelf.foundAtOnce) else { return }
    Thread.detachNewThread {
      let today = LocalDateTime(time: centre.surroundings.clock().wall).date
      _ = try? edits(since: today.adding(days: -days), centre)
    }
  }

  /// The same lines as a file.
  static func file(_ request: PageRequest, _ format: ListFileFormat) throws -> HTTPResponse {
    let (edits, since, _) = try gathered(request)
    return try ListFile(list(since, request.language), format, name: "sua-song-song").answer(
      request, rows: edits)
  }

  static func answer(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    let (edits, since, earliest) = try gathered(request)
    let language = request.language
    let list = list(since, language)
    let choice = list.choice(request.http.query)
    var frame = request.frame(title)
    frame.lead = reached.words
    return .html(
      frame.page {
        panel(lead: lead.text(in: language)) {
          list.html(
            list.part(of: edits, choice), choice,
            files: ListFileFormat.links(of: ConflictPages.parallelPath), language)
          if edits.isEmpty, since > earliest {
            element("p") {
              element(
                "a",
                ["href": "\(ConflictPages.parallelPath)?\(sinceName)=\(Format.date(earliest))"]
              ) { longer.text(in: language) }
            }
          }
          element("p") {
            element("a", ["href": ConflictPages.path]) { ConflictWords.all.text(in: language) }
          }
        }
      })
  }

  private static func list(
    _ since: LocalDate, _ language: Language
  ) -> PageList<RecordParallelEdit> {
    PageList(
      ConflictPages.parallelPath, title,
      columns: [
        .init(
          "record", ConflictWords.record, orderedBy: \.codeText,
          cell: { edit in
            PageTable.cell(edit.codeText, detail: edit.recordWords.text(in: language))
          }, value: { .text($0.codeText) }),
        .init(
          "values", ConflictWords.values,
          cell: { edit in
            HTML.group {
              for write in edit.writes {
                element("div") {
                  "\(write.fieldWords.text(in: language)): \(write.words.text(in: language))"
                  element("span", ["class": "detail"]) {
                    "\(write.writer.words.text(in: language)) · \(Format.dateTime(write.writer.time))"
                  }
                }
              }
            }
          },
          value: { edit in
            // A file holds no value: some are people's names and telephones.
            .text(edit.writes.map { $0.fieldWords.text(in: language) }.joined(separator: "; "))
          }),
        .init("at", ConflictWords.latest, orderedBy: { latest($0).minutesSince1970 }) {
          .minute(latest($0).minutesSince1970)
        },
      ],
      filters: [
        .init("q", ConflictWords.text) { edit, typed in
          SearchFold.base(edit.codeText).contains(SearchFold.base(typed))
        },
        .init(day: sinceName, sinceLabel) { _, _ in true },
      ],
      empty: BilingualText(
        vi: "Không có mục nào được sửa song song từ ngày \(Format.date(since)).",
        en: "There are no parallel edits since \(Format.date(since))."))
  }

  /// When the last of the writes was made.
  private static func latest(_ edit: RecordParallelEdit) -> LocalDateTime {
    edit.writes.map(\.writer.time).max() ?? LocalDateTime(.earliest, minuteOfDay: 0)
  }

  private static let longer = BilingualText(
    vi: "Xem \(maximumDays) ngày", en: "Look at \(maximumDays) days")
  private static let sinceLabel = BilingualText(vi: "Nhận từ ngày", en: "Received since")
}
