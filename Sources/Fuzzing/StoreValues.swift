import SQLite

/// Changes to single values of a store's tables, as the bytes of an input name them.
struct StoreValues {
  private var rest: ArraySlice<UInt8>

  /// Numbers that arithmetic tends to forget.
  private static let extremes: [Int64] = [
    .min, .min + 1, .max, .max - 1, -1, 0, 1, 255, 256, 1 << 16, 1 << 19, 1 << 24, 1 << 32,
    -1 << 32, 1 << 39, 1 << 44, 1 << 62,
  ]

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// Writes the changes into a file that no store has open; what SQLite refuses is left out.
  func write(to path: String, on disk: FuzzDisk) throws {
    let connection = try Connection(
      path: path, mode: .readWrite, vfs: disk.name, busyTimeoutMilliseconds: 0)
    defer { connection.close() }
    let tables = try connection.rows(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
    ) { try $0.text(at: 0) }
    try connection.transaction(.immediate) {
      var changes = self
      while let change = changes.next() {
        let table = tables[Int(change.table) % tables.count]
        let columns = try connection.rows("PRAGMA table_info(\"\(table)\")") { try $0.text(at: 1) }
        let column = columns[Int(change.column) % columns.count]
        try? Self.apply(change, table, columns[0], column, connection)
      }
    }
  }

  private static func apply(
    _ change: Change, _ table: String, _ key: String, _ column: String, _ connection: Connection
  ) throws {
    switch change.kind {
    case 7:
      try connection.execute("DELETE FROM \"\(table)\"")
    case 6:
      try connection.execute("UPDATE \"\(table)\" SET \"\(column)\" = ?", change.value)
    default:
      try connection.execute(
        """
        UPDATE "\(table)" SET "\(column)" = ? WHERE "\(key)" IS
          (SELECT "\(key)" FROM "\(table)" ORDER BY "\(key)" LIMIT 1 OFFSET ?)
        """, change.value, .integer(Int64(change.row)))
    }
  }

  private struct Change {
    var table: UInt8
    var row: UInt8
    var column: UInt8
    var kind: UInt8
    var value: SQLValue
  }

  private mutating func byte() -> UInt8? { rest.popFirst() }

  private mutating func next() -> Change? {
    guard let table = byte(), let row = byte(), let column = byte(), let kind = byte() else {
      return nil
    }
    let value: SQLValue
    switch kind % 8 {
    case 0: value = .null
    case 1: value = .integer(bytes(8).reduce(0) { $0 << 8 | Int64($1) })
    case 2: value = .integer(Int64(Int8(bitPattern: byte() ?? 0)))
    case 3: value = .blob(bytes(Int(byte() ?? 0)))
    case 4: value = .text(String(decoding: bytes(Int(byte() ?? 0)), as: UTF8.self))
    default: value = .integer(Self.extremes[Int(byte() ?? 0) % Self.extremes.count])
    }
    return Change(table: table, row: row, column: column, kind: kind % 8, value: value)
  }

  private mutating func bytes(_ count: Int) -> [UInt8] {
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }
}
