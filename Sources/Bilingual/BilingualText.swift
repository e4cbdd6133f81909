/// A text for people in both languages.
///
/// Both are required where it is written, so that neither can be forgotten. The domain and the
/// console speak in it, and neither may import the other: therefore it has a room of its own.
package struct BilingualText: Hashable, Sendable {
  /// The text in Vietnamese.
  package let vietnamese: String
  /// The same in English.
  package let english: String

  /// Pairs a text with its translation.
  package init(vi vietnamese: String, en english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  /// A text that reads the same in both languages, such as a name or a code.
  package init(same text: String) {
    self.init(vi: text, en: text)
  }

  /// The answer to a question that has two.
  package static func yesOrNo(_ isYes: Bool) -> BilingualText {
    isYes ? BilingualText(vi: "có", en: "yes") : BilingualText(vi: "không", en: "no")
  }

  /// The text in one language.
  package func text(in language: Language) -> String {
    language.text(vietnamese, english)
  }

  /// Both texts, each followed by another's.
  package static func + (left: BilingualText, right: BilingualText) -> BilingualText {
    BilingualText(vi: left.vietnamese + right.vietnamese, en: left.english + right.english)
  }
}
