import CommandLine
import Listings
import Replica

/// `incident list`: every difference from the centre and every repair.
struct IncidentList: LaptopCommand {
  let surroundings: Surroundings
  let name = ["incident", "list"]
  let abstract = BilingualText(
    vi: "những lần dữ liệu khác với trung tâm và đã sửa",
    en: "differences from the centre, and their repair")
  let arguments = ListPage.arguments()

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let store = try laptopToRead(invocation, console).store
    let listing = IncidentListing(
      try store.incidents(), ListPage(invocation),
      hasDifference: try store.scopeProofs().contains { $0.state == .different })
    listing.write(to: console)
    return listing.exitCode
  }
}
