import SQLite
import SyncProtocol

/// Rows of tables that a later version defined: kept whole as heads, shown by nobody.
extension RowStore {
  func loadUnknown(_ table: TableID, _ row: RowID) throws -> StoredRow? {
    try connection.row(
      "SELECT scope, time FROM unknown_row WHERE table_id = ? AND rid = ?",
      .integer(Int64(table.rawValue)), .integer(row.rawValue)
    ) { statement in
      guard let scope = ScopeID(rawValue: try statement.integer(at: 0)) else {
        throw ProtocolError.malformed(.numberOutOfRange)
      }
      let createdAt = try statement.optionalInteger(at: 1).map { Timestamp(rawValue: $0) }
      let heads = try extraHeads(of: row, table)
      return StoredRow(
        scope: scope,
        state: RowState(table: table, row: row, createdAt: createdAt, heads: heads),
        layout: RowLayout(shown: [], more: nil, extraHeads: heads, hiding: nil))
    }
  }

  func saveUnknown(_ row: StoredRow) throws -> Bool {
    if row.layout == nil, try loadUnknown(row.state.table, row.state.row) != nil { return false }
    try connection.execute(
      """
      INSERT INTO unknown_row (rid, table_id, scope, time) VALUES (?, ?, ?, ?)
      ON CONFLICT (table_id, rid) DO UPDATE SET time = excluded.time
      """,
      .integer(row.state.row.rawValue), .integer(Int64(row.state.table.rawValue)),
      .integer(row.scope.rawValue), SQLValue(row.state.createdAt?.rawValue))
    try replaceExtraHeads(of: row, row.layout?.extraHeads ?? [], row.state.heads)
    return true
  }

  /// Rows of unknown tables, for the digest.
  func forEachUnknownRow(in scope: ScopeID?, _ body: (StoredRow) throws -> Void) throws {
    let rows = try connection.rows("SELECT rid, table_id FROM unknown_row ORDER BY table_id, rid") {
      (try $0.integer(at: 0), UInt16(truncatingIfNeeded: try $0.integer(at: 1)))
    }
    for (rid, table) in rows {
      guard let row = RowID(rawValue: rid),
        let stored = try loadUnknown(TableID(rawValue: table), row),
        scope == nil || stored.scope == scope
      else { continue }
      try body(stored)
    }
    for table in try unknownMisplacedTables() {
      for row in try misplacedRows(of: table, in: scope) { try body(row) }
    }
  }
}
