import SQLite
import SyncProtocol

extension Store {
  /// Merges operations of one scope into the rows and raises their sessions' marks.
  ///
  /// Operations at or below their session's mark were applied before and are skipped: a copied
  /// store closes the same outbox into another batch. What the centre writes because of an operation
  /// raises that one's mark too. Every row is read once, merged in memory by the protocol's rule, and
  /// written once.
  ///
  /// - Returns: those that were not applied before.
  @discardableResult
  func merge(_ operations: [Operation], in scope: ScopeID) throws -> [Operation] {
    let fresh = try raisingMarks(operations, in: scope)
    try noteReplacedEarly(by: fresh, in: scope)
    try noteKeys(of: fresh, in: scope)
    let newlyErased = try noteErasures(in: fresh, scope)
    let erased = try erasedSubjects(in: scope)
    var work = MergeWork(capacity: fresh.count)
    for operation in fresh {
      let place: Int
      if let known = work.place(of: operation.table, operation.row) {
        place = known
      } else {
        // What creates a row almost always finds none, so it is not looked for; `save` sees.
        let stored =
          operation.isCreate
          ? nil : try rows.loadForUpdate(operation.table, operation.row, in: scope)
        place = work.add(
          stored
            ?? RowStore.StoredRow(
              scope: scope, state: RowState(table: operation.table, row: operation.row),
              layout: nil))
      }
      work.rows[place].state.merge(operation)
    }
    if !erased.isEmpty { for index in work.rows.indices { work.rows[index].state.erase(erased) } }
    for index in work.rows.indices where try !rows.save(work.rows[index]) {
      let state = work.rows[index].state
      try mergeIntoExisting(
        state.table, state.row, in: scope,
        fresh.filter { $0.row == state.row && $0.table == state.table }, erased)
    }
    try eraseRows(of: newlyErased, in: scope)
    try noteLateResidents(fresh, erased: newlyErased)
    try noteLateNames(fresh, in: scope)
    return fresh
  }

  /// The operations that were not applied before, with their sessions' marks raised past them.
  private func raisingMarks(
    _ operations: [Operation], in scope: ScopeID
  ) throws -> [Operation] {
    // A batch is of one session, and what it holds is mostly all new.
    var marks: [Origin: UInt32] = [:]
    var fresh: [Operation] = []
    var start = operations.startIndex
    while start < operations.endIndex {
      let origin = operations[start].dot.origin
      let end = operations[start...].firstIndex { $0.dot.origin != origin } ?? operations.endIndex
      var mark = try marks[origin] ?? frontier.mark(scope, origin)
      for index in start..<end where operations[index].dot.counter > mark {
        mark = operations[index].dot.counter
        fresh.append(operations[index])
      }
      marks[origin] = mark
      start = end
    }
    marks.merge(try answeredMarks(of: fresh), uniquingKeysWith: max)
    for (origin, mark) in marks.sorted(by: { $0.key < $1.key }) {
      try frontier.raiseMark(scope, origin, to: mark)
    }
    return fresh
  }

  /// A row that stood here before its creation arrived: somebody wrote to it and named no
  /// dependency, or a gap in the log was declared.
  private func mergeIntoExisting(
    _ table: TableID, _ row: RowID, in scope: ScopeID, _ operations: [Operation],
    _ erased: Set<RowID>
  ) throws {
    guard var stored = try rows.loadForUpdate(table, row, in: scope) else { return }
    for operation in operations { stored.state.merge(operation) }
    stored.state.erase(erased)
    _ = try rows.save(stored)
  }
}

/// The rows of a scope that a merge touches, each once, found again by table and id.
///
/// Honest operations never name one row in two tables or two scopes; where one does, these are two
/// rows, so that the order of arrival decides nothing.
private struct MergeWork {
  /// In the order in which they were met.
  var rows: [RowStore.StoredRow] = []
  /// One more than the index of a row at the place that its id gives, or at the next free one; 0 is
  /// free. At most half are taken, and a batch bounds how many can crowd.
  private var slots: [Int32]

  init(capacity: Int) {
    var count = 2
    while count < 2 * capacity { count *= 2 }
    slots = Array(repeating: 0, count: count)
    rows.reserveCapacity(capacity)
  }

  func place(of table: TableID, _ row: RowID) -> Int? {
    var slot = firstSlot(of: row)
    while slots[slot] > 0 {
      let place = Int(slots[slot]) - 1
      if rows[place].state.row == row, rows[place].state.table == table { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a row that has no place yet.
  mutating func add(_ row: RowStore.StoredRow) -> Int {
    var slot = firstSlot(of: row.state.row)
    while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
    rows.append(row)
    slots[slot] = Int32(rows.count)
    return rows.count - 1
  }

  private func firstSlot(of row: RowID) -> Int {
    // Fibonacci hashing: the upper bits of a product with 2^64 over the golden ratio.
    let product = UInt64(bitPattern: row.rawValue) &* 0x9E37_79B9_7F4A_7C15
    return Int(product >> 32) & (slots.count - 1)
  }
}
