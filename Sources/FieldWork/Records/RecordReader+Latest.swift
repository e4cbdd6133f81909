import Replica
import SyncProtocol

extension RecordReader {
  /// The latest records of a kind that name another record, the latest first.
  ///
  /// - Parameter subject: the table of the record that they name, by whose name their column is called.
  package func latest(
    _ kind: RecordCode.Kind, about row: RowID, of subject: TableDefinition, limit: Int
  ) throws -> [RowID] {
    try connection.rows(
      """
      SELECT rid FROM "\(kind.table.name)" WHERE "\(subject.name)" = ? AND hidden IS NULL
      ORDER BY rid DESC LIMIT ?
      """, .integer(row.rawValue), .integer(Int64(limit))
    ) { RowID(rawValue: try $0.integer(at: 0)) }.compactMap(\.self)
  }
}
