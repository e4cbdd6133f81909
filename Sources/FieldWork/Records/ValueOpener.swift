import Replica
import SQLite
import SyncProtocol

/// Opens the sealed columns of one table's rows as they are read.
///
/// What cannot be read becomes words in their place, never an empty field: whoever looks must see
/// that something is there, and why it is not shown.
final class ValueOpener {
  private let keyring: Keyring
  private let table: TableDefinition
  /// The fields by position in the statement, looked up once.
  private var fields: [FieldID?] = []

  init(_ keyring: Keyring, _ table: TableDefinition) {
    self.keyring = keyring
    self.table = table
  }

  /// The value of a column of a row's statement, whose columns have their own names.
  func open(_ statement: Statement, at index: Int, of row: RowID) throws -> OpenedValue {
    let value = Value(try statement.value(at: index))
    guard let field = field(statement, at: index) else { return .value(value) }
    return try keyring.open(value, table: table.id, row: row, field: field)
  }

  private func field(_ statement: Statement, at index: Int) -> FieldID? {
    if fields.isEmpty {
      fields = (0..<statement.columnCount).map { position in
        let name = statement.columnName(at: position)
        return table.fields.first { $0.name == name }?.id
      }
    }
    return index < fields.count ? fields[index] : nil
  }
}

extension OpenedValue {
  /// Why a value is not shown; nil when it is.
  package var whyHidden: BilingualText? {
    switch self {
    case .value: nil
    case .erased: BilingualText(vi: "đã xóa", en: "erased")
    case .keyMissing: BilingualText(vi: "chưa có khóa trên máy này", en: "key not here yet")
    case .keyDropped:
      BilingualText(vi: "đã hết hạn lưu trên máy này", en: "no longer kept on this machine")
    case .locked:
      BilingualText(vi: "chờ đồng bộ sau khi phục hồi", en: "waiting for a sync after a restore")
    case .unreadable: BilingualText(vi: "không đọc được", en: "unreadable")
    }
  }

  /// Why a value is not shown, as it stands among values.
  package var inBrackets: BilingualText {
    let why = whyHidden ?? BilingualText(same: "")
    return BilingualText(
      vi: "(\(why.text(in: .vietnamese)))", en: "(\(why.text(in: .english)))")
  }

  /// What stands in the place of a text that is not shown, in both languages; nil for a value.
  package var standIn: String? {
    whyHidden.map { "(\($0.text(in: .vietnamese)) / \($0.text(in: .english)))" }
  }
}
