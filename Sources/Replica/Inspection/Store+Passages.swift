import SQLite
import SyncProtocol

/// How far the changes of one row have come of what this replica wrote in it.
package struct RowPassage: Sendable {
  /// A stage before "merged at the centre".
  package enum Stage: Int, CaseIterable, Comparable, Sendable {
    /// On this machine alone, as far as it knows.
    case here
    /// In a request; nothing was heard of it.
    case underWay
    /// In a pack that was written whole; nothing was heard of it.
    case carried
    /// Kept by the centre, which cannot merge it yet.
    case waiting

    /// Less far comes first.
    package static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
  }

  /// The table of the row.
  package let table: TableDefinition
  /// The row.
  package let row: RowID
  /// That of the change that has come least far.
  package let stage: Stage
}

extension Store {
  /// The rows of this replica's changes that the centre has not merged, as far as is known here, each
  /// once, the latest change first; those of tables of a later version are left out.
  package func rowPassages() throws -> [RowPassage] {
    var changes: [(operation: Operation, stage: RowPassage.Stage)] = []
    let closed = try connection.rows(
      """
      SELECT encoded, CASE WHEN receipt IN (2, 5) THEN 3
        WHEN receipt IS NULL AND pack IS NOT NULL THEN 2
        WHEN receipt IS NULL AND sent IS NOT NULL THEN 1 ELSE 0 END
      FROM batch
      WHERE (replica = ? OR replica IN (SELECT replica FROM former_replica))
        AND \(LogCondition.unfinished)
      ORDER BY position
      """, .integer(Int64(identity.replica.rawValue))
    ) { row in
      (
        try Batch(decoding: try row.bytes(at: 0), primitives: primitives),
        RowPassage.Stage(rawValue: try row.count(at: 1)) ?? .here
      )
    }
    for (batch, stage) in closed {
      changes += try batch.operations(primitives: primitives).map { ($0, stage) }
    }
    changes += try outbox().map { ($0.operation, .here) }
    var places: [RowID: Int] = [:]
    var rows: [RowPassage] = []
    for (operation, stage) in changes.reversed() {
      guard let table = schema[operation.table] else { continue }
      if let place = places[operation.row] {
        let known = rows[place]
        rows[place] = RowPassage(
          table: known.table, row: known.row, stage: min(known.stage, stage))
      } else {
        places[operation.row] = rows.count
        rows.append(RowPassage(table: table, row: operation.row, stage: stage))
      }
    }
    return rows
  }

  /// The rows of this replica's changes that the centre has not confirmed to have, each once, the
  /// latest change first.
  package func rowsNotHandedOver() throws -> [(table: TableDefinition, row: RowID)] {
    try rowPassages().filter { $0.stage != .waiting }.map { ($0.table, $0.row) }
  }

  /// The rows of the changes of this replica that the centre confirmed last, each once, the latest
  /// first.
  ///
  /// - Parameter batches: so many of the latest batches are looked through.
  package func rowsConfirmedLast(
    batches limit: Int
  ) throws -> [(table: TableDefinition, row: RowID)] {
    let batches = try batches(
      """
      SELECT encoded FROM batch
      WHERE (replica = ? OR replica IN (SELECT replica FROM former_replica))
        AND \(LogCondition.confirmed)
      ORDER BY position DESC LIMIT ?
      """, .integer(Int64(identity.replica.rawValue)), .integer(Int64(limit)))
    var known: Set<RowID> = []
    return try batches.flatMap { batch in
      try batch.operations(primitives: primitives).reversed().compactMap { operation in
        guard let table = schema[operation.table], known.insert(operation.row).inserted else {
          return nil
        }
        return (table, operation.row)
      }
    }
  }

  /// How many rows of a table this replica made that are shown.
  package func rowsMadeHere(in table: TableDefinition) throws -> Int {
    try ownNumbers().reduce(0) { count, replica in
      guard
        let first = RowID(replica: replica, session: 0, counter: 0),
        let last = RowID(
          replica: replica, session: RowID.maximumSession, counter: RowID.maximumCounter)
      else { return count }
      return count
        + Int(
          clamping: try connection.integer(
            "SELECT count(*) FROM \"\(table.name)\" WHERE rid BETWEEN ? AND ? AND hidden IS NULL",
            .integer(first.rawValue), .integer(last.rawValue)))
    }
  }
}
