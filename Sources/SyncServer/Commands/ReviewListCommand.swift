import CommandLine
import Listings

/// `review list`: what laptops wrote and the centre did not accept.
struct ReviewListCommand: Command {
  let context: CommandContext

  let name = ["review", "list"]
  let abstract = BilingualText(
    vi: "những gì trung tâm chưa chấp nhận", en: "what the centre did not accept")
  let arguments = ReviewListing.arguments

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let isOpenOnly = !invocation.flag("all")
    let listing = try context.centre(invocation).inspect { field in
      let all = try field.store.reviews(openOnly: false)
      return ReviewListing(
        try field.reviews(openOnly: isOpenOnly), ListPage(invocation), Rejections(all),
        of: all.count)
    }
    listing.write(to: console)
    return listing.exitCode
  }
}
