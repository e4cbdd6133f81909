import SQLite
import SyncProtocol

/// Rows that share table and id with a row of another scope.
///
/// What merges is a row of a scope: its table, its id and the scope that an operation came in. An
/// honest operation names rows of its own scope alone. Where one does not, each scope has a row of
/// its own under that id, so that what a scope adds up to depends on its own batches. One of them has
/// the place at which everybody reads; the others are *misplaced*: whole, counted by digests, carried
/// by snapshots and repairs, and shown by nobody.
extension RowStore {
  /// Who of the rows under one id has the place: the one whose creation is here, else that of the
  /// smallest scope. It depends on the rows alone and not on the order in which they came.
  private struct Claim: Comparable {
    var scope: Int64
    var isCreated: Bool

    init(_ row: StoredRow) {
      scope = row.scope.rawValue
      isCreated = row.state.createdAt != nil
    }

    init(_ statement: Statement) throws {
      scope = try statement.integer(at: 0)
      isCreated = !statement.isNull(at: 1)
    }

    static func < (left: Claim, right: Claim) -> Bool {
      left.isCreated != right.isCreated ? left.isCreated : left.scope < right.scope
    }
  }

  /// A scope's row, wherever it stands; nil when the store does not have it.
  func load(_ table: TableID, _ row: RowID, in scope: ScopeID) throws -> StoredRow? {
    guard let standing = try load(table, row) else { return nil }
    return standing.scope == scope ? standing : try misplaced(table, row, in: scope)
  }

  private func misplaced(
    _ table: TableID, _ row: RowID, in scope: ScopeID
  ) throws -> StoredRow? {
    try connection.row(
      """
      SELECT rid, scope, time, heads FROM misplaced_row
      WHERE table_id = ? AND rid = ? AND scope = ?
      """, .integer(Int64(table.rawValue)), .integer(row.rawValue), .integer(scope.rawValue)
    ) { try readMisplaced($0, table) }
  }

  /// The misplaced rows of a table in order of row id, of one scope or of all.
  func misplacedRows(of table: TableID, in scope: ScopeID?) throws -> [StoredRow] {
    try connection.rows(
      """
      SELECT rid, scope, time, heads FROM misplaced_row
      WHERE table_id = ?1 AND (?2 IS NULL OR scope = ?2) ORDER BY rid, scope
      """, .integer(Int64(table.rawValue)), SQLValue(scope?.rawValue)
    ) { try readMisplaced($0, table) }
  }

  /// The known tables that have rows in a scope, misplaced ones too, ascending: one statement,
  /// however many tables the registry defines, of which a scope uses few.
  func tablesWithRows(in scope: ScopeID) throws -> [TableID] {
    let parts = tables.sorted { $0.key < $1.key }.map { id, table in
      """
      SELECT \(id.rawValue) WHERE EXISTS (
        SELECT 1 FROM "\(table.definition.name)" WHERE scope = ?1)
      """
    }
    let sql =
      (parts + ["SELECT table_id FROM misplaced_row WHERE scope = ?1"])
      .joined(separator: " UNION ALL ")
    let ids = try connection.rows(sql, .integer(scope.rawValue)) {
      TableID(rawValue: UInt16(truncatingIfNeeded: try $0.integer(at: 0)))
    }
    return Set(ids).filter { tables[$0] != nil }.sorted()
  }

  /// The tables that have misplaced rows and are unknown to this version, ascending.
  func unknownMisplacedTables() throws -> [TableID] {
    try connection.rows("SELECT DISTINCT table_id FROM misplaced_row ORDER BY table_id") {
      TableID(rawValue: UInt16(truncatingIfNeeded: try $0.integer(at: 0)))
    }.filter { tables[$0] == nil }
  }

  private func readMisplaced(_ statement: Statement, _ table: TableID) throws -> StoredRow {
    guard let row = RowID(rawValue: try statement.integer(at: 0)),
      let scope = ScopeID(rawValue: try statement.integer(at: 1))
    else { throw ProtocolError.malformed(.numberOutOfRange) }
    var reader = ByteReader(try statement.bytes(at: 3))
    var heads: [Head] = []
    while reader.remaining > 0 {
      let field = FieldID(
        rawValue: UInt16(try reader.unsigned(atMost: UInt64(UInt16.max))))
      let dot = try reader.dot()
      let time = Timestamp(rawValue: try reader.signed())
      heads.append(Head(field: field, dot: dot, time: time, value: try reader.value()))
    }
    return StoredRow(
      scope: scope,
      state: RowState(
        table: table, row: row,
        createdAt: try statement.optionalInteger(at: 2).map { Timestamp(rawValue: $0) },
        heads: heads),
      layout: RowLayout(shown: [], more: nil, extraHeads: [], hiding: nil), isMisplaced: true)
  }

  /// Keeps a row that was taken for new and whose place a row of another scope has.
  ///
  /// - Returns: false, with nothing written, when this scope has the row already.
  func setAside(_ row: StoredRow) throws -> Bool {
    let (table, id) = (row.state.table, row.state.row)
    guard row.layout == nil, let standing = try claim(table, id),
      standing.scope != row.scope.rawValue, try misplaced(table, id, in: row.scope) == nil
    else { return false }
    try writeMisplaced(row)
    return true
  }

  /// Writes a misplaced row; one that has come to have the better claim changes places with the
  /// row that has the place.
  func writeMisplaced(_ row: StoredRow) throws {
    let (table, id) = (row.state.table, row.state.row)
    if let standing = try claim(table, id), standing < Claim(row) { return try insert(row) }
    if let standing = try load(table, id) {
      try clearPlace(of: RowName(table: table, row: id))
      try insert(standing)
    }
    try removeMisplaced(RowName(table: table, row: id), of: row.scope)
    var row = row
    (row.layout, row.isMisplaced) = (nil, false)
    _ = try writeInPlace(row, everyColumn: false)
  }

  private func insert(_ misplaced: StoredRow) throws {
    let state = misplaced.state
    var heads = ByteWriter()
    for head in state.heads {
      heads.unsigned(UInt64(head.field.rawValue))
      heads.dot(head.dot)
      heads.signed(head.time.rawValue)
      heads.value(head.value)
    }
    try connection.execute(
      """
      INSERT OR REPLACE INTO misplaced_row (table_id, rid, scope, time, heads)
      VALUES (?, ?, ?, ?, ?)
      """, .integer(Int64(state.table.rawValue)), .integer(state.row.rawValue),
      .integer(misplaced.scope.rawValue), SQLValue(state.createdAt?.rawValue),
      .blob(heads.bytes))
  }

  /// The claim of the row that has the place; nil where none has.
  private func claim(_ table: TableID, _ row: RowID) throws -> Claim? {
    try connection.row(
      "SELECT scope, time FROM \(place(of: table))", .integer(row.rawValue)
    ) { try Claim($0) }
  }

  /// Where rows of a table have their place; the row is the parameter.
  private func place(of table: TableID) -> String {
    tables[table] == nil
      ? "unknown_row WHERE table_id = \(table.rawValue) AND rid = ?1"
      : "\(tableName(table)) WHERE rid = ?1"
  }

  private func tableName(_ table: TableID) -> String {
    tables[table].map { "\"\($0.definition.name)\"" } ?? "unknown_row"
  }

  /// Takes a row and its heads from its place, whatever state they are in.
  private func clearPlace(of name: RowName) throws {
    let row = SQLValue.integer(name.row.rawValue)
    try connection.execute("DELETE FROM \(place(of: name.table))", row)
    try connection.execute(
      "DELETE FROM head WHERE row = ? AND table_id = ?", row,
      .integer(Int64(name.table.rawValue)))
  }

  private func removeMisplaced(_ name: RowName, of scope: ScopeID) throws {
    try connection.execute(
      "DELETE FROM misplaced_row WHERE table_id = ? AND rid = ? AND scope = ?",
      .integer(Int64(name.table.rawValue)), .integer(name.row.rawValue),
      .integer(scope.rawValue))
  }

  /// Removes a scope's row with all its heads, whatever state they are in. Where it had the place,
  /// another scope's row takes it. Digests stay as they are.
  func remove(_ name: RowName, of scope: ScopeID) throws {
    try removeMisplaced(name, of: scope)
    if let standing = try claim(name.table, name.row), standing.scope != scope.rawValue { return }
    try clearPlace(of: name)
    try fillPlace(of: name)
  }

  /// Removes the row of a scope of which nothing was ever applied here: its scope was damaged.
  func removeStray(_ name: RowName) throws {
    try connection.execute(
      """
      DELETE FROM \(place(of: name.table)) AND NOT EXISTS (
        SELECT 1 FROM frontier_mark WHERE frontier_mark.scope = \(tableName(name.table)).scope)
      """, .integer(name.row.rawValue))
    guard connection.changes > 0 else { return }
    try clearPlace(of: name)
    try fillPlace(of: name)
  }

  /// Gives an empty place to the row with the best claim.
  private func fillPlace(of name: RowName) throws {
    let best = try connection.row(
      """
      SELECT rid, scope, time, heads FROM misplaced_row WHERE table_id = ? AND rid = ?
      ORDER BY time IS NULL, scope LIMIT 1
      """, .integer(Int64(name.table.rawValue)), .integer(name.row.rawValue)
    ) { try readMisplaced($0, name.table) }
    guard var best else { return }
    try removeMisplaced(name, of: best.scope)
    (best.layout, best.isMisplaced) = (nil, false)
    _ = try writeInPlace(best, everyColumn: false)
  }

  /// Gives every empty place to the row with the best claim, after a whole scope has gone.
  func fillEmptyPlaces() throws {
    let names = try connection.rows(
      "SELECT DISTINCT table_id, rid FROM misplaced_row ORDER BY table_id, rid"
    ) {
      (
        table: TableID(rawValue: UInt16(truncatingIfNeeded: try $0.integer(at: 0))),
        row: RowID(rawValue: try $0.integer(at: 1))
      )
    }
    for (table, row) in names {
      guard let row, try claim(table, row) == nil else { continue }
      try fillPlace(of: RowName(table: table, row: row))
    }
  }
}
