@_exported import Bilingual

extension Language {
  /// Chooses the language: the option first, then the locale, else Vietnamese.
  ///
  /// An old laptop often runs in locale `C`; its user still reads Vietnamese, therefore `C`, `POSIX`
  /// and every unknown locale mean Vietnamese and only `en`, `en_GB.UTF-8` and the like mean English.
  ///
  /// - Parameters:
  ///   - option: The value of `--lang`, `vi` or `en`; any other value counts as absent.
  ///   - locale: The first non-empty one of LC_ALL, LC_MESSAGES and LANG, as the caller read it.
  package init(option: String?, locale: String?) {
    if let option, let chosen = Language(rawValue: option) {
      self = chosen
      return
    }
    let letters = (locale ?? "").utf8.prefix { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: ".") }
    self = Array(letters) == Array("en".utf8) ? .english : .vietnamese
  }
}
