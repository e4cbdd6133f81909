import CommandLine
import FieldWork
import Replica

/// `member list`: who may be named by `--as`.
struct MemberList: LaptopCommand {
  let surroundings: Surroundings
  let name = ["member", "list"]
  let abstract = BilingualText(
    vi: "danh sách thành viên các tổ", en: "list the members of the teams")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptopToRead(invocation, console)
    let reader = laptop.records.reader
    let members = try reader.members()
    let lines = try members.map { member in
      (member, try member.team.flatMap { try reader.record(Team.self, $0)?.name })
    }
    let standard = laptop.configuration.member
    console.listing(
      Table(
        [
          .text(BilingualText(vi: "Mã", en: "Code")),
          .text(BilingualText(vi: "Họ và tên", en: "Name")),
          .text(BilingualText(vi: "Tổ", en: "Team")),
          .text(BilingualText(vi: "Vai trò", en: "Role")),
          .text(BilingualText(vi: "Mặc định", en: "Default")),
        ],
        lines.map { member, team in
          [
            member.codeText, member.fullName ?? "", team ?? "", member.role ?? "",
            member.id == standard ? "✓" : "",
          ]
        },
        empty: BilingualText(
          vi: "Danh sách thành viên chưa về máy này; hãy chạy “camtay sync” khi có mạng.",
          en: "Members have not arrived here yet; run “camtay sync” with a network.")),
      json: .array(
        lines.map { member, team in
          [
            "code": .text(member.codeText), "id": .text(String(member.id.rawValue)),
            "full_name": .text(orNull: member.fullName), "team": .text(orNull: team),
            "role": .text(orNull: member.role), "default": .bool(member.id == standard),
          ]
        }))
    return .done
  }
}

/// `member use`: who records from now on when `--as` names nobody.
struct MemberUse: LaptopCommand {
  let surroundings: Surroundings
  let name = ["member", "use"]
  let abstract = BilingualText(
    vi: "chọn người ghi mặc định của máy này", en: "choose who records on this laptop")
  let arguments = [
    Argument.positional(
      "member", BilingualText(vi: "mã hoặc tên", en: "code or name"), repeats: true)
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptop(invocation, console)
    let member = try laptop.records.reader.findMember(
      invocation.texts("member").joined(separator: " "))
    try laptop.use(member.id)
    if console.isJSON {
      console.json(["member": .text(member.codeText), "name": .text(orNull: member.fullName)])
    } else {
      console.say(
        BilingualText(
          vi: "Từ giờ người ghi là \(member.fullName ?? "") (\(member.codeText)).",
          en: "Records are now made by \(member.fullName ?? "") (\(member.codeText))."))
    }
    return .done
  }
}
