import FieldWork
import Pages
import Web

/// Pages for requests that go nowhere: what happened, what is safe, what to do next.
enum RefusalPages {
  /// A page with one message and a way back.
  static func page(
    _ status: Int, _ title: BilingualText, _ words: BilingualText, language: Language, name: String
  ) -> HTTPResponse {
    var frame = PageFrame(title: title, name: name, language: language, path: "/")
    frame.isNarrow = true
    return .html(
      frame.page {
        element("p", ["class": "message bad", "role": "alert"]) { words.text(in: language) }
        element("p") {
          element("a", ["href": "/"]) { language.text("Về trang đầu", "Back to the first page") }
        }
      }, status: status)
  }

  static let notAllowed = (
    title: BilingualText(vi: "Không được phép", en: "Not allowed"),
    words: BilingualText(
      vi: "Tài khoản của bạn không được xem trang này. Chưa có gì bị thay đổi.",
      en: "Your account may not use this page. Nothing was changed.")
  )

  static let oldForm = (
    title: BilingualText(vi: "Biểu mẫu đã cũ", en: "The form is old"),
    words: BilingualText(
      vi: "Biểu mẫu này thuộc lần đăng nhập trước nên chưa lưu gì. Hãy mở lại trang rồi làm lại.",
      en: "This form belongs to an earlier sign-in, so nothing was saved. "
        + "Open the page again and repeat it.")
  )

  static let signInNeeded = (
    title: BilingualText(vi: "Cần đăng nhập", en: "Sign in first"),
    words: BilingualText(
      vi: "Bạn chưa đăng nhập hoặc đã hết phiên nên chưa lưu gì. Hãy đăng nhập rồi làm lại.",
      en: "You are not signed in, or no longer, so nothing was saved. Sign in and repeat it.")
  )

  static let badForm = (
    title: BilingualText(vi: "Biểu mẫu bị hỏng", en: "The form is damaged"),
    words: BilingualText(
      vi: "Không đọc được biểu mẫu nên chưa lưu gì. Hãy mở lại trang rồi làm lại.",
      en: "The form cannot be read, so nothing was saved. Open the page again and repeat it.")
  )

  static let troubleTitle = BilingualText(vi: "Không làm được", en: "It could not be done")
}
