import SQLite
import SyncProtocol

/// Edges between rows: written by halves, kept in balance by the centre.
extension Act {
  /// Adds an edge between two rows of a table, as far as this store has their rows and may write
  /// there; the centre adds a half that is missing. A half that stands already is not added again.
  ///
  /// - Throws: `ReplicaError.noSuchRow` when neither end is here.
  package func link(
    _ table: TableDefinition, _ row: RowID, _ kind: RowLink.Kind, _ other: RowID
  ) throws {
    var root: Dot?
    var isHere = false
    for (end, link) in [(row, RowLink(kind, other)), (other, RowLink(kind.mirrored, row))] {
      guard let stored = try writable(table, end) else { continue }
      isHere = true
      if stored.state.links.contains(link) { continue }
      let dot = try nextDot()
      root = root ?? dot
      try add(link, to: end, table, in: stored.scope, dot: dot, root: root ?? dot, author: author)
    }
    if !isHere { throw ReplicaError.noSuchRow(row) }
  }

  /// Removes the edges of a kind between two rows, as far as this store may write there.
  ///
  /// - Returns: false when there was none.
  package func unlink(
    _ table: TableDefinition, _ row: RowID, _ kind: RowLink.Kind, _ other: RowID
  ) throws -> Bool {
    var isRemoved = false
    for (end, link) in [(row, RowLink(kind, other)), (other, RowLink(kind.mirrored, row))] {
      guard try writable(table, end)?.state.links.contains(link) ?? false else { continue }
      try remove(table, end, RowLink.links, link.element)
      isRemoved = true
    }
    return isRemoved
  }

  private func writable(_ table: TableDefinition, _ row: RowID) throws -> RowStore.StoredRow? {
    guard let stored = try store.rows.load(table.id, row) else { return nil }
    do {
      try store.requireHeld(stored.scope)
    } catch ReplicaError.scopeNotHeld {
      return nil
    }
    return stored
  }

  /// Writes one half; both halves of an edge carry the same root as their act.
  func add(
    _ link: RowLink, to row: RowID, _ table: TableDefinition, in scope: ScopeID, dot: Dot,
    root: Dot, author: RowID?
  ) throws {
    try apply(
      Operation(
        dot: dot, table: table.id, row: row, author: author, act: root, time: now,
        writes: [FieldWrite(RowLink.links.id, link.element)]), in: scope)
  }
}

/// One half of an edge as the centre knows it.
private struct EdgeHalf {
  var dot: Dot
  var table: TableID
  var row: RowID
  var link: RowLink
  var scope: ScopeID
  var isRemoved: Bool
}

extension Store {
  /// Notes halves that an operation adds or removes, and the edges that wait for a row it creates.
  func noteEdges(_ operation: Operation, in scope: ScopeID) throws {
    for write in operation.writes where write.field == RowLink.links.id {
      for removed in write.previous {
        try connection.execute(
          "UPDATE edge_half SET removed = 1 WHERE dot = ?", .integer(removed.rawValue))
        try noteEdgesDue("dot = ?", removed)
      }
      guard let link = write.value.flatMap({ RowLink($0) }), link.other != operation.row else {
        continue
      }
      try connection.execute(
        """
        INSERT OR IGNORE INTO edge_half (dot, root, table_id, row, other, kind, scope, removed)
        VALUES (?, ?, ?, ?, ?, ?, ?, 0)
        """, .integer(operation.dot.rawValue),
        .integer((operation.act ?? operation.dot).rawValue),
        .integer(Int64(operation.table.rawValue)), .integer(operation.row.rawValue),
        .integer(link.other.rawValue), .integer(Int64(link.kind.rawValue)),
        .integer(scope.rawValue))
      try noteEdgesDue("dot = ?", operation.dot)
    }
    if operation.isCreate { try noteEdgesDue("other = ?", operation.row) }
  }

  private func noteEdgesDue(_ condition: String, _ dot: Dot) throws {
    try connection.execute(
      """
      INSERT OR IGNORE INTO edge_due (root, low, high)
      SELECT root, min(row, other), max(row, other) FROM edge_half WHERE \(condition)
      """, .integer(dot.rawValue))
  }

  /// Brings the halves of an edge into balance. Must run inside a transaction.
  func balance(_ root: Int64, _ low: Int64, _ high: Int64, _ act: Act) throws {
    guard let root = Dot(rawValue: root) else { return }
    let halves = try connection.rows(
      """
      SELECT dot, table_id, row, other, kind, scope, removed FROM edge_half
      WHERE root = ?1 AND (row = ?2 AND other = ?3 OR row = ?3 AND other = ?2) ORDER BY dot
      """, .integer(root.rawValue), .integer(low), .integer(high)
    ) { try EdgeHalf($0) }.compactMap { $0 }
    for key in Set(halves.map(\.pair)).sorted(by: { $0.rawValue < $1.rawValue }) {
      for table in CopyRule.tables {
        try balance(
          halves.filter { $0.pair == key && $0.table == table.id }, of: table, root: root, act)
      }
    }
  }

  private func balance(
    _ halves: [EdgeHalf], of table: TableDefinition, root: Dot, _ act: Act
  ) throws {
    guard let first = halves.first else { return }
    if halves.contains(where: \.isRemoved) {
      for half in halves where !half.isRemoved {
        try act.apply(
          Operation(
            dot: try act.nextDot(), table: half.table, row: half.row, author: nil, time: act.now,
            writes: [FieldWrite(RowLink.links.id, nil, replacing: [half.dot])]), in: half.scope)
      }
    } else if halves.allSatisfy({ $0.row == first.row }),
      let stored = try rows.load(table.id, first.link.other)
    {
      let author = try operation(first.dot, in: first.scope)?.author
      try act.add(
        RowLink(first.link.kind.mirrored, first.row), to: first.link.other, table,
        in: stored.scope, dot: try act.nextDot(), root: root, author: author)
    }
  }
}

extension EdgeHalf {
  init?(_ statement: Statement) throws {
    guard let dot = Dot(rawValue: try statement.integer(at: 0)),
      let table = UInt16(exactly: try statement.integer(at: 1)),
      let row = RowID(rawValue: try statement.integer(at: 2)),
      let other = RowID(rawValue: try statement.integer(at: 3)),
      let kind = RowLink.Kind(rawValue: UInt8(clamping: try statement.integer(at: 4))),
      let scope = ScopeID(rawValue: try statement.integer(at: 5))
    else { return nil }
    self.dot = dot
    self.table = TableID(rawValue: table)
    self.row = row
    link = RowLink(kind, other)
    self.scope = scope
    isRemoved = try statement.integer(at: 6) != 0
  }

  /// The kind that both halves of one edge have in common; of the two directions of a copy, the one
  /// that the end with the smaller number says.
  var pair: RowLink.Kind { row < link.other ? link.kind : link.kind.mirrored }
}
