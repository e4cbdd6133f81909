import SQLite
import SyncProtocol

extension RecordReader {
  /// What people call a row of any table with codes; its number where it has none.
  package func codeText(of row: RowID) throws -> String {
    for kind in RecordCode.Kind.allCases {
      if let text = try codeText(of: row, kind) { return text }
    }
    return "#\(row.rawValue)"
  }

  /// The code of a row of one kind; nil when it is no such row.
  package func codeText(of row: RowID, _ kind: RecordCode.Kind) throws -> String? {
    let number = try connection.row(
      "SELECT number FROM \"\(kind.table.name)\" WHERE rid = ?", .integer(row.rawValue)
    ) { try $0.optionalInteger(at: 0) }
    guard let number else { return nil }
    let code = number.flatMap {
      RecordCode(kind: kind, replica: row.replica.rawValue, number: $0)
    }
    return code?.text ?? "#\(row.rawValue)"
  }
}
