import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `unit rename`: another label for the commune scopes of a unit; nothing else.
struct UnitRenameCommand: Command {
  let context: CommandContext

  let name = ["unit", "rename"]
  let abstract = BilingualText(vi: "đổi tên xã", en: "give a unit another name")
  let arguments: [Argument] = [
    .positional("unit", BilingualText(vi: "mã xã", en: "unit code"), maximumBytes: 20),
    .option(
      "name", "TEXT", BilingualText(vi: "tên mới", en: "new name"), isRequired: true,
      maximumBytes: 400),
    GrantChanges.dryRun,
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let unit = try GrantChanges.unit(invocation.requiredText("unit"))
    let label = invocation.requiredText("name")
    try centre.requireUnits([unit], on: context.today)
    let isDryRun = invocation.flag("dry-run")
    let changes = try centre.changeGrants(isDryRun: isDryRun) { store, clock in
      _ = try store.renameUnit(unit, to: label, clock: clock)
      return []
    }
    return GrantChanges.answer(changes, isDryRun: isDryRun, console)
  }
}
