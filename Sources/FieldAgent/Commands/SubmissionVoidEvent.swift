import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// `submission void-event`: takes an event back that never happened; the status is that of the rest.
struct SubmissionVoidEvent: LaptopCommand {
  let surroundings: Surroundings
  let name = ["submission", "void-event"]
  let abstract = BilingualText(
    vi: "hủy một tin ghi nhầm của hồ sơ", en: "take back a mistaken event of a dossier")
  let arguments: [Argument] = [
    .positional("code", BilingualText(vi: "mã hồ sơ đã ghi", en: "code of the dossier")),
    .positional(
      "event",
      BilingualText(
        vi: "tin, như #123 ở submission show", en: "the event, like #123 in submission show")),
    .option("reason", "TEXT", BilingualText(vi: "lý do", en: "why"), isRequired: true),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let recording = try Recording(self, invocation, console)
    let reader = recording.laptop.records.reader
    let id = try reader.resolveOne(invocation.requiredText("code"), as: .submission)
    let event = try SubmissionEventName.row(invocation.requiredText("event"))
    try recording.written { records, author, clock in
      try records.voidSubmissionEvent(
        event, of: id, reason: invocation.requiredText("reason"), author: author, clock: clock)
    }
    let code = try reader.codeText(of: id)
    let status = try reader.timeline(of: id).status
    if console.isJSON {
      console.json([
        "code": .text(code), "id": .text(String(event.rawValue)), "voided": true,
        "status": .text(orNull: status?.name), "warnings": [],
      ])
    } else {
      let words = SubmissionStatus.words(of: status)
      console.say(
        BilingualText(
          vi: "Đã hủy một tin của hồ sơ \(code); vẫn xem được. Trạng thái: \(words.vietnamese).",
          en: "Voided: an event of dossier \(code); it stays readable. Status: \(words.english)."))
    }
    return .done
  }
}
