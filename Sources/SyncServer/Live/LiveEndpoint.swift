import FieldWork
import Web

/// `GET /live?seen=MARK`: answers when something has changed since the mark, with the present one.
enum LiveEndpoint {
  static let path = "/live"
  /// Stands in requests that a page makes by itself: they keep nobody signed in.
  static let header = "Camtay-Live"

  /// Whether a page asks and not its person.
  static func asks(_ request: HTTPRequest) -> Bool { request.headers[header] != nil }

  /// Whether a request waits here.
  static func isMeant(by request: HTTPRequest) -> Bool {
    request.method == .get && request.path == path
  }

  /// What a page has seen, as it says.
  static func seen(_ request: HTTPRequest) -> String { request.query["seen"] ?? "" }

  static func answer(_ mark: Result<String, any Error>) -> HTTPResponse {
    switch mark {
    case .success(let text): .text(text)
    case .failure(let error): ProblemResponse.make(for: error)
    }
  }
}
