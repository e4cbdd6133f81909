import FieldWork
import Pages
import SyncProtocol
import Web

/// A question about what stands in a form, such as the day of a visit, that is asked once for each thing
/// it may be about, and answered with one press.
protocol VisitQuestion {
  /// Where it stands in the form.
  static var part: String { get }
  /// What the button does that says yes, and saves: it begins with "save-", and what was asked about
  /// follows.
  static var confirms: String { get }
  /// The field of a draft that keeps what somebody said yes to.
  static var confirmedField: String { get }
  /// What stands on that button.
  static var yes: BilingualText { get }
  /// What leads to the field instead.
  static var no: BilingualText { get }

  var draft: PageDraft { get }
  /// What may be asked about, each as a word without commas and spaces: a day as ISO 8601 writes it.
  var subjects: [String] { get }
  /// The field that it is about.
  var field: (name: String, label: BilingualText) { get }
  /// What is asked, and in a few words among what is wrong; nil where nobody wonders.
  func words() throws -> QuestionWords?
  /// The way to what the question is about.
  func way(_ language: Language) throws -> HTML
}

/// What a question says: whole, and in a few words among what is wrong.
typealias QuestionWords = (whole: BilingualText, short: BilingualText)

extension VisitQuestion {
  func way(_ language: Language) -> HTML { .empty }

  /// The day in the form; none where none can be read.
  var subjects: [String] {
    draft["date"].flatMap { try? Format.parseDate($0) }.map { [$0.iso] } ?? []
  }

  var field: (name: String, label: BilingualText) { ("date", FieldLabel.words(of: "date")) }

  /// What somebody said yes to.
  var confirmed: Set<String> {
    Set((draft[Self.confirmedField] ?? "").split(separator: ",").map(String.init))
  }

  /// Asks, among what is wrong with the form, unless somebody has answered for all it is about.
  func ask(_ problems: inout FormProblems) throws {
    let subjects = subjects
    if !subjects.isEmpty, confirmed.isSuperset(of: subjects) { return }
    guard let words = try words() else { return }
    problems.add(Self.part, label: field.label, words.short)
  }

  /// Asks before anything else that is wrong with the form is looked for.
  func askAlone() throws {
    var problems = FormProblems()
    try ask(&problems)
    guard problems.isEmpty else { throw problems }
  }

  /// The answer that a button gives; nil for other buttons. What was answered before stays answered.
  func answer(by action: String) -> [(name: String, value: String)]? {
    Self.confirmed(by: action).map { answered in
      let all = confirmed.union(answered).sorted().suffix(Self.maximumAnswers)
      return [(Self.confirmedField, all.joined(separator: ","))]
    }
  }

  /// More answers than one form has to keep.
  private static var maximumAnswers: Int { 40 }

  /// The question with its answers, where it was asked.
  func html(_ problems: FormProblems, _ language: Language) throws -> HTML {
    guard problems[Self.part] != nil, !subjects.isEmpty, let words = try words() else {
      return .empty
    }
    return Self.html(
      words, of: subjects.joined(separator: ","), field: field.name, language,
      way: try way(language))
  }

  /// What a button says yes to; nil for other buttons. It is what was asked about, whatever stands in
  /// the form by now.
  static func confirmed(by action: String) -> Set<String>? {
    let begin = confirms + "-"
    guard action.hasPrefix(begin) else { return nil }
    let subjects = action.dropFirst(begin.count).prefix(800).split(separator: ",")
    return Set(subjects.map(String.init))
  }

  /// Puts a question about a day among what is wrong with a form.
  static func add(_ words: QuestionWords, to problems: inout FormProblems) {
    problems.add(part, label: FieldLabel.words(of: "date"), words.short)
  }

  /// A question about what a field says, with its answers.
  static func html(
    _ words: QuestionWords, of subject: String, field: String = "date", _ language: Language,
    way: HTML = .empty
  ) -> HTML {
    element("div", ["class": "message warn", "id": part]) {
      element("p") { StateMark.attention.html(words.whole.text(in: language)) }
      way
      element("div", ["class": "row-actions"]) {
        element(
          "button",
          ["type": "submit", "name": "action", "value": "\(confirms)-\(subject)", "class": "quiet"]
        ) { yes.text(in: language) }
        element("a", ["href": "#\(field)"]) { no.text(in: language) }
      }
    }
  }
}
