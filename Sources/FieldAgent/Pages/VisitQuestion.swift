import FieldWork
import Pages
import SyncProtocol
import Web

/// A question about the day of a visit that is asked once for each day, and answered with one press.
protocol VisitQuestion {
  /// Where it stands in the form.
  static var part: String { get }
  /// What the button does that says yes, and saves: it begins with "save-", and the day that was asked
  /// about follows.
  static var confirms: String { get }
  /// The field of a draft that keeps the day to which somebody said yes.
  static var confirmedField: String { get }
  /// What stands on that button.
  static var yes: BilingualText { get }
  /// What leads to the day instead.
  static var no: BilingualText { get }

  var draft: PageDraft { get }
  /// What is asked, and in a few words among what is wrong; nil where nobody wonders.
  func words() throws -> QuestionWords?
  /// The way to what the question is about.
  func way(_ language: Language) throws -> HTML
}

/// What a question says: whole, and in a few words among what is wrong.
typealias QuestionWords = (whole: BilingualText, short: BilingualText)

extension VisitQuestion {
  func way(_ language: Language) -> HTML { .empty }

  /// The day in the form, as ISO 8601 writes it; nil where none can be read.
  private var day: String? { draft["date"].flatMap { try? Format.parseDate($0) }?.iso }

  /// Asks, among what is wrong with the form, unless somebody has answered for this day.
  func ask(_ problems: inout FormProblems) throws {
    if let day, draft[Self.confirmedField] == day { return }
    guard let words = try words() else { return }
    Self.add(words, to: &problems)
  }

  /// The answer that a button gives; nil for other buttons.
  func answer(by action: String) -> [(name: String, value: String)]? {
    Self.confirmedDay(by: action).map { [(Self.confirmedField, $0)] }
  }

  /// The question with its answers, where it was asked.
  func html(_ problems: FormProblems, _ language: Language) throws -> HTML {
    guard problems[Self.part] != nil, let day, let words = try words() else { return .empty }
    return Self.html(words, of: day, language, way: try way(language))
  }

  /// The day to which a button says yes, as ISO 8601 writes it; nil for other buttons. It is the day
  /// that was asked about, whatever stands in the form by now.
  static func confirmedDay(by action: String) -> String? {
    let begin = confirms + "-"
    return action.hasPrefix(begin) ? String(action.dropFirst(begin.count).prefix(10)) : nil
  }

  /// Puts a question among what is wrong with a form.
  static func add(_ words: QuestionWords, to problems: inout FormProblems) {
    problems.add(part, label: FieldLabel.words(of: "date"), words.short)
  }

  /// A question about a day, with its answers.
  static func html(
    _ words: QuestionWords, of day: String, _ language: Language, way: HTML = .empty
  ) -> HTML {
    element("div", ["class": "message warn", "id": part]) {
      element("p") { StateMark.attention.html(words.whole.text(in: language)) }
      way
      element("div", ["class": "row-actions"]) {
        element(
          "button",
          ["type": "submit", "name": "action", "value": "\(confirms)-\(day)", "class": "quiet"]
        ) { yes.text(in: language) }
        element("a", ["href": "#date"]) { no.text(in: language) }
      }
    }
  }
}
