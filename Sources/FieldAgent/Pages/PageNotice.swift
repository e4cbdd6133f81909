import FieldWork
import Pages
import Web

/// What has just been done, said once at the top of the page that follows.
struct PageNotice: Sendable {
  /// What happened.
  let words: BilingualText
  /// What a person should know besides.
  let warnings: [BilingualText]
  /// Where a person may go now.
  let ways: [(path: String, words: BilingualText)]
  /// Whether it was done.
  let isGood: Bool

  init(
    _ words: BilingualText, warnings: [BilingualText] = [],
    ways: [(path: String, words: BilingualText)] = [], isGood: Bool = true
  ) {
    self.words = words
    self.warnings = warnings
    self.ways = ways
    self.isGood = isGood
  }

  /// The notice with what it is about at its head.
  func headed(_ head: BilingualText) -> PageNotice {
    PageNotice(head + words, warnings: warnings, ways: ways, isGood: isGood)
  }

  /// The notice with another after it, which is told as something to know besides.
  func with(_ other: PageNotice) -> PageNotice {
    PageNotice(
      words, warnings: warnings + [other.words] + other.warnings, ways: ways + other.ways,
      isGood: isGood && other.isGood)
  }

  /// The notice, read out when the page opens.
  func html(_ language: Language) -> HTML {
    element(
      "div", ["class": isGood ? "message good" : "message bad", "role": "status", "id": "notice"]
    ) {
      element("p") { (isGood ? StateMark.good : .attention).html(words.text(in: language)) }
      for warning in warnings {
        element("p") { StateMark.attention.html(warning.text(in: language)) }
      }
      for way in ways { element("p") { link(way.path, way.words.text(in: language)) } }
    }
  }
}
