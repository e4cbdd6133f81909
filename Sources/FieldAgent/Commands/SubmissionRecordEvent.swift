import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// `submission event`: something that happened to a dossier.
struct SubmissionRecordEvent: LaptopCommand {
  let surroundings: Surroundings
  let name = ["submission", "event"]
  let abstract = BilingualText(
    vi: "ghi tin mới của một hồ sơ", en: "record what happened to a dossier")
  let arguments: [Argument] = [
    .positional("code", BilingualText(vi: "mã hồ sơ đã ghi", en: "code of the dossier")),
    .option(
      "status", "STATUS",
      BilingualText(
        vi: "trạng thái: \(SubmissionStatus.names.joined(separator: ", "))",
        en: "one of \(SubmissionStatus.names.joined(separator: ", "))")),
    .option(
      "at", "TIME", BilingualText(vi: "lúc nào, như “18/11/2026 08:30”", en: "when it happened")),
    .option(
      "supersedes", "#ID",
      BilingualText(vi: "tin ghi nhầm mà nó thay", en: "the mistaken news it puts right")),
    .option("note", "TEXT", BilingualText(vi: "ghi chú", en: "note")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let recording = try Recording(self, invocation, console)
    let reader = recording.laptop.records.reader
    let id = try reader.resolveOne(invocation.requiredText("code"), as: .submission)
    let supersedes = try invocation.text("supersedes").map(SubmissionEventName.row)
    let draft = SubmissionEventDraft(
      status: invocation.text("status"), occurred: invocation.text("at"),
      supersedes: supersedes, note: invocation.text("note"))
    let saved = try recording.written {
      try $0.addSubmissionEvent(draft, to: id, author: $1, clock: $2)
    }
    let what = BilingualText(vi: "tin của hồ sơ", en: "event of dossier")
    try recording.answer(saved, code: try reader.codeText(of: id), what, isNew: true)
    return .done
  }
}

/// How people name an event of a dossier: the number of its row, as `submission show` lists it.
enum SubmissionEventName {
  static func row(_ text: String) throws -> RowID {
    let digits = text.hasPrefix("#") ? String(text.dropFirst()) : text
    guard let row = Int64(digits).flatMap(RowID.init(rawValue:)) else {
      throw FieldError.notFound(String(text.prefix(64)))
    }
    return row
  }
}
