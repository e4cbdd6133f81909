import SQLite
import SyncProtocol

/// Which rejections this laptop's people have read. Nothing of it is synced: it says only what need
/// not be shown again here.
enum ReadRulingSchema {
  static let migration = Migration(
    identifier: "0016 rulings that were read",
    sql: """
      -- ruling: the write of the ruling's state that was read. A later ruling is another one.
      CREATE TABLE read_ruling (
        ruling INTEGER PRIMARY KEY
      ) STRICT;
      """)
}

/// The write by which a person ruled on a review.
package struct RulingMark: Sendable, Hashable {
  /// Names the ruling: a later one on the same review has another.
  package var dot: Dot
  /// When it was given.
  package var time: Timestamp
}

extension Store {
  /// The numbers that this store writes and wrote under, the present one first.
  private var ownReplicas: [ReplicaID] {
    get throws {
      let former = try connection.rows("SELECT replica FROM former_replica ORDER BY replica") {
        ReplicaID(rawValue: UInt32(clamping: try $0.integer(at: 0)))
      }
      return [identity.replica] + former.compactMap { $0 }
    }
  }

  /// Reviews of what was written here, also under an earlier number, by number.
  ///
  /// - Parameter openOnly: leaves out those that need no ruling any more.
  package func ownReviews(openOnly: Bool = false) throws -> [Review] {
    try ownReplicas.flatMap { try reviews(openOnly: openOnly, of: $0) }
      .sorted { ($0.number, $0.id) < ($1.number, $1.id) }
  }

  /// The ruling that holds for a review; nil while no person has ruled. (What had been declared lost
  /// the centre itself lets stand.)
  package func rulingMark(of review: Review) throws -> RulingMark? {
    guard review.ruledBy != nil else { return nil }
    let states = try review.rows.compactMap {
      try rows.load(ReviewTable.definition.id, $0, in: review.scope)?.state
        .shown(ReviewTable.state.id)
    }
    return states.filter { head in
      let state = head.value.integer.flatMap(Review.State.init(rawValue:))
      return state != .neutralised && state != .corrected
    }.map { RulingMark(dot: $0.dot, time: $0.time) }.max { ($0.time, $0.dot) < ($1.time, $1.dot) }
  }

  /// The rejections that the people of this laptop still have to read: nobody has said here that they
  /// were read, and what was rejected was not written anew here since.
  package func unreadRejections() throws -> [Review] {
    try ownReviews().filter { try isUnreadRejection($0) }
  }

  /// True for a rejection that `unreadRejections` names.
  package func isUnreadRejection(_ review: Review) throws -> Bool {
    guard review.state == .rejected, try isOwn(review.dot.replica),
      let ruling = try rulingMark(of: review)
    else { return false }
    let isRead = try connection.integer(
      "SELECT count(*) FROM read_ruling WHERE ruling = ?", .integer(ruling.dot.rawValue))
    return try isRead == 0 && !isWrittenAnew(review, since: ruling.time)
  }

  /// Notes that a ruling was read here.
  ///
  /// - Returns: false when no person has ruled on the review.
  package func noteRead(_ review: Review) throws -> Bool {
    guard let ruling = try rulingMark(of: review) else { return false }
    try connection.execute(
      "INSERT OR IGNORE INTO read_ruling (ruling) VALUES (?)", .integer(ruling.dot.rawValue))
    return true
  }

  /// True when the judged field, or for a whole operation any field of its row, shows what was
  /// written here after the ruling.
  private func isWrittenAnew(_ review: Review, since time: Timestamp) throws -> Bool {
    guard let row = try rows.load(review.table, review.row, in: review.scope) else { return false }
    return try row.state.heads.contains { head in
      try (review.field == nil || head.field == review.field) && head.time > time
        && isOwn(head.dot.replica)
    }
  }
}
