import CommandLine
import FieldWork
import Pages
import Replica
import Web

/// What paper is made from: the records of a laptop and the language of whoever reads it, for a page
/// that is printed and for a file alike.
struct PaperSource {
  /// The records.
  let records: FieldStore
  /// The language of the words on it.
  let language: Language
  /// The clocks when it is made.
  let clock: ClockReading

  var reader: RecordReader { records.reader }

  /// What is known about the present.
  func knowledge() throws -> ClockKnowledge { try records.knowledge(of: clock) }
}

extension LaptopRequest {
  /// What paper is made from for this page.
  var paper: PaperSource { PaperSource(records: records, language: language, clock: clock) }
}

/// Paper as a file of its own that any browser prints as it prints the page: nothing of it is asked for
/// from elsewhere.
enum PaperFile {
  /// Writes it, readable by its owner alone.
  ///
  /// - Parameter replaces: whether a file that is there may be replaced.
  /// - Throws: `AgentError.paperExists`, `HomeError`.
  static func write(
    _ paper: HTML, titled title: BilingualText, in language: Language, to path: String,
    replaces: Bool
  ) throws {
    guard replaces || !HomeFolder.exists(path) else { throw AgentError.paperExists(path: path) }
    let page = HTML.page(
      title: title.text(in: language), language: language.rawValue, rules: Stylesheet.text
    ) {
      element("main", ["id": "content"]) {
        element("p", ["class": "message warn not-printed"]) { Self.words.text(in: language) }
        paper
      }
    }
    try HomeFolder.write(path: path, Array(page.text.utf8))
  }

  /// What whoever has such a file is told.
  static let words = BilingualText(
    vi: "Tệp này có dữ liệu về người dân: không gửi cho ai, in bằng Ctrl+P rồi xóa tệp.",
    en:
      "This file holds data about residents: send it to nobody, print it with Ctrl+P, then delete "
      + "it.")
}
