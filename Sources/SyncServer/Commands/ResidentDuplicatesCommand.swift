import CommandLine
import FieldWork
import Listings
import Replica

/// `resident duplicates`: who may be recorded twice, over all communes that the centre serves.
struct ResidentDuplicatesCommand: Command {
  let context: CommandContext
  let name = ["resident", "duplicates"]
  let abstract = DuplicateListing.abstract
  let arguments =
    DuplicateListing.arguments + [
      .option(
        "unit", "CODE",
        BilingualText(vi: "chỉ một xã, theo mã", en: "one commune only, by its code"),
        maximumBytes: 20)
    ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let unit = try invocation.text("unit").map { try GrantChanges.unit($0) }
    let listing = try context.centre(invocation).read {
      try DuplicateListing(invocation, $0, unit: unit)
    }
    listing.write(to: console)
    return .done
  }
}
