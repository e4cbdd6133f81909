import FieldWork
import Pages
import Web

/// The question of a visit's form about a day that lies far back.
struct DateQuestion: VisitQuestion {
  static let part = "date-question"
  static let confirms = "save-date-right"
  static let confirmedField = "date_right"
  static let yes = BilingualText(vi: "Đúng ngày này, lưu", en: "The day is right, save")
  static let no = BilingualText(
    vi: "Sai: sửa ngày ở dưới", en: "It is wrong: change it below")

  let form: VisitForm

  init(_ form: VisitForm) { self.form = form }

  func words() throws -> (whole: BilingualText, short: BilingualText)? {
    try form.request.records.dateQuestion(
      ofVisit: form.draft["date"], to: form.household.id, clock: form.request.clock
    ).map { ($0.words, $0.shortWords) }
  }
}
