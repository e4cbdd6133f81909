import CommandLine
import Listings
import Replica

/// `gap declare BATCH`: says that nobody has a missing batch any more, so that others stop waiting.
struct GapDeclareCommand: Command {
  let context: CommandContext

  let name = ["gap", "declare"]
  let abstract = BilingualText(
    vi: "khai báo một gói đã mất hẳn", en: "declare a missing batch lost for good")
  let arguments: [Argument] = [
    .positional(
      "batch", BilingualText(vi: "gói, như trong gap list", en: "the batch, as gap list shows it"),
      maximumBytes: 64),
    .option(
      "by", "NAME", BilingualText(vi: "ai khai báo", en: "who declares it"), isRequired: true,
      maximumBytes: 200),
    .option(
      "note", "TEXT", BilingualText(vi: "vì sao mất", en: "how it was lost"), maximumBytes: 2_000),
    .flag(
      "dry-run", BilingualText(vi: "chỉ cho xem, không ghi gì", en: "only show what would happen")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let isDryRun = invocation.flag("dry-run")
    let merged = try context.centre(invocation).change { field, clock in
      let hold = try GapArguments.hold(
        invocation.requiredText("batch"), among: try field.store.holds())
      return try field.store.declareLost(
        hold.missing.hash, by: invocation.requiredText("by"), note: invocation.text("note"),
        clock: clock, isDryRun: isDryRun)
    }
    if console.isJSON {
      console.json(["dry_run": .bool(isDryRun), "merged_batches": .integer(Int64(merged))])
    } else if isDryRun {
      console.say(
        BilingualText(
          vi: "Chưa đổi gì. Nếu khai báo mất, \(merged) gói đang chờ sẽ được gộp.",
          en: "Nothing was changed. Declaring it lost would merge "
            + "\(counted(Int64(merged), "waiting batch", "waiting batches"))."))
    } else {
      console.say(
        BilingualText(
          vi: "Đã khai báo mất; đã gộp \(merged) gói đang chờ. Nếu sau này gói đó tới, nội dung "
            + "được ghi lại thay người đã ghi, và nằm trong “review list --all”.",
          en:
            "Declared lost; \(counted(Int64(merged), "waiting batch was", "waiting batches were")) "
            + "merged. Should the batch come after "
            + "all, what it says is written anew for its authors and stands in “review list "
            + "--all”."))
    }
    return .done
  }
}
