import CommandLine
import Synchronization

/// Collects what a program writes.
final class Recorder: Sendable {
  private let streams = Mutex((output: [UInt8](), error: [UInt8]()))
  private let answer: ConsoleOutput.Outcome

  init(answering answer: ConsoleOutput.Outcome = .written) {
    self.answer = answer
  }

  var output: String { streams.withLock { String(decoding: $0.output, as: UTF8.self) } }
  var error: String { streams.withLock { String(decoding: $0.error, as: UTF8.self) } }

  func consoleOutput(errorIsTerminal: Bool = false) -> ConsoleOutput {
    ConsoleOutput(
      standardOutput: { bytes in
        self.streams.withLock { $0.output += bytes }
        return self.answer
      },
      standardError: { bytes in
        self.streams.withLock { $0.error += bytes }
        return .written
      },
      errorIsTerminal: errorIsTerminal)
  }
}

/// A command that prints what it was given, for tests of everything before it.
struct EchoCommand: Command {
  let name: [String]
  let abstract = BilingualText(vi: "thêm một hộ", en: "add a household")
  let arguments: [Argument] = [
    .positional("place", BilingualText(vi: "xã", en: "commune")),
    .positional("tags", BilingualText(vi: "nhãn", en: "tags"), isRequired: false, repeats: true),
    .option("name", "NAME", BilingualText(vi: "tên chủ hộ", en: "head's name"), isRequired: true),
    .option(
      "members", "COUNT", BilingualText(vi: "số người", en: "people"), kind: .integer(1...50)),
    .option(
      "kind", "KIND", BilingualText(vi: "loại", en: "kind"), kind: .choice(["home", "business"])),
    .option(
      "code", "CODE", BilingualText(vi: "mã", en: "code"),
      kind: .checked { $0 == "good" ? nil : BilingualText(vi: "mã sai", en: "a wrong code") }),
    .repeatedOption(
      "phone", "NUMBER", BilingualText(vi: "điện thoại", en: "phone"), maximumBytes: 15),
    .flag("dry-run", BilingualText(vi: "chỉ thử", en: "only try")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    console.json([
      "place": .text(invocation.requiredText("place")),
      "tags": .array(invocation.texts("tags").map { .text($0) }),
      "name": .text(invocation.requiredText("name")),
      "members": .integer(orNull: invocation.integer("members")),
      "phone": .array(invocation.texts("phone").map { .text($0) }),
      "dry-run": .bool(invocation.flag("dry-run")),
      "home": .text(orNull: invocation.home), "as": .text(orNull: invocation.member),
      "lang": .text(invocation.language.rawValue), "json": .bool(invocation.isJSON),
    ])
    return .done
  }
}

/// A command that only fails, with the error it was made with.
struct FailingCommand: Command {
  let name = ["sync"]
  let abstract = BilingualText(vi: "gửi", en: "send")
  let arguments: [Argument] = []
  let error: any Error

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode { throw error }
}

struct ForeignError: Error {}

func exampleSet(
  error: any Error = ForeignError(),
  describe: @escaping @Sendable (any Error) -> Failure? = { _ in nil }
) -> CommandSet {
  CommandSet(
    program: "camtay", version: "0.1",
    abstract: BilingualText(vi: "sổ đi từng nhà", en: "household log"),
    commands: [
      EchoCommand(name: ["household", "add"]), EchoCommand(name: ["household", "edit"]),
      FailingCommand(error: error),
    ],
    describe: describe)
}

/// Runs a line, split at blanks, in English, and returns code, output and errors.
func runLine(_ line: String, set: CommandSet = exampleSet()) -> (
  code: ExitCode, output: String, error: String
) {
  let recorder = Recorder()
  let words = line.split(separator: " ").map(String.init)
  let code = set.run(words, locale: "en_GB.UTF-8", output: recorder.consoleOutput())
  return (code, recorder.output, recorder.error)
}
