import Replica
import SQLite
import SyncProtocol

/// A row of any table, found by what a person typed; also one that was deleted.
package struct LocatedRow: Sendable {
  /// Its table.
  package let table: TableDefinition
  /// The row.
  package let row: RowID
  /// Its scope.
  package let scope: ScopeID
}

extension FieldStore {
  /// Finds a row by its record code, or by `#` and its id. Deleted rows are found too: their
  /// history and a decision about them must stay within reach.
  ///
  /// - Throws: `FieldError.badCode`, `.notFound`, `.severalRecords`.
  package func locate(_ typed: String) throws -> LocatedRow {
    if typed.hasPrefix("#") {
      guard let number = Int64(typed.dropFirst()), let row = RowID(rawValue: number),
        let table = try store.schema.tables.first(where: { try holds($0, row) })
      else { throw FieldError.notFound(String(typed.prefix(64))) }
      return try located(table, row)
    }
    let code: RecordCode
    do {
      code = try RecordCode(parsing: typed)
    } catch {
      throw FieldError.badCode(typed: String(typed.prefix(64)), error)
    }
    let first = Int64(code.replica) << 39
    let rows = try store.connection.rows(
      """
      SELECT rid FROM "\(code.kind.table.name)"
      WHERE number = ? AND rid BETWEEN ? AND ? ORDER BY hidden IS NOT NULL, rid
      """, .integer(code.number), .integer(first), .integer(first + (1 << 39 - 1))
    ) { try $0.integer(at: 0) }.compactMap(RowID.init(rawValue:))
    guard let row = rows.first else { throw FieldError.notFound(code.text) }
    guard rows.count == 1 else {
      throw FieldError.severalRecords(
        code: code.text, try reader.candidates(rows, code.kind.table))
    }
    return try located(code.kind.table, row)
  }

  private func holds(_ table: TableDefinition, _ row: RowID) throws -> Bool {
    try store.connection.integer(
      "SELECT count(*) FROM \"\(table.name)\" WHERE rid = ?", .integer(row.rawValue)) > 0
  }

  private func located(_ table: TableDefinition, _ row: RowID) throws -> LocatedRow {
    guard let (_, scope) = try store.rowWithScope(table.id, row) else {
      throw FieldError.noSuchRecord(table.name)
    }
    return LocatedRow(table: table, row: row, scope: scope)
  }
}
