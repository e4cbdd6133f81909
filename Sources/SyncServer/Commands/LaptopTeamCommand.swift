import CommandLine
import FieldWork
import Listings
import Replica

/// `laptop team LAPTOP TEAM`: which team a laptop reports for.
struct LaptopTeamCommand: Command {
  let context: CommandContext

  let name = ["laptop", "team"]
  let abstract = BilingualText(
    vi: "máy này báo cáo cho tổ nào", en: "which team a laptop reports for")
  let arguments: [Argument] = [
    .positional(
      "laptop", BilingualText(vi: "tên hoặc số máy", en: "label or number"), maximumBytes: 400),
    .positional("team", BilingualText(vi: "tổ, mã hoặc tên", en: "the team, code or name")),
    .flag("yes", BilingualText(vi: "đổi thật", en: "change it")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let laptop = try GrantChanges.laptop(invocation.requiredText("laptop"), in: centre)
    let typed = invocation.requiredText("team")
    let (team, former) = try centre.read { reader in
      (try Self.team(typed, reader), try laptop.team.flatMap { try reader.record(Team.self, $0) })
    }
    let isReal = invocation.flag("yes")
    if isReal {
      try centre.setTeam(team.id, of: laptop.replica)
    }
    if console.isJSON {
      console.json([
        "dry_run": .bool(!isReal), "replica": .integer(Int64(laptop.replica.rawValue)),
        "label": .text(laptop.label), "team": .text(team.codeText),
        "former_team": .text(orNull: former?.codeText),
      ])
      return .done
    }
    let (new, old) = (team.name ?? team.codeText, former?.name ?? "–")
    console.say(
      isReal
        ? BilingualText(
          vi: "“\(laptop.label)” từ giờ báo cáo cho \(new) (trước đó: \(old)). Máy được giữ gì thì "
            + "không đổi: xem grant list.",
          en: "“\(laptop.label)” reports for \(new) from now on (before: \(old)). What it may hold "
            + "stays as it is: see grant list.")
        : BilingualText(
          vi: "Mới chỉ xem thử: “\(laptop.label)” sẽ báo cáo cho \(new) (đang là: \(old)). Đổi "
            + "thật: thêm --yes",
          en: "This was a preview: “\(laptop.label)” would report for \(new) (now: \(old)). To "
            + "change it add --yes"))
    return .done
  }

  /// The team of a code, or of a name that one team has.
  static func team(_ typed: String, _ reader: RecordReader) throws -> Team {
    let wanted = SearchFold.base(typed)
    let named = try reader.teams().filter { $0.name.map(SearchFold.base) == wanted }
    if named.count == 1 { return named[0] }
    guard named.isEmpty else {
      throw CentreError.teamNeeded(named.map { "\($0.codeText)  \($0.name ?? "")" })
    }
    return try reader.existing(Team.self, reader.resolveOne(typed, as: .team))
  }
}
