import CommandLine
import FieldAgent
import Replica
import SyncServer
import Synchronization

/// A program of a demonstration: the real commands, run as a person would type them.
package struct DemoProgram: Sendable {
  /// A command that ended otherwise than the play needs.
  struct Failure: Error, CustomStringConvertible {
    var line: String
    var output: String

    var description: String { "\(line)\n\(output)" }
  }

  /// What a command printed and how it ended.
  struct Outcome {
    var exitCode: ExitCode
    var output: String
    var errors: String
  }

  let commands: CommandSet
  /// The folder that it works on.
  package let home: String
  let language: Language

  /// A program on the home of a laptop or of the centre.
  package init(commands: CommandSet, home: String, language: Language) {
    self.commands = commands
    self.home = home
    self.language = language
  }

  /// The line as a person types it.
  func line(_ arguments: [String]) -> String {
    let quoted = arguments.map { $0.contains(" ") ? "\"\($0)\"" : $0 }
    return "\(commands.program) \(quoted.joined(separator: " "))"
  }

  /// Runs a command to its end.
  func run(_ arguments: [String]) -> Outcome {
    let output = Captured()
    let errors = Captured()
    let exitCode = commands.run(
      ["--home", home, "--lang", language.rawValue] + arguments, locale: nil,
      output: ConsoleOutput(
        standardOutput: output.write, standardError: errors.write, errorIsTerminal: false))
    return Outcome(exitCode: exitCode, output: output.text, errors: errors.text)
  }

  /// Runs a command that must succeed and returns what it printed.
  @discardableResult
  package func succeed(_ arguments: [String]) throws -> String {
    let outcome = run(arguments)
    guard outcome.exitCode == .done || outcome.exitCode == .needsAttention else {
      throw Failure(line: line(arguments), output: outcome.output + outcome.errors)
    }
    return outcome.output
  }

  /// Runs a command with `--json` and returns the value.
  package func json(_ arguments: [String]) throws -> JSONValue {
    // A listing of a whole district is as long as it is.
    let bytes = Array(try succeed(arguments + ["--json"]).utf8)
    return try JSONValue(parsing: bytes, maximumBytes: bytes.count)
  }

  /// Runs a command that saves a record and returns the record's code.
  func save(_ arguments: [String]) throws -> String {
    guard let code = try json(arguments)["code"]?.textValue else {
      throw Failure(line: line(arguments), output: "no record code")
    }
    return code
  }
}

/// Collects what a command writes.
private final class Captured: Sendable {
  private let bytes = Mutex<[UInt8]>([])

  var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }

  var write: ConsoleOutput.Write {
    { written in
      self.bytes.withLock { $0 += written }
      return .written
    }
  }
}
