import CommandLine
import FieldWork

/// `member list`: members with their teams and codes.
struct MemberListCommand: Command {
  let context: CommandContext

  let name = ["member", "list"]
  let abstract = BilingualText(vi: "các thành viên và mã", en: "list the members and their codes")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let lines = try context.centre(invocation).read { reader in
      try reader.members().map { member in
        (member: member, team: try member.team.flatMap { try reader.record(Team.self, $0)?.name })
      }
    }
    console.listing(
      Table(
        [
          .text(BilingualText(vi: "Mã", en: "Code")),
          .text(BilingualText(vi: "Họ và tên", en: "Full name")),
          .text(BilingualText(vi: "Tổ", en: "Team")),
          .text(BilingualText(vi: "Vai trò", en: "Role")),
        ],
        lines.map {
          [$0.member.codeText, $0.member.fullName ?? "–", $0.team ?? "–", $0.member.role ?? "–"]
        },
        empty: BilingualText(
          vi: "Chưa có thành viên nào. Hãy nhập: camtay-server import members.csv",
          en: "There is no member yet. Run: camtay-server import members.csv")),
      json: .array(
        lines.map {
          [
            "code": .text($0.member.codeText), "id": .text(String($0.member.id.rawValue)),
            "full_name": .text(orNull: $0.member.fullName), "team": .text(orNull: $0.team),
            "role": .text(orNull: $0.member.role),
          ]
        }))
    return .done
  }
}
