import Web

/// A browser over real HTTP, with cookies and the token of the forms.
final class PageVisitor {
  /// An answer, with what it cost.
  struct Answer {
    /// What was asked for.
    let path: String
    /// The page that a form leads to; empty elsewhere.
    let location: String
    /// Bytes of its body.
    let bytes: Int
    /// From before the request was sent until the whole answer was there.
    let seconds: Double
    /// What the process worked meanwhile, the visitor with it: it hardly differs on a busy machine.
    let workedSeconds: Double
    /// Steps of the store's statements meanwhile.
    let steps: Int
    /// Its body; empty where it was only counted.
    let text: String

    /// What a pattern finds first in it.
    /// - Throws: `Refused` with the whole page where it finds nothing.
    func first(_ pattern: Regex<(Substring, Substring)>) throws -> String {
      guard let found = text.firstMatch(of: pattern)?.1 else {
        throw Refused(description: "\(path) → \(location)\n\(text)")
      }
      return String(found)
    }
  }

  /// An answer that no user should get.
  struct Refused: Error, CustomStringConvertible {
    let description: String
  }

  private let origin: String
  private let storeSteps: () -> Int
  private let client = HTTPClient(trust: .system)
  private var cookies = ["camtay-language": "vi"]
  private var formToken = ""
  /// How many requests it has sent.
  private(set) var requests = 0

  /// A file that is taken out is longer than any page.
  private static let maximumFileBytes = 1 << 30
  private static let patienceSeconds = 300

  /// - Parameters:
  ///   - origin: scheme, host and port.
  ///   - storeSteps: how many steps the statements of the pages' store have taken so far.
  init(origin: String, storeSteps: @escaping () -> Int) {
    self.origin = origin
    self.storeSteps = storeSteps
  }

  /// Asks for a page.
  func get(_ path: String) throws -> Answer { try send(.get, path, []) }

  /// Sends a form as a page has it.
  func post(_ path: String, _ fields: [(String, String)] = []) throws -> Answer {
    try send(.post, path, [("form_token", formToken)] + fields)
  }

  /// Takes a file out and keeps nothing of it, so that memory shows what the server alone needs.
  func download(_ path: String) throws -> Answer {
    var request = ClientRequest(.get, origin + path, headers: headers)
    request.maximumResponseBytes = Self.maximumFileBytes
    // A file of hundreds of thousands of lines is sent when it is whole.
    request.lowSpeedSeconds = Self.patienceSeconds
    var bytes = 0
    return try measured(path) {
      let response = try client.send(request, receive: { bytes += $0.count })
      return (response, bytes)
    }
  }

  private var headers: HTTPHeaders {
    [
      "Cookie": cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
    ]
  }

  private func send(
    _ method: HTTPMethod, _ path: String, _ fields: [(String, String)]
  ) throws -> Answer {
    var headers = headers
    if method.changesState {
      headers.set("Origin", origin)
      headers.set("Content-Type", "application/x-www-form-urlencoded")
    }
    let form = NamedValues(fields.map { NamedValues.Item(name: $0.0, value: $0.1) })
    let request = ClientRequest(
      method, origin + path, headers: headers, body: Array(form.encoded.utf8))
    return try measured(path) {
      let response = try client.send(request)
      return (response, response.body.count)
    }
  }

  private func measured(
    _ path: String, _ ask: () throws -> (response: ClientResponse, bytes: Int)
  ) throws -> Answer {
    requests += 1
    let before = storeSteps()
    let workedBefore = ProcessMemory.workedSeconds
    let clock = ContinuousClock()
    let start = clock.now
    let (response, bytes) = try ask()
    let seconds = (clock.now - start) / .seconds(1)
    let worked = ProcessMemory.workedSeconds - workedBefore
    let steps = storeSteps() - before
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
      path: path, location: String((response.headers["Location"] ?? "").prefix { $0 != "#" }),
      bytes: bytes,
      seconds: seconds, workedSeconds: worked, steps: steps, text: text)
  }
}
