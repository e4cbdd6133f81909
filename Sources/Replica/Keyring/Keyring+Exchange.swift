import SQLite
import SyncProtocol

/// A keyring as state: taking keys in, giving them out, numbering them at the centre.
extension Keyring {
  /// Takes in keys. A known id is left as it is, and keys of erased subjects are absorbed.
  ///
  /// - Parameters:
  ///   - isConfirmed: the centre has them already.
  ///   - givesNumbers: this is the centre, which numbers the keys of a scope as they come.
  /// - Returns: the ids that were new.
  @discardableResult
  func add(_ entries: [Entry], isConfirmed: Bool, givesNumbers: Bool) throws -> [Dot] {
    guard !entries.isEmpty else { return [] }
    return try write {
      var added: [Dot] = []
      for entry in entries where try !isErased(entry.key.subject) && !knows(entry.key.id) {
        let arrival = givesNumbers ? try nextNumber(in: entry.scope) : nil
        try connection.execute(
          """
          INSERT INTO key (id, scope, subject, class, year, wrapped, arrival, confirmed)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """, .integer(entry.key.id.rawValue), .integer(entry.scope.rawValue),
          .integer(entry.key.subject.rawValue), .integer(Int64(entry.key.retention.rawValue)),
          .integer(Int64(entry.key.year)), .blob(try wrapped(entry)), SQLValue(arrival),
          .integer(isConfirmed ? 1 : 0))
        added.append(entry.key.id)
      }
      return added
    }
  }

  /// True when a key of this id is here or was dropped here.
  package func knows(_ id: Dot) throws -> Bool {
    try connection.integer("SELECT count(*) FROM key WHERE id = ?", .integer(id.rawValue)) > 0
  }

  private func nextNumber(in scope: ScopeID) throws -> Int64 {
    try connection.integer(
      """
      INSERT INTO scope_keys (scope, through) VALUES (?, 1)
      ON CONFLICT (scope) DO UPDATE SET through = through + 1 RETURNING through
      """, .integer(scope.rawValue))
  }

  /// The last number of a scope: at the centre given, at a laptop taken over.
  func through(_ scope: ScopeID) throws -> UInt64 {
    let stored = try connection.row(
      "SELECT through FROM scope_keys WHERE scope = ?", .integer(scope.rawValue)
    ) { try $0.integer(at: 0) }
    return UInt64(clamping: stored ?? 0)
  }

  /// How far the keys of these scopes were taken over; those at their start are left out.
  func positions(of scopes: [ScopeID]) throws -> [KeysWanted.Position] {
    try scopes.map { KeysWanted.Position(scope: $0, through: try through($0)) }
      .filter { $0.through > 0 }
  }

  /// Notes that every key of a scope up to a number is here.
  func take(_ scope: ScopeID, through number: UInt64) throws {
    try write {
      try connection.execute(
        """
        INSERT INTO scope_keys (scope, through) VALUES (?, ?)
        ON CONFLICT (scope) DO UPDATE SET through = max(through, excluded.through)
        """, .integer(scope.rawValue), .integer(Int64(clamping: number)))
    }
  }

  /// The centre's numbers count within an epoch; in a new one everything is offered and asked anew.
  func enter(epoch: UInt8) throws {
    let known = try integer(.epoch)
    guard known != Int64(epoch) else { return }
    try write {
      try set(.epoch, .integer(Int64(epoch)))
      guard known != nil else { return }
      try connection.execute("DELETE FROM scope_keys")
      try connection.execute("UPDATE key SET confirmed = 0")
      try connection.execute("UPDATE erased SET confirmed = 0")
    }
  }

  /// Keys above a number of a scope, in order of number, without those that `maker` issued itself if it
  /// is named.
  func entries(
    in scope: ScopeID, above number: UInt64, exceptBy maker: ReplicaID?, limit: Int
  ) throws -> (entries: [Entry], through: UInt64, isEnd: Bool) {
    let rows = try connection.rows(
      """
      SELECT \(Self.columns), arrival FROM key WHERE scope = ? AND arrival > ?
      ORDER BY arrival LIMIT ?
      """, .integer(scope.rawValue), .integer(Int64(clamping: number)), .integer(Int64(limit))
    ) { (entry: try entry($0), arrival: try $0.integer(at: 6)) }
    let isEnd = rows.count < limit
    let last = try isEnd ? through(scope) : UInt64(clamping: rows.last?.arrival ?? 0)
    return (rows.compactMap(\.entry).filter { $0.key.id.replica != maker }, last, isEnd)
  }

  /// Keys by their ids, as far as they are here.
  func entries(_ ids: [Dot]) throws -> [Entry] {
    try ids.compactMap { id in
      try connection.row(
        "SELECT \(Self.columns) FROM key WHERE id = ?", .integer(id.rawValue)
      ) { try entry($0) } ?? nil
    }
  }

  /// Keys that the centre has not confirmed, oldest id first.
  func unconfirmed(limit: Int) throws -> [Entry] {
    try connection.rows(
      """
      SELECT \(Self.columns) FROM key WHERE confirmed = 0 AND wrapped IS NOT NULL
      ORDER BY id LIMIT ?
      """, .integer(Int64(limit))
    ) { try entry($0) }.compactMap { $0 }
  }

  /// Notes whether the centre has keys.
  func confirm(_ ids: [Dot], _ isConfirmed: Bool = true) throws {
    guard !ids.isEmpty else { return }
    try write {
      for id in ids {
        try connection.execute(
          "UPDATE key SET confirmed = ? WHERE id = ?", .integer(isConfirmed ? 1 : 0),
          .integer(id.rawValue))
      }
    }
  }
}
