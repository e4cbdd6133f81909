import CommandLine
import Listings

/// `conflicts list`, also `conflicts` alone: what several people wrote without seeing each other.
struct ConflictsCommand: Command {
  let context: CommandContext

  let name: [String]
  let abstract = BilingualText(
    vi: "những chỗ hai máy ghi khác nhau", en: "fields that two laptops wrote differently")
  let arguments = ConflictArguments.list

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let listing = try context.centre(invocation).inspect {
      try ConflictArguments.list(
        invocation, $0, today: context.today, program: CentreCommands.program)
    }
    listing.write(to: console)
    return listing.exitCode
  }
}
