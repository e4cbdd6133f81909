import SQLite
import SyncProtocol

/// A batch of which nothing was taken: signature, certificate or bytes were wrong.
package struct Refusal: Sendable, Equatable {
  /// When.
  package var at: Timestamp
  /// The number of the replica that offered it, as it said; perhaps nobody's.
  package var offeredBy: Int64
  /// Why, as `ProtocolError.code`.
  package var reason: String
}

extension Store {
  /// The latest refusals, the last one first, and how many there are in all.
  package func refusals(limit: Int) throws -> (latest: [Refusal], count: Int) {
    let latest = try connection.rows(
      "SELECT at, replica, reason FROM refusal ORDER BY position DESC LIMIT ?",
      .integer(Int64(limit))
    ) { statement in
      Refusal(
        at: Timestamp(rawValue: try statement.integer(at: 0)),
        offeredBy: try statement.integer(at: 1), reason: try statement.text(at: 2))
    }
    return (latest, Int(try connection.integer("SELECT count(*) FROM refusal")))
  }
}
