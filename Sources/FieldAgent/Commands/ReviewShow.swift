import CommandLine
import FieldWork
import Listings
import Replica

/// `review show NUMBER`: one review with what was written, who ruled and why.
struct ReviewShow: LaptopCommand {
  let surroundings: Surroundings
  let name = ["review", "show"]
  let abstract = BilingualText(vi: "một lượt xem xét", en: "one review")
  let arguments = [ReviewNumber.argument]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let records = try laptopToRead(invocation, console).records
    let review = try records.review(named: invocation.requiredText(ReviewNumber.name))
    let details = try ReviewDetails(review, records, for: .team)
    details.write(to: console)
    return details.exitCode
  }
}

/// `review acknowledge NUMBER`: says that a rejection was read, so that it is shown no more. It stays
/// on this laptop: nobody else's data change.
struct ReviewAcknowledge: LaptopCommand {
  let surroundings: Surroundings
  let name = ["review", "acknowledge"]
  let abstract = BilingualText(
    vi: "đã đọc một quyết định bác bỏ; không nhắc lại nữa",
    en: "say that a rejection was read; it is shown no more")
  let arguments = [ReviewNumber.argument]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptop(invocation, console)
    let review = try laptop.records.review(named: invocation.requiredText(ReviewNumber.name))
    try laptop.records.noteRead(review)
    let left = try laptop.store.unreadRejections().count
    if console.isJSON {
      console.json([
        "number": .integer(review.number), "id": .text(String(review.id.rawValue)),
        "unread": .integer(Int64(left)),
      ])
      return .done
    }
    console.say(
      BilingualText(
        vi: "Đã ghi nhận trên máy này: \(review.codeText), \(review.fieldWords.vietnamese): "
          + "\(review.stateWords.vietnamese). Còn \(left) quyết định bác bỏ chưa đọc.",
        en: "Noted on this laptop: \(review.codeText), \(review.fieldWords.english): "
          + "\(review.stateWords.english). Rejections left to read: \(left)."))
    return .done
  }
}

/// How a line names a review.
private enum ReviewNumber {
  static let name = "number"
  static let argument = Argument.positional(
    name, BilingualText(vi: "số của lượt xem xét", en: "number of the review"), maximumBytes: 40)
}
