import CommandLine
import FieldWork
import Listings
import Replica

/// `resident link`, `resident unlink`, `household link`, `household unlink` at the centre.
struct RecordLinkCommand: Command {
  let context: CommandContext
  let kind: RecordCode.Kind
  let isLink: Bool

  var name: [String] { [kind == .resident ? "resident" : "household", isLink ? "link" : "unlink"] }
  var abstract: BilingualText { LinkCommand.abstract(kind, isLink: isLink) }
  var arguments: [Argument] { isLink ? LinkCommand.link : LinkCommand.unlink }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let report = try context.centre(invocation).change { records, clock in
      try LinkCommand.run(
        kind, isLink: isLink, invocation, records, author: records.coordinator(invocation),
        clock: clock)
    }
    report.write(to: console)
    return .done
  }
}
