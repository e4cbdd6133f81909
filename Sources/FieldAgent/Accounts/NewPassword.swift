import FieldWork
import Pages
import Web

/// A new password as a page asks for it: typed twice.
struct NewPassword {
  /// What was typed first.
  let text: String
  private let again: String

  init(_ form: NamedValues) {
    text = form["password"] ?? ""
    again = form["again"] ?? ""
  }

  /// Whether it can be chosen, before anything slow or final is done.
  /// - Throws: `AccountError.notRepeated`, `.tooShort`, `.tooLong`.
  func check() throws(AccountError) {
    _ = try AccountPassword(choosing: text)
    guard text.utf8.elementsEqual(again.utf8) else { throw .notRepeated }
  }

  /// Its two fields.
  static func fields(_ language: Language) -> HTML {
    HTML.group {
      PageField(
        "password", BilingualText(vi: "Mật khẩu mới", en: "New password"), .password(isNew: true),
        hint: BilingualText(
          vi: "ít nhất \(AccountPassword.minimumCharacters) ký tự; một câu ngắn dễ nhớ là tốt nhất",
          en: "at least \(AccountPassword.minimumCharacters) characters; a short sentence is best"),
        isRequired: true
      ).html(language)
      PageField(
        "again", BilingualText(vi: "Gõ lại mật khẩu", en: "The password again"),
        .password(isNew: true), isRequired: true
      ).html(language)
    }
  }
}
