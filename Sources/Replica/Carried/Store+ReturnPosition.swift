import SQLite
import SyncProtocol

/// Where a laptop stands for whom a return is written.
struct ReturnPosition {
  /// As WANTs would say it.
  var cursors: [ScopeID: Cursor]
  /// Snapshots that it has begun by the streams written so far, or that it refused.
  var fetches: [ScopeID: SnapshotFetch]
  /// Up to which number its keys go.
  var keys: [ScopeID: UInt64]
  /// Scopes of which it has keys: those that it made itself are among them.
  var known: Set<ScopeID>
  /// Scopes of which all is written.
  var done: Set<ScopeID> = []

  /// Moves on behind what was written of a scope.
  mutating func take(_ reached: LogSender.Reached, of scope: ScopeID) {
    switch reached {
    case .end: done.insert(scope)
    case .place(let cursor):
      cursors[scope] = cursor
      fetches[scope] = nil
    case .part(let fetch): fetches[scope] = fetch
    }
  }
}

extension Store {
  /// Where a laptop stands: by the pack that was read last, or by its last round over the network when
  /// that came later; nothing is taken for known that it has not shown to have.
  func position(of replica: ReplicaID, in scopes: [ScopeID]) throws -> ReturnPosition {
    let epoch = UInt8(clamping: identity.replica.rawValue)
    let wanted = try wantedKeys(of: replica)
    var position = ReturnPosition(
      cursors: [:], fetches: [:],
      keys: Dictionary(uniqueKeysWithValues: scopes.map { ($0, 0) }), known: [])
    if let wanted, wanted.epoch == epoch {
      for entry in wanted.positions where position.keys[entry.scope] != nil {
        position.keys[entry.scope] = entry.through
        position.known.insert(entry.scope)
      }
    }
    let wants = try carriedWants(of: replica)
    for scope in scopes {
      guard let want = wants[scope] else {
        position.cursors[scope] = try acknowledgedCursor(scope, by: replica)
        continue
      }
      position.cursors[scope] = want.cursor
      if want.wantsLog {
        position.fetches[scope] = SnapshotFetch(scope: scope, snapshot: .zero, offset: 0)
      }
    }
    return position
  }

  /// The KEYS_WANTED of the pack that was read last.
  func wantedKeys(of replica: ReplicaID) throws -> KeysWanted? {
    let encoded =
      try connection.row(
        "SELECT keys FROM carried_peer WHERE replica = ?", .integer(Int64(replica.rawValue))
      ) { try $0.optionalBytes(at: 0) } ?? nil
    guard let encoded else { return nil }
    var reader = ByteReader(encoded)
    return try KeysWanted(from: &reader)
  }

  private func carriedWants(
    of replica: ReplicaID
  ) throws -> [ScopeID: (cursor: Cursor, wantsLog: Bool)] {
    let wants = try connection.rows(
      """
      SELECT scope, epoch, arrival, running_hash, wants_log FROM carried_want WHERE replica = ?
      """, .integer(Int64(replica.rawValue))
    ) { statement in
      guard let scope = ScopeID(rawValue: try statement.integer(at: 0)),
        let hash = ContentHash(try statement.bytes(at: 3))
      else { throw ProtocolError.malformed(.numberOutOfRange) }
      return (
        cursor: Cursor(
          scope: scope, epoch: UInt8(clamping: try statement.integer(at: 1)),
          arrival: try statement.natural(at: 2), runningHash: hash),
        wantsLog: try statement.integer(at: 4) == 1
      )
    }
    return Dictionary(wants.map { ($0.cursor.scope, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The cursor with which a laptop asked last over the network; nil when it never asked for the scope.
  private func acknowledgedCursor(_ scope: ScopeID, by replica: ReplicaID) throws -> Cursor? {
    guard let known = try acknowledged(scope, by: replica) else { return nil }
    // Behind the beginning of a later epoch this log's hash is not that of the laptop's.
    let common =
      try connection.row(
        "SELECT min(arrival) FROM epoch_base WHERE scope = ? AND epoch > ?",
        .integer(scope.rawValue), .integer(Int64(known.epoch))
      ) { try $0.optionalInteger(at: 0) } ?? nil
    let isCommon = common.map { known.arrival <= UInt64(clamping: $0) } ?? true
    let hash = isCommon ? try runningHash(scope, at: known.arrival) : nil
    return Cursor(
      scope: scope, epoch: known.epoch, arrival: known.arrival, runningHash: hash ?? .zero)
  }
}
