import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `unit split`: scopes leave a unit for another.
struct UnitSplitCommand: Command {
  let context: CommandContext

  let name = ["unit", "split"]
  let abstract = BilingualText(vi: "tách xã", en: "move scopes of a unit to another")
  let arguments: [Argument] = [
    .positional("unit", BilingualText(vi: "mã xã cũ", en: "old unit code"), maximumBytes: 20),
    .option(
      "into", "CODE", BilingualText(vi: "mã xã nhận", en: "unit that receives them"),
      isRequired: true,
      maximumBytes: 20),
    .repeatedOption(
      "scope", "SCOPE", BilingualText(vi: "vùng dữ liệu chuyển đi", en: "a scope that moves"),
      isRequired: true),
    .flag(
      "shared",
      BilingualText(vi: "vẫn thuộc cả xã cũ", en: "it stays under the old unit as well")),
    GrantChanges.from, GrantChanges.dryRun, UnitChangeCheck.accept,
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let old = try GrantChanges.unit(invocation.requiredText("unit"))
    let new = try GrantChanges.unit(invocation.requiredText("into"))
    let scopes = try invocation.texts("scope").map { try GrantChanges.scope($0, in: centre) }
    let day = try GrantChanges.day(invocation, context)
    let date = LocalDate(daysSince1970: Int(clamping: day))
    try centre.requireUnits([old], on: date)
    try centre.requireScopes(scopes, under: old, on: date)
    let isShared = invocation.flag("shared")
    let isDryRun = invocation.flag("dry-run")
    let (changes, check) = try centre.changeUnits(
      into: new, moving: scopes, on: day, isDryRun: isDryRun,
      accepts: invocation.flag("accept-problems")
    ) { store, clock in
      try store.splitUnit(
        old, into: new, scopes: scopes, isShared: isShared, from: day, clock: clock)
    }
    return GrantChanges.answer(changes, check, isDryRun: isDryRun, console)
  }
}
