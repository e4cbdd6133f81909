import Foundation
import Testing

/// One of the package's real binaries, as it was built beside the tests.
struct Program {
  /// What a finished run left behind.
  struct Outcome {
    var exitCode: Int32
    var wasKilled: Bool
    var output: String
    var errors: String
  }

  /// A run that did not end as the test needs.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  let name: String
  /// The network namespace that it runs in; nil for the machine's own.
  var network: String?
  var environment: [String: String] = ["LANG": "en_US.UTF-8", "PATH": "/usr/bin:/bin"]

  static let laptop = Program(name: "camtay")
  static let centre = Program(name: "camtay-server")

  /// Where the build put it: beside the tests' own program.
  var url: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent(name)
  }

  /// Starts it with its output going to files below `folder`, so that no pipe can fill up.
  func start(_ arguments: [String], logs folder: URL) throws -> RunningProgram {
    try RunningProgram(self, arguments, logs: folder)
  }

  /// Runs it to its end.
  func run(_ arguments: [String], logs folder: URL) throws -> Outcome {
    let running = try start(arguments, logs: folder)
    return running.wait()
  }

  /// Runs it to its end and returns its output; throws unless it exits with 0.
  @discardableResult
  func succeed(_ arguments: [String], logs folder: URL) throws -> String {
    let outcome = try run(arguments, logs: folder)
    guard outcome.exitCode == 0, !outcome.wasKilled else {
      throw Failure(
        description:
          "\(name) \(arguments.joined(separator: " ")): exit \(outcome.exitCode)\n"
          + outcome.output + outcome.errors)
    }
    return outcome.output
  }
}

/// A process of one of the binaries.
final class RunningProgram {
  private let process = Process()
  private let outputFile: URL
  private let errorFile: URL

  fileprivate init(_ program: Program, _ arguments: [String], logs folder: URL) throws {
    let id = UUID().uuidString
    outputFile = folder.appendingPathComponent("\(id).out")
    errorFile = folder.appendingPathComponent("\(id).err")
    for file in [outputFile, errorFile] { try Data().write(to: file) }
    if let network = program.network {
      process.executableURL = NetworkPair.tool
      process.arguments = ["netns", "exec", network, program.url.path] + arguments
    } else {
      process.executableURL = program.url
      process.arguments = arguments
    }
    process.environment = program.environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  /// Everything printed so far.
  var output: String { (try? String(contentsOf: outputFile, encoding: .utf8)) ?? "" }
  private var errors: String { (try? String(contentsOf: errorFile, encoding: .utf8)) ?? "" }

  /// `kill -9`, and the end of the process.
  func killHard() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Asks it to stop, as Ctrl-C does, and waits for its end.
  func interrupt() -> Program.Outcome {
    kill(process.processIdentifier, SIGINT)
    return wait()
  }

  /// Waits for its end.
  func wait() -> Program.Outcome {
    process.waitUntilExit()
    return Program.Outcome(
      exitCode: process.terminationStatus,
      wasKilled: process.terminationReason == .uncaughtSignal, output: output, errors: errors)
  }

  /// Waits until the output satisfies `condition`; throws when the process ends before, or after a
  /// minute.
  func waitUntil(_ condition: (String) -> Bool) throws {
    for _ in 0..<6_000 {
      if condition(output) { return }
      guard process.isRunning else { break }
      usleep(10_000)
    }
    throw Program.Failure(description: "what was awaited never came:\n\(output)\(errors)")
  }
}
