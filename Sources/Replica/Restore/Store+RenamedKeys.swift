import SQLite
import SyncProtocol

/// Keys of what is written again under new dots.
///
/// A key is named by a dot, and two copies of a store may have named two keys alike. Whatever moves
/// gets new keys with names of the new session. The old ones go, so that no erasure of the new
/// subjects leaves a secret of theirs behind, and the other copy's keys of the same names can come.
extension Store {
  /// Makes new keys for the sealed values of operations that move.
  ///
  /// - Parameter staying: waiting operations that keep their dots, and so their keys.
  func renameKeys(
    of moved: [Operation], staying: [Operation], in map: inout DotMap, _ next: () throws -> Dot
  ) throws {
    try renameSubjectsApart(of: moved, staying: staying, in: &map, next)
    let kept = Set(staying.flatMap(\.sealedValues).map(\.key))
    let named = Set(moved.flatMap(\.sealedValues).map(\.key)).subtracting(kept).sorted()
    for old in named {
      guard let entry = try keyring.entries([old]).first else { continue }
      let isOwn = try isOwn(old.replica)
      guard isOwn || map.rows[entry.key.subject] != nil else { continue }
      var key = entry.key
      key.id = try next()
      key.subject = map.rows[key.subject] ?? key.subject
      var name = ByteWriter()
      name.dot(key.id)
      name.dot(key.subject)
      key.secret = try keyring.random(for: name.bytes)
      map.keys[old] = key.id
      let isCentre = identity.role == .centre
      try keyring.add(
        [Keyring.Entry(scope: entry.scope, key: key)], isConfirmed: isCentre,
        givesNumbers: isCentre)
      guard isOwn else { continue }
      try connection.execute(
        "INSERT OR IGNORE INTO renamed_key (key, scope) VALUES (?, ?)", .integer(old.rawValue),
        .integer(entry.scope.rawValue))
      owesRenamedKeys = true
    }
  }

  /// Gives values that stand apart new subjects where they moved: another copy may have issued the
  /// same. A subject of values that stay is left to them.
  private func renameSubjectsApart(
    of moved: [Operation], staying: [Operation], in map: inout DotMap, _ next: () throws -> Dot
  ) throws {
    let kept = Set(staying.flatMap { subjectsApart(of: $0) })
    let dots = Set(moved.map(\.dot))
    for operation in moved {
      for subject in subjectsApart(of: operation)
      where map.rows[subject] == nil && !kept.contains(subject) {
        if map.rows[operation.row] == nil,
          let scope = try rows.load(operation.table, operation.row)?.scope,
          try operations(on: [operation.row], in: scope).contains(where: { other, _ in
            !dots.contains(other.dot) && subjectsApart(of: other).contains(subject)
          })
        {
          continue
        }
        map.rows[subject] = try next()
      }
    }
  }

  /// Opens a value in its old place and seals it in its new one.
  ///
  /// - Throws: `ReplicaError.sealedValueCannotMove` while the store is locked: better no round than
  ///   a lost value.
  func reseal(_ move: SealedMove) throws -> Value {
    let opened = try keyring.open(
      .sealed(move.value), table: move.table, row: move.row, field: move.field)
    switch opened {
    case .value(let clear):
      guard let key = try keyring.entries([move.newKey]).first?.key,
        key.subject == move.newSubject
      else { throw ReplicaError.sealedValueCannotMove }
      return try keyring.seal(
        clear, under: key, table: move.table, row: move.newRow, field: move.field)
    case .erased: return .erased(move.newSubject)
    case .locked: throw ReplicaError.sealedValueCannotMove
    // Nobody here could read it before; that something stood there is all there is to keep.
    case .keyMissing, .keyDropped, .unreadable: return .sealed(move.value)
    }
  }

  /// Asks for the keys whose names were given up, where values that did not move still name them.
  func askForRenamedKeys() throws {
    for (scope, keys) in try renamedKeys() {
      try forEachRow(in: scope) { state in
        for sealed in state.heads.compactMap(\.value.sealed) where keys.contains(sealed.key) {
          try noteMissing(sealed, in: scope)
        }
      }
    }
  }

  /// True when the key of this name here is one that was given up.
  func isRenamed(_ key: Dot) throws -> Bool {
    try connection.integer(
      "SELECT count(*) FROM renamed_key WHERE key = ?", .integer(key.rawValue)) > 0
  }

  /// Gives up every key of a scope that is no longer held here; they are destroyed once that is
  /// committed.
  func giveUpKeys(of scope: ScopeID) throws {
    for key in try keyring.keys(of: scope) {
      try connection.execute(
        "INSERT OR IGNORE INTO renamed_key (key, scope) VALUES (?, ?)", .integer(key.rawValue),
        .integer(scope.rawValue))
      owesRenamedKeys = true
    }
    try connection.execute(
      "DELETE FROM missing_key WHERE scope = ?", .integer(scope.rawValue))
  }

  /// Destroys the keys that were given up, once that is committed. What fails here is done by the
  /// next transaction or the next start.
  func forgetRenamedKeys() {
    guard owesRenamedKeys, !connection.isInTransaction else { return }
    do {
      let keys = try renamedKeys().flatMap(\.keys)
      if !keys.isEmpty {
        try keyring.forget(keys.sorted())
        try connection.execute("DELETE FROM renamed_key")
      }
      owesRenamedKeys = false
    } catch {
      owesRenamedKeys = true
    }
  }

  private func renamedKeys() throws -> [(scope: ScopeID, keys: Set<Dot>)] {
    let rows = try connection.rows("SELECT scope, key FROM renamed_key ORDER BY scope, key") {
      (ScopeID(rawValue: try $0.integer(at: 0)), Dot(rawValue: try $0.integer(at: 1)))
    }
    var keys: [ScopeID: Set<Dot>] = [:]
    for (scope, key) in rows {
      if let scope, let key { keys[scope, default: []].insert(key) }
    }
    return keys.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension Operation {
  /// The sealed values that it writes.
  fileprivate var sealedValues: [SealedValue] { writes.compactMap { $0.value?.sealed } }
}
