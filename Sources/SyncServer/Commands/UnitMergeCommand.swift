import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `unit merge` and `unit recode`: units end, and another takes their scopes and grants. No record
/// is touched.
struct UnitMergeCommand: Command {
  let context: CommandContext
  /// True for `recode`: one unit with a new code.
  let isRecode: Bool

  var name: [String] { ["unit", isRecode ? "recode" : "merge"] }
  var abstract: BilingualText {
    isRecode
      ? BilingualText(vi: "đổi mã một xã", en: "give a unit a new code")
      : BilingualText(vi: "sáp nhập xã", en: "merge units into one")
  }
  var arguments: [Argument] {
    [
      .positional(
        "unit", BilingualText(vi: "mã xã cũ", en: "old unit code"), repeats: !isRecode,
        maximumBytes: 20),
      .option(
        "into", "CODE", BilingualText(vi: "mã xã mới", en: "new unit code"), isRequired: true,
        maximumBytes: 20),
      GrantChanges.from, GrantChanges.dryRun, UnitChangeCheck.accept,
    ]
  }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let old = try invocation.texts("unit").map { try GrantChanges.unit($0) }
    let new = try GrantChanges.unit(invocation.requiredText("into"))
    let day = try GrantChanges.day(invocation, context)
    try centre.requireUnits(old, on: LocalDate(daysSince1970: Int(clamping: day)))
    let isDryRun = invocation.flag("dry-run")
    let (changes, check) = try centre.changeUnits(
      into: new, moving: [], on: day, isNew: isRecode && old != [new], isDryRun: isDryRun,
      accepts: invocation.flag("accept-problems")
    ) { store, clock in
      try store.mergeUnits(old, into: new, from: day, clock: clock)
    }
    return GrantChanges.answer(changes, check, isDryRun: isDryRun, console)
  }
}
