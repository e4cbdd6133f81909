import CommandLine
import FieldWork

/// What commands about accounts ask for: the account, and what it may do.
enum AccountArguments {
  /// The account.
  static let name = Argument.positional(
    "name", BilingualText(vi: "tên tài khoản", en: "account name"), maximumBytes: 100)

  /// `--role`, `--unit`, `--team`, `--member`.
  static let rights: [Argument] = [
    .repeatedOption(
      "role", "ROLE",
      BilingualText(
        vi: "vai trò, một hay nhiều (mỗi vai trò một lần)",
        en: "a role, one or more (each one once)"),
      kind: .choice(Role.allCases.map(\.rawValue))),
    .option(
      "unit", "CODE",
      BilingualText(
        vi:
          "xã, phường (mã 5 chữ số) của điều phối viên, người tập huấn; không ghi là cả trung tâm",
        en: "unit (code of 5 digits) of a coordinator or trainer; left out, the whole centre"),
      maximumBytes: 20),
    .option(
      "team", "TEAM",
      BilingualText(
        vi: "tổ (mã hoặc tên), cần cho tổ trưởng", en: "team (code or name) of a team lead")),
    .option(
      "member", "MEMBER",
      BilingualText(
        vi: "là thành viên nào (mã hoặc họ tên), cần cho thành viên tổ",
        en: "which member it is (code or full name), needed for a volunteer")),
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
