import CommandLine
import FieldWork

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
    return AccountChangeCommand.answer(account.name, centre, console)
  }
}

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
