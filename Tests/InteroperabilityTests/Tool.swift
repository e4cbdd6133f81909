import Foundation

/// A program that takes part: one of the real binaries, or a Python file of `client/`.
struct Tool {
  /// What a finished run left behind.
  struct Outcome {
    var exitCode: Int32
    var output: String
    var errors: String
  }

  /// A run that did not end as the test needs.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  let url: URL
  var arguments: [String] = []

  static let centre = Tool(url: beside("camtay-server"))
  static let laptop = Tool(url: beside("camtay"))
  static let client = python("camtay_client.py")
  static let proxy = python("tampering_proxy.py")
  static let vectors = python("check_vectors.py")

  /// The folder of this test's sources.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// Debian's own interpreter, which has the libraries that its packages install.
  static func python(_ file: String) -> Tool {
    Tool(
      url: URL(fileURLWithPath: "/usr/bin/python3"),
      arguments: ["-B", folder.appendingPathComponent("client/\(file)").path])
  }

  /// Throws, with what to install, unless the Python client can run here.
  static func requireLibraries() throws {
    let check = Tool(url: URL(fileURLWithPath: "/usr/bin/python3"))
    let folder = FileManager.default.temporaryDirectory
    let outcome = try? RunningTool(check, ["-c", "import nacl, zstandard"], logs: folder).wait()
    guard outcome?.exitCode == 0 else {
      throw Failure(
        description: "The second client needs Debian's Python and two of its packages: "
          + "apt-get install python3 python3-nacl python3-zstandard")
    }
  }

  private static func beside(_ name: String) -> URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent(name)
  }

  /// Runs it to its end and returns its output; throws unless it exits with 0.
  @discardableResult
  func succeed(_ arguments: [String], logs folder: URL) throws -> String {
    let outcome = try RunningTool(self, arguments, logs: folder).wait()
    guard outcome.exitCode == 0 else {
      throw Failure(
        description: "\(arguments.joined(separator: " ")): exit \(outcome.exitCode)\n"
          + outcome.output + outcome.errors)
    }
    return outcome.output
  }
}

/// A process of a tool, its output in files so that no pipe can fill up.
final class RunningTool {
  private let process = Process()
  private let outputFile: URL
  private let errorFile: URL

  init(_ tool: Tool, _ arguments: [String], logs folder: URL) throws {
    let id = UUID().uuidString
    outputFile = folder.appendingPathComponent("\(id).out")
    errorFile = folder.appendingPathComponent("\(id).err")
    for file in [outputFile, errorFile] { try Data().write(to: file) }
    process.executableURL = tool.url
    process.arguments = tool.arguments + arguments
    process.environment = ["LANG": "en_US.UTF-8", "PATH": "/usr/bin:/bin"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
  }

  deinit {
    killHard()
    for file in [outputFile, errorFile] { try? FileManager.default.removeItem(at: file) }
  }

  private var output: String { (try? String(contentsOf: outputFile, encoding: .utf8)) ?? "" }
  private var errors: String { (try? String(contentsOf: errorFile, encoding: .utf8)) ?? "" }

  /// `kill -9`, and the end of the process.
  func killHard() {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  /// Waits for its end.
  func wait() -> Tool.Outcome {
    process.waitUntilExit()
    return Tool.Outcome(exitCode: process.terminationStatus, output: output, errors: errors)
  }

  /// The first line it prints, a JSON object; throws when it ends before, or after a minute.
  func firstObject() throws -> [String: Any] {
    for _ in 0..<6_000 {
      if let end = output.firstIndex(of: "\n") { return try object(String(output[..<end])) }
      guard process.isRunning else { break }
      usleep(10_000)
    }
    throw Tool.Failure(description: "what was awaited never came:\n\(output)\(errors)")
  }
}
