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

/// Which refusals are wanted; all where nothing is said.
package struct RefusalWish: Sendable {
  /// Who offered the batch.
  package enum Sender: Sendable, Equatable {
    /// A laptop of ours.
    case laptop(ReplicaID)
    /// Nobody of ours.
    case foreign
  }

  /// Who offered it; anybody where nil.
  package var sender: Sender?
  /// Why it was refused, as `ProtocolError.code`; for any reason where nil.
  package var reason: String?
  /// Not before this time.
  package var from: Timestamp?
  /// Before this time.
  package var until: Timestamp?

  /// All.
  package init() {}

  fileprivate var condition: (sql: String, bindings: [SQLValue]) {
    var parts = ["1"]
    var bindings: [SQLValue] = []
    switch sender {
    case .laptop(let replica):
      parts.append("replica = ?")
      bindings.append(.integer(Int64(replica.rawValue)))
    case .foreign: parts.append("replica NOT IN (SELECT replica FROM peer)")
    case nil: break
    }
    if let reason {
      parts.append("reason = ?")
      bindings.append(.text(reason))
    }
    if let from {
      parts.append("at >= ?")
      bindings.append(.integer(from.rawValue))
    }
    if let until {
      parts.append("at < ?")
      bindings.append(.integer(until.rawValue))
    }
    return (parts.joined(separator: " AND "), bindings)
  }
}

extension Store {
  /// The refusals that are wanted, the last one first unless the oldest are asked for, and how many
  /// there are in all.
  package func refusals(
    _ wish: RefusalWish = RefusalWish(), isOldestFirst: Bool = false, limit: Int, offset: Int = 0
  ) throws -> (refusals: [Refusal], count: Int) {
    let (condition, bindings) = wish.condition
    let refusals = try connection.rows(
      """
      SELECT at, replica, reason FROM refusal WHERE \(condition)
      ORDER BY position \(isOldestFirst ? "ASC" : "DESC") LIMIT ? OFFSET ?
      """, bindings: bindings + [.integer(Int64(limit)), .integer(Int64(offset))]
    ) { statement in
      Refusal(
        at: Timestamp(rawValue: try statement.integer(at: 0)),
        offeredBy: try statement.integer(at: 1), reason: try statement.text(at: 2))
    }
    let count = try connection.row(
      "SELECT count(*) FROM refusal WHERE \(condition)", bindings: bindings
    ) { Int(try $0.integer(at: 0)) }
    return (refusals, count ?? 0)
  }

  /// The reasons for which something was refused.
  package func refusalReasons() throws -> [String] {
    try connection.rows("SELECT DISTINCT reason FROM refusal ORDER BY reason") {
      try $0.text(at: 0)
    }
  }
}
