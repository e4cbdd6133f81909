import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// `visit void`, `assist void`, `submission void`: takes a record back; it stays readable with the
/// reason and counts no more, until `--undo` takes that back too.
struct RecordVoid: LaptopCommand {
  let surroundings: Surroundings
  let kind: RecordCode.Kind

  var name: [String] { [kind.table.name, "void"] }
  var abstract: Words {
    Words(
      vi: "hủy \(kind.words.vietnamese) ghi nhầm, hoặc bỏ việc hủy",
      en: "take back a mistaken \(kind.words.english), or undo that")
  }
  let arguments: [Argument] = [
    .positional("code", Words(vi: "mã bản ghi", en: "code of the record")),
    .option("reason", "TEXT", Words(vi: "lý do", en: "why")),
    .flag("undo", Words(vi: "bỏ việc hủy", en: "take the voiding back")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let recording = try Recording(self, invocation, console)
    let reader = recording.laptop.records.reader
    let id = try reader.resolveOne(invocation.requiredText("code"), as: kind)
    let isUndone = invocation.flag("undo")
    let reason = invocation.text("reason")
    if isUndone, reason != nil {
      throw Failure(
        "void-both-ways", .userError,
        BilingualText(
          vi: "Chỉ dùng một trong --reason và --undo; chưa lưu gì.",
          en: "Use one of --reason and --undo; nothing was saved."))
    }
    try recording.written { records, author, clock in
      if isUndone {
        try records.restore(kind, id, author: author, clock: clock)
      } else {
        try records.void(kind, id, reason: reason ?? "", author: author, clock: clock)
      }
    }
    say(code: try reader.codeText(of: id), id, isUndone: isUndone, console)
    return .done
  }

  private func say(code: String, _ id: RowID, isUndone: Bool, _ console: Console) {
    if console.isJSON {
      console.json([
        "code": .text(code), "id": .text(String(id.rawValue)), "voided": .bool(!isUndone),
        "warnings": [],
      ])
    } else if isUndone {
      console.say(
        Words(
          vi: "Đã bỏ việc hủy \(kind.words.vietnamese) \(code); lại được tính.",
          en: "No longer voided: \(kind.words.english) \(code); it counts again."))
    } else {
      console.say(
        Words(
          vi: "Đã hủy \(kind.words.vietnamese) \(code); vẫn xem được, không còn tính nữa.",
          en: "Voided: \(kind.words.english) \(code); it stays readable and counts no more."))
    }
  }
}
