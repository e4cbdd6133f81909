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
  func laptop(_ arguments: String...) throws -> String {
    try Tool.laptop.succeed(["--home", home("laptop")] + arguments, logs: folder)
  }

  /// A command of the Python client that must succeed; its answer.
  @discardableResult
  func python(_ arguments: String...) throws -> [String: Any] {
    try object(Tool.client.succeed(["--home", home("python")] + arguments, logs: folder))
  }

  /// A command of the Python client, however it ends.
  func tryPython(_ arguments: [String]) throws -> Tool.Outcome {
    try RunningTool(.client, ["--home", home("python")] + arguments, logs: folder).wait()
  }

  /// Enrols the laptop and the Python client, and lets both take in what the centre has.
  func enrolBoth() throws {
    try laptop("enroll", "--server", url, "--code", code("laptop"))
    try python("enrol", url, code("python"))
    try python("sync")
  }

  private func code(_ label: String) throws -> String {
    let answer = try centre("enroll-code", "--member", Self.member, "--label", label, "--json")
    return try object(answer)["code"] as? String ?? ""
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
  func pythonDigests() throws -> [String: String] {
    var digests: [String: String] = [:]
    let scopes = try python("verify")["scopes"] as? [String: [String: String]] ?? [:]
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

  /// The list of conflicts of a real program, which exits with 2 while there are any.
  func conflicts(_ tool: Tool, _ home: String) throws -> String {
    let arguments = ["--home", self.home(home), "conflicts", "list"]
    return try RunningTool(tool, arguments, logs: folder).wait().output
  }

  /// Fails unless all three have the same rows, as every one of them computes for itself.
  func requireEqualDigests() throws {
    let centre = try digests(.centre, "centre")
    for (name, other) in [
      ("laptop", try digests(.laptop, "laptop")), ("python", try pythonDigests()),
    ] {
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
