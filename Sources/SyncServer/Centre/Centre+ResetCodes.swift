import FieldWork
import Replica
import SQLite
import SyncProtocol

/// A code that was given for a laptop whose password was forgotten. The code itself is kept nowhere.
package struct GivenResetCode: Sendable, Equatable {
  /// The laptop.
  package let replica: ReplicaID
  /// The day that the code serves.
  package let day: LocalDate
  /// When it was given.
  package let given: Timestamp
  /// The member who gave it, if the line said so.
  package let giver: RowID?
}

extension Centre {
  /// Works out the code for a challenge that a laptop's user reads out, and notes that it was given.
  ///
  /// The challenge itself says which laptop it is of. The note is on disk before anybody can read the
  /// code out.
  /// - Throws: `CentreError.challengeOfNobody`, `.laptopIsLost`, `CryptographyError`.
  package func giveResetCode(
    for challenge: ResetChallenge, on day: LocalDate, by giver: RowID?
  ) throws -> (laptop: Peer, code: ResetCode) {
    guard let laptop = try laptops().first(where: { challenge.isOf($0.replica) }) else {
      throw CentreError.challengeOfNobody
    }
    if case .lost = try laptopFates()[laptop.replica] {
      throw CentreError.laptopIsLost(laptop.label)
    }
    let code = try ResetCode(
      for: challenge, of: laptop.replica, on: Int64(day.daysSince1970), root: keys.root)
    try administer { store, clock in
      try store.connection.execute(
        "INSERT INTO reset_code (replica, day, given, giver) VALUES (?, ?, ?, ?)",
        .integer(Int64(laptop.replica.rawValue)), .integer(Int64(day.daysSince1970)),
        .integer(clock.wall.rawValue), giver.map { .integer($0.rawValue) } ?? .null)
    }
    return (laptop, code)
  }

  /// The codes that were given, the latest first.
  package func givenResetCodes(limit: Int) throws -> [GivenResetCode] {
    try inspect {
      try $0.store.connection.rows(
        "SELECT replica, day, given, giver FROM reset_code ORDER BY id DESC LIMIT ?",
        .integer(Int64(limit))
      ) { row in
        guard let replica = ReplicaID(rawValue: UInt32(clamping: try row.integer(at: 0))) else {
          return nil
        }
        return GivenResetCode(
          replica: replica, day: LocalDate(daysSince1970: Int(try row.integer(at: 1))),
          given: Timestamp(rawValue: try row.integer(at: 2)),
          giver: try row.optionalInteger(at: 3).flatMap(RowID.init))
      }.compactMap(\.self)
    }
  }
}
