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
  /// The centre's address as residents reach it; nil where there is none.
  let centre: String?

  var reader: RecordReader { records.reader }

  /// What is known about the present.
  func knowledge() throws -> ClockKnowledge { try records.knowledge(of: clock) }
}

extension Laptop {
  /// What paper is made from here.
  func paper(in language: Language, at clock: ClockReading) -> PaperSource {
    // What is spoken to without encryption is this very machine; of practice the centre knows nothing.
    let centre = isPractice ? nil : configuration.centreURL
    return PaperSource(
      records: records, language: language, clock: clock,
      centre: centre.flatMap { $0.hasPrefix("https://") ? $0 : nil })
  }
}

extension LaptopRequest {
  /// What paper is made from for this page.
  var paper: PaperSource { laptop.paper(in: language, at: clock) }
}

/// Paper as a file of its own that any browser prints as it prints the page: nothing of it is asked for
/// from elsewhere.
enum PaperFile {
  /// Writes it, readable by its owner alone.
  ///
  /// - Parameters:
  ///   - replaces: whether a file that is there may be replaced.
  ///   - whenWritten: runs when everything is on disk and only the file's name is still to be given; where
  ///     it throws there is no file.
  /// - Throws: `AgentError.paperExists`, `.paperNotAFile`, `HomeError`.
  static func write(
    _ paper: HTML, titled title: BilingualText, in language: Language, to path: String,
    replaces: Bool, whenWritten: () throws -> Void
  ) throws {
    try check(path, replaces: replaces)
    let page = HTML.page(
      title: title.text(in: language), language: language.rawValue, rules: Stylesheet.text
    ) {
      element("main", ["id": "content"]) {
        element("p", ["class": "message warn not-printed"]) { Self.words.text(in: language) }
        paper
      }
    }
    let unnamed = "\(path).unnamed"
    try HomeFolder.write(path: unnamed, Array(page.text.utf8))
    do {
      try whenWritten()
      try HomeFolder.move(unnamed, to: path)
    } catch {
      HomeFolder.removeFile(unnamed)
      throw error
    }
  }

  /// Sees that a file may be written there: in the place of nothing, or of an ordinary file.
  /// - Throws: `AgentError.paperExists`, `.paperNotAFile`.
  static func check(_ path: String, replaces: Bool) throws {
    switch HomeFolder.isOrdinaryFile(path) {
    case nil: return
    case false?: throw AgentError.paperNotAFile(path: path)
    case true?: if !replaces { throw AgentError.paperExists(path: path) }
    }
  }

  /// What whoever has such a file is told.
  static let words = BilingualText(
    vi: "Tệp này có dữ liệu về người dân: không gửi cho ai, in bằng Ctrl+P rồi xóa tệp.",
    en:
      "This file holds data about residents: send it to nobody, print it with Ctrl+P, then delete "
      + "it.")
}
