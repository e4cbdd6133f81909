import CommandLine
import FieldWork
import Pages
import Replica
import Web

/// One question that programs may ask: where, who, with which parameters, and what is answered.
///
/// The document for programmers, the page for people and the checks of a question are all made of
/// this one value.
struct ProgramRoute: Sendable {
  /// A parameter in the query.
  struct Parameter: Sendable {
    /// What it takes.
    enum Kind: Sendable {
      case text
      case day
      case integer(ClosedRange<Int64>)
      /// Some of these words, with commas.
      case words([String])
      /// One of these words.
      case oneOf([String])
    }

    let name: String
    let kind: Kind
    let words: BilingualText
    var isRepeated = false
  }

  /// Under `ProgramRoutes.prefix`.
  let path: String
  let access: Access
  let summary: BilingualText
  let parameters: [Parameter]
  let answer: AnswerSchema
  /// Whether the log keeps that it was asked: answers with names of people.
  var isNoted = false
  let handler: @Sendable (ProgramRequest) throws -> JSONValue
}

/// A program's question, checked.
struct ProgramRequest: Sendable {
  /// What was asked.
  let query: NamedValues
  /// Whose token it is.
  let token: ProgramToken
  /// Over whose work the answer may speak.
  let reach: AccountRights.Reach
  /// In which language words are.
  let language: Language
  let centre: Centre
  /// The clocks when it came.
  let clock: ClockReading

  var now: LocalDateTime { LocalDateTime(milliseconds: clock.wall.rawValue) }
  var today: LocalDate { now.date }

  /// The part of the centre's work that the token reaches.
  func reached() throws -> ReachedWork {
    try centre.read { try ReachedWork(reach, $0, on: today) }
  }

  /// The period that is asked for; this month where none is named.
  /// - Throws: `InputProblem`.
  func period() throws -> Period {
    if let text = query["period"] { return try Period.parse(text, today: today) }
    let from = try query["from"].map { try Format.parseDate($0) }
    let to = try query["to"].map { try Format.parseDate($0) }
    if from == nil, to == nil { return try Period.parse("month", today: today) }
    return try Period(from: from ?? .earliest, to: to ?? max(today, from ?? today))
  }

  /// Which part of a list is asked for.
  var page: ProgramPage {
    ProgramPage(
      limit: query["limit"].flatMap { Int($0) } ?? ProgramPage.standardLimit,
      offset: query["offset"].flatMap { Int($0) } ?? 0)
  }
}

/// Which part of a list a program asks for; every answer says how many there are.
struct ProgramPage: Sendable {
  static let standardLimit = 200
  static let maximumLimit = 10_000

  let limit: Int
  let offset: Int

  static let parameters: [ProgramRoute.Parameter] = [
    .init(
      name: "limit", kind: .integer(1...Int64(maximumLimit)),
      words: BilingualText(
        vi: "nhiều nhất bấy nhiêu dòng (\(standardLimit))",
        en: "at most so many lines (\(standardLimit))")),
    .init(
      name: "offset", kind: .integer(0...10_000_000),
      words: BilingualText(vi: "bỏ qua bấy nhiêu dòng đầu", en: "skips so many lines")),
  ]

  /// The schema of a list's page, after what is said of the list as a whole.
  static func schema(
    _ name: String, _ element: AnswerSchema, after head: [AnswerSchema.Member] = []
  ) -> AnswerSchema {
    .object(
      head + [
        .init("total", .integer, "How many there are in all."),
        .init("offset", .integer, "How many stand before these."),
        .init(name, .list(element), ""),
      ])
  }

  /// The part of a list that is here as a whole.
  func json<Element>(
    _ name: String, of all: [Element], after head: [JSONValue.Member] = [],
    _ value: (Element) throws -> JSONValue
  ) rethrows -> JSONValue {
    try json(
      name, Array(all.dropFirst(offset).prefix(limit)), total: all.count, after: head, value)
  }

  /// A part that was read as such.
  func json<Element>(
    _ name: String, _ part: [Element], total: Int, after head: [JSONValue.Member] = [],
    _ value: (Element) throws -> JSONValue
  ) rethrows -> JSONValue {
    .object(
      head + [
        .init("total", .integer(Int64(total))), .init("offset", .integer(Int64(offset))),
        .init(name, .array(try part.map(value))),
      ])
  }
}
