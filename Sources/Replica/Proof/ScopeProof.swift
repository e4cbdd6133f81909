import SQLite
import SyncProtocol

/// Whether a scope's rows here are those of the centre, as far as that can be known.
package struct ScopeProof: Sendable, Equatable {
  /// The outcome of the last comparison, or why none is possible now.
  package enum State: Sendable, Equatable {
    /// The digests were equal, and nothing has moved since.
    case equal
    /// The digests differed after the same batches. It stays so until they are found equal.
    case different
    /// Nothing can be said now.
    case notComparable(Obstacle)
  }

  /// Why digests cannot be compared.
  package enum Obstacle: String, Sendable, CaseIterable {
    /// Something written here has no receipt.
    case unsent
    /// A batch waits, here or at the centre, for something missing or for an upgrade.
    case held
    /// The log was not followed to the arrival number at which the centre computed its digest.
    case otherArrival = "other-arrival"
  }

  /// The scope.
  package var scope: ScopeID
  /// The state.
  package var state: State
  /// When the digests were last compared; nil when they never were.
  package var comparedAt: Timestamp?
}

extension Store {
  /// The scopes of which something is on its way, with what.
  func unsettledScopes() throws -> [ScopeID: Summary.Standing] {
    let waiting = try connection.rows(
      """
      SELECT scope, max(held) FROM (
        SELECT scope, 0 AS held FROM outbox
        UNION ALL
        SELECT scope, receipt IS NOT NULL FROM batch WHERE \(LogCondition.unfinished)
        UNION ALL
        SELECT scope, 1 FROM batch WHERE \(LogCondition.waiting))
      GROUP BY scope
      """
    ) { (try $0.integer(at: 0), try $0.integer(at: 1) == 1) }
    var standings: [ScopeID: Summary.Standing] = [:]
    for (rawValue, isHeld) in waiting {
      guard let scope = ScopeID(rawValue: rawValue) else { continue }
      standings[scope] = isHeld ? .held : .unsent
    }
    return standings
  }

  /// Every scope held here, ascending, with what is known of it.
  package func scopeProofs() throws -> [ScopeProof] {
    let unsettled = try unsettledScopes()
    // What was compared with a life of the centre that is over says nothing of this one.
    let stopped = Set(try stoppedScopes())
    return try connection.rows(
      """
      SELECT scope, digest_state, digest_at, arrival = compared_arrival
      FROM scope_state LEFT JOIN proof USING (scope) WHERE granted = 1 ORDER BY scope
      """
    ) { statement in
      guard let scope = ScopeID(rawValue: try statement.integer(at: 0)) else {
        throw ProtocolError.malformed(.numberOutOfRange)
      }
      let isSameArrival = try statement.optionalInteger(at: 3) == 1
      let state: ScopeProof.State =
        if try statement.optionalText(at: 1) == Self.different {
          .different
        } else {
          switch unsettled[scope] ?? .compared {
          case .unsent: .notComparable(.unsent)
          case .held: .notComparable(.held)
          case .compared:
            isSameArrival && !stopped.contains(scope) ? .equal : .notComparable(.otherArrival)
          }
        }
      return ScopeProof(
        scope: scope, state: state,
        comparedAt: try statement.optionalInteger(at: 2).map(Timestamp.init(rawValue:)))
    }
  }

  private static let equal = "equal"
  private static let different = "different"

  /// Whether the last comparison of a scope found a difference.
  func isKnownDifferent(_ scope: ScopeID) throws -> Bool {
    try connection.integer(
      "SELECT count(*) FROM scope_state WHERE scope = ? AND digest_state = ?",
      .integer(scope.rawValue), .text(Self.different)) > 0
  }

  /// Records the outcome of a comparison at a cursor.
  func record(isEqual: Bool, at cursor: Cursor, time: Timestamp) throws {
    try connection.execute(
      "UPDATE scope_state SET digest_state = ?, digest_at = ? WHERE scope = ?",
      .text(isEqual ? Self.equal : Self.different), .integer(time.rawValue),
      .integer(cursor.scope.rawValue))
    try connection.execute(
      """
      INSERT INTO proof (scope, compared_arrival) VALUES (?1, ?2)
      ON CONFLICT (scope) DO UPDATE SET compared_arrival = excluded.compared_arrival
      """, .integer(cursor.scope.rawValue), .integer(Int64(cursor.arrival)))
    if isEqual { try want(.nothing, of: cursor.scope) }
  }
}
