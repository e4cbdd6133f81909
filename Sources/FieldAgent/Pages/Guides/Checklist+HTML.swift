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
}
