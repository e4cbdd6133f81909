import CommandLine
import FieldWork
import Pages
import Web

/// Answers the questions of programs: who asks, whether they may, and whether the question is whole.
struct ProgramDesk: Sendable {
  static let metricsPath = "/metrics"
  static let documentPath = "/api/openapi.json"
  private static let realm = "Bearer realm=\"camtay\""

  private let centre: Centre
  private let sightings: Sightings

  init(_ centre: Centre, _ sightings: Sightings) {
    self.centre = centre
    self.sightings = sightings
  }

  /// What takes the place of the answer when the program that asks may not have it.
  func refuse(_ request: HTTPRequest, _ access: Access) -> HTTPResponse? {
    do {
      guard let token = try token(of: request) else {
        var response = Self.problem(TokenError.notShown, 401)
        response.headers.set("WWW-Authenticate", Self.realm)
        return response
      }
      guard access.allows(token.rights) else {
        try sightings.note(.refused, .program(token.name), request, centre)
        return Self.problem(TokenError.notAllowed(token.name.text), 403)
      }
      return nil
    } catch {
      return ProblemResponse.make(for: error)
    }
  }

  /// Answers a question that may be asked.
  func answer(_ route: ProgramRoute, _ request: HTTPRequest) -> HTTPResponse {
    do {
      guard let token = try token(of: request), let reach = route.access.reach(of: token.rights)
      else { return Self.problem(TokenError.notShown, 401) }
      try Self.check(request.query, route)
      if route.isNoted { try sightings.note(.seen, .program(token.name), request, centre) }
      let value = try route.handler(
        ProgramRequest(
          query: request.query, token: token, reach: reach,
          language: request.query["lang"].flatMap(Language.init(rawValue:)) ?? .vietnamese,
          centre: centre, clock: centre.surroundings.clock()))
      return Self.json(value)
    } catch {
      return Self.trouble(error)
    }
  }

  /// The numbers of what a token reaches, as Prometheus reads them.
  func metrics(_ request: HTTPRequest, queue: (rounds: Int, bytes: Int)) -> HTTPResponse {
    do {
      guard let token = try token(of: request),
        let reach = Access.keeping.ofTokens.reach(of: token.rights)
      else { return Self.problem(TokenError.notShown, 401) }
      let today = LocalDateTime(time: centre.surroundings.clock().wall).date
      let reached = try centre.read { try ReachedWork(reach, $0, on: today) }
      let text = try CentreMetrics(centre, within: reached)
        .prometheusText(queue: reached.isEverything ? queue : nil)
      return .bytes(Array(text.utf8), type: "text/plain; version=0.0.4; charset=utf-8")
    } catch {
      return ProblemResponse.make(for: error)
    }
  }

  /// A value as an answer.
  static func json(_ value: JSONValue) -> HTTPResponse {
    .bytes(Array((value.compactText + "\n").utf8), type: "application/json")
  }

  private func token(of request: HTTPRequest) throws -> ProgramToken? {
    guard let header = request.headers["Authorization"] else { return nil }
    let parts = header.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    return try centre.token(shown: String(parts[1]).trimmingBlanks)
  }

  /// A parameter that nobody reads would silently answer another question.
  private static func check(_ query: NamedValues, _ route: ProgramRoute) throws {
    let language = ProgramRoute.Parameter.language
    let known = route.parameters + [language]
    for item in query.items {
      guard let parameter = known.first(where: { $0.name.utf8.elementsEqual(item.name.utf8) })
      else {
        throw ProgramProblem.unknownParameter(
          String(item.name.prefix(60)), known: known.map(\.name))
      }
      if let takes = parameter.objection(to: item.value) {
        throw ProgramProblem.parameter(parameter.name, takes)
      }
      guard parameter.isRepeated || query.all(item.name).count == 1 else {
        throw ProgramProblem.parameter(parameter.name, "1 ×")
      }
    }
  }

  /// What all paths for programs begin with.
  static let segments = ProgramRoutes.prefix.split(separator: "/").map(String.init)

  /// The answer where no question stands, or to a body that none takes.
  static func refusal(_ status: Int) -> HTTPResponse {
    status == 413
      ? ProblemResponse.make(
        status, "no-body-wanted",
        BilingualText(
          vi: "Câu hỏi này không nhận nội dung gửi kèm; chưa lưu gì.",
          en: "This question takes no body; nothing was saved."))
      : ProblemResponse.make(
        status, "no-such-question",
        BilingualText(
          vi: "Không có câu hỏi này; xem \(documentPath).",
          en: "There is no such question; see \(documentPath)."))
  }

  /// The answer to another method than those that a question takes.
  static func refusal(ofMethods methods: [HTTPMethod]) -> HTTPResponse {
    let names = methods.map(\.rawValue).joined(separator: ", ")
    var response = ProblemResponse.make(
      405, "method-not-allowed",
      BilingualText(
        vi: "Câu hỏi này chỉ đọc, bằng \(names); chưa lưu gì.",
        en: "This question is only read, by \(names); nothing was saved."))
    response.headers.set("Allow", names)
    return response
  }

  private static func trouble(_ error: any Error) -> HTTPResponse {
    if let error = error as? any CentreProblem {
      return problem(error, error.category == .notAllowed ? 403 : 400)
    }
    if let message = PersonMessage(error), message.category == .userError {
      return ProblemResponse.make(400, message.code, message.words)
    }
    return ProblemResponse.make(for: error)
  }

  private static func problem(_ error: any CentreProblem, _ status: Int) -> HTTPResponse {
    ProblemResponse.make(status, error.code, error.words)
  }
}

extension ProgramRoute.Parameter {
  /// In which language words are.
  static let language = ProgramRoute.Parameter(
    name: "lang", kind: .words(Language.allCases.map(\.rawValue)),
    words: BilingualText(vi: "ngôn ngữ của tên gọi", en: "the language of names"))

  /// What it takes, where a value is something else.
  func objection(to value: String) -> String? {
    switch kind {
    case .text: return value.utf8.count <= 200 ? nil : "≤ 200 byte"
    case .day: return (try? Format.parseDate(value)) == nil ? "2026-11-22" : nil
    case .integer(let range):
      return Int64(value).map(range.contains) ?? false
        ? nil : "\(range.lowerBound)…\(range.upperBound)"
    case .words(let words):
      let named = value.split(separator: ",", omittingEmptySubsequences: false)
      return Set(named.map(String.init)).isSubset(of: words) && Set(named).count == named.count
        ? nil : words.joined(separator: ", ")
    case .oneOf(let words): return words.contains(value) ? nil : words.joined(separator: ", ")
    }
  }

  /// As OpenAPI says it.
  var schema: JSONValue {
    switch kind {
    case .text: ["type": "string", "maxLength": 200]
    case .day: ["type": "string", "format": "date"]
    case .integer(let range):
      [
        "type": "integer", "minimum": .integer(range.lowerBound),
        "maximum": .integer(range.upperBound),
      ]
    case .words(let words):
      ["type": "array", "items": ["type": "string", "enum": .array(words.map { .text($0) })]]
    case .oneOf(let words): ["type": "string", "enum": .array(words.map { .text($0) })]
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
