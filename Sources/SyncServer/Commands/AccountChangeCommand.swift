import CommandLine
import FieldWork

/// `account close|open|unlock NAME`: one thing done to an account.
struct AccountChangeCommand: Command {
  let context: CommandContext
  let name: [String]
  let abstract: BilingualText
  let change: @Sendable (Centre, AccountName, AuditActor) throws -> Void

  let arguments: [Argument] = [AccountArguments.name]

  /// The three of them.
  static func all(_ context: CommandContext) -> [any Command] {
    [
      AccountChangeCommand(
        context: context, name: ["account", "close"],
        abstract: BilingualText(
          vi: "đóng tài khoản; việc đã làm vẫn ở nhật ký",
          en: "close an account; what it did stays in the log")
      ) { try $0.setClosed(true, of: $1, by: $2) },
      AccountChangeCommand(
        context: context, name: ["account", "open"],
        abstract: BilingualText(vi: "mở lại tài khoản đã đóng", en: "open a closed account again")
      ) { try $0.setClosed(false, of: $1, by: $2) },
      AccountChangeCommand(
        context: context, name: ["account", "unlock"],
        abstract: BilingualText(
          vi: "bỏ khóa tài khoản gõ sai mật khẩu quá nhiều lần",
          en: "unlock an account after too many wrong passwords")
      ) { try $0.unlockAccount($1, by: $2) },
    ]
  }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let name = try AccountName(invocation.requiredText("name"))
    try change(centre, name, try CommandGuard.actor(invocation))
    return Self.answer(name, centre, console)
  }

  /// How the account stands now.
  static func answer(_ name: AccountName, _ centre: Centre, _ console: Console) -> ExitCode {
    guard let account = try? centre.account(name.text),
      let reach = try? centre.read({ try $0.words(of: account.rights) })
    else { return .done }
    if console.isJSON {
      console.json(AccountListCommand.json(account))
    } else {
      let parts =
        account.rights.roles.map(\.words) + (reach.vietnamese.isEmpty ? [] : [reach])
        + [account.stateWords]
      console.say(
        parts.reduce(BilingualText(same: name.text)) { $0 + BilingualText(same: " · ") + $1 })
    }
    return .done
  }
}
