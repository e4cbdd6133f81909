import FieldWork

/// One page of help: what somebody asks, and the answer in plain words.
struct HelpTopic: Sendable {
  /// A part of the page.
  enum Part: Sendable {
    /// Steps, one after the other.
    case steps(heading: BilingualText, [BilingualText])
    /// A word of the pages, what it means, what to do.
    case words(heading: BilingualText, [Word])
    /// A question and its answer.
    case answers([(question: BilingualText, answer: BilingualText)])
  }

  /// A word that tells a state.
  struct Word: Sendable {
    let word: BilingualText
    let meaning: BilingualText
    let next: BilingualText
  }

  /// Below the address of the help; letters and hyphens.
  let name: String
  let title: BilingualText
  /// What the page is good for.
  let purpose: BilingualText
  let parts: [Part]

  /// All of them, in the order of a first week.
  static let all = [day, states, troubles, keys]

  /// The topic of an address; nil where there is none.
  static func topic(_ name: String) -> HelpTopic? {
    all.first { $0.name.utf8.elementsEqual(name.utf8) }
  }
}
