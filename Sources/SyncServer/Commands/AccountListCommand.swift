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
    let accounts = try centre.accounts()
    let reaches = try centre.read { reader in
      try accounts.map { try reader.words(of: $0.rights) }
    }
    let language = console.language
    console.listing(
      Table(
        [
          .text(AccountWords.name), .text(AccountWords.roles), .text(AccountWords.reach),
          .text(AccountWords.made), .text(AccountWords.state),
        ],
        zip(accounts, reaches).map { account, reach in
          [
            account.name.text,
            account.rights.roles.map { $0.words.text(in: language) }.joined(separator: ", "),
            reach.text(in: language),
            Format.date(LocalDateTime(time: account.created).date),
            account.stateWords.text(in: language),
          ]
        }, empty: AccountWords.none),
      json: .array(accounts.map(Self.json)))
    return .done
  }

  /// An account for programs.
  static func json(_ account: Account) -> JSONValue {
    let rights = account.rights
    return [
      "name": .text(account.name.text), "roles": .array(rights.roles.map { .text($0.rawValue) }),
      "unit": .text(orNull: rights.unit),
      "team": .text(orNull: rights.team.map { String($0.rawValue) }),
      "member": .text(orNull: rights.member.map { String($0.rawValue) }),
      "created": .text(LocalDateTime(time: account.created).iso),
      "closed": .text(orNull: account.closed.map { LocalDateTime(time: $0).iso }),
      "locked": .text(orNull: account.locked.map { LocalDateTime(time: $0).iso }),
      "must_choose_password": .bool(account.mustChoosePassword),
    ]
  }
}
