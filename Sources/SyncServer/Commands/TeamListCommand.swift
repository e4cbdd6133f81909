import CommandLine
import FieldWork

/// `team list`: teams with their hamlets and codes.
struct TeamListCommand: Command {
  let context: CommandContext

  let name = ["team", "list"]
  let abstract = BilingualText(vi: "các tổ và mã của tổ", en: "list the teams and their codes")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let today = context.today
    let lines = try context.centre(invocation).read { try TeamListing($0, on: today) }.lines
    console.listing(
      Table(
        [
          .text(BilingualText(vi: "Mã", en: "Code")), .text(BilingualText(vi: "Tổ", en: "Team")),
          .text(BilingualText(vi: "Thôn", en: "Hamlet")),
          .text(BilingualText(vi: "Mã xã", en: "Commune")),
          .number(BilingualText(vi: "Thành viên", en: "Members")),
        ],
        lines.map {
          [
            $0.team.codeText, $0.team.name ?? "–", $0.place?.name ?? "–",
            $0.unit ?? "–", String($0.members),
          ]
        },
        empty: BilingualText(
          vi: "Chưa có tổ nào. Hãy nhập: camtay-server import hamlets.csv members.csv",
          en: "There is no team yet. Run: camtay-server import hamlets.csv members.csv")),
      json: .array(lines.map(TeamListing.json)))
    return .done
  }
}
