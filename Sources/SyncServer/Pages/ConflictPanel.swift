import FieldWork
import Pages
import Web

/// Conflicts field by field: the shown and the hidden values, who wrote each, when, and where.
struct ConflictPanel {
  private let list: ConflictList

  init(_ list: ConflictList) { self.list = list }

  func html(_ language: Language) -> HTML {
    panel(
      id: "conflicts", CoordinatorWords.conflicts.text(in: language),
      lead: list.conflicts.isEmpty ? nil : ConflictWords.lead.text(in: language)
    ) {
      if list.conflicts.isEmpty {
        element("p", ["class": "empty"]) { ConflictWords.none.text(in: language) }
      }
      for conflict in list.conflicts { html(conflict, language) }
      if list.total > 0 {
        element("p", ["class": "actions"]) {
          element("a", ["class": "button", "href": ConflictPages.path]) {
            CoordinatorWords.count(ConflictWords.all, list.total).text(in: language)
          }
        }
      }
    }
  }

  private func html(_ conflict: ConflictReport, _ language: Language) -> HTML {
    element("div", ["class": "conflict"]) {
      PageTable(
        caption(conflict),
        columns: [
          .text(ConflictWords.state), .text(conflict.field), .text(ConflictWords.author),
          .text(ConflictWords.time), .text(ConflictWords.laptop),
        ],
        rows: conflict.alternatives.map { alternative in
          PageTable.Row(
            [
              alternative.isShown
                ? StateMark.good.html(ConflictWords.shown.text(in: language))
                : StateMark.neutral.html(ConflictWords.hidden.text(in: language)),
              element("span", ["class": "value-text"]) { alternative.text.text(in: language) },
              HTML.text(alternative.author ?? ConflictWords.unknown.text(in: language)),
              element("span", ["class": "nowrap"]) { Format.dateTime(alternative.time) },
              HTML.text(alternative.laptop ?? ConflictWords.centre.text(in: language)),
            ], style: alternative.isShown ? "value-shown" : "value-hidden")
        }, empty: ConflictWords.none
      ).html(language)
    }
  }

  private func caption(_ conflict: ConflictReport) -> BilingualText {
    let record = [conflict.code, conflict.name].compactMap { $0 }.joined(separator: " · ")
    return CoordinatorWords.capitalised(conflict.kind)
      + BilingualText(same: " \(record): ") + conflict.field
  }
}

/// The words of the conflicts.
enum ConflictWords {
  static let lead = BilingualText(
    vi: "Hai máy đã sửa cùng một mục khi chưa thấy nhau. Giá trị đang hiện được dùng cho đến khi "
      + "có người quyết định; giá trị kia vẫn được giữ trên mọi máy.",
    en: "Two laptops changed the same field without seeing each other. The shown value is used "
      + "until somebody decides; the other is kept on every laptop.")
  static let none = BilingualText(
    vi: "Không có mâu thuẫn nào trong những gì đã nhận.",
    en: "There is no conflict in what has arrived.")
  static let state = BilingualText(vi: "Trạng thái", en: "State")
  static let shown = BilingualText(vi: "đang hiện", en: "shown")
  static let hidden = BilingualText(vi: "bị che", en: "hidden")
  static let author = BilingualText(vi: "Người ghi", en: "Written by")
  static let time = BilingualText(vi: "Lúc (theo máy ghi)", en: "When (its clock)")
  static let laptop = BilingualText(vi: "Trên máy", en: "On")
  static let unknown = BilingualText(vi: "(không rõ)", en: "(not known)")
  static let centre = BilingualText(vi: "trung tâm", en: "the centre")
}
