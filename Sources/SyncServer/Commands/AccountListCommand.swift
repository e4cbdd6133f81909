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
    let centre = try context.centre(invocation)
    let accounts = try RightsList(try centre.accounts(), AccountWords.name, centre)
    let language = console.language
    console.listing(
      Table(
        accounts.tableColumns + [.text(AccountWords.state)],
        accounts.holders.map { account in
          accounts.cells(account, language) + [account.stateWords.text(in: language)]
        }, empty: AccountWords.none),
      json: .array(accounts.holders.map(Self.json)))
    return .done
  }

  /// An account for programs.
  static func json(_ account: Account) -> JSONValue {
    .object(
      RightsList.json(account, name: "name") + [
        .init("closed", .text(orNull: account.closed.map { LocalDateTime(time: $0).iso })),
        .init("locked", .text(orNull: account.locked.map { LocalDateTime(time: $0).iso })),
        .init("must_choose_password", .bool(account.mustChoosePassword)),
      ])
  }
}
