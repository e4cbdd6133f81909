import FieldAgent
import Web

/// A browser at the laptop's pages over real HTTP, with cookies and the token of the forms.
final class PageVisitor {
  /// An answer, with what it cost.
  struct Answer {
    /// The page that a form leads to; empty elsewhere.
    let location: String
    /// Bytes of its body.
    let bytes: Int
    /// From before the request was sent until the whole answer was there.
    let seconds: Double
    /// Steps of the store's statements meanwhile.
    let steps: Int
    /// Its body.
    let text: String
  }

  /// An answer that no user should get.
  struct Refused: Error, CustomStringConvertible {
    let description: String
  }

  private let server: LaptopServer
  private let origin: String
  private let client = HTTPClient(trust: .system)
  private var cookies: [String: String] = [:]
  private var formToken = ""
  private var member = ""
  /// How many requests it has sent.
  private(set) var requests = 0

  private static let password = "một câu dài để đo"

  /// Comes in by the door and unlocks; makes the first account where there is none.
  init(_ server: LaptopServer) throws {
    self.server = server
    let address = server.address
    let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4 else { throw Refused(description: address) }
    origin = parts.prefix(3).joined(separator: "/")
    cookies["camtay-language"] = "vi"
    _ = try get("/\(parts[3])")
    var path = "/"
    var form = try get(path)
    for _ in 0..<3 where !form.location.isEmpty {
      path = form.location
      form = try get(path)
    }
    // A laptop proposes the member of its enrolment, and its one account.
    guard
      let member = form.text.firstMatch(of: /<option value="([0-9]+)" selected/)
        ?? form.text.firstMatch(of: /<option value="([0-9]+)"/)
    else { throw Refused(description: "\(path): \(form.text)") }
    self.member = String(member.1)
    _ = try unlock(at: path)
    _ = try get("/today")
  }

  /// Locks the laptop and opens it again, as whoever comes back to it does.
  func unlockAgain() throws -> Answer {
    _ = try post("/lock")
    return try unlock(at: "/unlock")
  }

  private func unlock(at path: String) throws -> Answer {
    try post(path, [("member", member), ("password", Self.password), ("again", Self.password)])
  }

  /// Asks for a page.
  func get(_ path: String) throws -> Answer { try send(.get, path, []) }

  /// Sends a form as a page has it.
  func post(_ path: String, _ fields: [(String, String)] = []) throws -> Answer {
    try send(.post, path, [("form_token", formToken)] + fields)
  }

  private func send(
    _ method: HTTPMethod, _ path: String, _ fields: [(String, String)]
  ) throws -> Answer {
    var headers: HTTPHeaders = [
      "Cookie": cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
    ]
    if method.changesState {
      headers.set("Origin", origin)
      headers.set("Content-Type", "application/x-www-form-urlencoded")
    }
    let form = NamedValues(fields.map { NamedValues.Item(name: $0.0, value: $0.1) })
    let request = ClientRequest(
      method, origin + path, headers: headers, body: Array(form.encoded.utf8))
    requests += 1
    let before = server.storeSteps ?? 0
    let clock = ContinuousClock()
    let start = clock.now
    let response = try client.send(request)
    let seconds = (clock.now - start) / .seconds(1)
    let steps = (server.storeSteps ?? 0) - before
    let text = String(decoding: response.body, as: UTF8.self)
    guard [200, 303].contains(response.status) else {
      throw Refused(description: "\(path): \(response.status)\n\(text)")
    }
    for cookie in response.headers.all("Set-Cookie") {
      let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      if pair.count == 2 { cookies[String(pair[0])] = String(pair[1]) }
    }
    if let token = text.firstMatch(of: /name="form_token" value="([^"]+)"/)?.1 {
      formToken = String(token)
    }
    return Answer(
      location: String((response.headers["Location"] ?? "").prefix { $0 != "#" }),
      bytes: response.body.count, seconds: seconds, steps: steps, text: text)
  }
}
