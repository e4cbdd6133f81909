/// A language in which the programs speak to people; Vietnamese comes first.
package enum Language: String, Sendable, CaseIterable {
  case vietnamese = "vi"
  case english = "en"

  /// The language for a run: the `--lang` option if given and known, else the locale's.
  ///
  /// `locale` is text such as `en_GB.UTF-8`. A missing, unknown or `C` locale means Vietnamese,
  /// because laptops of the teams are often set up without any locale.
  package static func choose(option: String?, locale: String?) -> Language {
    if let option, let language = Language(option: option) { return language }
    let code = (locale ?? "").prefix { $0 != "_" && $0 != "." && $0 != "-" && $0 != "@" }
    return code.lowercased() == "en" ? .english : .vietnamese
  }

  /// Reads the value of `--lang`: a code or the language's name; nil when unknown.
  package init?(option: String) {
    switch option.lowercased() {
    case "vi", "vie", "vietnamese", "tiếng việt": self = .vietnamese
    case "en", "eng", "english", "tiếng anh": self = .english
    default: return nil
    }
  }

  /// The text in this language, out of both.
  package func text(_ vietnamese: String, _ english: String) -> String {
    self == .vietnamese ? vietnamese : english
  }
}
