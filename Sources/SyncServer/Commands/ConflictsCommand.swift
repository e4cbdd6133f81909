import CommandLine
import Listings

/// `conflicts`: fields that two laptops wrote differently and nobody has chosen between.
struct ConflictsCommand: Command {
  let context: CommandContext

  let name = ["conflicts"]
  let abstract = Words(
    vi: "những chỗ hai máy ghi khác nhau", en: "fields that two laptops wrote differently")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let listing = ConflictListing(try context.centre(invocation).conflicts())
    listing.write(to: console)
    return listing.exitCode
  }
}
