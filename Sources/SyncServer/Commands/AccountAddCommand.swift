import CommandLine
import FieldWork

/// `account add NAME --role ROLE`: lets somebody sign in to the pages.
struct AccountAddCommand: Command {
  let context: CommandContext

  let name = ["account", "add"]
  let abstract = BilingualText(vi: "thêm tài khoản", en: "add an account")
  let arguments: [Argument] =
    [AccountArguments.name] + AccountArguments.rights

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let name = try AccountName(invocation.requiredText("name"))
    let centre = try context.centre(invocation)
    let rights = try AccountArguments.rights(invocation, centre, on: context.today)
    let password = try centre.addAccount(
      name.text, rights, by: try CommandGuard.actor(invocation))
    if console.isJSON {
      console.json([
        "account": .text(name.text), "roles": .array(rights.roles.map { .text($0.rawValue) }),
        "password": .text(password),
      ])
      return .done
    }
    console.say(AccountWords.password(password, of: name.text))
    return .done
  }
}
