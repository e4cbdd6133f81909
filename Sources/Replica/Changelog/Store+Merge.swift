import SQLite
import SyncProtocol

extension Store {
  /// Merges operations of one scope into the rows and raises their sessions' marks.
  ///
  /// Operations at or below their session's mark were applied before and are skipped: a copied
  /// store closes the same outbox into another batch. Every row is read once, merged in memory by
  /// the protocol's rule, and written once.
  func merge(_ operations: [Operation], in scope: ScopeID) throws {
    var marks: [Origin: (stored: UInt32, now: UInt32)] = [:]
    var work: [RowID: RowStore.StoredRow] = [:]
    var order: [RowID] = []
    for operation in operations {
      let origin = operation.dot.origin
      if marks[origin] == nil {
        let stored = try frontier.mark(scope, origin)
        marks[origin] = (stored, stored)
      }
      guard let mark = marks[origin], operation.dot.counter > mark.now else { continue }
      marks[origin]?.now = operation.dot.counter
      if work[operation.row] == nil {
        order.append(operation.row)
        work[operation.row] =
          try rows.load(operation.table, operation.row)
          ?? RowStore.StoredRow(
            scope: scope, state: RowState(table: operation.table, row: operation.row), layout: nil)
      }
      // A row keeps its table; an operation that says otherwise is nobody's to merge.
      guard work[operation.row]?.state.table == operation.table else { continue }
      work[operation.row]?.state.merge(operation)
    }
    for row in order {
      if let stored = work[row] { try rows.save(stored) }
    }
    for (origin, mark) in marks.sorted(by: { $0.key < $1.key }) where mark.now > mark.stored {
      try frontier.raiseMark(scope, origin, to: mark.now)
    }
  }
}
