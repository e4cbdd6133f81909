import CommandLine
import FieldWork
import SyncProtocol

/// What an answer tells of each thing of a list: what the document says of it and what stands in the
/// answer are made of the same fields, so that neither can lag.
struct AnswerFields<Element: Sendable>: Sendable {
  /// A member with where its value comes from.
  struct Field: Sendable {
    fileprivate let member: AnswerSchema.Member
    fileprivate let value: @Sendable (Element, Language) throws -> JSONValue

    /// A member of any shape.
    init(
      _ name: String, _ schema: AnswerSchema, _ words: String = "",
      _ value: @escaping @Sendable (Element, Language) throws -> JSONValue
    ) {
      member = AnswerSchema.Member(name, schema, words)
      self.value = value
    }

    static func text(
      _ name: String, _ words: String = "", _ value: @escaping @Sendable (Element) -> String
    ) -> Field { Field(name, .text, words) { element, _ in .text(value(element)) } }

    /// A text, or null where there is none.
    static func textOrNull(
      _ name: String, _ words: String = "", _ value: @escaping @Sendable (Element) -> String?
    ) -> Field {
      Field(name, .optional(.text), words) { element, _ in .text(orNull: value(element)) }
    }

    /// A name in the language that was asked for, or null where there is none.
    static func name(
      _ name: String, _ words: String = "",
      _ value: @escaping @Sendable (Element) -> BilingualText?
    ) -> Field {
      Field(name, .optional(.text), words) { element, language in
        .text(orNull: value(element)?.text(in: language))
      }
    }

    static func number(
      _ name: String, _ words: String = "", _ value: @escaping @Sendable (Element) -> Int
    ) -> Field {
      Field(name, .integer, words) { element, _ in .integer(Int64(value(element))) }
    }

    /// A number, or null where there is none, which is not 0.
    static func numberOrNull(
      _ name: String, _ words: String = "", _ value: @escaping @Sendable (Element) -> Int64?
    ) -> Field {
      Field(name, .optional(.integer), words) { element, _ in .integer(orNull: value(element)) }
    }

    static func yesOrNo(
      _ name: String, _ words: String = "", _ value: @escaping @Sendable (Element) -> Bool
    ) -> Field { Field(name, .boolean, words) { element, _ in .bool(value(element)) } }

    /// A day, or null where none is known.
    static func day(
      _ name: String, _ words: String = "", _ value: @escaping @Sendable (Element) -> LocalDate?
    ) -> Field {
      Field(name, .optional(.day), words) { element, _ in .text(orNull: value(element)?.iso) }
    }

    /// A minute in Viet Nam, or null where none is known.
    static func minute(
      _ name: String, _ words: String = "",
      _ value: @escaping @Sendable (Element) -> LocalDateTime?
    ) -> Field {
      Field(name, .optional(.minute), words) { element, _ in .text(orNull: value(element)?.iso) }
    }

    /// Some stable names.
    static func names(
      _ name: String, _ words: String = "", _ value: @escaping @Sendable (Element) -> [String]
    ) -> Field {
      Field(name, .list(.text), words) { element, _ in
        .array(value(element).map { .text($0) })
      }
    }
  }

  private let fields: [Field]

  init(_ fields: [Field]) { self.fields = fields }

  /// What the document says.
  var schema: AnswerSchema { .object(fields.map(\.member)) }

  /// What stands in an answer.
  func json(_ element: Element, _ language: Language) throws -> JSONValue {
    .object(
      try fields.map { JSONValue.Member($0.member.name, try $0.value(element, language)) })
  }
}

extension ProgramRoute {
  /// A list, page by page, made by the query of a page.
  ///
  /// - Parameters:
  ///   - name: what the list is called in the answer.
  ///   - gather: all of it, within the reach of the token.
  static func list<Element>(
    _ path: String, _ access: Access, _ summary: BilingualText, _ name: String,
    parameters: [Parameter] = [], _ fields: [AnswerFields<Element>.Field],
    gather: @escaping @Sendable (ProgramRequest, ReachedWork) throws -> [Element]
  ) -> ProgramRoute {
    let fields = AnswerFields(fields)
    return ProgramRoute(
      path: path, access: access.ofTokens, summary: summary,
      parameters: parameters + ProgramPage.parameters,
      answer: ProgramPage.schema(name, fields.schema)
    ) { request in
      let all = try gather(request, request.reached())
      return try request.page.json(name, of: all) { try fields.json($0, request.language) }
    }
  }

  /// The parameters that keep a list to one state, and what they leave.
  static func stateParameter(_ states: [String]) -> Parameter {
    Parameter(
      name: "state", kind: .words(states),
      words: BilingualText(
        vi: "chỉ các tình trạng này; không ghi là tất cả",
        en: "only these states; all when left out"))
  }
}

extension ProgramRequest {
  /// Whether a thing of this state is asked for.
  func asksFor(state: String) -> Bool {
    guard let asked = query["state"] else { return true }
    return asked.split(separator: ",").contains { $0.utf8.elementsEqual(state.utf8) }
  }

  /// The unit that alone is asked for; nil for all within reach. What lies beyond is refused, for
  /// leaving the question out would answer another one.
  ///
  /// - Throws: `ProgramProblem.parameter`, `.beyondReach`.
  func unit(within reached: ReachedWork) throws -> String? {
    guard let typed = query[CountDimension.unit.key] else { return nil }
    guard PageRequest.isUnitCode(typed) else {
      throw ProgramProblem.parameter(CountDimension.unit.key, "17713")
    }
    guard !reached.isEverything else { return typed }
    guard reached.unit == typed else {
      throw ProgramProblem.beyondReach(CountDimension.unit.key)
    }
    return nil
  }
}
