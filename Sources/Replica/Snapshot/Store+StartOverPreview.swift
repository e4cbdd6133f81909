import SQLite
import SyncProtocol

/// What a person gives up by starting a scope over, at most: a laptop does not know which of it the
/// restored centre has.
package struct StartOverPreview: Sendable, Equatable {
  /// The scope.
  package var scope: ScopeID
  /// Rows that no batch kept here writes, by table: they come back only if another store has them.
  package var onlyRows: [TableID: Int]
  /// Own operations whose batches are not kept here any more.
  package var ownOperations: Int64
  /// Own operations of the scope that the centre has not confirmed: they are sent all the same.
  package var unsentOperations: Int64
}

extension Store {
  /// What starting a scope over would take from here. Laptop only.
  package func startOverPreview(of scope: ScopeID) throws -> StartOverPreview {
    let number = SQLValue.integer(scope.rawValue)
    var onlyRows: [TableID: Int] = [:]
    for table in rows.tables.keys.sorted() {
      guard let entity = rows.tables[table] else { continue }
      let count = try connection.integer(
        """
        SELECT count(*) FROM "\(entity.definition.name)" AS entity
        WHERE scope = ?1 AND hidden IS NULL AND NOT EXISTS (
          SELECT 1 FROM batch WHERE batch.scope = ?1 AND batch.replica = entity.rid >> 39
            AND batch.session = (entity.rid >> 19 & 0xFFFFF)
            AND entity.rid & 0x7FFFF BETWEEN batch.first_counter AND batch.last_counter)
        """, number)
      if count > 0 { onlyRows[table] = Int(clamping: count) }
    }
    // What waits in the outbox stands in no batch, and is closed before anything goes.
    for operation in try outboxOperations(in: scope) where operation.isCreate {
      onlyRows[operation.table, default: 1] -= 1
      if onlyRows[operation.table] == 0 { onlyRows[operation.table] = nil }
    }
    let unsent = try connection.integer(
      """
      SELECT (SELECT count(*) FROM outbox WHERE scope = ?1)
        + (SELECT coalesce(sum(operations), 0) FROM batch WHERE scope = ?1
            AND (replica = ?2 OR replica IN (SELECT replica FROM former_replica))
            AND (receipt IS NULL OR receipt NOT IN (1, 3, 4, 7)))
      """, number, .integer(Int64(identity.replica.rawValue)))
    return StartOverPreview(
      scope: scope, onlyRows: onlyRows,
      ownOperations: try base(of: scope)?.ownOperations ?? 0, unsentOperations: unsent)
  }
}
