import Replica
import SQLite
import SyncProtocol

/// A code as the centre keeps it: the key derived from it, and whom it lets in.
struct KeptCode {
  let id: Int64
  let key: EnrolmentKey
  let label: String
  let member: RowID?
  let team: RowID?
  let expires: Timestamp
  /// The laptop that came with it, and its key.
  let use: (replica: ReplicaID, publicKey: [UInt8])?
}

/// The enrolment codes of a centre, on a connection that the caller has to himself.
struct EnrolmentCodeTable {
  /// How long a code lets a laptop in: seven days.
  static let validMilliseconds: Int64 = 7 * 86_400_000
  /// How long after its end a code is still told apart from a wrong one.
  static let rememberedMilliseconds: Int64 = 30 * 86_400_000
  /// The most codes that are open at a time; each is tried against every request.
  static let maximumCount: Int64 = 10_000

  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// Keeps a new code and wipes those that are long over.
  func add(
    _ key: EnrolmentKey, label: String, member: RowID?, team: RowID?,
    replaces former: ReplicaID? = nil, at time: Timestamp
  ) throws -> (id: Int64, expires: Timestamp) {
    try connection.execute(
      "DELETE FROM enrolment_code WHERE expires < ?",
      .integer(time.rawValue - Self.rememberedMilliseconds))
    let expires = Timestamp(rawValue: time.rawValue + Self.validMilliseconds)
    try connection.execute(
      """
      INSERT INTO enrolment_code (derived_key, label, member, team, issued, expires, replaces)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      .blob(key.stored), .text(label), SQLValue(member?.rawValue), SQLValue(team?.rawValue),
      .integer(time.rawValue), .integer(expires.rawValue),
      SQLValue(former.map { Int64($0.rawValue) }))
    return (connection.lastInsertRowID, expires)
  }

  /// How many codes were ever issued and are still remembered.
  func count() throws -> Int64 { try connection.integer("SELECT count(*) FROM enrolment_code") }

  /// The codes that are remembered, newest first.
  func all() throws -> [KeptCode] {
    try connection.rows(
      """
      SELECT id, derived_key, label, member, team, expires, replica, public_key
      FROM enrolment_code ORDER BY id DESC LIMIT ?
      """, .integer(Self.maximumCount)
    ) { row in
      let replica = try row.optionalInteger(at: 6).flatMap {
        ReplicaID(rawValue: UInt32(clamping: $0))
      }
      let publicKey = try row.optionalBytes(at: 7)
      return KeptCode(
        id: try row.integer(at: 0), key: EnrolmentKey(stored: try row.bytes(at: 1)),
        label: try row.text(at: 2),
        member: try row.optionalInteger(at: 3).flatMap(RowID.init(rawValue:)),
        team: try row.optionalInteger(at: 4).flatMap(RowID.init(rawValue:)),
        expires: Timestamp(rawValue: try row.integer(at: 5)),
        use: replica.flatMap { replica in publicKey.map { (replica, $0) } })
    }
  }

  /// Ends a code that no laptop has come with; returns whether there was such a one.
  func withdraw(_ id: Int64, at time: Timestamp) throws -> Bool {
    try connection.execute(
      """
      UPDATE enrolment_code SET expires = ?
      WHERE id = ? AND replica IS NULL AND expires > ?
      """, .integer(time.rawValue), .integer(id), .integer(time.rawValue))
    return connection.changes > 0
  }

  /// Marks a code as used by a laptop, which takes the place of the one that the code names.
  func use(_ id: Int64, by certificate: Certificate, at time: Timestamp) throws {
    try connection.execute(
      "UPDATE enrolment_code SET used = ?, replica = ?, public_key = ? WHERE id = ?",
      .integer(time.rawValue), .integer(Int64(certificate.replica.rawValue)),
      .blob(certificate.publicKey), .integer(id))
    try connection.execute(
      """
      INSERT OR REPLACE INTO laptop_replacement (replica, successor, at)
      SELECT replaces, replica, used FROM enrolment_code WHERE id = ? AND replaces IS NOT NULL
      """, .integer(id))
  }
}
