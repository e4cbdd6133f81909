import CommandLine
import Cryptography
import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// A real centre on disk with two hamlets and two teams, served on a port of its own.
final class CentreWorld {
  let folder: URL
  let clock: TestClock
  let password: String
  let centre: Centre
  let server: CentreServer
  private var random: SeededGenerator

  var url: String { server.url }
  var home: HomeFolder { HomeFolder(path: folder.appendingPathComponent("centre").path) }

  init(
    seed: UInt64 = 1, place: String = "17713", pages: [PageRoute] = CentrePages.routes
  ) throws {
    random = SeededGenerator(seed: seed)
    clock = TestClock(seed: seed)
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("camtay-\(UUID().uuidString)")
    let home = HomeFolder(path: folder.appendingPathComponent("centre").path)
    password = try CentreSetup.make(
      home, place: place, coordinator: "coordinator", surroundings: clock.surroundings
    ).password
    centre = try Centre(home, as: .serving, surroundings: clock.surroundings)
    try centre.importDirectory(Self.directory)
    server = try CentreServer(centre, port: 0, pages: pages)
    try server.start()
  }

  deinit {
    server.stop()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Ends the server, which a second call leaves alone.
  func stop() { server.stop() }

  static let directory = DirectoryFiles(
    hamlets: Array("\u{feff}commune_code,name,kind\r\n17713,Xóm 1,xóm\r\n17713,Xóm 2,xóm\r\n".utf8),
    members: Array(
      """
      hamlet,team,full_name,role,organisation,phone,from
      Xóm 1,Tổ Xóm 1,Nguyễn Văn An,tổ trưởng,,0912345678,2025-07-01
      Xóm 2,Tổ Xóm 2,Trần Thị Bình,,,,
      """.utf8))

  /// Runs a line of the centre beside the running server.
  func run(_ words: String..., language: String = "en") -> CommandRun.Result {
    run(words, language: language)
  }

  func run(_ words: [String], language: String = "en") -> CommandRun.Result {
    let collected = Collected()
    let set = CentreCommands.set(
      version: "test", surroundings: clock.surroundings,
      stop: StopSignal(prepare: {}, wait: {}))
    let exit = set.run(
      words + ["--home", home.path, "--lang", language], locale: nil,
      output: ConsoleOutput(
        standardOutput: { collected.out($0) }, standardError: { collected.error($0) },
        errorIsTerminal: false))
    return CommandRun.Result(exit: exit, out: collected.outText, error: collected.errorText)
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func get(_ path: String, cookie: String? = nil) throws -> ClientResponse {
    try HTTPClient(trust: .system).send(
      ClientRequest(.get, url + path, headers: cookie.map { ["Cookie": $0] } ?? [:]))
  }

  func post(
    _ path: String, _ body: [UInt8], type: String = "application/octet-stream",
    headers further: HTTPHeaders = [:]
  ) throws -> ClientResponse {
    var headers = further
    headers.set("Content-Type", type)
    var request = ClientRequest(.post, url + path, headers: headers, body: body)
    request.maximumResponseBytes = Limits.streamBytes
    return try HTTPClient(trust: .system).send(request)
  }

  /// Posts a form as a page of the centre would.
  func submit(
    _ path: String, _ fields: [(String, String)], cookie: String? = nil
  ) throws -> ClientResponse {
    let form = NamedValues(fields.map { NamedValues.Item(name: $0.0, value: $0.1) })
    var headers: HTTPHeaders = ["Origin": url]
    if let cookie { headers.append("Cookie", cookie) }
    return try post(
      path, Array(form.encoded.utf8), type: "application/x-www-form-urlencoded", headers: headers)
  }

  /// Signs in and returns the cookie; nil when refused.
  func signIn(_ name: String, _ password: String) throws -> String? {
    let response = try submit("/sign-in", [("name", name), ("password", password)])
    guard response.status == 303 else { return nil }
    return response.headers["Set-Cookie"]?.split(separator: ";").first.map(String.init)
  }

  /// Rights of one role, about the first team and its member where the role needs them.
  func rights(_ role: Role, unit: String? = nil) throws -> AccountRights {
    try centre.read { reader in
      let team = try reader.teams()[0]
      return try AccountRights(
        [role], unit: unit, team: role == .teamLead ? team.id : nil,
        member: role == .volunteer ? try reader.members(team: team.id)[0].id : nil)
    }
  }

  /// Adds an account whose person has chosen a password, and signs it in.
  func signIn(as rights: AccountRights, _ name: String) throws -> String {
    _ = try centre.addAccount(name, rights, by: .keeper)
    let chosen = "một câu ngắn dễ nhớ"
    try centre.choosePassword(chosen, again: chosen, of: AccountName(name))
    return try #require(try signIn(name, chosen))
  }

  /// Opens a page and sends the form of it that goes to this address.
  func send(
    _ fields: [(String, String)], to path: String, cookie: String
  ) throws -> ClientResponse {
    let page = try get(OwnAccountPages.path, cookie: cookie)
    let token = try #require(formToken(in: String(decoding: page.body, as: UTF8.self)))
    return try submit(path, fields + [("form_token", token)], cookie: cookie)
  }

  /// The token in the form to sign out, which every page has.
  func formToken(in page: String) -> String? {
    guard let start = page.firstRange(of: "name=\"form_token\" value=\"") else { return nil }
    return String(page[start.upperBound...].prefix { $0 != "\"" })
  }

  func offer() throws -> CentreOffer { try CentreOffer(decoding: get("/enrolment").body) }

  func attempt(
    _ code: EnrolmentCode, key: SigningKey? = nil, offer: CentreOffer? = nil
  ) throws -> EnrolmentAttempt {
    let offer = try offer ?? self.offer()
    return try EnrolmentAttempt(
      code: code.key(), key: key ?? .generate(using: &random), offer: offer, random: &random)
  }

  /// Enrols a laptop of a team over HTTP and opens its store.
  func enrolLaptop(_ label: String, member: String) throws -> TestLaptop {
    let issued = try centre.issueCode(member: member, label: label)
    let attempt = try attempt(issued.code)
    let response = try post("/enrolment", attempt.request.encoded)
    try #require(response.status == 200)
    let enrolled = try attempt.finish(EnrolmentGrant(decoding: response.body))
    return try TestLaptop(enrolled, self, path: path("\(label).sqlite"), random: random)
  }
}
