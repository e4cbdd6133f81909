import CommandLine

/// `account password NAME`: makes a new password and ends the account's sign-ins.
struct AccountPasswordCommand: Command {
  let context: CommandContext

  let name = ["account", "password"]
  let abstract = BilingualText(vi: "đặt mật khẩu mới", en: "make a new password")
  let arguments: [Argument] = [AccountArguments.name]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let name = try AccountName(invocation.requiredText("name"))
    let password = try context.centre(invocation).renewPassword(
      of: name.text, by: try CommandGuard.actor(invocation))
    if console.isJSON {
      console.json(["account": .text(name.text), "password": .text(password)])
      return .done
    }
    console.say(AccountWords.password(password, of: name.text))
    return .done
  }
}
