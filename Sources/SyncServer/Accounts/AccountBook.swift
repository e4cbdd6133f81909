import SQLite
import SyncProtocol

/// The accounts of a centre, on a connection that the caller has to himself.
struct AccountBook {
  /// Wrong tries one after another, from wherever they come, that lock an account.
  static let triesUntilLocked: Int64 = 20

  /// What is kept of a password.
  struct StoredPassword: Sendable {
    /// Its hash, and where it came from.
    let digest: PasswordDigest
    /// Whether somebody else knows it.
    let mustChange: Bool
  }

  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// Adds an account; throws `AccountError.exists`.
  func add(
    _ name: AccountName, _ rights: AccountRights, _ password: StoredPassword, at time: Timestamp
  ) throws {
    guard try find(name) == nil else { throw AccountError.exists(name.text) }
    try connection.execute(
      """
      INSERT INTO account
        (name, \(RightsColumns.names), password, must_choose, created, changed, failures)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
      """,
      bindings: [.text(name.text)] + RightsColumns.bindings(rights) + [
        .text(password.digest.text), .integer(password.mustChange ? 1 : 0),
        .integer(time.rawValue), .integer(time.rawValue),
      ])
  }

  /// Gives an account another password and forgets its wrong tries.
  ///
  /// Its time moves on even under a clock that stands still, since it ends the sign-ins of before.
  /// - Throws: `AccountError.unknown`.
  func setPassword(_ password: StoredPassword, of name: AccountName, at time: Timestamp) throws {
    try update(
      name,
      """
      UPDATE account SET password = ?, must_choose = ?, changed = max(?, changed + 1),
        failures = 0, locked = NULL
      WHERE name = ?
      """,
      [
        .text(password.digest.text), .integer(password.mustChange ? 1 : 0),
        .integer(time.rawValue),
      ])
  }

  /// Gives an account other rights; throws `AccountError.unknown`, `.lastAdministrator`.
  func setRights(_ rights: AccountRights, of name: AccountName) throws {
    try keepingAnAdministrator {
      try update(
        name, "UPDATE account SET (\(RightsColumns.names)) = (?, ?, ?, ?) WHERE name = ?",
        RightsColumns.bindings(rights))
    }
  }

  /// Closes an account, or opens it again with nil; its sign-ins are over.
  /// - Throws: `AccountError.unknown`, `.lastAdministrator`.
  func setClosed(_ time: Timestamp?, of name: AccountName) throws {
    try keepingAnAdministrator {
      try update(
        name, "UPDATE account SET closed = ?, changed = changed + 1 WHERE name = ?",
        [time.map { .integer($0.rawValue) } ?? .null])
    }
  }

  /// Notes a wrong try; from `triesUntilLocked` on the account is locked.
  func noteFailure(of name: AccountName, at time: Timestamp) throws {
    try connection.execute(
      """
      UPDATE account SET failures = failures + 1,
        locked = CASE WHEN failures + 1 >= ? THEN coalesce(locked, ?) ELSE locked END
      WHERE name = ?
      """,
      .integer(Self.triesUntilLocked), .integer(time.rawValue), .text(name.text))
  }

  /// Forgets the wrong tries of an account, which unlocks it; throws `AccountError.unknown`.
  func forgetFailures(of name: AccountName) throws {
    try update(name, "UPDATE account SET failures = 0, locked = NULL WHERE name = ?", [])
  }

  /// The account with what is kept of its password and its wrong tries; nil when there is none.
  func find(
    _ name: AccountName
  ) throws -> (account: Account, password: PasswordDigest, failures: Int64)? {
    try connection.row(
      "SELECT \(Self.columns), password, failures FROM account WHERE name = ?", .text(name.text)
    ) { row in
      try Self.account(row).map {
        ($0, PasswordDigest(text: try row.text(at: 10)), try row.integer(at: 11))
      }
    } ?? nil
  }

  /// All accounts, by name.
  func all() throws -> [Account] {
    try connection.rows("SELECT \(Self.columns) FROM account ORDER BY name") {
      try Self.account($0)
    }.compactMap(\.self)
  }

  /// Somebody must be left who can give rights; otherwise nothing is done.
  private func keepingAnAdministrator(_ change: () throws -> Void) throws {
    let had = try hasAdministrator()
    try change()
    // The caller's transaction takes the change back.
    if had, try !hasAdministrator() { throw AccountError.lastAdministrator }
  }

  private func hasAdministrator() throws -> Bool {
    try all().contains { $0.closed == nil && $0.has(.administrator) }
  }

  private func update(_ name: AccountName, _ sql: String, _ values: [SQLValue]) throws {
    try connection.execute(sql, bindings: values + [.text(name.text)])
    guard connection.changes == 1 else { throw AccountError.unknown(name.text) }
  }

  private static let columns =
    "name, \(RightsColumns.names), created, changed, must_choose, closed, locked"

  /// Rights that this version cannot read give no account: it can do nothing here.
  private static func account(_ row: Statement) throws -> Account? {
    guard let rights = try RightsColumns.read(row, at: 1) else { return nil }
    return Account(
      name: try AccountName(try row.text(at: 0)), rights: rights,
      created: Timestamp(rawValue: try row.integer(at: 5)),
      changed: Timestamp(rawValue: try row.integer(at: 6)),
      mustChoosePassword: try row.integer(at: 7) != 0,
      closed: try row.optionalInteger(at: 8).map(Timestamp.init(rawValue:)),
      locked: try row.optionalInteger(at: 9).map(Timestamp.init(rawValue:)))
  }
}
