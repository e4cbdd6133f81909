import CommandLine
import FieldWork
import Listings
import Replica

/// `resident link`, `resident unlink`, `household link`, `household unlink`.
struct RecordLink: LaptopCommand {
  let surroundings: Surroundings
  private let command: LinkCommand

  init(surroundings: Surroundings, kind: RecordCode.Kind, isLink: Bool) {
    self.surroundings = surroundings
    command = LinkCommand(kind, isLink: isLink)
  }

  var name: [String] { command.name }
  var abstract: Words { command.abstract }
  var arguments: [Argument] { command.arguments }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let recording = try Recording(self, invocation, console)
    let report = try recording.laptop.writing { records, clock in
      try command.run(invocation, records, author: recording.author, clock: clock)
    }
    report.write(to: console)
    return .done
  }
}
