import SQLite
import SyncProtocol

extension Store {
  /// Merges operations of one scope into the rows and raises their sessions' marks.
  ///
  /// Operations at or below their session's mark were applied before and are skipped: a copied
  /// store closes the same outbox into another batch. Every row is read once, merged in memory by
  /// the protocol's rule, and written once.
  func merge(_ operations: [Operation], in scope: ScopeID) throws {
    let fresh = try raisingMarks(operations, in: scope)
    var work: [RowID: RowStore.StoredRow] = [:]
    var order: [RowID] = []
    for operation in fresh {
      if work[operation.row] == nil {
        order.append(operation.row)
        // What creates a row almost always finds none, so it is not looked for; `save` sees.
        let stored = operation.isCreate ? nil : try rows.load(operation.table, operation.row)
        work[operation.row] =
          stored
          ?? RowStore.StoredRow(
            scope: scope, state: RowState(table: operation.table, row: operation.row), layout: nil)
      }
      // A row keeps its table; an operation that says otherwise is nobody's to merge.
      guard work[operation.row]?.state.table == operation.table else { continue }
      work[operation.row]?.state.merge(operation)
    }
    for row in order {
      guard let merged = work[row] else { continue }
      if try !rows.save(merged) { try mergeIntoExisting(row, fresh) }
    }
  }

  /// The operations that were not applied before, with their sessions' marks raised past them.
  private func raisingMarks(
    _ operations: [Operation], in scope: ScopeID
  ) throws -> [Operation] {
    var marks: [Origin: (stored: UInt32, now: UInt32)] = [:]
    var fresh: [Operation] = []
    fresh.reserveCapacity(operations.count)
    for operation in operations {
      let origin = operation.dot.origin
      let mark: (stored: UInt32, now: UInt32)
      if let known = marks[origin] {
        mark = known
      } else {
        let stored = try frontier.mark(scope, origin)
        mark = (stored, stored)
      }
      guard operation.dot.counter > mark.now else { continue }
      marks[origin] = (mark.stored, operation.dot.counter)
      fresh.append(operation)
    }
    for (origin, mark) in marks.sorted(by: { $0.key < $1.key }) {
      try frontier.raiseMark(scope, origin, to: mark.now)
    }
    return fresh
  }

  /// A row that stood here before its creation arrived: somebody wrote to it and named no
  /// dependency, or a gap in the log was declared.
  private func mergeIntoExisting(_ row: RowID, _ operations: [Operation]) throws {
    guard let create = operations.first(where: { $0.row == row }),
      var stored = try rows.load(create.table, row)
    else { return }
    for operation in operations where operation.row == row && operation.table == create.table {
      stored.state.merge(operation)
    }
    _ = try rows.save(stored)
  }
}
