import FieldWork
import SQLite
import SyncProtocol

/// Changes of team that wait for their day, as the centre keeps them: only added to.
struct TeamChangeBook {
  /// How a change ended; raw values stand in the store.
  enum End: String, Sendable {
    case done
    /// Another one of the same member took its place.
    case replaced
    case takenBack = "taken-back"
    /// On its day the member or the team was not there.
    case impossible
  }

  /// A change that waits.
  struct Waiting: Sendable {
    let id: Int64
    let change: TeamChange
    /// The account that said it; nil for the keeper of the machine.
    let account: String?

    /// Who said it, for the log.
    var actor: AuditActor {
      account.flatMap { try? AccountName($0) }.map { .account($0) } ?? .keeper
    }
  }

  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// Keeps a change for its day.
  func plan(_ change: TeamChange, by account: String?, at time: Timestamp) throws {
    try connection.execute(
      """
      INSERT INTO team_change (member, team, day, laptops, account, at) VALUES (?, ?, ?, ?, ?, ?)
      """, .integer(change.member.rawValue), .integer(change.team.rawValue),
      .integer(Int64(change.day.daysSince1970)),
      .text(change.laptops.map { "\($0.rawValue)" }.joined(separator: " ")),
      account.map { .text($0) } ?? .null, .integer(time.rawValue))
  }

  /// Says how a change ended.
  func end(_ id: Int64, as end: End, at time: Timestamp) throws {
    try connection.execute(
      "INSERT INTO team_change_end (change, ending, at) VALUES (?, ?, ?)", .integer(id),
      .text(end.rawValue), .integer(time.rawValue))
  }

  /// The changes that wait, the earliest day first.
  func waiting() throws -> [Waiting] {
    try connection.rows(
      """
      SELECT id, member, team, day, laptops, account FROM team_change
      WHERE id NOT IN (SELECT change FROM team_change_end) ORDER BY day, id
      """
    ) { statement -> Waiting? in
      guard let member = RowID(rawValue: try statement.integer(at: 1)),
        let team = RowID(rawValue: try statement.integer(at: 2))
      else { return nil }
      let laptops = try statement.text(at: 4).split(separator: " ").compactMap {
        UInt32($0).flatMap(ReplicaID.init(rawValue:))
      }
      return Waiting(
        id: try statement.integer(at: 0),
        change: TeamChange(
          member: member, team: team,
          day: LocalDate(daysSince1970: Int(clamping: try statement.integer(at: 3))),
          laptops: laptops), account: try statement.optionalText(at: 5))
    }.compactMap(\.self)
  }

  /// The change that waits for a member, in words; nil where none does.
  static func words(of member: RowID, _ reader: RecordReader) throws -> BilingualText? {
    guard
      let change = try TeamChangeBook(reader.connection).waiting()
        .first(where: { $0.change.member == member })?.change
    else { return nil }
    let name = try reader.record(Team.self, change.team)?.name
    return PersonActWords.waiting(name ?? "#\(change.team.rawValue)", change.day)
  }
}
