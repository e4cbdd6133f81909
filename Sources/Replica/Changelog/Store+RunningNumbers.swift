import SQLite
import SyncProtocol

extension Store {
  /// Lets the running numbers of a table, from which codes are made, begin above a number; those that
  /// are beyond it stay. For a store whose codes must not be those of another one.
  package func beginNumbers(of table: TableDefinition, above number: Int64) throws {
    try connection.execute(
      """
      INSERT INTO running_number (table_id, last) VALUES (?, ?)
      ON CONFLICT (table_id) DO UPDATE SET last = max(last, excluded.last)
      """, .integer(Int64(table.id.rawValue)), .integer(number))
  }
}
