import CommandLine

/// `account password NAME`: makes a new password and ends the account's sign-ins.
struct AccountPasswordCommand: Command {
  let context: CommandContext

  let name = ["account", "password"]
  let abstract = BilingualText(vi: "đặt mật khẩu mới", en: "make a new password")
  let arguments: [Argument] = [
    .positional("name", BilingualText(vi: "tên tài khoản", en: "account name"), maximumBytes: 100)
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let name = try AccountName(invocation.requiredText("name"))
    let password = try context.centre(invocation).renewPassword(of: name.text)
    if console.isJSON {
      console.json(["account": .text(name.text), "password": .text(password)])
      return .done
    }
    console.say(
      BilingualText(
        vi: "Mật khẩu mới của \(name.text) (chỉ hiện một lần này): \(password)",
        en: "The new password of \(name.text) (shown this once): \(password)"))
    return .done
  }
}
