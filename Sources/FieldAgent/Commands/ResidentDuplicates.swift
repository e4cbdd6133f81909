import CommandLine
import FieldWork
import Listings
import Replica

/// `resident duplicates`: who may be recorded twice among those whom this laptop holds.
struct ResidentDuplicates: LaptopCommand {
  let surroundings: Surroundings
  let name = ["resident", "duplicates"]
  let abstract = DuplicateListing.abstract
  let arguments = DuplicateListing.arguments

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let records = try laptopToRead(invocation, console).records
    try DuplicateListing(invocation, records.reader).write(to: console)
    return .done
  }
}
