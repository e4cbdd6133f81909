import SQLite
import SyncProtocol

/// Who is to answer which feedback, as the centre keeps it: only added to.
struct FeedbackBook {
  /// Characters of who is to answer.
  static let limit = 100

  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// Says who is to answer; empty for nobody.
  func assign(_ feedback: RowID, to who: String, by account: String?, at time: Timestamp) throws {
    try connection.execute(
      "INSERT INTO feedback_duty (feedback, who, account, at) VALUES (?, ?, ?, ?)",
      .integer(feedback.rawValue), .text(who), account.map { .text($0) } ?? .null,
      .integer(time.rawValue))
  }

  /// Who is to answer what, where it was said last.
  func duties() throws -> [RowID: String] {
    let rows = try connection.rows(
      "SELECT feedback, who FROM feedback_duty ORDER BY id"
    ) { (try $0.integer(at: 0), try $0.text(at: 1)) }
    var duties: [RowID: String] = [:]
    for (feedback, who) in rows {
      guard let row = RowID(rawValue: feedback) else { continue }
      duties[row] = who.isEmpty ? nil : who
    }
    return duties
  }

  /// Who is to answer one piece; nil where nobody was named.
  func duty(_ feedback: RowID) throws -> String? {
    try connection.row(
      "SELECT who FROM feedback_duty WHERE feedback = ? ORDER BY id DESC LIMIT 1",
      .integer(feedback.rawValue)
    ) { try $0.text(at: 0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
