import SQLite
import SyncProtocol

/// What may be dropped of a scope's log: known at the centre, told to laptops in every WELCOME.
extension Store {
  /// How long a silent laptop is waited for before others may drop what it lacks: 90 days.
  package static let leaseMilliseconds: Int64 = 90 * 86_400_000

  /// The present life of the centre, as far as this store knows.
  var presentEpoch: UInt8 {
    get throws {
      identity.role == .centre
        ? UInt8(clamping: identity.replica.rawValue)
        : UInt8(clamping: try state.integer(.epoch) ?? 0)
    }
  }

  /// Notes that a verified backup off this machine holds the log of scopes up to these arrival
  /// numbers. It never goes back within an epoch, nor beyond the log. Centre only.
  package func markDurable(through arrivals: [ScopeID: UInt64], at time: Timestamp) throws {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    try transaction {
      let epoch = SQLValue.integer(Int64(try presentEpoch))
      for (scope, arrival) in arrivals.sorted(by: { $0.key < $1.key }) {
        let known = max(try durableThrough(scope), min(arrival, try cursor(scope).arrival))
        try connection.execute(
          """
          INSERT OR REPLACE INTO off_machine_backup (scope, epoch, arrival, at)
          VALUES (?, ?, ?, ?)
          """,
          .integer(scope.rawValue), epoch, .integer(Int64(known)), .integer(time.rawValue))
      }
      try dropReplacedSnapshots()
    }
  }

  /// The last arrival number of a scope in a verified backup off the centre's machine: the
  /// centre's own knowledge, at a laptop what the centre said last. 0 for none in this epoch: what
  /// an earlier life believed safe was put in doubt by its end.
  package func durableThrough(_ scope: ScopeID) throws -> UInt64 {
    guard identity.role == .centre else { return try progress(of: scope).durableThrough }
    let arrival = try connection.row(
      "SELECT arrival FROM off_machine_backup WHERE scope = ? AND epoch = ?",
      .integer(scope.rawValue), .integer(Int64(try presentEpoch))
    ) { try $0.integer(at: 0) }
    return UInt64(clamping: arrival ?? 0)
  }

  /// What the centre last told this laptop of a scope.
  func progress(of scope: ScopeID) throws -> ScopeProgress {
    try connection.row(
      "SELECT durable, stable FROM scope_progress WHERE scope = ? AND epoch = ?",
      .integer(scope.rawValue), .integer(Int64(try presentEpoch))
    ) {
      ScopeProgress(
        scope: scope, durableThrough: UInt64(clamping: try $0.integer(at: 0)),
        stableThrough: UInt64(clamping: try $0.integer(at: 1)))
    } ?? ScopeProgress(scope: scope, durableThrough: 0, stableThrough: 0)
  }

  /// Takes over what a WELCOME says: the whole list, unless it is the one that is known here.
  func adoptProgress(_ welcome: Welcome) throws {
    guard let progress = welcome.progress else { return }
    // A return that was carried by hand may be older than what is known of its life.
    if roundContext.carried == nil {
      try connection.execute("DELETE FROM scope_progress")
    } else {
      try connection.execute(
        "DELETE FROM scope_progress WHERE epoch <> ?", .integer(Int64(welcome.epoch)))
    }
    for entry in progress {
      try connection.execute(
        """
        INSERT INTO scope_progress (scope, epoch, durable, stable) VALUES (?, ?, ?, ?)
        ON CONFLICT (scope) DO UPDATE SET durable = max(durable, excluded.durable),
          stable = max(stable, excluded.stable)
        """,
        .integer(entry.scope.rawValue), .integer(Int64(welcome.epoch)),
        .integer(Int64(entry.durableThrough)), .integer(Int64(entry.stableThrough)))
    }
  }

  /// Everything the centre has told this laptop in this epoch, as it told it.
  func knownProgress() throws -> [ScopeProgress] {
    let scopes = try connection.rows(
      "SELECT scope FROM scope_progress WHERE epoch = ? ORDER BY scope",
      .integer(Int64(try presentEpoch))
    ) { try $0.integer(at: 0) }
    return try scopes.compactMap(ScopeID.init(rawValue:)).map { try progress(of: $0) }
  }

  /// True when a cursor is a place in the centre's own log.
  func isOfThisLog(_ cursor: Cursor) throws -> Bool {
    guard cursor.epoch == (try presentEpoch), cursor.arrival > 0 else { return false }
    let hash =
      try connection.row(
        "SELECT running_hash FROM batch WHERE scope = ? AND arrival = ?",
        .integer(cursor.scope.rawValue), .integer(Int64(cursor.arrival))
      ) { try $0.optionalBytes(at: 0) } ?? nil
    return hash == cursor.runningHash.bytes
  }

  /// Notes how far a laptop has applied a scope's log, in which life, and when it asked; a cursor
  /// that is not of this log says that it has nothing of it.
  func acknowledge(_ cursor: Cursor, by replica: ReplicaID, at time: Timestamp) throws {
    try connection.execute(
      """
      INSERT OR REPLACE INTO acknowledged (replica, scope, epoch, arrival, at)
      VALUES (?, ?, ?, ?, ?)
      """,
      .integer(Int64(replica.rawValue)), .integer(cursor.scope.rawValue),
      .integer(Int64(cursor.epoch)),
      .integer(try isOfThisLog(cursor) ? Int64(cursor.arrival) : 0), .integer(time.rawValue))
  }

  /// The last arrival number that every laptop with a lease has applied: those that hold the scope
  /// and were heard of within 90 days. One that never reported has nothing to build upon and waits
  /// for no batch.
  package func stableThrough(_ scope: ScopeID, at time: Timestamp) throws -> UInt64 {
    let end = try cursor(scope).arrival
    let least = try connection.row(
      """
      SELECT min(coalesce((SELECT arrival FROM acknowledged WHERE replica = peer.replica
        AND scope = ?1 AND epoch = ?2), 0))
      FROM peer WHERE last_round >= ?3 AND (?1 = 0 OR EXISTS (
        SELECT 1 FROM scope_grant WHERE scope_grant.replica = peer.replica AND scope = ?1))
      """,
      .integer(scope.rawValue), .integer(Int64(try presentEpoch)),
      .integer(time.rawValue &- Self.leaseMilliseconds)
    ) { try $0.optionalInteger(at: 0) }
    guard let least, let arrival = least else { return end }
    return min(end, UInt64(clamping: arrival))
  }

  /// True when a laptop has not asked for the log for longer than a lease; before its first time it
  /// has none. (A mere question for the time says nothing of what it holds.)
  func isLeaseOver(_ replica: ReplicaID, at time: Timestamp) throws -> Bool {
    let last =
      try connection.row(
        "SELECT max(at) FROM acknowledged WHERE replica = ?", .integer(Int64(replica.rawValue))
      ) { try $0.optionalInteger(at: 0) } ?? nil
    guard let last else { return false }
    return time.rawValue &- last > Self.leaseMilliseconds
  }

  /// What a WELCOME tells; nil when the asker's summary says that it knows just that.
  func progress(
    of scopes: [ScopeID], unlessKnownTo summary: Summary?, at time: Timestamp
  ) throws -> [ScopeProgress]? {
    let progress = try progress(of: scopes, at: time)
    return summary?.progress == ScopeProgress.checksum(of: progress) ? nil : progress
  }

  /// What a WELCOME tells of scopes, ascending. Where no backup exists nothing can be dropped, so
  /// there is nothing to tell.
  func progress(of scopes: [ScopeID], at time: Timestamp) throws -> [ScopeProgress] {
    try scopes.sorted().compactMap { scope in
      let durable = try durableThrough(scope)
      guard durable > 0 else { return nil }
      return ScopeProgress(
        scope: scope, durableThrough: durable,
        stableThrough: try stableThrough(scope, at: time))
    }
  }
}
