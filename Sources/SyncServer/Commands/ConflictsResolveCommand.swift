import CommandLine
import FieldWork
import Listings
import SyncProtocol

/// `conflicts resolve CODE [FIELD]`: a decision, which every laptop learns with its next sync.
struct ConflictsResolveCommand: Command {
  let context: CommandContext

  let name = ["conflicts", "resolve"]
  let abstract = BilingualText(vi: "chọn giá trị đúng", en: "decide which value holds")
  let arguments = ConflictArguments.resolve

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let report = try context.centre(invocation).change { records, clock in
      try ConflictArguments.resolve(
        invocation, records, author: records.coordinator(invocation), clock: clock)
    }
    report.write(to: console)
    return .done
  }
}

extension FieldStore {
  /// The member of `--as` who decides at the centre; nil when the line names none.
  func coordinator(_ invocation: Invocation) throws -> RowID? {
    try invocation.member.map { try reader.findMember($0).id }
  }
}
