import SQLite
import SyncProtocol

/// Lost batches that are here, and that a laptop had taken for known to the centre.
extension Store {
  /// At a laptop: offers a batch that a gap row names, and what lies below it, where only the
  /// centre's tips may have said that it has them: a tip passes over a batch that was declared lost
  /// and has never come, and over those before it that have not come either.
  func offerLost(_ tip: Batch.Tip, in scope: ScopeID) throws {
    guard identity.role == .laptop else { return }
    try connection.execute(
      """
      UPDATE batch SET receipt = NULL
      WHERE scope = ? AND replica = ? AND (sequence < ? OR hash = ?) AND arrival IS NULL
        AND \(LogCondition.confirmed)
      """, .integer(scope.rawValue), .integer(Int64(tip.replica.rawValue)),
      .integer(Int64(tip.sequence)), .blob(tip.hash.bytes))
    if connection.changes > 0 { roundContext.offerAgain() }
  }
}
