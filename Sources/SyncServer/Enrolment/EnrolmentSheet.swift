import Documents
import FieldWork
import Pages
import Replica
import Web

/// The page that a coordinator prints and gives to whoever gets a laptop: what it is for, until
/// when, the enrolment line and its QR code, and what to do.
///
/// It stands alone: no stylesheet, no picture from elsewhere, so that any browser prints it.
struct EnrolmentSheet {
  private let issued: IssuedCode
  private let text: EnrolmentText
  private let code: QRCode

  /// - Throws: `QRCodeError`.
  init(_ issued: IssuedCode, _ text: EnrolmentText) throws {
    self.issued = issued
    self.text = text
    code = try QRCode(text.text)
  }

  /// The page in UTF-8.
  func bytes(_ language: Language) -> [UInt8] {
    let expires = LocalDateTime(milliseconds: issued.expires.rawValue)
    let title = language.text("Ghi danh máy CamTay", "Enrol a CamTay laptop")
    let page = HTML.page(title: title, language: language.rawValue) {
      element("h1") { title }
      element("p") {
        language.text("Máy: ", "Laptop: ") + issued.label
          + (issued.teamName.map { language.text(" · tổ: ", " · team: ") + $0 } ?? "")
      }
      element("p") {
        language.text(
          "Dùng cho một máy, đến \(Format.dateTime(expires)). Ai có tờ này đều ghi danh được một máy: "
            + "giữ kín, và hủy sau khi dùng.",
          "For one laptop, until \(Format.dateTime(expires)). Whoever has this sheet can enrol a "
            + "laptop: keep it to yourself, and destroy it after use.")
      }
      element("ol") {
        element("li") {
          language.text(
            "Trên máy mới, mở CamTay (hoặc chạy “camtay serve --open”).",
            "On the new laptop, open CamTay (or run “camtay serve --open”).")
        }
        element("li") {
          language.text(
            "Tắt bộ gõ tiếng Việt, bấm vào ô “Dòng ghi danh”.",
            "Switch the Vietnamese keyboard off and go to “Enrolment line”.")
        }
        element("li") {
          language.text(
            "Quét mã QR bằng máy quét, hoặc dán hay gõ dòng ở dưới, rồi bấm “Ghi danh”.",
            "Scan the QR code, or paste or type the line below, then press “Enrol”.")
        }
      }
      QRCodeFigure(
        code, label: BilingualText(vi: "Mã QR của dòng ghi danh", en: "QR code of the line"),
        caption: BilingualText(
          vi: "Mã QR chứa đúng dòng ghi danh ở dưới.",
          en: "The QR code holds just the line below.")
      ).html(language)
      element("p") { element("code") { text.text } }
    }
    return Array(page.text.utf8)
  }
}
