import FieldWork
import Pages
import Web

/// The question of a visit's form about a day that lies far back, asked once for each day.
struct DateQuestion {
  /// Where it stands in the form.
  static let part = "date-question"
  /// What the button does that says yes, and saves.
  private static let confirms = "save-date-right"
  /// The field of a draft that keeps the day to which somebody said yes.
  private static let confirmedField = "date_right"

  private let form: VisitForm

  init(_ form: VisitForm) { self.form = form }

  /// Asks, among what is wrong with the form, unless somebody has answered for this day.
  func ask(_ problems: inout FormProblems) throws {
    guard form.draft[Self.confirmedField] != form.draft["date"] ?? "",
      let question = try question()
    else { return }
    problems.add(Self.part, label: FieldLabel.words(of: "date"), question.shortWords)
  }

  private func question() throws -> VisitDateQuestion? {
    try form.request.records.dateQuestion(
      ofVisit: form.draft["date"], to: form.household.id, clock: form.request.clock)
  }

  /// The answer that a button gives; nil for other buttons.
  func answer(by action: String) -> [(name: String, value: String)]? {
    action == Self.confirms ? [(Self.confirmedField, form.draft["date"] ?? "")] : nil
  }

  /// The question with its answers, where it was asked.
  func html(_ problems: FormProblems, _ language: Language) throws -> HTML {
    guard problems[Self.part] != nil, let question = try question() else { return .empty }
    return element("div", ["class": "message warn", "id": Self.part]) {
      element("p") { StateMark.attention.html(question.words.text(in: language)) }
      element("div", ["class": "row-actions"]) {
        element(
          "button",
          ["type": "submit", "name": "action", "value": Self.confirms, "class": "quiet"]
        ) { language.text("Đúng ngày này, lưu", "The day is right, save") }
        element("a", ["href": "#date"]) {
          language.text("Sai: sửa ngày ở dưới", "It is wrong: change it below")
        }
      }
    }
  }
}
