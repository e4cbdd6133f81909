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
    return try operations(on: [row], in: scope).map { operation, received in
      LoggedOperation(
        operation: try opened(operation),
        doubt: try received.flatMap { _ in
          try index.doubt(of: operation.time, of: operation.dot, in: scope)
        }, received: received)
    }
  }

  /// The same as they stand in the log, each with when it came; nil while it is in the outbox.
  func operations(
    on rows: Set<RowID>, in scope: ScopeID
  ) throws -> [(operation: Operation, received: Timestamp?)] {
    var found: [(operation: Operation, received: Timestamp?)] = []
    var seen: Set<Dot> = []
    let batches = try connection.rows(
      "SELECT position, received FROM batch WHERE scope = ? AND \(LogCondition.merged) ORDER BY position",
      .integer(scope.rawValue)
    ) { (position: try $0.integer(at: 0), received: Timestamp(rawValue: try $0.integer(at: 1))) }
    for batch in batches {
      for operation in try operations(at: batch.position)
      where rows.contains(operation.row) && seen.insert(operation.dot).inserted {
        found.append((operation, batch.received))
      }
    }
    for operation in try outboxOperations(in: scope)
    where rows.contains(operation.row) && seen.insert(operation.dot).inserted {
      found.append((operation, nil))
    }
    return found
  }
}
