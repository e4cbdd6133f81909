import FieldWork
import Pages
import SyncProtocol
import Web

/// What one kind of draft asks, and what saving it makes.
protocol DraftForm {
  /// What it is called, in the window's bar too.
  var title: BilingualText { get }
  /// What it is called in the page, by name and code where it is about somebody.
  var heading: BilingualText { get }
  /// What stands on the button that saves.
  var submit: BilingualText { get }
  /// Other ways to save, which go on with what most often comes next.
  var onward: [Onward] { get }
  /// Where somebody goes who leaves the form.
  var back: String { get }
  /// The fields, with what is wrong with each.
  func fields(_ problems: FormProblems, _ language: Language) throws -> HTML
  /// What is asked about it before it is saved, each until somebody has answered it.
  func questions() throws -> [FormQuestion]
  /// Fields to write for a button of the form that changes its shape, such as one more row.
  func reshaped(by action: String) -> [(name: String, value: String)]
  /// What is not given and may be given later, which keeps nobody from saving.
  func reminders() throws -> FormProblems
  /// The place of the page that is looked at after such a button.
  func anchor(after action: String) -> String
  /// What the record that the form changes says by now, one value for every field; nil for a form of
  /// something new.
  func recorded() throws -> [(name: String, value: String)]?
  /// The fields that are boxes to tick, whose values have blanks between them.
  var boxes: Set<String> { get }
  /// What people read for a value of a field that is chosen; nil for what they typed.
  func words(of field: String, _ value: String) throws -> BilingualText?
  /// Writes the record, in one act with what notes that the draft became it.
  /// - Throws: `FormProblems`, `FieldError`.
  func save() throws -> SavedDraft
}

extension DraftForm {
  var heading: BilingualText { title }
  var onward: [Onward] { [] }
  func questions() -> [FormQuestion] { [] }
  func reshaped(by action: String) -> [(name: String, value: String)] { [] }
  func reminders() -> FormProblems { FormProblems() }
  func anchor(after action: String) -> String { action }
  func recorded() throws -> [(name: String, value: String)]? { nil }
  var boxes: Set<String> { [] }
  func words(of field: String, _ value: String) throws -> BilingualText? { nil }
}

/// What comes after a form when somebody saves it and goes on at once.
struct Onward {
  /// The action of its button, which begins with "save-".
  let action: String
  /// What stands on the button.
  let words: BilingualText
  /// Leads to what comes next, about the row that the form became.
  let begin: (RowID) throws -> HTTPResponse

  init(
    _ next: String, _ words: BilingualText, begin: @escaping (RowID) throws -> HTTPResponse
  ) {
    action = "save-then-\(next)"
    self.words = words
    self.begin = begin
  }
}

/// What became of a draft.
struct SavedDraft: Sendable {
  /// The row it became.
  let row: RowID
  /// The page of the record.
  let path: String
  /// What to say there.
  let notice: PageNotice
}

/// What is wrong with the fields of a form, by their names in it.
struct FormProblems: Error, Sendable {
  /// Each field with its label, where it stands alone, and its problem.
  private(set) var items: [(field: String, label: BilingualText, words: BilingualText)] = []

  var isEmpty: Bool { items.isEmpty }

  mutating func add(_ field: String, label: BilingualText, _ words: BilingualText) {
    items.append((field, label, words))
  }

  /// These problems, and then others.
  func with(_ others: FormProblems) -> FormProblems {
    var all = self
    all.items += others.items
    return all
  }

  /// Takes over the problems of a record, under the names that its fields have in the form.
  ///
  /// - Parameters:
  ///   - part: the part of the form that the record is, such as its second assist.
  ///   - label: what the form calls a field, where that is not what it is called elsewhere.
  mutating func add(
    _ problems: [FieldProblem], of part: BilingualText? = nil,
    called label: (String) -> BilingualText? = { _ in nil }, _ name: (String) -> String
  ) {
    for problem in problems {
      let label = label(problem.field) ?? problem.label
      add(
        name(problem.field), label: part.map { $0 + BilingualText(same: ", ") + label } ?? label,
        problem.kind.words)
    }
  }

  /// The problems of the fields that fit.
  func filter(_ isIncluded: (String) -> Bool) -> FormProblems {
    var some = FormProblems()
    some.items = items.filter { isIncluded($0.field) }
    return some
  }

  /// What is wrong with a field; several problems are one text.
  subscript(field: String) -> BilingualText? {
    let found = items.filter { $0.field.utf8.elementsEqual(field.utf8) }.map(\.words)
    return found.dropFirst().reduce(found.first) { joined, next in
      joined.map { $0 + BilingualText(same: " ") + next } ?? next
    }
  }
}

extension SavedDraft {
  /// Writes one record and notes it in its draft, in one act.
  ///
  /// - Parameter name: the name in the form of a field of the record.
  static func writing(
    _ draft: PageDraft, _ request: LaptopRequest, named name: (String) -> String = { $0 },
    called label: (String) -> BilingualText? = { _ in nil },
    _ write: (FieldStore) throws -> SavedRecord
  ) throws -> SavedRecord {
    do {
      return try request.laptop.writing { records, clock in
        try records.together(author: request.member, clock: clock) {
          let saved = try write(records)
          try request.drafts.finish(draft, as: saved.id)
          return saved
        }
      }
    } catch FieldError.invalid(let found) {
      var problems = FormProblems()
      problems.add(found, called: label, name)
      throw problems
    }
  }
}
