import FieldWork
import Foundation
import Replica
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
  /// What sends and receives beside the pages, when it is told to.
  let sync: BackgroundSync
  /// What packs and takes in beside the pages, when it is told to.
  let sticks: StickWork
  /// What meets other laptops beside the pages, when it is told to.
  let neighbours: NeighbourWork
  /// Its folder lasts as long as the desk.
  private let laptop: TestLaptop
  private var cookies: [String: String] = [:]
  private var formToken = ""

  /// - Parameter isNew: whether the first account has to be made; another desk of the same laptop
  ///   unlocks with its password.
  init(_ laptop: TestLaptop, isNew: Bool = true, desktop: Desktop = .none) throws {
    self.laptop = laptop
    let surroundings = laptop.machine.surroundings
    let bench = LaptopBench(laptop.home, surroundings)
    let work = LaptopWork(laptop.home, surroundings, bench, desktop: desktop)
    (sync, sticks, neighbours) = (work.sync, work.sticks, work.neighbours)
    desk = LaptopDesk(laptop.home, surroundings, bench, work)
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

  /// Posts; of a form that was refused the page that says why.
  func post(_ target: String, _ fields: [(String, String)] = []) throws -> Page {
    let answer = try sent(target, fields)
    guard let location = answer.location,
      location.hasSuffix("#problems") || location.contains("refused=")
    else { return answer }
    return try get(String(location.prefix { $0 != "#" }))
  }

  /// Posts; what comes at once, also of a form that was refused.
  func sent(_ target: String, _ fields: [(String, String)] = []) throws -> Page {
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

  /// What holds the laptop for the pages.
  var bench: LaptopBench { desk.bench }

  /// The key of whoever unlocked.
  func key() throws -> StoreKey? { try desk.bench.key() }

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

  /// What stands in the fields of a form, as a browser would send them.
  static func fields(of page: Page) -> [(String, String)] {
    func text(_ part: Substring) -> String {
      String(part.replacing("&quot;", with: "\"").replacing("&amp;", with: "&"))
    }
    let inputs = page.text.matches(
      of: /<input id="([^"]+)" name="[^"]+" type="text" value="([^"]*)"/)
    let areas = page.text.matches(of: /<textarea id="([^"]+)"[^>]*>([^<]*)</)
    let selects = page.text.matches(of: /<select id="([^"]+)"[^>]*>(.*?)<\/select>/)
    let boxes = page.text.matches(
      of: /type="checkbox" name="([^"]+)" value="([^"]+)"( checked)?/)
    var fields = inputs.map { (String($0.1), text($0.2)) }
    fields += areas.map { (String($0.1), text($0.2)) }
    fields += selects.map { match in
      let chosen = match.2.firstMatch(of: /<option value="([^"]*)" selected/)?.1
      return (String(match.1), chosen.map { String($0) } ?? "")
    }
    fields += boxes.filter { $0.3 != nil }.map { (String($0.1), String($0.2)) }
    return fields + Set(boxes.map { String($0.1) }).map { ("boxes", $0) }
  }

  /// Opens the form of a record, changes fields and saves.
  func change(
    _ path: String, _ changes: [String: String]
  ) throws -> (path: String, page: Page) {
    let (draft, form) = try follow("\(path)/edit")
    let sent = Self.fields(of: form).map { ($0.0, changes[$0.0] ?? $0.1) }
    #expect(changes.keys.allSatisfy { key in sent.contains { $0.0 == key } }, "\(sent)")
    return try follow(draft, sent + [("seen", "1"), ("action", "save")])
  }

  /// The fields of a record that were written after it was made.
  func changed(_ code: String) throws -> Set<String> {
    try use { laptop in
      let entries = try laptop.records.history(of: laptop.records.locate(code)).entries
      return Set(entries.filter { $0.kind != .created }.map(\.fieldName))
    }
  }

  /// What a download holds.
  func bytes(_ target: String) throws -> [UInt8] {
    let response = try respond(.get, target, type: nil, [])
    try #require(response.status == 200, "\(target)")
    return response.body
  }

  /// Posts files in one field of a form.
  func upload(
    _ target: String, _ field: String, _ files: [(name: String, bytes: [UInt8])]
  ) throws -> Page {
    let boundary = "ranh-gioi-17713"
    func head(_ rest: String) -> [UInt8] {
      Array("--\(boundary)\r\nContent-Disposition: form-data; \(rest)\r\n\r\n".utf8)
    }
    var body = head("name=\"form_token\"") + Array("\(formToken)\r\n".utf8)
    for file in files {
      body += head("name=\"\(field)\"; filename=\"\(file.name)\"") + file.bytes
      body += Array("\r\n".utf8)
    }
    body += Array("--\(boundary)--\r\n".utf8)
    return page(
      try respond(.post, target, type: "multipart/form-data; boundary=\(boundary)", body))
  }

  private func send(
    _ method: HTTPMethod, _ target: String, _ fields: [(String, String)]
  ) throws -> Page {
    let form = NamedValues(fields.map { NamedValues.Item(name: $0.0, value: $0.1) })
    return page(
      try respond(
        method, target, type: "application/x-www-form-urlencoded", Array(form.encoded.utf8)))
  }

  private func respond(
    _ method: HTTPMethod, _ target: String, type: String?, _ body: [UInt8]
  ) throws -> HTTPResponse {
    var headers: HTTPHeaders = [
      "Host": "127.0.0.1", "Origin": "http://127.0.0.1",
      "Cookie": cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; "),
    ]
    if let type { headers.set("Content-Type", type) }
    let response = desk.respond(
      to: try HTTPRequest(
        method: method, target: String(target.split(separator: "#").first ?? "/"),
        headers: headers, body: body))
    for cookie in response.headers.all("Set-Cookie") {
      let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      if pair.count == 2 { cookies[String(pair[0])] = String(pair[1]) }
    }
    return response
  }

  private func page(_ response: HTTPResponse) -> Page {
    let text = String(decoding: response.body, as: UTF8.self)
    if let token = text.firstMatch(of: /name="form_token" value="([^"]+)"/)?.1 {
      formToken = String(token)
    }
    return Page(
      status: response.status, text: text, location: response.headers["Location"])
  }
}
