import CommandLine
import Listings

/// `conflicts show CODE`: the conflicts of one record.
struct ConflictsShowCommand: Command {
  let context: CommandContext

  let name = ["conflicts", "show"]
  let abstract = BilingualText(
    vi: "các giá trị khác nhau của một bản ghi", en: "the conflicts of one record")
  let arguments = [ConflictArguments.code]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let listing = try context.centre(invocation).inspect {
      try ConflictArguments.show(invocation, $0, program: CentreCommands.program)
    }
    listing.write(to: console)
    return listing.exitCode
  }
}
