import Foundation
import Replica
import Testing
import Web

@testable import FieldAgent

/// A browser at a laptop's pages, without a socket: it keeps cookies and follows redirects.
final class TestPages {
  static let password = "một câu dễ nhớ"

  let laptop: TestLaptop
  let desk: LaptopDesk
  /// What packs and takes in beside the pages, when it is told to.
  let sticks: StickWork
  private var cookies: [String: String] = [:]

  /// A browser that has not come in through the door.
  init(_ laptop: TestLaptop) {
    self.laptop = laptop
    let surroundings = laptop.machine.surroundings
    let bench = LaptopBench(laptop.home, surroundings)
    let work = LaptopWork(laptop.home, surroundings, bench)
    sticks = work.sticks
    desk = LaptopDesk(laptop.home, surroundings, bench, work)
  }

  /// A second browser, or tab without cookies, at the same pages.
  init(beside other: TestPages) {
    laptop = other.laptop
    desk = other.desk
    sticks = other.sticks
  }

  /// A browser whose user has made the first account.
  convenience init(signedInOf centre: TestCentre) throws {
    self.init(try TestLaptop(of: centre))
    try comeIn()
    let form = try get("/")
    let member = try #require(Self.values("option", in: form.text).first)
    let done = try post(
      EntryPages.accountPath,
      [("member", member), ("password", Self.password), ("again", Self.password)])
    try #require(done.path == TodayPage.path, "\(done.text)")
  }

  /// What the page's script lets the browser remember.
  func keep(_ cookie: String, _ value: String) { cookies[cookie] = value }

  /// Comes in through the door.
  func comeIn() throws { _ = try get(desk.door.address) }

  /// Where a request led in the end.
  struct Page {
    let path: String
    let status: Int
    let text: String

    /// The value of a hidden field.
    func hidden(_ name: String) -> String {
      guard let found = text.range(of: "name=\"\(name)\" value=\"") else { return "" }
      return String(text[found.upperBound...].prefix { $0 != "\"" })
    }

    var formToken: String { hidden("form_token") }
  }

  /// The values of all elements of a kind.
  static func values(_ element: String, in text: String) -> [String] {
    text.components(separatedBy: "<\(element) ").dropFirst().compactMap { part in
      part.range(of: "value=\"").map { String(part[$0.upperBound...].prefix { $0 != "\"" }) }
    }
  }

  func get(_ path: String) throws -> Page { try follow(.get, path, nil) }

  func post(
    _ path: String, _ fields: [(String, String)], origin: String = "http://127.0.0.1:8764"
  ) throws -> Page {
    let form = NamedValues(fields.map { NamedValues.Item(name: $0.0, value: $0.1) })
    return try follow(.post, path, form.encoded, origin: origin)
  }

  /// One request and its answer, without following it.
  func answer(
    _ method: HTTPMethod, _ path: String, _ body: String? = nil,
    origin: String = "http://127.0.0.1:8764"
  ) throws -> HTTPResponse {
    var headers: HTTPHeaders = ["Host": "127.0.0.1:8764"]
    if method.changesState {
      headers.set("Origin", origin)
      headers.set("Content-Type", "application/x-www-form-urlencoded")
    }
    let jar = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    headers.set("Cookie", jar.joined(separator: "; "))
    let response = desk.respond(
      to: try HTTPRequest(
        method: method, target: path, headers: headers, body: Array((body ?? "").utf8)))
    for cookie in response.headers.all("Set-Cookie") {
      let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      if pair.count == 2 { cookies[String(pair[0])] = String(pair[1]) }
    }
    return response
  }

  private func follow(
    _ method: HTTPMethod, _ path: String, _ body: String?,
    origin: String = "http://127.0.0.1:8764"
  ) throws -> Page {
    var path = path
    var response = try answer(method, path, body, origin: origin)
    for _ in 0..<5 {
      guard response.status == 303, let location = response.headers["Location"] else { break }
      path = String(location.prefix { $0 != "#" })
      response = try answer(.get, path)
    }
    return Page(
      path: path, status: response.status, text: String(decoding: response.body, as: UTF8.self))
  }
}
