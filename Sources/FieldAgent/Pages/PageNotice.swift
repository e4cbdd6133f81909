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
  /// How it came out.
  let tone: Tone

  /// How what was asked for came out.
  enum Tone: Sendable {
    /// It was done, and what was written is kept.
    case good
    /// It was done, and nothing was written.
    case neutral
    /// It was not done.
    case bad
  }

  /// Whether it was done, and what was written is kept.
  var isGood: Bool { tone == .good }

  init(
    _ words: BilingualText, warnings: [BilingualText] = [],
    ways: [(path: String, words: BilingualText)] = [], tone: Tone = .good
  ) {
    self.words = words
    self.warnings = warnings
    self.ways = ways
    self.tone = tone
  }

  init(_ words: BilingualText, isGood: Bool) {
    self.init(words, tone: isGood ? .good : .bad)
  }

  /// The notice with what it is about at its head.
  func headed(_ head: BilingualText) -> PageNotice {
    PageNotice(head + words, warnings: warnings, ways: ways, tone: tone)
  }

  /// The notice with another after it, which is told as something to know besides.
  func with(_ other: PageNotice) -> PageNotice {
    PageNotice(
      words, warnings: warnings + [other.words] + other.warnings, ways: ways + other.ways,
      tone: isGood && !other.isGood ? other.tone : tone)
  }

  /// The notice, read out when the page opens.
  func html(_ language: Language) -> HTML {
    let (tint, mark): (String, StateMark) =
      switch tone {
      case .good: (" good", .good)
      case .neutral: ("", .neutral)
      case .bad: (" bad", .attention)
      }
    let places = HTML.group {
      for way in ways { element("p") { link(way.path, way.words.text(in: language)) } }
    }
    return element("div", ["class": "notice", "role": "status", "id": "notice"]) {
      element("div", ["class": "message\(tint)"]) {
        element("p") { mark.html(words.text(in: language)) }
        if warnings.isEmpty { places }
      }
      // What is not well stands in no green box.
      if !warnings.isEmpty {
        element("div", ["class": "message warn"]) {
          for warning in warnings {
            element("p") { StateMark.attention.html(warning.text(in: language)) }
          }
          places
        }
      }
    }
  }
}
