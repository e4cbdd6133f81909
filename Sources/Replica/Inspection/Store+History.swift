import SQLite
import SyncProtocol

/// An operation with what the log knows of it.
package struct LoggedOperation: Sendable, Equatable {
  /// What was written, with every value opened that can be.
  package var operation: Operation
  /// Why its time is to be doubted; nil when nothing speaks against it.
  package var doubt: TimeDoubt?
  /// When its batch came here; nil while it is in the outbox.
  package var received: Timestamp?
}

extension Store {
  /// Every write to a row that the log and the outbox still have, in the order applied here, so
  /// that each comes after what it replaces.
  package func history(of row: RowID, in scope: ScopeID) throws -> [LoggedOperation] {
    let index = LogIndex(self)
    var history: [LoggedOperation] = []
    var seen: Set<Dot> = []
    let batches = try connection.rows(
      "SELECT position, received FROM batch WHERE scope = ? AND \(LogCondition.merged) ORDER BY position",
      .integer(scope.rawValue)
    ) { (position: try $0.integer(at: 0), received: Timestamp(rawValue: try $0.integer(at: 1))) }
    for batch in batches {
      for operation in try operations(at: batch.position)
      where operation.row == row && seen.insert(operation.dot).inserted {
        history.append(
          LoggedOperation(
            operation: try opened(operation),
            doubt: try index.doubt(of: operation.time, of: operation.dot, in: scope),
            received: batch.received))
      }
    }
    for operation in try outboxOperations(in: scope)
    where operation.row == row && seen.insert(operation.dot).inserted {
      history.append(LoggedOperation(operation: try opened(operation), doubt: nil, received: nil))
    }
    return history
  }
}
