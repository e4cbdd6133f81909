import CommandLine

/// `account add NAME --role ROLE`: lets somebody sign in to the pages.
struct AccountAddCommand: Command {
  let context: CommandContext

  let name = ["account", "add"]
  let abstract = BilingualText(vi: "thêm tài khoản", en: "add an account")
  let arguments: [Argument] = [
    .positional("name", BilingualText(vi: "tên tài khoản", en: "account name"), maximumBytes: 100),
    .option(
      "role", "ROLE",
      BilingualText(
        vi: "coordinator (điều phối) hoặc trainer (tập huấn, không thấy tên người dân)",
        en: "coordinator, or trainer (who sees no resident's name)"),
      kind: .choice(Account.Role.allCases.map(\.rawValue)), isRequired: true),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let name = try AccountName(invocation.requiredText("name"))
    guard let role = Account.Role(rawValue: invocation.requiredText("role")) else {
      preconditionFailure("a choice was checked")
    }
    let password = try context.centre(invocation).addAccount(name.text, role: role)
    if console.isJSON {
      console.json([
        "account": .text(name.text), "role": .text(role.rawValue), "password": .text(password),
      ])
      return .done
    }
    console.say(
      BilingualText(
        vi: "Tài khoản: \(name.text) (\(role.words.vietnamese))\n"
          + "Mật khẩu (chỉ hiện một lần này): \(password)",
        en: "Account: \(name.text) (\(role.words.english))\n"
          + "Password (shown this once): \(password)"))
    return .done
  }
}
