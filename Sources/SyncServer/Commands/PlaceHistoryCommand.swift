import CommandLine
import FieldWork
import Listings

/// `place history CODE|NAME`: by the list of communes and by the reforms carried out here.
struct PlaceHistoryCommand: Command {
  let context: CommandContext

  let name = ["place", "history"]
  let abstract = PlaceHistoryListing.abstract
  let arguments = PlaceHistoryListing.arguments

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    try context.centre(invocation).read { try PlaceHistoryListing(invocation, $0) }
      .write(to: console)
    return .done
  }
}
