import FieldWork
import Pages
import Web

/// A form that was begun about a record which is no longer here, because it was deleted or its area
/// was handed back: it cannot be saved any more, and what was typed is shown until somebody throws it
/// away.
struct OrphanDraft {
  static let title = BilingualText(
    vi: "Bản nháp của một bản ghi không còn ở đây", en: "A draft whose record is no longer here")

  private let draft: PageDraft
  private let request: LaptopRequest

  init(_ draft: PageDraft, _ request: LaptopRequest) {
    self.draft = draft
    self.request = request
  }

  func page() throws -> HTTPResponse {
    let language = request.language
    return try request.page(Self.title, status: 404) {
      HTML.group {
        element("p", ["class": "message warn"]) {
          language.text(
            "Bản ghi mà biểu mẫu này nói tới đã bị xóa, hoặc máy này không còn giữ địa bàn đó, nên "
              + "không lưu được nữa. Những gì đã gõ vẫn còn ở dưới: chép ra nếu cần, rồi bỏ bản nháp.",
            "The record that this form is about was deleted, or this laptop does not hold its area "
              + "any more, so that it cannot be saved. What was typed stands below: copy what is "
              + "needed, then throw the draft away.")
        }
        facts(
          draft.fields.filter { !$0.value.allSatisfy(\.isWhitespace) }.map { field in
            (DraftWords.label(of: field.name, in: draft), field.value)
          }, language)
        actionForm(
          "\(DraftPages.path(draft))/discard",
          BilingualText(vi: "Bỏ bản nháp này", en: "Throw this draft away"), request, isQuiet: true)
      }
    }
  }
}
