import FieldWork
import Pages
import Web

/// The rights of an account as a form asks for them.
struct AccountRightsForm {
  private static let rolesField = "role"

  let roles: [String]
  let unit: String
  let team: String
  let member: String

  /// What was typed.
  init(_ form: NamedValues) {
    roles = form.all(Self.rolesField)
    unit = Self.trimmed(form["unit"])
    team = Self.trimmed(form["team"])
    member = Self.trimmed(form["member"])
  }

  /// What an account has.
  init(_ rights: AccountRights, _ reader: RecordReader) throws {
    roles = rights.roles.map(\.rawValue)
    unit = rights.unit ?? ""
    team = try rights.team.flatMap { try reader.record(Team.self, $0)?.codeText } ?? ""
    member = try rights.member.flatMap { try reader.record(Member.self, $0)?.codeText } ?? ""
  }

  /// The rights; throws as `RecordReader.accountRights`.
  func rights(_ reader: RecordReader, on day: LocalDate) throws -> AccountRights {
    try reader.accountRights(roles: roles, unit: unit, team: team, member: member, on: day)
  }

  /// The fields.
  func fields(_ language: Language) -> HTML {
    HTML.group {
      TickBoxes(
        name: Self.rolesField, legend: AccountWords.roles,
        choices: Role.allCases.map { role in
          (
            value: role.rawValue,
            words: AccountWords.capitalised(role.words) + BilingualText(same: ": ") + role.meaning
          )
        }, chosen: Set(roles), problem: nil
      ).html(language)
      PageField(
        "unit", AccountWords.unit, .digits, value: unit,
        hint: BilingualText(
          vi: "chỉ cho điều phối viên và người tập huấn; bỏ trống là cả trung tâm",
          en: "for coordinators and trainers; empty means the whole centre")
      ).html(language)
      PageField(
        "team", AccountWords.team, value: team,
        hint: BilingualText(vi: "cần cho tổ trưởng", en: "needed for a team lead")
      ).html(language)
      PageField(
        "member", AccountWords.member, value: member,
        hint: BilingualText(
          vi: "cần cho thành viên tổ; với người khác, để quyết định của họ mang tên họ",
          en: "needed for a volunteer; for others, so that their rulings carry their name")
      ).html(language)
    }
  }

  private static func trimmed(_ text: String?) -> String {
    String((text ?? "").prefix(200)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
