import CommandLine
import FieldAgent
import Replica
import Synchronization
import Testing

/// A laptop with a home of its own, worked on through the command line.
final class TestLaptop {
  /// What one line did.
  struct Run {
    let code: ExitCode
    let output: String
    let error: String

    var json: JSONValue? { try? JSONValue(parsing: Array(output.utf8)) }

    /// The stable code of the failure.
    var failure: String? {
      (try? JSONValue(parsing: Array(error.utf8)))?["error"]?["code"]?.textValue
    }
  }

  let folder: TemporaryFolder
  let machine: TestMachine
  let home: HomeFolder
  /// Who sits at the terminal; nobody at first.
  var passwords: PasswordTerminal?

  init(_ name: String = "laptop", seed: UInt64 = 50) throws {
    folder = try TemporaryFolder()
    machine = TestMachine(name, seed: seed, start: TestCentre.start)
    home = HomeFolder(path: "\(folder.path)/home")
  }

  /// A laptop that is enrolled and has its directory.
  convenience init(
    of centre: TestCentre, _ member: String = "Nguyễn Văn An", seed: UInt64 = 50
  ) throws {
    try self.init(member, seed: seed)
    let run = run("enroll", "--server", centre.address, "--code", try centre.issueCode(member))
    try #require(run.code == .done, "\(run.error)")
  }

  /// Runs a line in English.
  func run(_ words: String..., json: Bool = false) -> Run { run(words, json: json) }

  func run(_ words: [String], json: Bool = false, home: String? = nil) -> Run {
    let streams = Streams()
    let set = FieldAgent.commandSet(surroundings: machine.surroundings)
    let code = set.run(
      words + ["--home", home ?? self.home.path, "--lang", "en"] + (json ? ["--json"] : []),
      locale: nil, output: streams.output(passwords))
    return Run(code: code, output: streams.text.output, error: streams.text.error)
  }

  /// Runs a line that must succeed and returns the code of the record it saved.
  func save(_ words: String...) throws -> String { try save(words) }

  func save(_ words: [String]) throws -> String {
    let run = run(words, json: true)
    try #require(run.code == .done, "\(words): \(run.error)")
    return try #require(run.json?["code"]?.textValue)
  }

  /// Opens the laptop as a second process would.
  func open(patienceMilliseconds: Int = 0) throws -> Laptop {
    try Laptop(home, machine.surroundings, patienceMilliseconds: patienceMilliseconds)
  }

  private final class Streams: Sendable {
    private let bytes = Mutex((output: [UInt8](), error: [UInt8]()))

    var text: (output: String, error: String) {
      bytes.withLock {
        (String(decoding: $0.output, as: UTF8.self), String(decoding: $0.error, as: UTF8.self))
      }
    }

    func output(_ passwords: PasswordTerminal?) -> ConsoleOutput {
      ConsoleOutput(
        standardOutput: { bytes in
          self.bytes.withLock { $0.output += bytes }
          return .written
        },
        standardError: { bytes in
          self.bytes.withLock { $0.error += bytes }
          return .written
        }, errorIsTerminal: false, passwords: passwords)
    }
  }
}
