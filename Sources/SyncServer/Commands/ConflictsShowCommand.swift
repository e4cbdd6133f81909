import CommandLine
import FieldWork
import SyncProtocol

/// `conflicts show CODE`: the conflicts of one record.
struct ConflictsShowCommand: Command {
  let context: CommandContext

  let name = ["conflicts", "show"]
  let abstract = Words(
    vi: "các giá trị khác nhau của một bản ghi", en: "the conflicts of one record")
  let arguments: [Argument] = [
    .positional("code", Words(vi: "mã bản ghi", en: "code of the record"), maximumBytes: 100)
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let code = invocation.requiredText("code")
    let rows: [RowID] = try centre.read { reader in
      switch try reader.resolve(code) {
      case .one(let row): [row]
      case .several(let rows): rows
      }
    }
    return ConflictsCommand.write(
      try centre.conflicts().filter { rows.contains($0.row) }, console,
      empty: Words(
        vi: "Bản ghi này không có chỗ nào ghi khác nhau.", en: "This record has no conflicts."))
  }
}
