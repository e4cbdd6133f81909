import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `unit assign`: puts a scope under a unit, beside others it may belong to.
struct UnitAssignCommand: Command {
  let context: CommandContext

  let name = ["unit", "assign"]
  let abstract = BilingualText(vi: "xếp một vùng dữ liệu vào xã", en: "put a scope under a unit")
  let arguments: [Argument] = [
    .positional("unit", BilingualText(vi: "mã xã", en: "unit code"), maximumBytes: 20),
    .option(
      "scope", "SCOPE", BilingualText(vi: "số hoặc tên", en: "number or label"), isRequired: true),
    GrantChanges.from, GrantChanges.dryRun, UnitChangeCheck.accept,
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let unit = try GrantChanges.unit(invocation.requiredText("unit"))
    let scope = try GrantChanges.scope(invocation.requiredText("scope"), in: centre)
    let day = try GrantChanges.day(invocation, context)
    let isDryRun = invocation.flag("dry-run")
    let (changes, check) = try centre.changeUnits(
      into: unit, moving: [scope], on: day, isDryRun: isDryRun,
      accepts: invocation.flag("accept-problems")
    ) { store, clock in
      try store.assign(scope, toUnit: unit, from: day, clock: clock)
    }
    return GrantChanges.answer(changes, check, isDryRun: isDryRun, console)
  }
}
