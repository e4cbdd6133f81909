import SQLite
import SyncProtocol

/// How rights stand in a table of the centre: four columns.
enum RightsColumns {
  /// The columns, in the order of `bindings` and `read`.
  static let names = "roles, unit, team, member"

  /// What stands in them.
  static func bindings(_ rights: AccountRights) -> [SQLValue] {
    [
      .text(rights.roles.map(\.rawValue).joined(separator: ",")),
      rights.unit.map { .text($0) } ?? .null,
      rights.team.map { .integer($0.rawValue) } ?? .null,
      rights.member.map { .integer($0.rawValue) } ?? .null,
    ]
  }

  /// What they say; nil for rights that this version cannot read, which give nothing.
  static func read(_ row: Statement, at first: Int) throws -> AccountRights? {
    let roles = try row.text(at: first).split(separator: ",")
      .compactMap { Role(rawValue: String($0)) }
    let unit = try row.optionalText(at: first + 1)
    let team = try row.optionalInteger(at: first + 2).flatMap(RowID.init)
    let member = try row.optionalInteger(at: first + 3).flatMap(RowID.init)
    return try? AccountRights(roles, unit: unit, team: team, member: member)
  }
}
