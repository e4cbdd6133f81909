import CommandLine
import FieldWork
import Listings
import Replica

/// `resident link`, `resident unlink`, `household link`, `household unlink` at the centre.
struct RecordLinkCommand: Command {
  let context: CommandContext
  private let command: LinkCommand

  init(context: CommandContext, kind: RecordCode.Kind, isLink: Bool) {
    self.context = context
    command = LinkCommand(kind, isLink: isLink)
  }

  var name: [String] { command.name }
  var abstract: Words { command.abstract }
  var arguments: [Argument] { command.arguments }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let report = try context.centre(invocation).change { records, clock in
      try command.run(
        invocation, records, author: records.coordinator(invocation), clock: clock)
    }
    report.write(to: console)
    return .done
  }
}
