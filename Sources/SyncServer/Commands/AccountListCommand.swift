import CommandLine
import FieldWork
import Listings

/// `account list`: who may sign in.
struct AccountListCommand: Command {
  let context: CommandContext

  let name = ["account", "list"]
  let abstract = BilingualText(vi: "các tài khoản", en: "list the accounts")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let accounts = try context.centre(invocation).accounts()
    let language = console.language
    console.listing(
      Table(
        [
          .text(BilingualText(vi: "Tên", en: "Name")),
          .text(BilingualText(vi: "Vai trò", en: "Role")),
          .text(BilingualText(vi: "Tạo ngày", en: "Made on")),
        ],
        accounts.map {
          [
            $0.name.text, $0.role.words.text(in: language),
            Format.date(LocalDateTime(milliseconds: $0.created.rawValue).date),
          ]
        }, empty: BilingualText(vi: "Chưa có tài khoản nào.", en: "There is no account yet.")),
      json: .array(
        accounts.map {
          [
            "name": .text($0.name.text), "role": .text($0.role.rawValue),
            "created": .text(LocalDateTime(milliseconds: $0.created.rawValue).iso),
          ]
        }))
    return .done
  }
}
