import FieldWork
import Pages
import Web

/// Whose VNeID is looked at: all within reach, or one commune of a centre that has too many people to
/// open at once.
struct IdentityQuestion: Sendable {
  private static let unitName = "unit"
  /// Households of the whole centre above which one commune is asked for.
  private static let maximumHouseholds = 30_000

  let reached: ReachedWork
  /// What is wrong with the commune that was typed.
  let problem: BilingualText?
  /// The national code that was typed; empty for none.
  private let unit: String
  private let isTooMany: Bool

  /// Reads a request and looks up what it asks for; nothing where it asks for too many.
  static func ask<Answer: Sendable>(
    _ request: PageRequest, _ body: (RecordReader, CountQuery) throws -> [Answer]
  ) throws -> (question: IdentityQuestion, answers: [Answer]) {
    let reached = try request.reached()
    let unit = String((request.http.query[unitName] ?? "").filter(\.isNumber).prefix(10))
    let today = request.today
    var problem: BilingualText?
    var found: [Answer]? = []
    do {
      found = try request.centre.read { reader in
        try query(ofUnit: unit, reader, on: today, within: reached).map { try body(reader, $0) }
      }
    } catch let error as FieldError {
      guard let words = PageRequest.words(ofInput: error) else { throw error }
      problem = words
    }
    let question = IdentityQuestion(
      reached: reached, problem: problem, unit: unit, isTooMany: found == nil)
    return (question, found ?? [])
  }

  /// The question about a unit, or about all within reach where it is empty; nil where those are too
  /// many.
  /// - Throws: `FieldError.unknownUnit`, `.unitNotThen`.
  static func query(
    ofUnit unit: String, _ reader: RecordReader, on today: LocalDate, within reached: ReachedWork
  ) throws -> CountQuery? {
    // A centre of one commune has no smaller part to ask for.
    guard
      try !reached.isEverything || !unit.isEmpty || reader.householdCount() <= maximumHouseholds
        || Set(PlaceMap(reader).entries.filter { $0.isValid(on: today) }.map(\.unit)).count <= 1
    else { return nil }
    return try reached.query(
      Period(from: .earliest, to: today), ofUnit: unit.isEmpty ? nil : unit, on: today, reader)
  }

  /// Whether there is an answer, which may be that there is nobody.
  var isAnswered: Bool { problem == nil && !isTooMany }

  /// What stands in every address of it.
  var items: [NamedValues.Item] {
    unit.isEmpty ? [] : [NamedValues.Item(name: Self.unitName, value: unit)]
  }

  /// Where the residents of a part are.
  ///
  /// - Parameter hamlet: the value of the hamlet that alone is meant; all where nil.
  func address(of part: IdentityPart, in hamlet: String? = nil) -> String {
    IdentityPeoplePage.address(of: part, in: hamlet, items)
  }

  /// The form that asks for a commune, and that one must be chosen.
  func form(_ path: String, _ language: Language) -> HTML {
    HTML.group {
      if reached.isEverything {
        element("form", ["class": "filters", "method": "get", "action": path]) {
          PageField(
            Self.unitName, IdentityWords.unit, .digits, value: unit, hint: IdentityWords.unitHint,
            error: problem
          ).html(language)
          element("button", ["type": "submit", "class": "quiet"]) {
            IdentityWords.show.text(in: language)
          }
        }
      }
      if isTooMany {
        element("p", ["class": "message warn", "role": "status"]) {
          IdentityWords.chooseUnit.text(in: language)
        }
      }
    }
  }
}
