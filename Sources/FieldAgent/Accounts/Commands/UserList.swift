import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// `user list`: who can unlock this laptop; needs no password, like the page to unlock.
struct UserList: LaptopCommand {
  let surroundings: Surroundings
  let name = ["user", "list"]
  let abstract = BilingualText(
    vi: "những người mở được máy này", en: "who can unlock this laptop")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let home = try home(invocation)
    let local = LocalAccounts(home, surroundings)
    let accounts = try local.all()
    let resets = try local.resets().map { reset in
      (
        time: LocalDateTime(milliseconds: reset.at.rawValue),
        name: accounts.first { $0.member == reset.member }?.name ?? "–"
      )
    }
    let standard = try LaptopConfiguration.read(from: home)?.member
    console.listing(
      Table(
        [
          .text(BilingualText(vi: "Mã", en: "Code")),
          .text(BilingualText(vi: "Họ và tên", en: "Name")),
          .text(BilingualText(vi: "Mặc định", en: "Default")),
        ],
        accounts.map { [$0.code ?? "–", $0.name, $0.member == standard ? "✓" : ""] },
        empty: BilingualText(
          vi: "Chưa có ai: máy này mở không cần mật khẩu. Thêm bằng: camtay user add",
          en: "Nobody yet: this laptop opens without a password. Add somebody by: camtay user add")),
      json: [
        "accounts": .array(
          accounts.map { account in
            [
              "member": .text(orNull: account.code), "id": .text(String(account.member.rawValue)),
              "name": .text(account.name), "default": .bool(account.member == standard),
            ]
          }),
        "resets": .array(
          resets.map { ["at": .text($0.time.iso), "name": .text($0.name)] }),
      ])
    if !console.isJSON {
      for reset in resets {
        console.say(
          BilingualText(
            vi: "Đặt lại mật khẩu bằng mã: \(reset.name), \(Format.dateTime(reset.time))",
            en: "Password set by a code: \(reset.name), \(Format.dateTime(reset.time))"))
      }
    }
    return .done
  }
}
