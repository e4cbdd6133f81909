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
  let origins: OriginNumbers
  let primitives: Primitives
  private var places = ColumnPlaces()
  private var readEntries: [PackedDots.Entry] = []
  private var inserts: [StatementKey: Statement] = [:]
  private var updates: [StatementKey: Statement] = [:]
  private var selects: [TableID: Statement] = [:]

  private struct StatementKey: Hashable {
    var table: TableID
    var mask: UInt64
    var withMore = false

    func hash(into hasher: inout Hasher) {
      hasher.combine(mask ^ UInt64(table.rawValue) << 48 ^ (withMore ? 1 << 47 : 0))
    }
  }

  /// A row as it stands in the store.
  struct StoredRow {
    var scope: ScopeID
    var state: RowState
    /// What the store holds now; nil when the row is not there yet.
    var layout: RowLayout?
    /// What the stored state adds to the scope's digest; nil when nobody has asked.
    var digestTerm: DigestTerm?
    /// True where a row of another scope has its place (`RowStore+Misplaced`).
    var isMisplaced = false
  }

  init(connection: Connection, schema: Schema, primitives: Primitives) {
    self.connection = connection
    self.primitives = primitives
    digests = DigestLeaves(connection: connection)
    origins = OriginNumbers(connection: connection)
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
    digests.letStatementsGo()
  }

  /// The row of a scope to be merged into and saved, or nil when the store does not have it.
  func loadForUpdate(
    _ table: TableID, _ row: RowID, in scope: ScopeID
  ) throws -> StoredRow? {
    guard var stored = try load(table, row, in: scope) else { return nil }
    stored.digestTerm = DigestTerm(stored.state, primitives: primitives)
    return stored
  }

  /// The row at which everybody reads, or nil when the store does not have it: of whichever scope
  /// has its place.
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

  /// Every row of a table, in order of row id, of one scope or of all; misplaced ones too.
  func forEachRow(
    of table: TableID, in scope: ScopeID?, _ body: (StoredRow) throws -> Void
  ) throws {
    guard let entity = tables[table] else { return }
    var misplaced = try misplacedRows(of: table, in: scope)[...]
    let filter = scope == nil ? "" : " WHERE scope = ?"
    try connection.withStatement("\(entity.selectSQL)\(filter) ORDER BY rid") { statement in
      if let scope { try statement.bind(scope.rawValue, at: 1) }
      while try statement.step() {
        let stored = try read(statement, entity)
        while let next = misplaced.first, next.state.row < stored.state.row {
          try body(misplaced.removeFirst())
        }
        try body(stored)
      }
    }
    for row in misplaced { try body(row) }
  }

  /// Every row of every table and scope, also of tables this version does not know.
  func forEachRow(_ body: (StoredRow) throws -> Void) throws {
    for table in tables.keys.sorted() { try forEachRow(of: table, in: nil, body) }
    try forEachUnknownRow(in: nil, body)
  }

  /// True when a row's columns show what its heads say, and it is hidden as they say.
  func showsItsHeads(_ row: StoredRow) -> Bool {
    guard !row.isMisplaced, let entity = tables[row.state.table], let layout = row.layout
    else { return true }
    return layout.shown == RowLayout.shown(row.state, in: entity)
      && layout.hiding == row.state.hiding
  }

  /// The rows in which some field has more heads than the one that is shown, by row; ascending.
  ///
  /// - Parameters:
  ///   - scope: only those of this scope; nil for all.
  ///   - row: only this row; nil for all.
  func rowsWithHiddenHeads(
    in scope: ScopeID?, of row: RowID? = nil
  ) throws -> [(table: TableID, row: RowID)] {
    let filter = scope == nil ? "" : " AND scope = ?1"
    var parts = tables.sorted { $0.key < $1.key }.map { id, table in
      "SELECT rid AS row, \(id.rawValue) AS table_id FROM \"\(table.definition.name)\" WHERE more IS NOT NULL\(filter)"
        + (row == nil ? "" : " AND rid = ?2")
    }
    parts.append(
      "SELECT row, table_id FROM head WHERE field & 7 < 3\(filter)"
        + (row == nil ? "" : " AND row = ?2"))
    var bindings: [SQLValue] = []
    if scope != nil || row != nil { bindings.append(SQLValue(scope?.rawValue)) }
    if let row { bindings.append(.integer(row.rawValue)) }
    // Sorted as a whole, around the parts: sorted parts would each be read in that order, by their rows
    // instead of by the indexes that hold almost none of them.
    return try connection.rows(
      """
      SELECT DISTINCT row, table_id FROM (\(parts.joined(separator: " UNION ALL "))) ORDER BY 1, 2
      """, bindings: bindings
    ) {
      (
        TableID(rawValue: UInt16(truncatingIfNeeded: try $0.integer(at: 1))),
        RowID(rawValue: try $0.integer(at: 0))
      )
    }.compactMap { table, row in row.map { (table, $0) } }
  }

  /// Takes all rows of a scope out of the store, with their digest.
  func removeRows(of scope: ScopeID) throws {
    let names = tables.sorted { $0.key < $1.key }.map { "\"\($0.value.definition.name)\"" }
    for name in names + ["head", "unknown_row", "misplaced_row"] {
      try connection.execute("DELETE FROM \(name) WHERE scope = ?", .integer(scope.rawValue))
    }
    try fillEmptyPlaces()
    try digests.remove(scope)
  }

  private func read(_ statement: Statement, _ entity: EntityTable) throws -> StoredRow {
    guard let row = RowID(rawValue: try statement.integer(at: 0)),
      let scope = ScopeID(rawValue: try statement.integer(at: 1))
    else { throw ProtocolError.malformed(.numberOutOfRange) }
    let createdAt = try statement.optionalInteger(at: 2).map { Timestamp(rawValue: $0) }
    let hiding = try statement.optionalInteger(at: 3)
    let more = try statement.optionalBytes(at: 5)
    readEntries.removeAll(keepingCapacity: true)
    let hasExtraHeads =
      try statement.isNull(at: 4)
      ? false
      : statement.withBytes(at: 4) {
        try PackedDots.decode(
          $0, row: row, createdAt: createdAt, in: entity, origins, into: &readEntries)
      }
    var overridden: UInt64 = 0
    for entry in readEntries { overridden |= 1 << UInt64(entry.position) }

    var layout = RowLayout(
      shown: Array(repeating: nil, count: entity.forms.count), more: more, extraHeads: [],
      hiding: hiding)
    var heads: [Head] = []
    heads.reserveCapacity(entity.forms.count + 1)
    for position in entity.forms.indices {
      let index = EntityTable.leadingColumns + position
      let value = try statement.value(at: index, as: entity.forms[position].storedKind)
      var (dot, time) = (row, createdAt ?? Timestamp(rawValue: 0))
      if overridden & 1 << UInt64(position) != 0 {
        for entry in readEntries where entry.position == position {
          (dot, time) = (entry.dot, entry.time)
        }
      } else if value.isUnset {
        continue
      }
      layout.shown[position] = dot
      heads.append(
        Head(field: entity.forms[position].field, dot: dot, time: time, value: value))
    }
    if let more {
      heads += try RowLayout.heads(in: more, createdAt: createdAt, entity, origins)
    }
    if hasExtraHeads {
      layout.extraHeads = try extraHeads(of: row, entity.definition.id)
      heads += layout.extraHeads
    }
    return StoredRow(
      scope: scope,
      state: RowState(
        table: entity.definition.id, row: row, createdAt: createdAt, heads: heads),
      layout: layout)
  }

  func extraHeads(of row: RowID, _ table: TableID) throws -> [Head] {
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
  /// - Returns: false, with nothing written, when the row was taken for new and its scope has it
  ///   already.
  ///
  /// A column whose dot stays is taken to hold the value it held. Whoever puts other values under
  /// dots that stay calls `rewrite` instead; erased values are the one kind that `save` looks for.
  func save(_ row: StoredRow) throws -> Bool { try save(row, everyColumn: false) }

  /// Writes a row that stands here already, every column of it.
  func rewrite(_ row: StoredRow) throws { _ = try save(row, everyColumn: true) }

  private func save(_ row: StoredRow, everyColumn: Bool) throws -> Bool {
    var old = row.digestTerm
    if old == nil, row.layout != nil {
      old = try loadForUpdate(row.state.table, row.state.row, in: row.scope)?.digestTerm
    }
    if row.isMisplaced {
      try writeMisplaced(row)
    } else {
      guard try writeInPlace(row, everyColumn: everyColumn) || setAside(row) else { return false }
    }
    let new = DigestTerm(row.state, leaf: old?.leaf, primitives: primitives)
    digests.note(row.scope, from: old, to: new)
    return true
  }

  /// Writes a row at its place, without its digest.
  ///
  /// - Returns: false, with nothing written, when the row was taken for new and the place is taken.
  func writeInPlace(_ row: StoredRow, everyColumn: Bool) throws -> Bool {
    guard let entity = tables[row.state.table] else { return try saveUnknown(row) }
    let new = try RowLayout(row.state, in: entity, origins, places: &places)
    if let old = row.layout {
      try update(row, entity, from: old, to: new, everyColumn)
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
    let mask = places.mask { _, place in place >= 0 && !row.state.heads[place].value.isUnset }
    let statement = try cached(&inserts, StatementKey(table: row.state.table, mask: mask)) {
      entity.insertSQL(mask: mask)
    }
    try statement.bind(row.state.row.rawValue, at: 1)
    try statement.bind(row.scope.rawValue, at: 2)
    try statement.bind(row.state.createdAt?.rawValue, at: 3)
    try statement.bind(layout.hiding, at: 4)
    try statement.bind(layout.overrides, at: 5)
    try statement.bind(layout.more, at: 6)
    try bindColumns(row.state, mask, statement, from: 7)
    try statement.run()
    return connection.changes == 1
  }

  private func update(
    _ row: StoredRow, _ entity: EntityTable, from old: RowLayout, to new: RowLayout,
    _ everyColumn: Bool
  ) throws {
    let mask = places.mask { position, place in
      guard place >= 0 else { return everyColumn || old.shown[position] != nil }
      return everyColumn || old.shown[position] != row.state.heads[place].dot
        || row.state.heads[place].value.kind == .erased
    }
    let withMore = old.more != new.more
    let key = StatementKey(table: row.state.table, mask: mask, withMore: withMore)
    let statement = try cached(&updates, key) { entity.updateSQL(mask: mask, withMore: withMore) }
    try statement.bind(row.state.createdAt?.rawValue, at: 1)
    try statement.bind(new.hiding, at: 2)
    try statement.bind(new.overrides, at: 3)
    var next = 4
    if withMore {
      try statement.bind(new.more, at: next)
      next += 1
    }
    try bindColumns(row.state, mask, statement, from: next)
    try statement.bind(row.state.row.rawValue, at: next + mask.nonzeroBitCount)
    try statement.run()
  }

  private func bindColumns(
    _ state: RowState, _ mask: UInt64, _ statement: Statement, from first: Int
  ) throws {
    var index = first
    for position in places.indices where mask & 1 << UInt64(position) != 0 {
      let place = places[position]
      if place < 0 {
        try statement.bindNull(at: index)
      } else {
        try statement.bind(state.heads[place].value, at: index)
      }
      index += 1
    }
  }

  func replaceExtraHeads(of row: StoredRow, _ old: [Head], _ new: [Head]) throws {
    // A row can have a quarter of a million heads.
    let (before, after) = (Set(old), Set(new))
    for head in old where !after.contains(head) {
      try connection.execute(
        "DELETE FROM head WHERE row = ? AND table_id = ? AND field = ? AND dot = ?",
        .integer(row.state.row.rawValue), .integer(Int64(row.state.table.rawValue)),
        .integer(Int64(head.field.rawValue)), .integer(head.dot.rawValue))
    }
    for head in new where !before.contains(head) {
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
    _ statements: inout [StatementKey: Statement], _ key: StatementKey, _ sql: () -> String
  ) throws -> Statement {
    if let statement = statements[key] { return statement }
    let statement = try connection.prepare(sql())
    statements[key] = statement
    return statement
  }
}
