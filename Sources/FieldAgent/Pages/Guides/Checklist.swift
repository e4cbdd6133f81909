import FieldWork
import Pages
import SyncProtocol
import Web

/// What the centre wrote down to bring for a procedure, as it holds on a day; never made up.
struct Checklist {
  private struct Item {
    let position: Int64
    let words: BilingualText
    let isAlwaysNeeded: Bool
  }

  private let items: [Item]
  private let written: LocalDateTime?

  /// Reads the items of a procedure that hold on a day.
  init(of code: String, on day: LocalDate, _ reader: RecordReader) throws {
    var filter = FormFilter()
    filter.values = [(ChecklistItemTable.procedure, .text(code))]
    let records = try reader.formRecords(RecordForms.checklistItem, filter).filter { record in
      func date(_ field: FieldDefinition) -> Int64? { record[field]?.value?.integer }
      let today = Int64(day.daysSince1970)
      return (date(ChecklistItemTable.validFrom) ?? .min) <= today
        && today <= (date(ChecklistItemTable.validTo) ?? .max)
    }
    items = records.compactMap { record -> Item? in
      guard let item = record[ChecklistItemTable.item]?.value?.text else { return nil }
      return Item(
        position: record[ChecklistItemTable.position]?.value?.integer ?? .max,
        words: BilingualText(
          vi: item, en: record[ChecklistItemTable.itemEnglish]?.value?.text ?? item),
        isAlwaysNeeded: record[ChecklistItemTable.needed]?.value?.integer != 0)
    }.sorted { $0.position < $1.position }
    written = records.compactMap { $0.header.createdAt }.max().map {
      LocalDateTime(milliseconds: $0.rawValue)
    }
  }

  /// Whether the centre wrote one.
  var isEmpty: Bool { items.isEmpty }

  /// The list; where there is none it says so and where to look.
  func html(_ language: Language) -> HTML {
    guard !items.isEmpty else {
      return element("p", ["class": "empty"]) {
        language.text(
          "Trung tâm chưa ghi danh mục giấy tờ của thủ tục này; hãy xem trên cổng hoặc hỏi bộ phận "
            + "một cửa.",
          "Not on file: the centre has written no list for this procedure. See the portal, or ask "
            + "the one-stop desk.")
      }
    }
    return HTML.group {
      element("ul") {
        for item in items {
          element("li") {
            item.words.text(in: language)
            if !item.isAlwaysNeeded {
              element("span", ["class": "detail"]) {
                language.text(" (nếu có)", " (where it applies)")
              }
            }
          }
        }
      }
      if let written {
        element("p", ["class": "table-note"]) {
          language.text(
            "Trung tâm ghi ngày \(Format.date(written.date)).",
            "Written by the centre on \(Format.date(written.date)).")
        }
      }
    }
  }
}
