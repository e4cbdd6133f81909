import FieldWork

/// What somebody has said yes to, or was asked about, as it is kept with what they typed.
struct QuestionAnswers: Equatable, Sendable {
  /// The field of a form or of its draft that keeps what somebody said yes to.
  static let field = "question-answers"
  /// More than one form has to keep.
  private static let maximumAnswers = 40
  /// Bytes of a longer text that are read.
  private static let maximumBytes = 4_000

  /// Each a question with its subject.
  private(set) var items: Set<String>

  /// Reads what `text` wrote.
  init(_ text: String? = nil) {
    let written = (text ?? "").utf8.prefix(Self.maximumBytes)
    items = Set(String(decoding: written, as: UTF8.self).split(separator: ",").map(String.init))
  }

  /// How they are kept.
  var text: String { items.sorted().suffix(Self.maximumAnswers).joined(separator: ",") }

  func contains(_ kind: FormQuestion.Kind, _ doubt: FormDoubt) -> Bool {
    items.contains(Self.item(kind, doubt.subject))
  }

  mutating func insert(_ kind: FormQuestion.Kind, _ doubts: [FormDoubt]) {
    for doubt in doubts { items.insert(Self.item(kind, doubt.subject)) }
  }

  private static func item(_ kind: FormQuestion.Kind, _ subject: String) -> String {
    "\(kind.part)-\(subject)"
  }

  /// How the action of the button begins that says yes, and saves.
  private static let begin = "save-yes-"

  /// What the button does that says yes to all of this, and saves.
  var action: String { Self.begin + text }

  /// The answers with those of a button; nil for other buttons. It says yes to what was asked about,
  /// whatever stands in the form by now.
  func adding(_ action: String) -> QuestionAnswers? {
    guard action.hasPrefix(Self.begin) else { return nil }
    var answers = self
    answers.items.formUnion(QuestionAnswers(String(action.dropFirst(Self.begin.count))).items)
    return answers
  }
}

/// The questions that are still to be answered.
struct OpenQuestions {
  private(set) var items: [(kind: FormQuestion.Kind, doubts: [FormDoubt])]

  /// Finds what nobody has said yes to.
  ///
  /// - Parameter isAnswered: whether somebody said yes to one thing that a question is about.
  init(
    _ questions: [FormQuestion],
    where isAnswered: (FormQuestion.Kind, FormDoubt) -> Bool
  ) throws {
    items = try questions.compactMap { question in
      let open = try question.doubts().filter { !isAnswered(question.kind, $0) }
      return open.isEmpty ? nil : (question.kind, open)
    }
  }

  init(_ questions: [FormQuestion], answers: QuestionAnswers) throws {
    try self.init(questions) { answers.contains($0, $1) }
  }

  private init(items: [(kind: FormQuestion.Kind, doubts: [FormDoubt])]) { self.items = items }

  static let none = OpenQuestions(items: [])

  var isEmpty: Bool { items.isEmpty }

  /// Those of them that somebody was asked already.
  func asked(in asked: QuestionAnswers) -> OpenQuestions {
    OpenQuestions(
      items: items.compactMap { kind, doubts in
        let told = doubts.filter { asked.contains(kind, $0) }
        return told.isEmpty ? nil : (kind, told)
      })
  }

  /// What is asked, to be remembered.
  var subjects: QuestionAnswers {
    var subjects = QuestionAnswers()
    for (kind, doubts) in items { subjects.insert(kind, doubts) }
    return subjects
  }

  /// What keeps a form from being saved, each with the way to its question.
  var problems: FormProblems {
    var problems = FormProblems()
    for (kind, doubts) in items {
      guard let first = doubts.first else { continue }
      problems.add(kind.part, label: first.field.label, first.short)
    }
    return problems
  }

  /// What is asked, as whole sentences.
  static func words(_ kind: FormQuestion.Kind, _ doubts: [FormDoubt]) -> BilingualText {
    doubts.reduce(BilingualText(same: "")) { $0 + $1.words } + kind.end
  }
}
