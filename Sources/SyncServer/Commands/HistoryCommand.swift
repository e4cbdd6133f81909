import CommandLine
import Listings

/// `history CODE`: every write of a record.
struct HistoryCommand: Command {
  let context: CommandContext

  let name = ["history"]
  let abstract = BilingualText(
    vi: "ai đã ghi gì vào một bản ghi, lúc nào, trên máy nào",
    en: "who wrote what in a record, when, on which laptop")
  let arguments = ConflictArguments.history

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    try context.centre(invocation).inspect { try ConflictArguments.history(invocation, $0) }
      .write(to: console)
    return .done
  }
}

/// `history restore CODE WRITE`: an earlier value holds again.
struct HistoryRestoreCommand: Command {
  let context: CommandContext

  let name = ["history", "restore"]
  let abstract = BilingualText(vi: "lấy lại một giá trị trước đó", en: "take an earlier value back")
  let arguments = ConflictArguments.restore

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let report = try context.centre(invocation).change { records, clock in
      try ConflictArguments.restore(
        invocation, records, author: records.coordinator(invocation), clock: clock)
    }
    report.write(to: console)
    return .done
  }
}
