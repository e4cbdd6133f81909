import Foundation

/// A real centre, a real laptop and the Python client in one temporary folder.
final class Installation {
  static let hamlet = "Xóm thử 1"
  static let member = "Thành viên thử 1"

  let folder: URL
  private(set) var url = ""
  private var running: [RunningTool] = []

  /// Makes a centre for one commune with one hamlet, one team and one member, and lets it serve.
  init() throws {
    try Tool.requireLibraries()
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("camtay-python-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try centre("init", "--place", "17713")
    let hamlets = folder.appendingPathComponent("hamlets.csv")
    let members = folder.appendingPathComponent("members.csv")
    try "commune_code,name,kind\n17713,\(Self.hamlet),hamlet\n"
      .write(to: hamlets, atomically: true, encoding: .utf8)
    try """
    hamlet,team,full_name,role,organisation,phone,from
    \(Self.hamlet),Tổ thử,\(Self.member),,,,01/01/2026

    """.write(to: members, atomically: true, encoding: .utf8)
    try centre("import", hamlets.path, members.path)
    let server = try start(.centre, ["--home", home("centre"), "serve", "--port", "0", "--json"])
    url = try server.firstObject()["url"] as? String ?? ""
  }

  deinit {
    for tool in running { tool.killHard() }
    try? FileManager.default.removeItem(at: folder)
  }

  /// The home of the centre, the laptop or the Python client.
  func home(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Starts a tool that goes on; it ends with this installation at the latest.
  func start(_ tool: Tool, _ arguments: [String]) throws -> RunningTool {
    let started = try RunningTool(tool, arguments, logs: folder)
    running.append(started)
    return started
  }

  @discardableResult
  func centre(_ arguments: String...) throws -> String {
    try Tool.centre.succeed(["--home", home("centre")] + arguments, logs: folder)
  }

  @discardableResult
  func laptop(home: String = "laptop", _ arguments: String...) throws -> String {
    try Tool.laptop.succeed(["--home", self.home(home)] + arguments, logs: folder)
  }

  /// A command of a Python client that must succeed; its answer.
  @discardableResult
  func python(home: String = "python", _ arguments: String...) throws -> [String: Any] {
    try object(Tool.client.succeed(["--home", self.home(home)] + arguments, logs: folder))
  }

  /// A command of a Python client, however it ends.
  func tryPython(_ arguments: [String], home: String = "python") throws -> Tool.Outcome {
    try RunningTool(.client, ["--home", self.home(home)] + arguments, logs: folder).wait()
  }

  /// Enrols the laptop and the Python client, and lets both take in what the centre has.
  func enrolBoth() throws {
    try laptop("enroll", "--server", url, "--code", code("laptop"))
    try python("enrol", url, code("python"))
    try python("sync")
  }

  /// A new enrolment code of the centre.
  func code(_ label: String, _ more: String...) throws -> String {
    let answer = try Tool.centre.succeed(
      [
        "--home", home("centre"), "enroll-code", "--member", Self.member, "--label", label,
        "--json",
      ]
        + more, logs: folder)
    return try object(answer)["code"] as? String ?? ""
  }

  /// The number of the only grant of a laptop, as `grant list` says it.
  func grantNumber(of label: String) throws -> Int {
    let answer = try centre("grant", "list", "--laptop", label, "--json")
    let grants = try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [[String: Any]] ?? []
    guard grants.count == 1, let number = grants[0]["id"] as? Int else {
      throw Tool.Failure(description: "one grant was expected: \(answer)")
    }
    return number
  }

  /// A dot as the Python client prints it.
  static func dot(_ number: Int) -> String {
    "\(number >> 39).\(number >> 19 & 0xFFFFF).\(number & 0x7FFFF)"
  }

  /// The digest of every scope, by the scope's number, from `verify` of a real program.
  func digests(_ tool: Tool, _ home: String) throws -> [String: String] {
    let text = try tool.succeed(["--home", self.home(home), "verify", "--json"], logs: folder)
    let entries = try object(text)["digests"] as? [[String: Any]] ?? []
    return Dictionary(
      uniqueKeysWithValues: entries.compactMap { entry in
        guard let scope = entry["scope"] as? String, let digest = entry["digest"] as? String
        else { return nil }
        return (scope, digest)
      })
  }

  /// The digest of every scope from the Python client's `verify`; each must equal the CHECK.
  func pythonDigests(_ home: String = "python") throws -> [String: String] {
    var digests: [String: String] = [:]
    let scopes = try python(home: home, "verify")["scopes"] as? [String: [String: String]] ?? [:]
    for (dot, entry) in scopes where entry["standing"] == "equal" {
      let parts = dot.split(separator: ".").compactMap { UInt64($0) }
      digests[String(parts[0] << 39 | parts[1] << 19 | parts[2])] = entry["digest"]
    }
    return digests
  }

  /// The row that the Python client shows under a record code.
  func pythonRow(_ code: String) throws -> [String: Any] {
    let rows = try python("rows")["rows"] as? [[String: Any]] ?? []
    return rows.first { $0["code"] as? String == code } ?? [:]
  }
}

extension Installation {
  /// The answer of `sqlite3` to a question about the store of the centre or the laptop.
  func stored(_ home: String, _ query: String) throws -> String {
    let tool = Tool(url: URL(fileURLWithPath: "/usr/bin/sqlite3"), arguments: ["-readonly"])
    let answer = try tool.succeed(["\(self.home(home))/store.sqlite", query], logs: folder)
    return answer.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Changes the file of a store behind the program's back, as a failing disk would.
  func damage(_ home: String, _ statement: String) throws {
    let tool = Tool(url: URL(fileURLWithPath: "/usr/bin/sqlite3"))
    try tool.succeed(["\(self.home(home))/store.sqlite", statement], logs: folder)
  }

  /// The list of conflicts of a real program, which exits with 2 while there are any.
  func conflicts(_ tool: Tool, _ home: String) throws -> String {
    let arguments = ["--home", self.home(home), "conflicts", "list"]
    return try RunningTool(tool, arguments, logs: folder).wait().output
  }

  /// Fails unless all three have the same rows, as every one of them computes for itself.
  func requireEqualDigests(
    with home: String = "python", laptops: [String] = ["laptop"]
  ) throws {
    let centre = try digests(.centre, "centre")
    let others = try laptops.map { ($0, try digests(.laptop, $0)) }
    for (name, other) in others + [(home, try pythonDigests(home))] {
      for (scope, digest) in centre where other[scope] != digest {
        throw Tool.Failure(description: "scope \(scope) differs at \(name)")
      }
      guard other.count == centre.count else {
        throw Tool.Failure(description: "\(name) holds \(other.count) of \(centre.count) scopes")
      }
    }
  }
}

/// The JSON object that a tool printed.
func object(_ text: String) throws -> [String: Any] {
  guard let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
  else { throw Tool.Failure(description: "no JSON object:\n\(text)") }
  return object
}
