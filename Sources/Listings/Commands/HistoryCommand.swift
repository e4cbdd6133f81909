import CommandLine
import FieldWork

/// `history CODE`: every write of a record.
package struct HistoryCommand: Command {
  let workplace: any Workplace
  /// The words that call it.
  package let name = ["history"]
  /// What it does.
  package let abstract = BilingualText(
    vi: "ai đã ghi gì vào một bản ghi, lúc nào, trên máy nào",
    en: "who wrote what in a record, when, on which laptop")
  /// The record, and how much of it.
  package let arguments = ConflictArguments.history

  /// The command at a laptop or at the centre.
  package init(at workplace: any Workplace) { self.workplace = workplace }

  /// Lists the writes.
  package func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    try workplace.inspect(invocation, console) { records, _ in
      try ConflictArguments.history(invocation, records)
    }.write(to: console)
    return .done
  }
}

/// `history restore CODE WRITE`: an earlier value holds again.
package struct HistoryRestoreCommand: Command {
  let workplace: any Workplace
  /// The words that call it.
  package let name = ["history", "restore"]
  /// What it does.
  package let abstract = BilingualText(
    vi: "lấy lại một giá trị trước đó", en: "take an earlier value back")
  /// The record and the write.
  package let arguments = ConflictArguments.restore

  /// The command at a laptop or at the centre.
  package init(at workplace: any Workplace) { self.workplace = workplace }

  /// Writes the earlier value.
  package func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    try workplace.change(invocation, console) { records, author, clock in
      try ConflictArguments.restore(invocation, records, author: author, clock: clock)
    }.write(to: console)
    return .done
  }
}
