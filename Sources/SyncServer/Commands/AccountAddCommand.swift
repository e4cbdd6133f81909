import CommandLine
import FieldWork
import Listings

/// The options that say what an account may do.
enum RightsArguments {
  /// `--role`, `--unit`, `--team`, `--member`.
  static let list: [Argument] = [
    .repeatedOption(
      "role", "ROLE",
      BilingualText(
        vi: "một hay nhiều: \(Role.allCases.map(\.rawValue).joined(separator: ", "))",
        en: "one or more of \(Role.allCases.map(\.rawValue).joined(separator: ", "))"),
      kind: .choice(Role.allCases.map(\.rawValue))),
    .option("unit", "CODE", AccountWords.unit, maximumBytes: 20),
    .option("team", "TEAM", AccountWords.team),
    .option("member", "MEMBER", AccountWords.member),
  ]

  /// The rights of the line.
  /// - Throws: as `RecordReader.accountRights`.
  static func rights(
    _ invocation: Invocation, _ centre: Centre, on day: LocalDate
  ) throws -> AccountRights {
    try centre.read { reader in
      try reader.accountRights(
        roles: invocation.texts("role"), unit: invocation.text("unit") ?? "",
        team: invocation.text("team") ?? "", member: invocation.text("member") ?? "", on: day)
    }
  }
}

/// `account add NAME --role ROLE`: lets somebody sign in to the pages.
struct AccountAddCommand: Command {
  let context: CommandContext

  let name = ["account", "add"]
  let abstract = BilingualText(vi: "thêm tài khoản", en: "add an account")
  let arguments: [Argument] =
    [.positional("name", AccountWords.name, maximumBytes: 100)] + RightsArguments.list

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let name = try AccountName(invocation.requiredText("name"))
    let centre = try context.centre(invocation)
    let rights = try RightsArguments.rights(invocation, centre, on: context.today)
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

/// `account rights NAME --role ROLE`: gives an account other rights.
struct AccountRightsCommand: Command {
  let context: CommandContext

  let name = ["account", "rights"]
  let abstract = BilingualText(vi: "đổi quyền của tài khoản", en: "give an account other rights")
  let arguments: [Argument] =
    [.positional("name", AccountWords.name, maximumBytes: 100)] + RightsArguments.list

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let account = try centre.account(invocation.requiredText("name"))
    let rights = try RightsArguments.rights(invocation, centre, on: context.today)
    try centre.setRights(rights, of: account.name, by: try CommandGuard.actor(invocation))
    return AccountChange.answer(account.name, centre, console)
  }
}

/// `account close|open|unlock NAME`: one thing done to an account.
struct AccountChange: Command {
  let context: CommandContext
  let name: [String]
  let abstract: BilingualText
  let change: @Sendable (Centre, AccountName, AuditActor) throws -> Void

  let arguments: [Argument] = [.positional("name", AccountWords.name, maximumBytes: 100)]

  /// The three of them.
  static func all(_ context: CommandContext) -> [any Command] {
    [
      AccountChange(
        context: context, name: ["account", "close"],
        abstract: BilingualText(
          vi: "đóng tài khoản; việc đã làm vẫn ở nhật ký",
          en: "close an account; what it did stays in the log")
      ) { try $0.setClosed(true, of: $1, by: $2) },
      AccountChange(
        context: context, name: ["account", "open"],
        abstract: BilingualText(vi: "mở lại tài khoản đã đóng", en: "open a closed account again")
      ) { try $0.setClosed(false, of: $1, by: $2) },
      AccountChange(
        context: context, name: ["account", "unlock"],
        abstract: BilingualText(
          vi: "bỏ khoá tài khoản gõ sai mật khẩu quá nhiều lần",
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
    guard let account = try? centre.account(name.text) else { return .done }
    if console.isJSON {
      console.json(AccountListCommand.json(account))
    } else {
      let roles = account.rights.roles.map { $0.words }.reduce(BilingualText(same: "")) {
        $0 + BilingualText(same: " · ") + $1
      }
      console.say(
        BilingualText(same: name.text) + roles + BilingualText(same: " · ") + account.stateWords)
    }
    return .done
  }
}
