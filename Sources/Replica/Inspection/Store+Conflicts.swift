import SQLite
import SyncProtocol

/// A field with more than one value that nobody has chosen between.
package struct Conflict: Sendable, Equatable {
  /// The table.
  package var table: TableID
  /// The row.
  package var row: RowID
  /// Its scope.
  package var scope: ScopeID
  /// The field.
  package var field: FieldID
  /// All values: the shown one first, then by time from late to early.
  package var values: [ConflictValue]
}

/// One of the values of a conflict.
package struct ConflictValue: Sendable, Equatable {
  /// The write; its replica is the laptop.
  package var dot: Dot
  /// When it was written, by its author's clock as far as that was known.
  package var time: Timestamp
  /// The value, opened; sealed or erased where it cannot be read.
  package var value: Value
  /// Who wrote it; nil when the log no longer has the write, or the program itself wrote it.
  package var author: RowID?
  /// True for the one that is shown until somebody decides.
  package var isShown: Bool
}

extension Store {
  /// The conflicts of a scope or of all scopes, by row and field. Concurrent writes of equal values
  /// are none.
  ///
  /// - Parameter limit: rows are looked at until so many conflicts are found.
  package func conflicts(
    in scope: ScopeID? = nil, limit: Int = .max
  ) throws -> [Conflict] {
    let filter = scope == nil ? "" : " AND scope = ?"
    let candidates = try connection.rows(
      """
      SELECT DISTINCT row, table_id FROM head WHERE field & 7 < 3\(filter) ORDER BY row
      """, bindings: scope.map { [.integer($0.rawValue)] } ?? []
    ) { (try $0.integer(at: 0), UInt16(truncatingIfNeeded: try $0.integer(at: 1))) }
    var found: [Conflict] = []
    for (rid, table) in candidates where found.count < limit {
      guard let row = RowID(rawValue: rid),
        let stored = try rows.load(TableID(rawValue: table), row)
      else { continue }
      found += try conflicts(of: stored)
    }
    return Array(found.prefix(limit))
  }

  private func conflicts(of stored: RowStore.StoredRow) throws -> [Conflict] {
    let state = stored.state
    let fields = Set(state.heads.map(\.field)).filter { $0.kind?.hasColumn ?? false }.sorted()
    // Equal texts have unequal sealed forms; where all can be read, the texts decide.
    let opened = try self.opened(state)
    let inConflict = fields.filter { state.isInConflict($0) && opened.isInConflict($0) }
    return try inConflict.map { field in
      let heads = opened.heads(of: field).sorted { $0.isShownBefore($1) }
      let values = try heads.enumerated().map { index, head in
        ConflictValue(
          dot: head.dot, time: head.time, value: head.value,
          author: try operation(head.dot, in: stored.scope)?.author, isShown: index == 0)
      }
      return Conflict(
        table: state.table, row: state.row, scope: stored.scope, field: field, values: values)
    }
  }

  /// The merged state of a row; nil when the store does not have it.
  package func row(_ table: TableID, _ row: RowID) throws -> RowState? {
    try rows.load(table, row)?.state
  }

  /// The operation of a dot, from the outbox or the log; nil when neither has it any more.
  package func operation(_ dot: Dot, in scope: ScopeID) throws -> Operation? {
    let bodies = try connection.rows(
      """
      SELECT encoded FROM batch WHERE scope = ? AND replica = ? AND session = ?
        AND first_counter <= ? AND last_counter >= ?
      """,
      .integer(scope.rawValue), .integer(Int64(dot.replica.rawValue)),
      .integer(Int64(dot.session)), .integer(Int64(dot.counter)), .integer(Int64(dot.counter))
    ) { try $0.bytes(at: 0) }
    for encoded in bodies {
      let batch = try Batch(decoding: encoded, primitives: primitives)
      let operations = try batch.operations(primitives: primitives)
      if let operation = operations.first(where: { $0.dot == dot }) { return operation }
    }
    return try outboxOperations(in: scope).first { $0.dot == dot }
  }

  /// Every write to a row that the log and the outbox still have, oldest first.
  package func history(of row: RowID, in scope: ScopeID) throws -> [Operation] {
    var history: [Operation] = []
    let log = try connection.rows(
      "SELECT encoded FROM batch WHERE scope = ? AND state = 1 ORDER BY position",
      .integer(scope.rawValue)
    ) { try $0.bytes(at: 0) }
    for encoded in log {
      let batch = try Batch(decoding: encoded, primitives: primitives)
      history += try batch.operations(primitives: primitives).filter { $0.row == row }
    }
    history += try outboxOperations(in: scope).filter { $0.row == row }
    var seen: Set<Dot> = []
    return history.filter { seen.insert($0.dot).inserted }
      .sorted { $0.time != $1.time ? $0.time < $1.time : $0.dot < $1.dot }
  }

  func outboxOperations(in scope: ScopeID) throws -> [Operation] {
    try connection.rows(
      "SELECT origin, operation FROM outbox WHERE scope = ? ORDER BY position",
      .integer(scope.rawValue)
    ) { statement in
      guard let origin = Origin(rawValue: try statement.integer(at: 0)) else {
        throw ProtocolError.malformed(.numberOutOfRange)
      }
      return try BatchBody.decode(try statement.bytes(at: 1), origin: origin)
    }.flatMap { $0 }
  }
}
