import SQLite
import SyncProtocol

extension Store {
  /// Merges operations of one scope into the rows and raises their sessions' marks.
  ///
  /// Operations at or below their session's mark were applied before and are skipped: a copied
  /// store closes the same outbox into another batch. Every row is read once, merged in memory by
  /// the protocol's rule, and written once.
  ///
  /// - Returns: those that were not applied before.
  @discardableResult
  func merge(_ operations: [Operation], in scope: ScopeID) throws -> [Operation] {
    let fresh = try raisingMarks(operations, in: scope)
    try noteKeys(of: fresh, in: scope)
    let newlyErased = try noteErasures(in: fresh, scope)
    let erased = try erasedSubjects(in: scope)
    var work: [RowStore.StoredRow] = []
    var places: [RowKey: Int] = [:]
    places.reserveCapacity(fresh.count)
    for operation in fresh {
      let (place, isNew) = Self.place(of: operation, in: &places, next: work.count)
      if isNew {
        // What creates a row almost always finds none, so it is not looked for; `save` sees.
        let stored =
          operation.isCreate ? nil : try rows.loadForUpdate(operation.table, operation.row)
        work.append(
          stored
            ?? RowStore.StoredRow(
              scope: scope, state: RowState(table: operation.table, row: operation.row),
              layout: nil))
      }
      work[place].state.merge(operation)
    }
    if !erased.isEmpty { for index in work.indices { work[index].state.erase(erased) } }
    for merged in work where try !rows.save(merged) {
      let key = RowKey(table: merged.state.table, row: merged.state.row)
      try mergeIntoExisting(key, fresh.filter { RowKey($0) == key }, erased)
    }
    try eraseRows(of: newlyErased, in: scope)
    return fresh
  }

  private static func place(
    of operation: Operation, in places: inout [RowKey: Int], next: Int
  ) -> (place: Int, isNew: Bool) {
    let place = places[RowKey(operation), default: next]
    if place == next { places[RowKey(operation)] = next }
    return (place, place == next)
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
  private func mergeIntoExisting(
    _ key: RowKey, _ operations: [Operation], _ erased: Set<RowID>
  ) throws {
    guard var stored = try rows.loadForUpdate(key.table, key.row) else { return }
    for operation in operations { stored.state.merge(operation) }
    stored.state.erase(erased)
    _ = try rows.save(stored)
  }
}

/// A row of a table. Honest operations never name one row in two tables; where one does, these are
/// two rows, so that the order of arrival decides nothing.
private struct RowKey: Hashable {
  var table: TableID
  var row: RowID

  init(table: TableID, row: RowID) {
    self.table = table
    self.row = row
  }

  init(_ operation: Operation) { self.init(table: operation.table, row: operation.row) }
}
