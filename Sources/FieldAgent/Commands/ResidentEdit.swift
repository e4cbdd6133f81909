import CommandLine
import FieldWork
import Replica

/// `resident edit`: what is not named stays as it is; an empty text empties a field.
struct ResidentEdit: LaptopCommand {
  let surroundings: Surroundings
  let name = ["resident", "edit"]
  let abstract = BilingualText(vi: "sửa một người dân", en: "change a resident")
  let arguments =
    [Argument.positional("code", BilingualText(vi: "mã người dân", en: "code of the resident"))]
    + ResidentArguments.fields

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    var recording = try Recording(self, invocation, console)
    let id = try recording.laptop.records.reader.resolveOne(
      invocation.requiredText("code"), as: .resident)
    let household = try recording.reference(invocation.text("household"), .household)
    let draft = ResidentArguments.draft(invocation, household: household)
    return try recording.save(.resident, isNew: false) {
      try $0.editResident(id, draft, author: $1, clock: $2)
    }
  }
}
