import CommandLine
import FieldWork
import Replica

/// `visit edit`: what is not named stays as it is; an empty text empties a field.
struct VisitEdit: LaptopCommand {
  let surroundings: Surroundings
  let name = ["visit", "edit"]
  let abstract = BilingualText(vi: "sửa một lượt thăm", en: "change a visit")
  let arguments =
    [Argument.positional("code", BilingualText(vi: "mã lượt thăm", en: "code of the visit"))]
    + VisitArguments.fields

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    var recording = try Recording(self, invocation, console)
    let id = try recording.laptop.records.reader.resolveOne(
      invocation.requiredText("code"), as: .visit)
    let draft = try VisitArguments.draft(invocation, &recording, household: nil)
    return try recording.save(.visit, isNew: false) {
      try $0.editVisit(id, draft, author: $1, clock: $2)
    }
  }
}
