import FieldWork
import Pages
import SyncProtocol
import Web

extension Checklist {
  /// The list; where there is none it says so and where to look.
  func html(_ language: Language) -> HTML {
    guard !items.isEmpty else {
      return element("p", ["class": "empty"]) {
        Self.missing.text(in: language)
      }
    }
    return HTML.group {
      element("ul") {
        for item in items {
          element("li") {
            item.words.text(in: language)
            if !item.isAlwaysNeeded {
              element("span", ["class": "detail"]) { " " + Self.whereItApplies.text(in: language) }
            }
          }
        }
      }
      if let written = writtenWords {
        element("p", ["class": "table-note"]) { written.text(in: language) }
      }
    }
  }

  /// What stands behind a thing that not everybody needs.
  static let whereItApplies = BilingualText(vi: "(nếu có)", en: "(where it applies)")

  /// Said where nobody wrote a list.
  static let missing = BilingualText(
    vi: "Trung tâm chưa ghi danh mục giấy tờ của việc này; hãy xem trên cổng hoặc hỏi bộ phận một "
      + "cửa.",
    en: "Not on file: the centre has written no list for this. See the portal, or ask the "
      + "one-stop desk.")

  /// When the list was written; nil where there is none.
  var writtenWords: BilingualText? {
    written.map {
      BilingualText(
        vi: "Trung tâm ghi ngày \(Format.date($0)).",
        en: "Written by the centre on \(Format.date($0)).")
    }
  }
}
