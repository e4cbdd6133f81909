import CommandLine
import Listings

/// `incident list`: every time the centre's own rows were wrong, and were mended.
struct IncidentListCommand: Command {
  let context: CommandContext

  let name = ["incident", "list"]
  let abstract = BilingualText(
    vi: "những lần dữ liệu của trung tâm sai và đã sửa",
    en: "times when the centre's own rows were wrong, and were mended")
  let arguments = ListPage.arguments()

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let listing = try context.centre(invocation).inspect {
      IncidentListing(
        try $0.store.incidents(), ListPage(invocation),
        hasDifference: try $0.store.peerProofs().contains {
          $0.exceptions.contains { $0.state == .different }
        })
    }
    listing.write(to: console)
    return listing.exitCode
  }
}
