import SQLite
import SyncProtocol

/// A row that batches of one laptop write to.
package struct BroughtRow: Sendable, Equatable {
  /// Its table.
  package var table: TableID
  /// The row.
  package var row: RowID
  /// Its scope.
  package var scope: ScopeID
  /// Operations that write to it.
  package var operations: Int64
  /// Those of them that wait for what is missing.
  package var waiting: Int64
  /// Whether one of them makes it.
  package var isNew: Bool
  /// When the last of these batches came.
  package var received: Timestamp
}

/// What batches of one laptop brought, row by row.
package struct BroughtRows: Sendable, Equatable {
  /// The rows, the latest to come first.
  package var rows: [BroughtRow]
  /// Operations of batches that only a later version of this program can read.
  package var unreadable: Int64
}

extension Store {
  /// The rows that batches of a laptop write to, by whatever way they came.
  ///
  /// - Parameters:
  ///   - start: leaves out what came before; nil for everything that is here.
  ///   - waitingOnly: leaves out what is merged.
  package func broughtRows(
    of replica: ReplicaID, since start: Timestamp?, waitingOnly: Bool
  ) throws -> BroughtRows {
    let batches = try connection.rows(
      """
      SELECT position, scope, operations, received, \(LogCondition.waiting) FROM batch
      WHERE replica = ?1 AND (?2 IS NULL OR received >= ?2)
        AND (\(LogCondition.merged) OR \(LogCondition.waiting))
        \(waitingOnly ? "AND \(LogCondition.waiting)" : "")
      """, .integer(Int64(replica.rawValue)), SQLValue(start?.rawValue)
    ) { batch in
      (
        position: try batch.integer(at: 0), scope: ScopeID(rawValue: try batch.integer(at: 1)),
        operations: try batch.integer(at: 2),
        received: Timestamp(rawValue: try batch.integer(at: 3)),
        isWaiting: try batch.integer(at: 4) != 0
      )
    }
    var places: [BroughtRowName: Int] = [:]
    var found = BroughtRows(rows: [], unreadable: 0)
    for batch in batches {
      guard let scope = batch.scope, let operations = try? operations(at: batch.position) else {
        found.unreadable += batch.operations
        continue
      }
      for operation in operations {
        let name = BroughtRowName(scope: scope, table: operation.table, row: operation.row)
        let place = places[name] ?? found.rows.count
        if place == found.rows.count {
          places[name] = place
          found.rows.append(
            BroughtRow(
              table: operation.table, row: operation.row, scope: scope, operations: 0, waiting: 0,
              isNew: false, received: batch.received))
        }
        found.rows[place].operations += 1
        if batch.isWaiting { found.rows[place].waiting += 1 }
        if operation.isCreate { found.rows[place].isNew = true }
        found.rows[place].received = max(found.rows[place].received, batch.received)
      }
    }
    found.rows.sort { ($1.received, $0.row) < ($0.received, $1.row) }
    return found
  }
}

private struct BroughtRowName: Hashable {
  let scope: ScopeID
  let table: TableID
  let row: RowID
}
