import FieldWork
import Pages
import SyncProtocol
import Web

/// The question about the day of a visit that lies far back or ahead.
struct DateQuestion: VisitQuestion {
  static let part = "date-question"
  static let confirms = "save-date-right"
  static let confirmedField = "date_right"
  static let yes = BilingualText(vi: "Đúng ngày này, lưu", en: "The day is right, save")
  static let no = BilingualText(
    vi: "Sai: sửa ngày ở dưới", en: "It is wrong: change it below")

  let draft: PageDraft
  private let request: LaptopRequest
  private let household: RowID?

  init(_ draft: PageDraft, _ request: LaptopRequest, visitTo household: RowID?) {
    self.draft = draft
    self.request = request
    self.household = household
  }

  func words() throws -> QuestionWords? {
    try request.records.dateQuestion(
      ofVisit: draft["date"], to: household, clock: request.clock
    ).map(Self.words)
  }

  static func words(_ question: VisitDateQuestion) -> QuestionWords {
    (question.words, question.shortWords)
  }
}
