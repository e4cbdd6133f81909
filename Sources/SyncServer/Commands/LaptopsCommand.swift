import CommandLine
import FieldWork

/// `laptops`: every enrolled laptop and when it last reported.
struct LaptopsCommand: Command {
  let context: CommandContext

  let name = ["laptops"]
  let abstract = BilingualText(
    vi: "các máy đã ghi danh và lần gửi gần nhất", en: "enrolled laptops and their last report")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let listing = try LaptopListing(try context.centre(invocation))
    console.listing(listing.table(console.language), json: .array(listing.json))
    return .done
  }
}
