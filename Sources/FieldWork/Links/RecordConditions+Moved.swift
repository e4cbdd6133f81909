import Replica
import SQLite
import SyncProtocol

extension RecordConditions {
  /// Leaves out rows that the centre copied into another scope, where they live on.
  mutating func addStillHere(_ table: TableDefinition) {
    // All elements of one kind begin with the same bytes, whatever row they name.
    guard let anyRow = RowID(rawValue: 1),
      case .blob(let element) = SQLValue(RowLink(.movedTo, anyRow).element)
    else { return }
    let kind = Array(element.dropLast(RowLink.byteCount - 1))
    add(
      """
      NOT EXISTS (SELECT 1 FROM head WHERE row = rid AND table_id = ? AND field = ?
        AND substr(value, 1, ?) = ?)
      """,
      .integer(Int64(table.id.rawValue)), .integer(Int64(RowLink.links.id.rawValue)),
      .integer(Int64(kind.count)), .blob(kind))
  }
}
