import CommandLine
import FieldWork
import Listings
import Replica

/// `import FILE…`: takes in hamlets.csv and members.csv, all or nothing.
struct ImportCommand: Command {
  let context: CommandContext

  let name = ["import"]
  let abstract = BilingualText(
    vi: "nhập danh sách thôn, tổ và thành viên", en: "import hamlets, teams and members")
  let arguments: [Argument] = [
    .positional(
      "file", BilingualText(vi: "hamlets.csv, members.csv", en: "hamlets.csv, members.csv"),
      repeats: true),
    .flag(
      "dry-run", BilingualText(vi: "chỉ cho xem, không ghi gì", en: "only show what would happen")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let files = try DirectoryFiles(reading: invocation.texts("file"))
    let isDryRun = invocation.flag("dry-run")
    let centre = try context.centre(invocation)
    let plan = try centre.importDirectory(files, isDryRun: isDryRun)
    if console.isJSON {
      console.json(json(plan, isDryRun: isDryRun))
      return .done
    }
    console.say(plan.summary)
    console.say(
      isDryRun
        ? BilingualText(
          vi: "Mới chỉ xem thử: chưa ghi gì.", en: "This was a preview: nothing was written.")
        : plan.isEmpty
          ? BilingualText(vi: "Không có gì mới.", en: "There was nothing new.")
          : BilingualText(vi: "Đã nhập xong.", en: "Imported."))
    return .done
  }

  private func json(_ plan: DirectoryPlan, isDryRun: Bool) -> JSONValue {
    func numbers(_ actions: [DirectoryPlan.Action]) -> JSONValue {
      let added = actions.count { $0 == .add }
      let changed = actions.count { if case .change = $0 { true } else { false } }
      return [
        "added": .integer(Int64(added)), "changed": .integer(Int64(changed)),
        "unchanged": .integer(Int64(actions.count - added - changed)),
      ]
    }
    return [
      "dry_run": .bool(isDryRun), "hamlets": numbers(plan.hamlets.map(\.action)),
      "teams": numbers(plan.teams.map(\.action)), "members": numbers(plan.members.map(\.action)),
    ]
  }
}
