import SyncProtocol

/// A value that somebody wrote and that can be erased without the rest of its row.
package struct ValueApart: Sendable {
  /// The subject of its own.
  package var subject: RowID
  /// What it says, where it can be read.
  package var opened: OpenedValue
  /// Whether it stands now, alone or beside others.
  package var isStanding: Bool
}

/// Values with subjects of their own: the names of households.
extension Store {
  /// The subjects that an operation's values have for themselves alone.
  func subjectsApart(of operation: Operation) -> [RowID] {
    operation.writes.compactMap { write in
      guard isApart(write.field, of: operation.table), let sealed = write.value?.sealed,
        sealed.subject != operation.row
      else { return nil }
      return sealed.subject
    }
  }

  private func isApart(_ field: FieldID, of table: TableID) -> Bool {
    schema[table]?[field]?.sealing?.subject.isApart ?? false
  }

  /// Every value of a field that the log still has, by row and oldest first, those that were replaced
  /// among them: the log keeps what can be read until its key is destroyed.
  package func valuesApart(
    of field: FieldDefinition, in table: TableDefinition, _ rows: [RowID]
  ) throws -> [RowID: [ValueApart]] {
    var standing: [RowID: Set<Dot>] = [:]
    var places: [ScopeID: Set<RowID>] = [:]
    for row in rows {
      guard let stored = try self.rows.load(table.id, row) else { continue }
      standing[row] = Set(stored.state.heads(of: field.id).map(\.dot))
      places[stored.scope, default: []].insert(row)
    }
    var values: [RowID: [ValueApart]] = [:]
    for (scope, rows) in places.sorted(by: { $0.key < $1.key }) {
      for (operation, _) in try operations(on: rows, in: scope) where operation.table == table.id {
        guard let value = operation.writes.first(where: { $0.field == field.id })?.value,
          let sealed = value.sealed
        else { continue }
        values[operation.row, default: []].append(
          ValueApart(
            subject: sealed.subject,
            opened: try open(value, table: table.id, row: operation.row, field: field.id),
            isStanding: standing[operation.row]?.contains(operation.dot) ?? false))
      }
    }
    return values
  }

  /// The rows that a reference of a row names or ever named, by its log.
  package func everNamed(
    by field: FieldDefinition, in table: TableDefinition, _ rows: [RowID]
  ) throws -> Set<RowID> {
    var places: [ScopeID: Set<RowID>] = [:]
    var named: Set<RowID> = []
    for row in rows {
      guard let stored = try self.rows.load(table.id, row) else { continue }
      places[stored.scope, default: []].insert(row)
      named.formUnion(
        stored.state.heads(of: field.id).compactMap {
          $0.value.integer.flatMap(RowID.init(rawValue:))
        })
    }
    for (scope, rows) in places.sorted(by: { $0.key < $1.key }) {
      for (operation, _) in try operations(on: rows, in: scope) where operation.table == table.id {
        named.formUnion(
          operation.writes.filter { $0.field == field.id }
            .compactMap { $0.value?.integer.flatMap(RowID.init(rawValue:)) })
      }
    }
    return named
  }

  /// The subjects of every name that households have or had, each with its household.
  func namesOfHouseholds(_ rows: [RowID]) throws -> [RowID: RowID] {
    let table = HouseholdTable.definition
    let households = try rows.filter { try self.rows.load(table.id, $0) != nil }
    guard !households.isEmpty else { return [:] }
    var names: [RowID: RowID] = [:]
    for (row, values) in try valuesApart(of: HouseholdTable.name, in: table, households) {
      for value in values where value.subject != row { names[value.subject] = row }
    }
    for row in households {
      let heads = try self.rows.load(table.id, row)?.state.heads(of: HouseholdTable.name.id) ?? []
      for subject in heads.compactMap(\.value.sealed?.subject) where subject != row {
        names[subject] = row
      }
    }
    return names
  }

  /// The household of a scope that has a name with this subject.
  func household(named subject: RowID, in scope: ScopeID) throws -> RowID? {
    var found: RowID?
    try rows.forEachRow(of: HouseholdTable.definition.id, in: scope) { row in
      let isNamed = row.state.heads(of: HouseholdTable.name.id).contains {
        $0.value == .erased(subject) || $0.value.sealed?.subject == subject
      }
      if isNamed { found = found ?? row.state.row }
    }
    return found
  }

  /// At the centre: notes names that were given to a household by somebody who had not heard that it
  /// is erased.
  func noteLateNames(_ operations: [Operation], in scope: ScopeID) throws {
    guard identity.role == .centre else { return }
    for operation in operations where operation.table == HouseholdTable.definition.id {
      let subjects = subjectsApart(of: operation)
      guard !subjects.isEmpty, try isErased(operation.row) else { continue }
      for subject in subjects { try noteErasureDue(subject, in: scope) }
    }
  }
}
