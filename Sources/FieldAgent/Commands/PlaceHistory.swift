import CommandLine
import FieldWork
import Listings
import Replica

/// `place history CODE|NAME`: by the list of communes, and on an enrolled laptop by what the centre's
/// rows say as well.
struct PlaceHistory: LaptopCommand {
  let surroundings: Surroundings
  let name = ["place", "history"]
  let abstract = PlaceHistoryListing.abstract
  let arguments = PlaceHistoryListing.arguments

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    do {
      let laptop = try laptopToRead(invocation, console)
      try PlaceHistoryListing(invocation, laptop.records.reader).write(to: console)
    } catch AgentError.notEnrolled, AgentError.homeUnknown {
      try PlaceHistoryListing(invocation, nil).write(to: console)
    }
    return .done
  }
}
