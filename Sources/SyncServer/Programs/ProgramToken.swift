import Replica
import SQLite
import SyncProtocol

/// What a program may read, and whose work.
package struct ProgramToken: Sendable, Equatable {
  /// What people call it: an account's name in form.
  package let name: AccountName
  /// What it may read.
  package let rights: AccountRights
  /// When it was made.
  package let created: Timestamp
  /// When it was last shown, to the hour; nil for never.
  package let used: Timestamp?
  /// When it was closed; nil while it holds.
  package let closed: Timestamp?

  /// Whether it is taken.
  package var isOpen: Bool { closed == nil }

  /// What every token begins with, so that one that lies about is recognised.
  static let prefix = "camtay_"
  /// Crockford's base 32 in lower case.
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// A new token: 200 random bits.
  static func generate(using random: inout some RandomNumberGenerator) -> String {
    prefix
      + String(
        decoding: (0..<40).map { _ in alphabet[Int.random(in: 0..<32, using: &random)] },
        as: UTF8.self)
  }
}

/// The tokens of a centre, on a connection that the caller has to himself.
struct TokenBook {
  /// A use is noted once in this time: reading writes nothing each time.
  private static let usedMilliseconds: Int64 = 3_600_000

  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// Adds a token; throws `TokenError.exists` where the name is taken, also by a closed one: the log
  /// tells them apart by it.
  func add(
    _ name: AccountName, _ rights: AccountRights, _ token: String, at time: Timestamp
  ) throws {
    guard try find(name) == nil else { throw TokenError.exists(name.text) }
    try connection.execute(
      """
      INSERT INTO program_token (name, digest, \(RightsColumns.names), created)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      bindings: [.text(name.text), .blob(digest(token))] + RightsColumns.bindings(rights)
        + [.integer(time.rawValue)])
  }

  /// Closes a token for good.
  /// - Throws: `TokenError.unknown`.
  func close(_ name: AccountName, at time: Timestamp) throws {
    try connection.execute(
      "UPDATE program_token SET closed = coalesce(closed, ?) WHERE name = ?",
      .integer(time.rawValue), .text(name.text))
    guard connection.changes == 1 else { throw TokenError.unknown(name.text) }
  }

  /// The token that a program shows; nil when there is none or it is closed.
  func find(shown token: String) throws -> ProgramToken? {
    try first("digest = ?", .blob(digest(token))).flatMap { $0.isOpen ? $0 : nil }
  }

  /// The token of a name; nil when there is none.
  func find(_ name: AccountName) throws -> ProgramToken? {
    try first("name = ?", .text(name.text))
  }

  /// All tokens, by name.
  func all() throws -> [ProgramToken] {
    try connection.rows("SELECT \(Self.columns) FROM program_token ORDER BY name") {
      try Self.token($0)
    }.compactMap(\.self)
  }

  /// Whether a use at this time is to be noted.
  static func isNews(_ time: Timestamp, after used: Timestamp?) -> Bool {
    used.map { time.rawValue - $0.rawValue >= usedMilliseconds } ?? true
  }

  /// Notes that a token was shown.
  func noteUse(of name: AccountName, at time: Timestamp) throws {
    try connection.execute(
      "UPDATE program_token SET used = max(coalesce(used, 0), ?) WHERE name = ?",
      .integer(time.rawValue), .text(name.text))
  }

  /// Without salt or cost: 200 random bits are not guessed.
  private func digest(_ token: String) -> [UInt8] {
    Primitives.standard.hash(Array(token.utf8)).bytes
  }

  private func first(_ condition: String, _ value: SQLValue) throws -> ProgramToken? {
    try connection.row(
      "SELECT \(Self.columns) FROM program_token WHERE \(condition)", value
    ) { try Self.token($0) } ?? nil
  }

  private static let columns = "name, \(RightsColumns.names), created, used, closed"

  private static func token(_ row: Statement) throws -> ProgramToken? {
    guard let rights = try RightsColumns.read(row, at: 1) else { return nil }
    return ProgramToken(
      name: try AccountName(try row.text(at: 0)), rights: rights,
      created: Timestamp(rawValue: try row.integer(at: 5)),
      used: try row.optionalInteger(at: 6).map(Timestamp.init(rawValue:)),
      closed: try row.optionalInteger(at: 7).map(Timestamp.init(rawValue:)))
  }
}
