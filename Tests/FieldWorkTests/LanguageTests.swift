import Testing

@testable import FieldWork

struct LanguageTests {
  @Test func `the option wins over the locale`() {
    #expect(Language.choose(option: "en", locale: "vi_VN.UTF-8") == .english)
    #expect(Language.choose(option: "vi", locale: "en_GB.UTF-8") == .vietnamese)
  }

  @Test(arguments: [nil, "", "C", "C.UTF-8", "POSIX", "fr_FR.UTF-8", "vi_VN", "ens"])
  func `a missing or unknown locale means Vietnamese`(locale: String?) {
    #expect(Language.choose(option: nil, locale: locale) == .vietnamese)
  }

  @Test(arguments: ["en", "en_GB.UTF-8", "EN-us", "en.UTF-8"])
  func `an English locale means English`(locale: String) {
    #expect(Language.choose(option: nil, locale: locale) == .english)
    #expect(Language.choose(option: "xx", locale: locale) == .english)
  }
}
