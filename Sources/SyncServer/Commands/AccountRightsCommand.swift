import CommandLine
import FieldWork

/// `account rights NAME --role ROLE`: gives an account other rights.
struct AccountRightsCommand: Command {
  let context: CommandContext

  let name = ["account", "rights"]
  let abstract = BilingualText(vi: "đổi quyền của tài khoản", en: "give an account other rights")
  let arguments: [Argument] =
    [AccountArguments.name] + AccountArguments.rights

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let account = try centre.account(invocation.requiredText("name"))
    let rights = try AccountArguments.rights(invocation, centre, on: context.today)
    try centre.setRights(rights, of: account.name, by: try CommandGuard.actor(invocation))
    return AccountChangeCommand.answer(account.name, centre, console)
  }
}
