/// One message in both languages of the programs.
///
/// Both are required at the place where the message is composed, so neither can be forgotten.
package struct Words: Hashable, Sendable {
  /// The message in Vietnamese.
  package let vietnamese: String
  /// The same message in English.
  package let english: String

  /// Pairs a message with its translation.
  package init(vi vietnamese: String, en english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  /// Makes a message that reads the same in both languages, such as a name or a code.
  package init(same text: String) {
    self.init(vi: text, en: text)
  }

  /// Returns the message in one language.
  package func text(in language: MessageLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }
}
