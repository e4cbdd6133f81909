import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `household move CODE --to PLACE`: a household lives in another hamlet from now on.
struct HouseholdMoveCommand: Command {
  let context: CommandContext

  let name = ["household", "move"]
  let abstract = BilingualText(
    vi: "chuyển một hộ sang thôn khác", en: "move a household to another hamlet")
  let arguments: [Argument] = [
    .positional("code", BilingualText(vi: "mã hộ", en: "code of the household")),
    .option(
      "to", "HAMLET",
      BilingualText(vi: "thôn mới, mã hoặc tên", en: "the new hamlet, code or name"),
      isRequired: true, maximumBytes: 400),
    .flag(
      "dry-run", BilingualText(vi: "chỉ cho xem, không chuyển", en: "only show what would move")),
    .flag("yes", BilingualText(vi: "chuyển thật", en: "move it")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let isReal = invocation.flag("yes") && !invocation.flag("dry-run")
    let report = try context.centre(invocation).perform { records, clock in
      try HouseholdMove(
        code: invocation.requiredText("code"), to: invocation.requiredText("to"),
        author: try records.coordinator(invocation), records, isReal: isReal, clock: clock)
    }
    if console.isJSON {
      console.json([
        "dry_run": .bool(!isReal), "to": .text(report.place), "held": .bool(report.isHeld),
        "records": .array(
          report.lines.map {
            ["code": .text($0.old), "new_code": .text(orNull: $0.new)]
          }),
      ])
    } else {
      Self.say(report, isReal: isReal, console)
    }
    return .done
  }

  private static func say(_ report: HouseholdMove, isReal: Bool, _ console: Console) {
    let language = console.language
    console.table(
      [
        .text(BilingualText(vi: "Bản ghi", en: "Record")),
        .text(BilingualText(vi: "Mã", en: "Code")),
        .text(BilingualText(vi: "Mã ở nơi mới", en: "Code at the new place")),
      ],
      report.lines.map { [$0.kind.text(in: language), $0.old, $0.new ?? "–"] },
      empty: BilingualText(same: ""))
    console.say(HouseholdMove.visitsStay)
    if let warning = report.warning { console.note(warning) }
    console.say(
      isReal
        ? HouseholdMove.moved(to: report.place)
        : BilingualText(
          vi: "Mới chỉ xem thử: chưa chuyển gì. Chuyển thật tới \(report.place): thêm --yes",
          en: "This was a preview: nothing moved. To move it to \(report.place) add --yes"))
  }
}
