import CommandLine
import FieldWork

extension Words {
  /// The domain's text as the console takes it.
  package init(_ text: BilingualText) { self.init(vi: text.vietnamese, en: text.english) }
}

extension MessageLanguage {
  /// The same language as the domain names it.
  package var language: Language {
    switch self {
    case .vietnamese: .vietnamese
    case .english: .english
    }
  }
}
