import SQLite
import SyncProtocol

/// Reading sealed values, and noting the keys that they name.
extension Store {
  /// Opens a stored value of a field; one that is not sealed is given as it is.
  package func open(
    _ value: Value, table: TableID, row: RowID, field: FieldID
  ) throws -> OpenedValue {
    try keyring.open(value, table: table, row: row, field: field)
  }

  /// A stored value opened; as it is stored where it cannot be read.
  func readable(_ value: Value, table: TableID, row: RowID, field: FieldID) throws -> Value {
    try keyring.open(value, table: table, row: row, field: field).value ?? value
  }

  /// An operation with every value opened that can be.
  func opened(_ operation: Operation) throws -> Operation {
    var opened = operation
    for (index, write) in operation.writes.enumerated() {
      opened.writes[index].value = try write.value.map {
        try readable($0, table: operation.table, row: operation.row, field: write.field)
      }
    }
    return opened
  }

  /// The merged state of a row with every value opened that can be; nil when the store does not have
  /// the row. For reading: what it holds is not what the log says.
  package func openedRow(_ table: TableID, _ row: RowID) throws -> RowState? {
    guard let state = try rows.load(table, row)?.state else { return nil }
    return try opened(state)
  }

  /// A row's state with every value opened that can be.
  func opened(_ state: RowState) throws -> RowState {
    let heads = try state.heads.map { head in
      var head = head
      head.value = try readable(
        head.value, table: state.table, row: state.row, field: head.field)
      return head
    }
    return RowState(
      table: state.table, row: state.row, createdAt: state.createdAt, heads: heads)
  }

  /// Notes keys that merged values name and that are not here, and values of erased subjects in a
  /// scope that has no erasure yet.
  func noteKeys(of operations: [Operation], in scope: ScopeID) throws {
    var named: [Dot: RowID] = [:]
    for operation in operations where operation.hasSealedValue {
      for write in operation.writes {
        guard let sealed = write.value?.sealed else { continue }
        named[sealed.key] = sealed.subject
      }
    }
    for (key, subject) in named.sorted(by: { $0.key < $1.key }) {
      if try keyring.isErased(subject) {
        try noteErasureDue(subject, in: scope)
      } else if try !keyring.knows(key) || isRenamed(key) {
        try connection.execute(
          "INSERT OR IGNORE INTO missing_key (key, scope, subject) VALUES (?, ?, ?)",
          .integer(key.rawValue), .integer(scope.rawValue), .integer(subject.rawValue))
      }
    }
  }

  /// Notes keys of the own numbers that a row of a snapshot names and that are not here, or were
  /// given up: whoever made a key is not handed it unless it asks.
  func noteOwnKeys(of state: RowState, in scope: ScopeID, _ own: Set<ReplicaID>) throws {
    for sealed in state.heads.compactMap(\.value.sealed)
    where try own.contains(sealed.key.replica)
      && (!keyring.knows(sealed.key) || isRenamed(sealed.key))
    {
      try noteMissing(sealed, in: scope)
    }
  }

  /// Notes the key of a value as one to be asked for.
  func noteMissing(_ sealed: SealedValue, in scope: ScopeID) throws {
    try connection.execute(
      "INSERT OR IGNORE INTO missing_key (key, scope, subject) VALUES (?, ?, ?)",
      .integer(sealed.key.rawValue), .integer(scope.rawValue), .integer(sealed.subject.rawValue))
  }

  /// Notes every key that a row names, for a store whose keyring is new: they are asked for.
  func noteAllKeys() throws {
    for scope in try knownScopes() {
      try forEachRow(in: scope) { state in
        for sealed in state.heads.compactMap(\.value.sealed) where try !keyring.knows(sealed.key) {
          try noteMissing(sealed, in: scope)
        }
      }
    }
  }

  /// How many keys that values here name have not come: those values cannot be shown.
  package func missingKeyCount() throws -> Int64 {
    let noted = try connection.rows("SELECT key, subject FROM missing_key ORDER BY key") {
      (key: Dot(rawValue: try $0.integer(at: 0)), subject: RowID(rawValue: try $0.integer(at: 1)))
    }
    return try noted.reduce(0) { count, note in
      guard let key = note.key, let subject = note.subject, try !keyring.knows(key),
        try !keyring.isErased(subject)
      else { return count }
      return count + 1
    }
  }

  /// Keys that values of these scopes name and that are not here, ascending. Those that came or
  /// were erased meanwhile are forgotten.
  func missingKeys(in scopes: Set<ScopeID>) throws -> [Dot] {
    let noted = try connection.rows("SELECT key, scope, subject FROM missing_key ORDER BY key") {
      (
        key: Dot(rawValue: try $0.integer(at: 0)), scope: ScopeID(rawValue: try $0.integer(at: 1)),
        subject: RowID(rawValue: try $0.integer(at: 2))
      )
    }
    var missing: [Dot] = []
    for note in noted {
      guard let key = note.key, let scope = note.scope, let subject = note.subject else { continue }
      if try keyring.knows(key) || keyring.isErased(subject) {
        try connection.execute("DELETE FROM missing_key WHERE key = ?", .integer(key.rawValue))
      } else if scopes.contains(scope), missing.count < Limits.keysWanted {
        missing.append(key)
      }
    }
    return missing
  }
}
