import CommandLine
import FieldWork
import Listings
import Replica

/// `review list`: what this laptop wrote and the centre did not accept, and why.
struct ReviewList: LaptopCommand {
  let surroundings: Surroundings
  let name = ["review", "list"]
  let abstract = BilingualText(
    vi: "những gì trung tâm chưa chấp nhận và vì sao",
    en: "what the centre did not accept, and why")
  let arguments =
    ReviewListing.arguments + [
      .flag(
        "everybody",
        BilingualText(vi: "cả của các máy khác", en: "also what other laptops wrote"))
    ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptopToRead(invocation, console)
    let records = laptop.records
    let reviews =
      invocation.flag("everybody")
      ? try records.reviews(openOnly: false) : try records.ownReviews()
    let listing = ReviewListing(
      invocation.flag("all")
        ? reviews : reviews.filter { $0.state == .neutralised || $0.isUnread },
      ListPage(invocation), Rejections(reviews), of: reviews.count)
    let lost = try DeclaredLostWarning.all(laptop)
    // "Nothing waits" would be true of this laptop alone.
    if lost.isEmpty || !reviews.isEmpty || console.isJSON { listing.write(to: console) }
    if listing.hasOpen, !console.isJSON {
      console.say(
        BilingualText(
          vi: "Không mất gì: điều đã ghi vẫn được giữ, và giá trị trước đó được hiện lại. "
            + "Hãy sửa lại cho đúng hoặc hỏi điều phối viên.",
          en: "Nothing is lost: what you wrote is kept, and the value before it is shown again. "
            + "Write it anew as it should be, or ask the coordinator."))
    }
    if listing.hasUnread, !console.isJSON {
      console.say(
        ReviewDetails.rejected(number: BilingualText(vi: "SỐ", en: "NUMBER")))
    }
    for warning in lost { console.note(warning.words) }
    return lost.isEmpty ? listing.exitCode : .needsAttention
  }
}
