import SQLite
import SyncProtocol

/// Lost batches that are here, and that a laptop had taken for known to the centre.
extension Store {
  /// At a laptop: offers batches that gap rows name, where only the centre's tips said that it has
  /// them: a tip may pass over a batch that was declared lost and has never come.
  func offerLost(_ operations: [Operation], in scope: ScopeID) throws {
    guard identity.role == .laptop else { return }
    for operation in operations
    where operation.table == GapTable.definition.id && operation.isCreate {
      let tip = Self.gap { field in operation.writes.first { $0.field == field.id }?.value }
      guard let tip else { continue }
      try connection.execute(
        """
        UPDATE batch SET receipt = NULL
        WHERE hash = ? AND scope = ? AND arrival IS NULL AND receipt IN (1, 3, 4)
        """, .blob(tip.hash.bytes), .integer(scope.rawValue))
    }
  }
}
