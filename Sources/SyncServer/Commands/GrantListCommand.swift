import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `grant list`: what each laptop may hold, and why.
struct GrantListCommand: Command {
  let context: CommandContext

  let name = ["grant", "list"]
  let abstract = Words(vi: "máy nào được giữ gì", en: "which laptop may hold what")
  let arguments: [Argument] = [
    .option("laptop", "LAPTOP", Words(vi: "chỉ máy này", en: "this laptop only"), maximumBytes: 400)
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let laptops = try centre.laptops()
    let only = try invocation.text("laptop").map { try GrantChanges.laptop($0, in: centre) }
    let (all, labels) = try centre.grantRules()
    let rules = all.filter { only == nil || $0.replica == only?.replica }
    let targets = try rules.map { try words(of: $0.target, labels, centre) }
    func date(_ time: Timestamp?) -> String? {
      guard let time, time != Store.always else { return nil }
      return LocalDateTime(milliseconds: time.rawValue).iso
    }
    console.listing(
      Table(
        [
          .number(Words(vi: "Số", en: "No.")), .text(Words(vi: "Máy", en: "Laptop")),
          .text(Words(vi: "Được giữ", en: "May hold")), .text(Words(vi: "Từ", en: "Since")),
          .text(Words(vi: "Đến", en: "Until")),
        ],
        zip(rules, targets).map { rule, target in
          [
            String(rule.id), laptops.first { $0.replica == rule.replica }?.label ?? "–", target,
            date(rule.since) ?? "–", date(rule.until) ?? "–",
          ]
        }, empty: Words(vi: "Chưa có quyền nào.", en: "There are no grants.")),
      json: .array(
        zip(rules, targets).map { rule, target in
          [
            "id": .integer(rule.id), "replica": .integer(Int64(rule.replica.rawValue)),
            "target": .text(target), "since": .text(orNull: date(rule.since)),
            "until": .text(orNull: date(rule.until)),
          ]
        }))
    return .done
  }

  private func words(
    of target: GrantTarget, _ labels: [ScopeID: String], _ centre: Centre
  ) throws -> String {
    switch target {
    case .unit(let code): "unit \(code)"
    case .place(let row):
      "place \(try centre.read { try $0.record(Place.self, row)?.name } ?? String(row.rawValue))"
    case .scope(let scope): "scope \(NamedScope(scope, labels).label)"
    }
  }
}
