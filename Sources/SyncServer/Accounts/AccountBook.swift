import SQLite
import SyncProtocol

/// The accounts of a centre, on a connection that the caller has to himself.
struct AccountBook {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// Adds an account; throws `CentreError.accountExists`.
  func add(
    _ name: AccountName, role: Account.Role, passwordHash: String, at time: Timestamp
  ) throws {
    guard try find(name) == nil else { throw CentreError.accountExists(name.text) }
    try connection.execute(
      "INSERT INTO account (name, role, password, created, changed) VALUES (?, ?, ?, ?, ?)",
      .text(name.text), .text(role.rawValue), .text(passwordHash), .integer(time.rawValue),
      .integer(time.rawValue))
  }

  /// Gives an account another password; throws `CentreError.unknownAccount`.
  ///
  /// Its time moves on even under a clock that stands still, since it ends the sign-ins of before.
  func setPassword(_ passwordHash: String, of name: AccountName, at time: Timestamp) throws {
    try connection.execute(
      "UPDATE account SET password = ?, changed = max(?, changed + 1) WHERE name = ?",
      .text(passwordHash), .integer(time.rawValue), .text(name.text))
    guard connection.changes == 1 else { throw CentreError.unknownAccount(name.text) }
  }

  /// The account with its password's hash; nil when there is none.
  func find(_ name: AccountName) throws -> (account: Account, passwordHash: String)? {
    try connection.row(
      "SELECT name, role, created, changed, password FROM account WHERE name = ?", .text(name.text)
    ) { row in try Self.account(row).map { ($0, try row.text(at: 4)) } } ?? nil
  }

  /// All accounts, by name.
  func all() throws -> [Account] {
    try connection.rows("SELECT name, role, created, changed FROM account ORDER BY name") {
      try Self.account($0)
    }.compactMap(\.self)
  }

  /// A role that this version does not know gives no account: it can do nothing here.
  private static func account(_ row: Statement) throws -> Account? {
    guard let role = Account.Role(rawValue: try row.text(at: 1)) else { return nil }
    return Account(
      name: try AccountName(try row.text(at: 0)), role: role,
      created: Timestamp(rawValue: try row.integer(at: 2)),
      changed: Timestamp(rawValue: try row.integer(at: 3)))
  }
}
