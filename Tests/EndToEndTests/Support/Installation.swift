import Foundation

/// A centre and laptops in a temporary folder, driven through the real binaries only.
final class Installation {
  static let commune = "17713"
  static let hamlet = "Xóm thử 1"
  static let member = "Thành viên thử 1"

  let folder: URL
  private(set) var server: RunningProgram?
  private(set) var url = ""
  /// Where it listens; over TLS anywhere but on this machine alone, which nil means.
  private let address: String?

  /// Makes a centre for one commune with one hamlet, one team and two members.
  init(listeningAt address: String? = nil) throws {
    self.address = address
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("camtay-e2e-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try centre("init", "--place", Self.commune)
    let hamlets = folder.appendingPathComponent("hamlets.csv")
    let members = folder.appendingPathComponent("members.csv")
    try "commune_code,name,kind\n\(Self.commune),\(Self.hamlet),hamlet\n"
      .write(to: hamlets, atomically: true, encoding: .utf8)
    try """
    \u{FEFF}hamlet,team,full_name,role,organisation,phone,from
    \(Self.hamlet),Tổ thử,\(Self.member),Tổ trưởng,,,01/01/2026
    \(Self.hamlet),Tổ thử,Thành viên thử 2,Thành viên,,,01/01/2026

    """.write(to: members, atomically: true, encoding: .utf8)
    try centre("import", hamlets.path, members.path)
  }

  deinit {
    server?.killHard()
    try? FileManager.default.removeItem(at: folder)
  }

  /// The home of the centre or of a laptop.
  func home(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// The SQLite file of a home.
  func store(_ name: String) -> String { "\(home(name))/store.sqlite" }

  @discardableResult
  func centre(_ arguments: String...) throws -> String {
    try Program.centre.succeed(["--home", home("centre")] + arguments, logs: folder)
  }

  /// Runs a command of a laptop that must succeed.
  @discardableResult
  func laptop(_ name: String, _ arguments: String...) throws -> String {
    try Program.laptop.succeed(["--home", home(name)] + arguments, logs: folder)
  }

  /// The names of all households of a laptop: sealed in the file, so only the program reads them.
  func householdNames(_ laptop: String) throws -> [String] {
    let list = try self.laptop(laptop, "household", "list", "--limit", "100000", "--json")
    let rows = try Self.object(list)["households"] as? [[String: Any]]
    return (rows ?? []).compactMap { $0["name"] as? String }
  }

  /// Runs a command of a laptop, however it ends.
  func tryLaptop(_ name: String, _ arguments: [String]) throws -> Program.Outcome {
    try Program.laptop.run(["--home", home(name)] + arguments, logs: folder)
  }

  /// Runs a command with `--json` and returns its object.
  func json(_ name: String, _ arguments: String...) throws -> [String: Any] {
    let text = try Program.laptop.succeed(
      ["--home", home(name)] + arguments + ["--json"], logs: folder)
    return try Self.object(text)
  }

  static func object(_ text: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    guard let object = value as? [String: Any] else {
      throw Program.Failure(description: "no JSON object:\n\(text)")
    }
    return object
  }

  /// Starts to serve, on the same port as before when there was one.
  func serve() throws {
    let port = url.split(separator: ":").last.map(String.init) ?? "0"
    let server = try Program.centre.start(
      ["--home", home("centre"), "serve", "--port", port, "--json"]
        + (address.map { ["--address", $0] } ?? []), logs: folder)
    try server.waitUntil { $0.contains("\n") }
    guard let url = try Self.object(server.output)["url"] as? String else {
      throw Program.Failure(description: "the server did not say where it listens")
    }
    self.url = url
    self.server = server
  }

  /// `kill -9` of the centre.
  func killServer() {
    server?.killHard()
    server = nil
  }

  /// Enrols a laptop over the network.
  func enrol(_ name: String) throws {
    let answer = try centre("enroll-code", "--member", Self.member, "--label", name, "--json")
    let code = try Self.object(answer)["code"] as? String ?? ""
    try laptop(name, "enroll", "--server", url, "--code", code)
  }

  /// A household, and the code it got.
  func addHousehold(_ laptop: String, _ name: String) throws -> String {
    try json(laptop, "household", "add", "--place", Self.hamlet, "--name", name)["code"] as? String
      ?? ""
  }

  /// Digests by scope, from `verify`; throws when anything is not sound.
  func digests(_ program: Program, _ home: String) throws -> [String: String] {
    let text = try program.succeed(
      ["--home", self.home(home), "verify", "--json"], logs: folder)
    var digests: [String: String] = [:]
    for entry in try Self.object(text)["digests"] as? [[String: Any]] ?? [] {
      if let scope = entry["scope"] as? String { digests[scope] = entry["digest"] as? String }
    }
    return digests
  }

  /// Does from outside what people do to files.
  func shell(_ command: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Program.Failure(description: command)
    }
  }

  /// The answer of `sqlite3` itself, a program that knows nothing of ours.
  func recount(_ home: String, _ sql: String) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
    process.arguments = ["-readonly", store(home), sql]
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
