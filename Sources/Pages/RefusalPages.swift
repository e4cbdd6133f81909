import FieldWork
import Web

/// Pages for requests that go nowhere: what happened, what is safe, what to do next.
package enum RefusalPages {
  /// A title with what happened, what is safe and what to do next.
  package typealias Text = (title: BilingualText, words: BilingualText)

  /// A page with one message and a way back.
  package static func page(
    _ status: Int, _ title: BilingualText, _ words: BilingualText, language: Language, name: String,
    display: PageDisplay = PageDisplay(), practice: PageFrame.Practice? = nil,
    way: PageFrame.Link? = nil
  ) -> HTTPResponse {
    var frame = PageFrame(title: title, name: name, language: language, path: "/")
    frame.isNarrow = true
    frame.display = display
    frame.practice = practice
    return .html(
      frame.page {
        element("p", ["class": "message bad", "role": "alert"]) { words.text(in: language) }
        element("p") {
          if let way {
            element("a", ["class": "button", "href": way.path]) { way.text.text(in: language) }
          } else {
            element("a", ["href": "/"]) { language.text("Về trang đầu", "Back to the first page") }
          }
        }
      }, status: status)
  }

  /// Somebody may not use what they asked for.
  package static let notAllowed: Text = (
    title: BilingualText(vi: "Không được phép", en: "Not allowed"),
    words: BilingualText(
      vi: "Tài khoản của bạn không được xem trang này. Chưa có gì bị thay đổi.",
      en: "Your account may not use this page. Nothing was changed.")
  )

  /// A form or file of more bytes than its page takes.
  package static func longForm(_ limit: Int) -> Text {
    let bytes = limit < 1 << 20 ? "\(limit >> 10) KB" : "\(limit >> 20) MB"
    return (
      BilingualText(vi: "Biểu mẫu hoặc tệp quá lớn", en: "The form or file is too large"),
      BilingualText(
        vi: "Trang này nhận nhiều nhất \(bytes) nên chưa lưu gì. Hãy bấm nút Quay "
          + "lại của trình duyệt: những gì đã gõ vẫn ở đó; bớt đi, hoặc chia tệp ra, rồi gửi lại.",
        en: "This page takes \(bytes) at most, so nothing was saved. Press the "
          + "browser's Back button: what was typed is still there; make it shorter, or divide the file, "
          + "and send it again.")
    )
  }

  /// A form of an earlier sign-in.
  package static let oldForm: Text = (
    title: BilingualText(vi: "Biểu mẫu đã cũ", en: "The form is old"),
    words: BilingualText(
      vi: "Biểu mẫu này thuộc lần đăng nhập trước nên chưa lưu gì. Hãy mở lại trang rồi làm lại.",
      en: "This form belongs to an earlier sign-in, so nothing was saved. "
        + "Open the page again and repeat it.")
  )

  /// A form that came after the sign-in was over.
  package static let signInNeeded: Text = (
    title: BilingualText(vi: "Cần đăng nhập", en: "Sign in first"),
    words: BilingualText(
      vi: "Bạn chưa đăng nhập hoặc đã hết phiên nên chưa lưu gì. Hãy đăng nhập rồi làm lại.",
      en: "You are not signed in, or no longer, so nothing was saved. Sign in and repeat it.")
  )

  /// A body that is no form.
  package static let badForm: Text = (
    title: BilingualText(vi: "Biểu mẫu bị hỏng", en: "The form is damaged"),
    words: BilingualText(
      vi: "Không đọc được biểu mẫu nên chưa lưu gì. Hãy mở lại trang rồi làm lại.",
      en: "The form cannot be read, so nothing was saved. Open the page again and repeat it.")
  )

  /// A form with more than anybody types.
  package static let largeForm: Text = (
    title: BilingualText(vi: "Biểu mẫu quá lớn", en: "The form is too large"),
    words: BilingualText(
      vi: "Biểu mẫu có quá nhiều ô hoặc quá nhiều chữ nên chưa lưu gì. Hãy bấm nút Quay lại của "
        + "trình duyệt: những gì đã gõ vẫn ở đó; bớt đi rồi gửi lại.",
      en:
        "The form has too many fields or too much text, so nothing was saved. Press the browser's "
        + "Back button: what was typed is still there; make it shorter and send it again.")
  )

  /// Over the words of an error.
  package static let troubleTitle = BilingualText(vi: "Không làm được", en: "It could not be done")
}
