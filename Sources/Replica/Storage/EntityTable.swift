import SQLite
import SyncProtocol

/// How a synced table lies in SQLite: typed columns for what a field shows, made from the registry.
final class EntityTable {
  /// What a column holds.
  struct Form {
    var field: FieldID
    /// The type of its values; sealed where they are.
    var storedKind: Value.Kind

    /// Whether a shown value has the column's form; another stands among the extra heads.
    func fits(_ value: Value) -> Bool {
      switch value.kind {
      case nil: true
      case .erased: storedKind == .sealed
      case let kind: kind == storedKind
      }
    }
  }

  /// A field with a column.
  struct Column {
    var form: Form
    var name: String

    var field: FieldID { form.field }

    fileprivate var sqlType: String {
      switch form.storedKind {
      case .integer: "INTEGER"
      case .text: "TEXT"
      case .bytes, .sealed, .erased: "BLOB"
      }
    }
  }

  /// Columns before the fields': rid, scope, time, hidden, overrides, more.
  static let leadingColumns = 6

  let definition: TableDefinition
  let columns: [Column]
  /// The forms of `columns`, apart from their names: merging looks at nothing else.
  let forms: [Form]
  private let positionByIndex: [Int?]

  init(_ definition: TableDefinition) {
    self.definition = definition
    // Stored rows name columns by their place. Numbers of fields are append-only, so in their order a
    // later registry's columns come behind.
    columns = definition.columns.sorted { $0.id < $1.id }.map {
      Column(
        form: Form(field: $0.id, storedKind: $0.sealing == nil ? $0.type : .sealed), name: $0.name)
    }
    forms = columns.map(\.form)
    precondition(columns.count <= 64, "a table's columns fit a 64-bit mask")
    var positions: [Int?] = []
    for (position, column) in columns.enumerated() {
      let index = Int(column.field.rawValue >> 3)
      while positions.count <= index { positions.append(nil) }
      positions[index] = position
    }
    positionByIndex = positions
  }

  /// The position among `columns` of a field, nil when it has no column here.
  func position(of field: FieldID) -> Int? {
    let index = Int(field.rawValue >> 3)
    guard index < positionByIndex.count, let position = positionByIndex[index],
      forms[position].field == field
    else { return nil }
    return position
  }

  /// What the table has that it did not have before this program opened the store.
  enum Novelty {
    case nothing
    /// Columns that a later registry brought.
    case columns([FieldID])
    case wholeTable
  }

  /// Makes the table, or adds the columns that a later registry brought.
  func prepare(in connection: Connection) throws -> Novelty {
    let name = definition.name
    let existing = try connection.rows("SELECT name FROM pragma_table_info('\(name)')") {
      try $0.text(at: 0)
    }
    if existing.isEmpty {
      let fields = columns.map { "\"\($0.name)\" \($0.sqlType),\n  " }.joined()
      try connection.execute(
        """
        CREATE TABLE "\(name)" (
          rid INTEGER PRIMARY KEY,
          scope INTEGER NOT NULL,
          time INTEGER,
          hidden INTEGER,
          \(fields)overrides BLOB,
          more BLOB
        ) STRICT
        """)
      try indexMore(in: connection)
      return .wholeTable
    }
    if !existing.contains("more") {
      try connection.execute("ALTER TABLE \"\(name)\" ADD COLUMN more BLOB")
      try indexMore(in: connection)
    }
    let added = columns.filter { !existing.contains($0.name) }
    for column in added {
      try connection.execute(
        "ALTER TABLE \"\(name)\" ADD COLUMN \"\(column.name)\" \(column.sqlType)")
    }
    return added.isEmpty ? .nothing : .columns(added.map(\.field))
  }

  /// Finds the rows that have more heads than are shown.
  private func indexMore(in connection: Connection) throws {
    let name = definition.name
    try connection.execute(
      "CREATE INDEX \"\(name)_more\" ON \"\(name)\" (scope) WHERE more IS NOT NULL")
  }

  var selectSQL: String {
    "SELECT rid, scope, time, hidden, overrides, more\(columns.map { ", \"\($0.name)\"" }.joined())"
      + " FROM \"\(definition.name)\""
  }

  /// An INSERT of the leading columns and the masked ones; nothing happens where the row stands.
  func insertSQL(mask: UInt64) -> String {
    let names = masked(mask).map { ", \"\($0.name)\"" }.joined()
    let marks = String(repeating: ", ?", count: mask.nonzeroBitCount)
    return
      "INSERT OR IGNORE INTO \"\(definition.name)\" (rid, scope, time, hidden, overrides, more\(names))"
      + " VALUES (?, ?, ?, ?, ?, ?\(marks))"
  }

  /// An UPDATE of time, hidden, overrides, `more` if it changes, and the masked columns; the row is
  /// the last parameter.
  func updateSQL(mask: UInt64, withMore: Bool) -> String {
    let names = masked(mask).map { ", \"\($0.name)\" = ?" }.joined()
    return "UPDATE \"\(definition.name)\" SET time = ?, hidden = ?, overrides = ?"
      + "\(withMore ? ", more = ?" : "")\(names)"
      + " WHERE rid = ?"
  }

  private func masked(_ mask: UInt64) -> [Column] {
    columns.indices.filter { mask & 1 << UInt64($0) != 0 }.map { columns[$0] }
  }
}
