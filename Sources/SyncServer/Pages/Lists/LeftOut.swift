import FieldWork
import Pages
import Web

/// Below a list: what its state leaves out, each number with the way to it.
enum LeftOut {
  static func html(
    _ lines: [(words: BilingualText, address: String)], _ language: Language
  ) -> HTML {
    guard !lines.isEmpty else { return .empty }
    return element("ul", ["class": "plain table-note"]) {
      for line in lines {
        element("li") {
          element("a", ["href": line.address]) { line.words.text(in: language) }
        }
      }
    }
  }
}
