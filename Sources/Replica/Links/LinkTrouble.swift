import SQLite
import SyncProtocol

/// What merges cause elsewhere and the centre has still to write.
enum LinkDue {
  /// The halves of an edge are to be balanced.
  case edge(root: Int64, low: Int64, high: Int64)
  /// The copies of a row are to be brought up to date.
  case copies(of: RowID)

  /// The parts under which its trouble is kept.
  var key: [SQLValue] {
    switch self {
    case .edge(let root, let low, let high): [.integer(root), .integer(low), .integer(high)]
    case .copies(let row): [.integer(0), .integer(row.rawValue), .integer(0)]
    }
  }

  /// The row whose copies they are; of an edge the end with the smaller number.
  var low: Int64 {
    switch self {
    case .edge(_, let low, _): low
    case .copies(let row): row.rawValue
    }
  }
}

/// An edge, or the copies of a moved row, that the centre could not write. Nothing is lost: it is
/// tried again every hour, and whenever something arrives that concerns it.
package struct LinkTrouble: Sendable, Equatable {
  /// How long after a failure it is tried again by itself: an hour.
  static let retryMilliseconds: Int64 = 3_600_000

  /// The row whose copies lag behind, or one end of the edge.
  package var row: RowID
  /// The other end of the edge; nil where copies lag behind.
  package var other: RowID?
  /// Why, as a stable code.
  package var reason: String
  /// When it failed first.
  package var since: Timestamp
  /// When it failed last.
  package var tried: Timestamp

  /// True for what stops every write alike, so that it says nothing of one row.
  static func concernsAll(_ error: any Error) -> Bool {
    guard let error = error as? SQLError else { return false }
    return error.isDiskFull || error.isBusy || .ioerr ~= error.code || .readonly ~= error.code
      || .cantopen ~= error.code
  }

  static func code(of error: any Error) -> String {
    switch error {
    case let error as ReplicaError: error.code
    case let error as ProtocolError: error.code
    case let error as SQLError: "sqlite-\(error.code.rawValue)"
    default: "\(type(of: error))"
    }
  }
}

extension Store {
  /// The edges and copies that could not be written, longest first.
  package func linkTroubles() throws -> [LinkTrouble] {
    try connection.rows(
      "SELECT low, high, reason, since, tried FROM link_trouble ORDER BY since, root, low, high"
    ) { statement -> LinkTrouble? in
      guard let row = RowID(rawValue: try statement.integer(at: 0)) else { return nil }
      let other = try statement.integer(at: 1)
      return LinkTrouble(
        row: row, other: other == 0 ? nil : RowID(rawValue: other),
        reason: try statement.text(at: 2), since: Timestamp(rawValue: try statement.integer(at: 3)),
        tried: Timestamp(rawValue: try statement.integer(at: 4)))
    }.compactMap { $0 }
  }

  func noteTrouble(of due: LinkDue, _ reason: String, at now: Timestamp) throws {
    try connection.execute(
      """
      INSERT INTO link_trouble (root, low, high, reason, since, tried) VALUES (?1, ?2, ?3, ?4, ?5, ?5)
      ON CONFLICT (root, low, high) DO UPDATE SET reason = excluded.reason, tried = excluded.tried
      """, bindings: due.key + [.text(reason), .integer(now.rawValue)])
  }

  func forgetTrouble(of due: LinkDue) throws {
    try connection.execute(
      "DELETE FROM link_trouble WHERE root = ? AND low = ? AND high = ?", bindings: due.key)
  }

  /// Makes due again what failed an hour ago; what was tried in a time to come, by a clock that has
  /// been put right since, too.
  func wakeTroubles(at now: Timestamp) throws {
    let times: [SQLValue] = [
      .integer(now.rawValue), .integer(LinkTrouble.retryMilliseconds),
    ]
    let condition = "tried NOT BETWEEN ?1 - ?2 AND ?1"
    let isAny = try connection.integer(
      "SELECT EXISTS (SELECT 1 FROM link_trouble WHERE \(condition))", times[0], times[1])
    guard isAny != 0 else { return }
    try transaction {
      try connection.execute(
        """
        INSERT OR IGNORE INTO edge_due (root, low, high)
        SELECT root, low, high FROM link_trouble WHERE high <> 0 AND \(condition)
        """, bindings: times)
      try connection.execute(
        """
        INSERT OR IGNORE INTO copy_due (row)
        SELECT low FROM link_trouble WHERE high = 0 AND \(condition)
        """, bindings: times)
    }
  }
}
