import SQLite
import SyncProtocol

/// One act of one person while it is being committed: everything it writes stands or falls
/// together, and its own reads see what it wrote.
package final class Act {
  /// For reading.
  package var connection: Connection { store.connection }
  /// Corrected now.
  package let now: Timestamp
  /// Who acts; nil for the program itself.
  package private(set) var author: RowID?
  let store: Store
  private(set) var operations: [(scope: ScopeID, operation: Operation)] = []
  /// Scopes in which this act may write.
  private var heldScopes: Set<ScopeID> = []

  init(store: Store, author: RowID?, now: Timestamp) {
    self.store = store
    self.author = author
    self.now = now
  }

  /// Writes what `body` does in the name of whoever recorded it first elsewhere.
  package func inName<Result>(of author: RowID?, _ body: () throws -> Result) rethrows -> Result {
    let actor = self.author
    self.author = author
    defer { self.author = actor }
    return try body()
  }

  /// Creates a row. Unset values are left out; a set's elements are passed one by one.
  package func create(
    _ table: TableDefinition, in scope: ScopeID, _ values: [(FieldDefinition, Value)]
  ) throws -> RowID {
    let dot = try nextDot()
    let present = values.filter { !$0.1.isUnset }.sorted { $0.0.id < $1.0.id }
    // An operation writes a field once: further elements of a set are operations of their own.
    var first: [FieldWrite] = []
    var further: [FieldWrite] = []
    let place = Place(table: table.id, row: dot, scope: scope, state: nil, values: values)
    for (field, value) in present {
      try check(field, value)
      let write = FieldWrite(field.id, try sealed(field, value, at: place))
      if first.last?.field == field.id { further.append(write) } else { first.append(write) }
    }
    try apply(
      Operation(dot: dot, table: table.id, row: dot, author: author, time: now, writes: first),
      in: scope)
    for write in further {
      try apply(
        Operation(
          dot: try nextDot(), table: table.id, row: dot, author: author, time: now,
          writes: [write]), in: scope)
    }
    return dot
  }

  /// Opens a scope: the row of the directory whose dot is the scope's name; where it names a unit,
  /// the unit has it from a day on, or from the beginning. Centre only.
  package func openScope(
    _ values: [(FieldDefinition, Value)], from day: Int64? = nil
  ) throws -> ScopeID {
    let scope = ScopeID(openedBy: try create(ScopeTable.definition, in: .everyone, values))
    let unit = values.first { $0.0.id == ScopeTable.communeCode.id }?.1.text
    if let unit, store.schema[UnitScopeTable.definition.id] != nil {
      try map(scope, to: unit, from: day)
    }
    return scope
  }

  /// Writes fields in place of the heads that are shown; values that are shown already are skipped.
  ///
  /// Of a tally every replica writes its own part, and leaves those of others.
  package func write(
    _ table: TableDefinition, _ row: RowID, _ values: [(FieldDefinition, Value)]
  ) throws {
    let stored = try load(table, row)
    let place = Place(
      table: table.id, row: row, scope: stored.scope, state: stored.state, values: values)
    let values = values + (try movedToNewSubject(table, at: place))
    var writes: [(write: FieldWrite, time: Timestamp)] = []
    for (field, value) in values {
      try check(field, value)
      let shown = shownHere(stored.state, field.id)
      if try says(shown?.value ?? .unset, value, field, at: place),
        try !changesSubject(shown?.value, field, at: place)
      {
        continue
      }
      let time = shown.map { max(now, $0.time.next) } ?? now
      let write = FieldWrite(
        field.id, try sealed(field, value, at: place), replacing: shown.map { [$0.dot] } ?? [])
      writes.append((write, time))
    }
    try apply(writes, to: stored)
  }

  /// Rules on a field: the value replaces every head, which ends a conflict.
  package func resolve(
    _ table: TableDefinition, _ row: RowID, _ field: FieldDefinition, _ value: Value
  ) throws {
    try check(field, value)
    let stored = try load(table, row)
    let heads = stored.state.heads(of: field.id)
    let time = heads.map(\.time.next).reduce(now, max)
    let place = Place(
      table: table.id, row: row, scope: stored.scope, state: stored.state,
      values: [(field, value)])
    let value = try sealed(field, value, at: place)
    let last = try withdrawing(heads.map(\.dot), field.id, time, of: stored)
    try apply([(FieldWrite(field.id, value, replacing: last), time)], to: stored)
  }

  /// Adds an element to a set; an element that is there already is not added again.
  package func add(
    _ table: TableDefinition, _ row: RowID, _ set: FieldDefinition, _ element: Value
  ) throws {
    try check(set, element)
    let stored = try load(table, row)
    guard !stored.state.heads(of: set.id).contains(where: { $0.value == element }) else { return }
    try apply([(FieldWrite(set.id, element), now)], to: stored)
  }

  /// Removes an element from a set: all adds of it that are seen here.
  package func remove(
    _ table: TableDefinition, _ row: RowID, _ set: FieldDefinition, _ element: Value
  ) throws {
    let stored = try load(table, row)
    let seen = stored.state.heads(of: set.id).filter { $0.value == element }.map(\.dot)
    guard !seen.isEmpty else { return }
    let last = try withdrawing(seen, set.id, now, of: stored)
    try apply([(FieldWrite(set.id, nil, replacing: last), now)], to: stored)
  }

  /// Deletes a row: lists every head seen here. What somebody else writes meanwhile keeps the row.
  package func delete(_ table: TableDefinition, _ row: RowID) throws {
    let stored = try load(table, row)
    var unlisted = stored.state.heads.filter { $0.field != .deletes }.map(\.dot)[...]
    // A row is hidden by all its deletes together, so a long list may be spread over several.
    repeat {
      let listed = unlisted.prefix(DotList.maximumCount)
      unlisted = unlisted.dropFirst(listed.count)
      try apply([(FieldWrite(.deletes, DotList.encode(listed)), now)], to: stored)
    } while !unlisted.isEmpty
  }

  /// Undoes every delete of a row that is in force here.
  package func undelete(_ table: TableDefinition, _ row: RowID) throws {
    let stored = try load(table, row)
    let deletes = stored.state.heads(of: .deletes).map(\.dot)
    guard !deletes.isEmpty else { return }
    let last = try withdrawing(deletes, .deletes, now, of: stored)
    try apply([(FieldWrite(.deletes, nil, replacing: last), now)], to: stored)
  }

  /// The next running number of this replica's records of a table, for their codes.
  package func nextNumber(_ table: TableDefinition) throws -> Int64 {
    try connection.integer(
      """
      INSERT INTO running_number (table_id, last) VALUES (?, 1)
      ON CONFLICT (table_id) DO UPDATE SET last = last + 1 RETURNING last
      """, .integer(Int64(table.id.rawValue)))
  }

  /// The head that a write replaces: the shown one, of a tally this replica's own.
  private func shownHere(_ state: RowState, _ field: FieldID) -> Head? {
    guard field.kind == .tally else { return state.shown(field) }
    return state.heads(of: field).filter { $0.dot.replica == store.identity.replica }
      .min { $0.isShownBefore($1) }
  }

  /// Withdraws heads until one write can name the rest, which it returns.
  private func withdrawing(
    _ heads: [Dot], _ field: FieldID, _ time: Timestamp, of stored: RowStore.StoredRow
  ) throws -> [Dot] {
    var rest = heads[...]
    while rest.count > Limits.previousPerWrite {
      let named = Array(rest.prefix(Limits.previousPerWrite))
      rest = rest.dropFirst(named.count)
      try apply([(FieldWrite(field, nil, replacing: named), time)], to: stored)
    }
    return Array(rest)
  }

  private func load(_ table: TableDefinition, _ row: RowID) throws -> RowStore.StoredRow {
    guard let stored = try store.rows.load(table.id, row) else { throw ReplicaError.noSuchRow(row) }
    return stored
  }

  /// One operation for each distinct time: a head far in the future lifts the time of the field
  /// that replaces it, and of no other.
  private func apply(
    _ writes: [(write: FieldWrite, time: Timestamp)], to stored: RowStore.StoredRow
  ) throws {
    for time in Set(writes.map(\.time)).sorted() {
      let sameTime = writes.filter { $0.time == time }.map(\.write).sorted { $0.field < $1.field }
      try apply(
        Operation(
          dot: try nextDot(), table: stored.state.table, row: stored.state.row, author: author,
          time: time, writes: sameTime), in: stored.scope)
    }
  }

  func apply(_ operation: Operation, in scope: ScopeID) throws {
    if heldScopes.insert(scope).inserted { try store.requireHeld(scope) }
    try store.merge([operation], in: scope)
    operations.append((scope, operation))
  }

  func nextDot() throws -> Dot {
    guard let dot = store.counter.next() else {
      throw ReplicaError.actTooLarge(operations: operations.count)
    }
    return dot
  }

  private func check(_ field: FieldDefinition, _ value: Value) throws {
    switch value {
    case .text(let text):
      guard text.utf8.count <= Limits.valueBytes else {
        throw ReplicaError.valueTooLong(field: field.name)
      }
      guard !text.utf8.contains(0) else { throw ReplicaError.textHasNull(field: field.name) }
    case .bytes(let bytes):
      guard bytes.count <= Limits.valueBytes else {
        throw ReplicaError.valueTooLong(field: field.name)
      }
    case .unset, .integer, .sealed, .erased: break
    }
  }
}
