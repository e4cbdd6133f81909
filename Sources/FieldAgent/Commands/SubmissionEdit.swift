import CommandLine
import FieldWork
import Replica

/// `submission edit`: what is not named stays as it is; an empty text empties a field. Another
/// procedure, receipt or limit counts the appointment anew.
struct SubmissionEdit: LaptopCommand {
  let surroundings: Surroundings
  let name = ["submission", "edit"]
  let abstract = BilingualText(vi: "sửa một hồ sơ đã ghi", en: "change a dossier")
  let arguments =
    [
      Argument.positional(
        "code", BilingualText(vi: "mã hồ sơ đã ghi", en: "code of the dossier"))
    ]
    + SubmissionArguments.fields

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    var recording = try Recording(self, invocation, console)
    let id = try recording.laptop.records.reader.resolveOne(
      invocation.requiredText("code"), as: .submission)
    let draft = try SubmissionArguments.draft(invocation, &recording, assist: nil)
    let saved = try recording.written { records, author, clock in
      try records.together(author: author, clock: clock) {
        try records.editSubmissionAndEvidence(id, draft, author: author, clock: clock)
      }
    }
    try SubmissionArguments.answer(saved, recording, console, isNew: false)
    return .done
  }
}
