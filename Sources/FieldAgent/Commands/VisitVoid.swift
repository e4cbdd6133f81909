import CommandLine
import FieldWork
import Replica

/// `visit void`: takes a visit back; it stays readable with the reason, and counts no more.
struct VisitVoid: LaptopCommand {
  let surroundings: Surroundings
  let name = ["visit", "void"]
  let abstract = Words(vi: "hủy một lượt thăm ghi nhầm", en: "take back a mistaken visit")
  let arguments = VoidArguments.list

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    try VoidArguments.run(self, .visit, invocation, console)
  }
}

/// `assist void`: takes an assist back.
struct AssistVoid: LaptopCommand {
  let surroundings: Surroundings
  let name = ["assist", "void"]
  let abstract = Words(vi: "hủy một lượt hỗ trợ ghi nhầm", en: "take back a mistaken assist")
  let arguments = VoidArguments.list

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    try VoidArguments.run(self, .assist, invocation, console)
  }
}

/// What voiding has in common for every kind of record.
enum VoidArguments {
  static let list: [Argument] = [
    .positional("code", Words(vi: "mã bản ghi", en: "code of the record")),
    .option("reason", "TEXT", Words(vi: "lý do", en: "why"), isRequired: true),
  ]

  static func run(
    _ command: some LaptopCommand, _ kind: RecordCode.Kind, _ invocation: Invocation,
    _ console: Console
  ) throws -> ExitCode {
    let recording = try Recording(command, invocation, console)
    let reader = recording.laptop.records.reader
    let id = try reader.resolveOne(invocation.requiredText("code"), as: kind)
    try recording.laptop.writing { records, clock in
      try records.void(
        kind, id, reason: invocation.requiredText("reason"), author: recording.author, clock: clock)
    }
    let code = try reader.codeText(of: id)
    if console.isJSON {
      console.json([
        "code": .text(code), "id": .text(String(id.rawValue)), "voided": true, "warnings": [],
      ])
    } else {
      console.say(
        Words(
          vi: "Đã hủy \(kind.words.vietnamese) \(code); vẫn xem được, không còn tính nữa.",
          en: "Voided: \(kind.words.english) \(code); it stays readable and counts no more."))
    }
    return .done
  }
}
