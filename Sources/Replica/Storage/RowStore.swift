import SQLite
import SyncProtocol

/// Loads and saves merged rows, knowing nothing of the log.
///
/// Statements are prepared once for each table and set of written columns.
final class RowStore {
  let connection: Connection
  let tables: [TableID: EntityTable]
  /// The digests, which every saved row changes.
  var digests: DigestLeaves
  let primitives: Primitives
  private var inserts: [StatementKey: Statement] = [:]
  private var updates: [StatementKey: Statement] = [:]
  private var selects: [TableID: Statement] = [:]

  private struct StatementKey: Hashable {
    var table: TableID
    var mask: UInt64
  }

  /// A row as it stands in the store.
  struct StoredRow {
    var scope: ScopeID
    var state: RowState
    /// What the store holds now; nil when the row is not there yet.
    var layout: RowLayout?
    /// What the stored state adds to the scope's digest; nil when nobody has asked.
    var digestTerm: DigestTerm?
  }

  init(connection: Connection, schema: Schema, primitives: Primitives) {
    self.connection = connection
    self.primitives = primitives
    digests = DigestLeaves(connection: connection)
    tables = Dictionary(uniqueKeysWithValues: schema.tables.map { ($0.id, EntityTable($0)) })
  }

  /// Makes the tables and columns that are missing, and moves into them what earlier programs kept
  /// without knowing it. Must run inside a transaction.
  func prepareTables() throws {
    for (_, table) in tables.sorted(by: { $0.key < $1.key }) {
      try bringToLife(table, try table.prepare(in: connection))
    }
  }

  /// Lets go of the prepared statements, which would keep a closed file open.
  func letStatementsGo() {
    inserts = [:]
    updates = [:]
    selects = [:]
  }

  /// The row to be merged into and saved, or nil when the store does not have it.
  func loadForUpdate(_ table: TableID, _ row: RowID) throws -> StoredRow? {
    guard var stored = try load(table, row) else { return nil }
    stored.digestTerm = DigestTerm(stored.state, primitives: primitives)
    return stored
  }

  /// The row, or nil when the store does not have it.
  func load(_ table: TableID, _ row: RowID) throws -> StoredRow? {
    guard let entity = tables[table] else { return try loadUnknown(table, row) }
    let statement = try select(entity)
    defer {
      statement.reset()
      statement.clearBindings()
    }
    try statement.bind(row.rawValue, at: 1)
    guard try statement.step() else { return nil }
    return try read(statement, entity)
  }

  /// Every row of a table, in order of row id, of one scope or of all.
  func forEachRow(
    of table: TableID, in scope: ScopeID?, _ body: (StoredRow) throws -> Void
  ) throws {
    guard let entity = tables[table] else { return }
    let filter = scope == nil ? "" : " WHERE scope = ?"
    try connection.withStatement("\(entity.selectSQL)\(filter) ORDER BY rid") { statement in
      if let scope { try statement.bind(scope.rawValue, at: 1) }
      while try statement.step() { try body(try read(statement, entity)) }
    }
  }

  /// Every row of every table and scope, also of tables this version does not know.
  func forEachRow(_ body: (StoredRow) throws -> Void) throws {
    for table in tables.keys.sorted() { try forEachRow(of: table, in: nil, body) }
    try forEachUnknownRow(in: nil, body)
  }

  /// Takes all rows of a scope out of the store, with their digest.
  func removeRows(of scope: ScopeID) throws {
    let names = tables.sorted { $0.key < $1.key }.map { "\"\($0.value.definition.name)\"" }
    for name in names + ["head", "unknown_row"] {
      try connection.execute("DELETE FROM \(name) WHERE scope = ?", .integer(scope.rawValue))
    }
    try digests.remove(scope)
  }

  private func read(_ statement: Statement, _ entity: EntityTable) throws -> StoredRow {
    guard let row = RowID(rawValue: try statement.integer(at: 0)),
      let scope = ScopeID(rawValue: try statement.integer(at: 1))
    else { throw ProtocolError.malformed(.numberOutOfRange) }
    let createdAt = try statement.optionalInteger(at: 2).map { Timestamp(rawValue: $0) }
    let hiding = try statement.optionalInteger(at: 3)
    let overrides = try statement.optionalBytes(at: 4)
    var columns: [Value] = []
    columns.reserveCapacity(entity.columns.count)
    for (position, column) in entity.columns.enumerated() {
      let index = EntityTable.leadingColumns + position
      if statement.isNull(at: index) {
        columns.append(.unset)
        continue
      }
      switch column.isSealed ? .sealed : column.type {
      case .integer: columns.append(.integer(try statement.integer(at: index)))
      case .text: columns.append(.text(try statement.text(at: index)))
      case .bytes, .sealed, .erased:
        columns.append(Value(storedBytes: try statement.bytes(at: index)))
      }
    }
    var heads = try RowLayout.heads(
      row: row, createdAt: createdAt, columns: columns, overrides: overrides, in: entity)
    let extra =
      RowLayout.hasExtraHeads(overrides) ? try extraHeads(of: row, entity.definition.id) : []
    heads.append(contentsOf: extra)
    var stored = StoredRow(
      scope: scope,
      state: RowState(
        table: entity.definition.id, row: row, createdAt: createdAt, heads: heads),
      layout: nil)
    stored.layout = RowLayout(
      columns: columns, overrides: overrides, extraHeads: extra, hiding: hiding)
    return stored
  }

  private func extraHeads(of row: RowID, _ table: TableID) throws -> [Head] {
    try connection.rows(
      "SELECT field, dot, time, value FROM head WHERE row = ? AND table_id = ? ORDER BY field, dot",
      .integer(row.rawValue), .integer(Int64(table.rawValue))
    ) { statement in
      guard let dot = Dot(rawValue: try statement.integer(at: 1)) else {
        throw ProtocolError.malformed(.numberOutOfRange)
      }
      return Head(
        field: FieldID(rawValue: UInt16(truncatingIfNeeded: try statement.integer(at: 0))),
        dot: dot, time: Timestamp(rawValue: try statement.integer(at: 2)),
        value: Value(try statement.value(at: 3)))
    }
  }

  /// Writes a row's new state, only what differs from the stored layout, and its digest.
  ///
  /// - Returns: false, with nothing written, when the row was taken for new and stands here already.
  func save(_ row: StoredRow) throws -> Bool {
    var old = row.digestTerm
    if old == nil, row.layout != nil {
      old = try loadForUpdate(row.state.table, row.state.row)?.digestTerm
    }
    guard try write(row) else { return false }
    let new = DigestTerm(row.state, leaf: old?.leaf, primitives: primitives)
    digests.note(row.scope, from: old, to: new)
    return true
  }

  private func write(_ row: StoredRow) throws -> Bool {
    guard let entity = tables[row.state.table] else { return try saveUnknown(row) }
    let new = RowLayout(row.state, in: entity)
    if let old = row.layout {
      try update(row, entity, from: old, to: new)
    } else {
      guard try insert(row, entity, new) else { return false }
    }
    let old = row.layout?.extraHeads ?? []
    if old != new.extraHeads { try replaceExtraHeads(of: row, old, new.extraHeads) }
    return true
  }

  private func insert(
    _ row: StoredRow, _ entity: EntityTable, _ layout: RowLayout
  ) throws -> Bool {
    var mask: UInt64 = 0
    for position in layout.columns.indices where !layout.columns[position].isUnset {
      mask |= 1 << UInt64(position)
    }
    let statement = try cached(&inserts, entity, mask, entity.insertSQL)
    try statement.bind(row.state.row.rawValue, at: 1)
    try statement.bind(row.scope.rawValue, at: 2)
    try statement.bind(row.state.createdAt?.rawValue, at: 3)
    try statement.bind(layout.hiding, at: 4)
    try statement.bind(layout.overrides, at: 5)
    try bindColumns(layout.columns, mask, statement, from: 6)
    try statement.run()
    return connection.changes == 1
  }

  private func update(
    _ row: StoredRow, _ entity: EntityTable, from old: RowLayout, to new: RowLayout
  ) throws {
    var mask: UInt64 = 0
    for position in new.columns.indices where new.columns[position] != old.columns[position] {
      mask |= 1 << UInt64(position)
    }
    let statement = try cached(&updates, entity, mask, entity.updateSQL)
    try statement.bind(row.state.createdAt?.rawValue, at: 1)
    try statement.bind(new.hiding, at: 2)
    try statement.bind(new.overrides, at: 3)
    try bindColumns(new.columns, mask, statement, from: 4)
    try statement.bind(row.state.row.rawValue, at: 4 + mask.nonzeroBitCount)
    try statement.run()
  }

  private func bindColumns(
    _ columns: [Value], _ mask: UInt64, _ statement: Statement, from first: Int
  ) throws {
    var index = first
    for position in columns.indices where mask & 1 << UInt64(position) != 0 {
      try statement.bind(columns[position], at: index)
      index += 1
    }
  }

  private func replaceExtraHeads(of row: StoredRow, _ old: [Head], _ new: [Head]) throws {
    for head in old where !new.contains(head) {
      try connection.execute(
        "DELETE FROM head WHERE row = ? AND table_id = ? AND field = ? AND dot = ?",
        .integer(row.state.row.rawValue), .integer(Int64(row.state.table.rawValue)),
        .integer(Int64(head.field.rawValue)), .integer(head.dot.rawValue))
    }
    for head in new where !old.contains(head) {
      try connection.withStatement(
        """
        INSERT INTO head (row, table_id, field, dot, time, value, scope)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
      ) { statement in
        try statement.bind(row.state.row.rawValue, at: 1)
        try statement.bind(Int64(row.state.table.rawValue), at: 2)
        try statement.bind(Int64(head.field.rawValue), at: 3)
        try statement.bind(head.dot.rawValue, at: 4)
        try statement.bind(head.time.rawValue, at: 5)
        try statement.bind(head.value, at: 6)
        try statement.bind(row.scope.rawValue, at: 7)
        try statement.run()
      }
    }
  }

  private func select(_ entity: EntityTable) throws -> Statement {
    if let statement = selects[entity.definition.id] { return statement }
    let statement = try connection.prepare("\(entity.selectSQL) WHERE rid = ?")
    selects[entity.definition.id] = statement
    return statement
  }

  private func cached(
    _ statements: inout [StatementKey: Statement], _ entity: EntityTable, _ mask: UInt64,
    _ sql: (UInt64) -> String
  ) throws -> Statement {
    let key = StatementKey(table: entity.definition.id, mask: mask)
    if let statement = statements[key] { return statement }
    let statement = try connection.prepare(sql(mask))
    statements[key] = statement
    return statement
  }
}

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
        layout: RowLayout(columns: [], overrides: nil, extraHeads: heads, hiding: nil))
    }
  }

  private func saveUnknown(_ row: StoredRow) throws -> Bool {
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
  }
}

extension RowLayout {
  fileprivate init(
    columns: [Value], overrides: [UInt8]?, extraHeads: [Head], hiding: Int64?
  ) {
    self.columns = columns
    self.overrides = overrides
    self.extraHeads = extraHeads
    self.hiding = hiding
  }
}

extension Value {
  /// A stored value; a floating-point number, which this program never writes, reads as unset.
  package init(_ value: SQLValue) {
    switch value {
    case .integer(let integer): self = .integer(integer)
    case .text(let text): self = .text(text)
    case .blob(let bytes): self = Value(storedBytes: bytes)
    case .null, .real: self = .unset
    }
  }
}

extension SQLValue {
  /// A value as it is bound.
  package init(_ value: Value) {
    switch value {
    case .unset: self = .null
    case .integer(let integer): self = .integer(integer)
    case .text(let text): self = .text(text)
    case .bytes, .sealed, .erased: self = .blob(value.storedBytes)
    }
  }
}

extension Statement {
  func bind(_ value: Value, at index: Int) throws {
    switch value {
    case .unset: try bindNull(at: index)
    case .integer(let integer): try bind(integer, at: index)
    case .text(let text): try bind(text, at: index)
    case .bytes, .sealed, .erased: try bind(bytes: value.storedBytes, at: index)
    }
  }

  func bind(_ integer: Int64?, at index: Int) throws {
    if let integer { try bind(integer, at: index) } else { try bindNull(at: index) }
  }

  func bind(_ bytes: [UInt8]?, at index: Int) throws {
    if let bytes { try bind(bytes: bytes, at: index) } else { try bindNull(at: index) }
  }
}
