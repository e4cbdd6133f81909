import CommandLine
import FieldWork
import Replica

/// `household edit`: what is not named stays as it is; an empty text empties a field.
struct HouseholdEdit: LaptopCommand {
  let surroundings: Surroundings
  let name = ["household", "edit"]
  let abstract = BilingualText(vi: "sửa một hộ", en: "change a household")
  let arguments =
    [Argument.positional("code", BilingualText(vi: "mã hộ", en: "code of the household"))]
    + HouseholdArguments.fields

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let recording = try Recording(self, invocation, console)
    let id = try recording.laptop.records.reader.resolveOne(
      invocation.requiredText("code"), as: .household)
    let draft = HouseholdArguments.draft(invocation, place: nil)
    return try recording.save(.household, isNew: false) {
      try $0.editHousehold(id, draft, author: $1, clock: $2)
    }
  }
}
