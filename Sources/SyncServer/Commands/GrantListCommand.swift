import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `grant list`: what each laptop may hold, and why.
struct GrantListCommand: Command {
  let context: CommandContext

  let name = ["grant", "list"]
  let abstract = BilingualText(vi: "máy nào được giữ gì", en: "which laptop may hold what")
  let arguments: [Argument] = [
    .option(
      "laptop", "LAPTOP", BilingualText(vi: "chỉ máy này", en: "this laptop only"),
      maximumBytes: 400)
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let laptops = try centre.laptops()
    let only = try invocation.text("laptop").map { try GrantChanges.laptop($0, in: centre) }
    let (all, labels) = try centre.grantRules()
    let rules = all.filter { only == nil || $0.replica == only?.replica }
    let targets = try rules.map { try centre.words(of: $0.target, labels) }
    func moment(_ time: Timestamp?) -> LocalDateTime? {
      guard let time, time != Store.always else { return nil }
      return LocalDateTime(milliseconds: time.rawValue)
    }
    func read(_ time: Timestamp?) -> String { moment(time).map(Format.dateTime) ?? "–" }
    let language = console.language
    console.listing(
      Table(
        [
          .number(BilingualText(vi: "Số", en: "No.")),
          .text(BilingualText(vi: "Máy", en: "Laptop")),
          .text(BilingualText(vi: "Được giữ", en: "May hold")),
          .text(BilingualText(vi: "Từ", en: "Since")),
          .text(BilingualText(vi: "Đến", en: "Until")),
        ],
        zip(rules, targets).map { rule, target in
          [
            String(rule.id), laptops.first { $0.replica == rule.replica }?.label ?? "–",
            target.text(in: language), read(rule.since), read(rule.until),
          ]
        }, empty: BilingualText(vi: "Chưa có quyền nào.", en: "There are no grants.")),
      json: .array(
        zip(rules, targets).map { rule, target in
          [
            "id": .integer(rule.id), "replica": .integer(Int64(rule.replica.rawValue)),
            "target": .text(target.english), "since": .text(orNull: moment(rule.since)?.iso),
            "until": .text(orNull: moment(rule.until)?.iso),
          ]
        }))
    return .done
  }
}
