import FieldWork
import Pages
import SyncProtocol
import Web

/// A question of a visit's form that is asked once for each day, and answered with one press.
protocol VisitQuestion {
  /// Where it stands in the form.
  static var part: String { get }
  /// What the button does that says yes, and saves; it begins with "save-".
  static var confirms: String { get }
  /// The field of a draft that keeps the day to which somebody said yes.
  static var confirmedField: String { get }
  /// What stands on that button.
  static var yes: BilingualText { get }
  /// What leads to the day instead.
  static var no: BilingualText { get }

  var form: VisitForm { get }
  /// What is asked, and in a few words among what is wrong; nil where nobody wonders.
  func words() throws -> (whole: BilingualText, short: BilingualText)?
  /// The way to what the question is about.
  func way(_ language: Language) throws -> HTML
}

extension VisitQuestion {
  func way(_ language: Language) -> HTML { .empty }

  /// Asks, among what is wrong with the form, unless somebody has answered for this day.
  func ask(_ problems: inout FormProblems) throws {
    guard form.draft[Self.confirmedField] != form.draft["date"] ?? "", let words = try words()
    else { return }
    problems.add(Self.part, label: FieldLabel.words(of: "date"), words.short)
  }

  /// The answer that a button gives; nil for other buttons.
  func answer(by action: String) -> [(name: String, value: String)]? {
    action == Self.confirms ? [(Self.confirmedField, form.draft["date"] ?? "")] : nil
  }

  /// The question with its answers, where it was asked.
  func html(_ problems: FormProblems, _ language: Language) throws -> HTML {
    guard problems[Self.part] != nil, let words = try words() else { return .empty }
    return try element("div", ["class": "message warn", "id": Self.part]) {
      element("p") { StateMark.attention.html(words.whole.text(in: language)) }
      try way(language)
      element("div", ["class": "row-actions"]) {
        element(
          "button",
          ["type": "submit", "name": "action", "value": Self.confirms, "class": "quiet"]
        ) { Self.yes.text(in: language) }
        element("a", ["href": "#date"]) { Self.no.text(in: language) }
      }
    }
  }
}
