import SQLite
import SyncProtocol

/// An upgrade of the registry: values and rows that an earlier program kept without knowing them
/// get the columns and tables that there are now. Their heads, and so the digest, stay what they
/// are.
extension RowStore {
  /// Moves what was kept for a table into what is new of it.
  func bringToLife(_ table: EntityTable, _ novelty: EntityTable.Novelty) throws {
    switch novelty {
    case .nothing: return
    case .columns(let fields):
      for field in fields { try bringToLife(field, of: table) }
    case .wholeTable: try bringRowsToLife(of: table)
    }
  }

  /// Heads of a field that had no column until now.
  private func bringToLife(_ field: FieldID, of table: EntityTable) throws {
    let keys = try connection.rows(
      "SELECT DISTINCT row FROM head WHERE table_id = ? AND field = ? ORDER BY row",
      .integer(Int64(table.definition.id.rawValue)), .integer(Int64(field.rawValue))
    ) { try $0.integer(at: 0) }
    for row in keys.compactMap(RowID.init(rawValue:)) {
      guard var stored = try load(table.definition.id, row) else { continue }
      stored.digestTerm = DigestTerm(stored.state, primitives: primitives)
      _ = try save(stored)
    }
  }

  /// Rows of a table that was unknown until now.
  private func bringRowsToLife(of table: EntityTable) throws {
    let id = SQLValue.integer(Int64(table.definition.id.rawValue))
    let keys = try connection.rows(
      "SELECT rid FROM unknown_row WHERE table_id = ? ORDER BY rid", id
    ) { try $0.integer(at: 0) }
    for row in keys.compactMap(RowID.init(rawValue:)) {
      guard var stored = try loadUnknown(table.definition.id, row) else { continue }
      // Its digest stands already; only its place in the store is new.
      stored.digestTerm = DigestTerm(stored.state, primitives: primitives)
      stored.layout = nil
      try connection.execute(
        "DELETE FROM head WHERE table_id = ? AND row = ?", id, .integer(row.rawValue))
      try connection.execute(
        "DELETE FROM unknown_row WHERE table_id = ? AND rid = ?", id, .integer(row.rawValue))
      _ = try save(stored)
    }
  }
}
