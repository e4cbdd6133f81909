import SQLite
import SyncProtocol

/// Taking scopes back, as the centre does it.
extension Store {
  /// Keeps a laptop's signed word that it has handed over everything of a scope it was asked for.
  /// One that names another last batch than before replaces it: something was written in between.
  func absorb(_ word: ScopeReturn, from replica: ReplicaID, at time: Timestamp) throws {
    guard word.replica == replica, let certificate = try certificate(of: replica),
      word.isSigned(by: certificate.publicKey, primitives: primitives)
    else { throw ProtocolError.badSignature }
    // The word is worth something only for batches that are here.
    if word.last.sequence > 0 {
      let tip = Batch.Tip(
        replica: replica, sequence: word.last.sequence, hash: word.last.hash)
      guard try frontier.isApplied(tip, in: word.scope) else { return }
    }
    try askBackIfUngranted(word.scope, from: replica, at: time)
    try connection.execute(
      """
      UPDATE scope_return SET confirmed_sequence = ?3, confirmed_hash = ?4,
        confirmed_signature = ?5, confirmed_end = ?6
      WHERE replica = ?1 AND scope = ?2 AND closed = 0
        AND (confirmed_hash IS NULL OR confirmed_hash <> ?4)
      """,
      .integer(Int64(replica.rawValue)), .integer(word.scope.rawValue),
      .integer(Int64(word.last.sequence)), .blob(word.last.hash.bytes), .blob(word.signature),
      .integer(Int64(try cursor(word.scope).arrival)))
  }

  /// A laptop may hand back what nobody asks for any more: an old backup brought it a scope that it
  /// had let go, or this centre was restored to before it granted the scope.
  private func askBackIfUngranted(
    _ scope: ScopeID, from replica: ReplicaID, at time: Timestamp
  ) throws {
    let numbers = [SQLValue.integer(Int64(replica.rawValue)), .integer(scope.rawValue)]
    let isGranted = try connection.integer(
      "SELECT count(*) FROM scope_grant WHERE replica = ? AND scope = ?", numbers[0], numbers[1])
    guard isGranted == 0 else { return }
    try connection.execute(
      """
      INSERT INTO scope_return (replica, scope, since, deadline) VALUES (?1, ?2, ?3, ?4)
      ON CONFLICT (replica, scope) DO UPDATE SET closed = 0, told = 0, since = ?3, deadline = ?4
        WHERE closed = 1
      """, numbers[0], numbers[1], .integer(time.rawValue),
      .integer(time.rawValue &+ Self.handBackMilliseconds))
  }

  /// Scopes of which a laptop said nothing any more after it was told that they may go: it has let
  /// them go.
  func closeReturns(of replica: ReplicaID, except confirmed: Set<ScopeID>) throws {
    let told = try connection.rows(
      "SELECT scope FROM scope_return WHERE replica = ? AND told = 1 AND closed = 0",
      .integer(Int64(replica.rawValue))
    ) { try $0.integer(at: 0) }.compactMap(ScopeID.init(rawValue:))
    for scope in told where !confirmed.contains(scope) {
      try connection.execute(
        "UPDATE scope_return SET closed = 1 WHERE replica = ? AND scope = ?",
        .integer(Int64(replica.rawValue)), .integer(scope.rawValue))
    }
  }

  /// Scopes whose laptop has handed over everything, and that no backup off this machine holds to that
  /// end yet, ascending. Centre only.
  package func returnsAwaitingBackup() throws -> [ReplicaID: [ScopeID]] {
    let rows = try connection.rows(
      """
      SELECT replica, scope, confirmed_end FROM scope_return
      WHERE closed = 0 AND confirmed_end IS NOT NULL ORDER BY replica, scope
      """
    ) {
      (
        ReplicaID(rawValue: UInt32(clamping: try $0.integer(at: 0))),
        ScopeID(rawValue: try $0.integer(at: 1)), UInt64(clamping: try $0.integer(at: 2))
      )
    }
    var waiting: [ReplicaID: [ScopeID]] = [:]
    for case (let replica?, let scope?, let end) in rows where try durableThrough(scope) < end {
      waiting[replica, default: []].append(scope)
    }
    return waiting
  }

  /// What an answer asks a laptop to hand back, ascending by scope.
  func scopeRemovals(for replica: ReplicaID) throws -> [ScopeRemoval] {
    let returns = try connection.rows(
      """
      SELECT scope, deadline, confirmed_sequence, confirmed_hash, confirmed_end
      FROM scope_return WHERE replica = ? AND closed = 0 ORDER BY scope
      """, .integer(Int64(replica.rawValue))
    ) { statement in
      (
        scope: ScopeID(rawValue: try statement.integer(at: 0)),
        deadline: Timestamp(rawValue: try statement.integer(at: 1)),
        sequence: try statement.optionalInteger(at: 2),
        hash: try statement.optionalBytes(at: 3).flatMap { ContentHash($0) },
        end: try statement.optionalInteger(at: 4)
      )
    }
    return try returns.compactMap { entry in
      guard let scope = entry.scope else { return nil }
      var removal = ScopeRemoval(scope: scope, deadline: entry.deadline, covered: nil)
      if let sequence = entry.sequence, let hash = entry.hash, let end = entry.end,
        try durableThrough(scope) >= UInt64(clamping: end)
      {
        removal.covered = ScopeReturn.Place(sequence: UInt64(clamping: sequence), hash: hash)
        try connection.execute(
          "UPDATE scope_return SET told = 1 WHERE replica = ? AND scope = ?",
          .integer(Int64(replica.rawValue)), .integer(scope.rawValue))
      }
      return removal
    }
  }
}
