import FieldWork
import Foundation
import Testing
import Web

@testable import FieldAgent

/// The pages of a test laptop without a socket: one browser that has come in by the door, made the
/// first account and unlocked the laptop.
///
/// It begins when everything that commands write is written: from then on they ask for a password.
final class TestDesk {
  /// What a page answered.
  struct Page {
    let status: Int
    let text: String
    /// Where it leads, of a redirection.
    let location: String?
  }

  private let desk: LaptopDesk
  /// Its folder lasts as long as the desk.
  private let laptop: TestLaptop
  private var cookies: [String: String] = [:]
  private var formToken = ""

  /// - Parameter isNew: whether the first account has to be made; another desk of the same laptop
  ///   unlocks with its password.
  init(_ laptop: TestLaptop, isNew: Bool = true) throws {
    self.laptop = laptop
    let surroundings = laptop.machine.surroundings
    let bench = LaptopBench(laptop.home, surroundings)
    desk = LaptopDesk(
      laptop.home, surroundings, bench, BackgroundSync(laptop.home, surroundings, bench))
    cookies["camtay-language"] = "en"
    _ = try get(desk.door.address)
    let path = isNew ? "/start/account" : "/unlock"
    let form = try get(path).text
    // A laptop proposes the member of its enrolment, and its one account.
    let member = try #require(
      (form.firstMatch(of: /<option value="([0-9]+)" selected/)
        ?? form.firstMatch(of: /<option value="([0-9]+)"/))?.1)
    let password = "một câu dài"
    let begun = try post(
      path, [("member", String(member)), ("password", password), ("again", password)])
    try #require(begun.status == 303 && begun.location == "/", "\(begun)")
    _ = try get("/today")
  }

  deinit { desk.bench.close() }

  func get(_ target: String) throws -> Page { try send(.get, target, []) }

  func post(_ target: String, _ fields: [(String, String)] = []) throws -> Page {
    try send(.post, target, [("form_token", formToken)] + fields)
  }

  /// Posts and shows the page that the answer leads to, with its path.
  func follow(
    _ target: String, _ fields: [(String, String)] = []
  ) throws -> (path: String, page: Page) {
    let answer = try post(target, fields)
    let path = try #require(answer.location, "\(answer)")
    return (path, try get(path))
  }

  /// Works at the laptop that the pages hold.
  func use<Result: Sendable>(_ body: (Laptop) throws -> Result) throws -> Result {
    try desk.bench.use(body)
  }

  /// Works at the practice of that laptop.
  func practise<Result: Sendable>(
    _ body: (_ practice: Laptop, _ real: Laptop) throws -> Result
  ) throws -> Result {
    try desk.bench.use { real in try desk.bench.practise(beside: real) { try body($0, real) } }
  }

  /// Every address that a page can be asked for, as its routes are written.
  var patterns: [(method: HTTPMethod, pattern: String)] {
    desk.routes.map { ($0.method, $0.pattern) }
  }

  private func send(
    _ method: HTTPMethod, _ target: String, _ fields: [(String, String)]
  ) throws -> Page {
    let form = NamedValues(fields.map { NamedValues.Item(name: $0.0, value: $0.1) })
    let response = desk.respond(
      to: try HTTPRequest(
        method: method, target: String(target.split(separator: "#").first ?? "/"),
        headers: [
          "Host": "127.0.0.1", "Origin": "http://127.0.0.1",
          "Content-Type": "application/x-www-form-urlencoded",
          "Cookie": cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; "),
        ], body: Array(form.encoded.utf8)))
    for cookie in response.headers.all("Set-Cookie") {
      let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      if pair.count == 2 { cookies[String(pair[0])] = String(pair[1]) }
    }
    let text = String(decoding: response.body, as: UTF8.self)
    if let token = text.firstMatch(of: /name="form_token" value="([^"]+)"/)?.1 {
      formToken = String(token)
    }
    return Page(
      status: response.status, text: text, location: response.headers["Location"])
  }
}
