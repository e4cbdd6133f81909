import SQLite
import SyncProtocol

/// A scope that a laptop is handing back.
package struct ScopeHandBack: Hashable, Sendable {
  /// The scope.
  package var scope: ScopeID
  /// Until when everything should have reached the centre.
  package var deadline: Timestamp
  /// Operations of the scope that the centre has not confirmed as merged, the outbox's included.
  package var unconfirmedOperations: Int64

  /// True when the laptop can do no more: it waits for the centre's backup.
  package var isSettled: Bool { unconfirmedOperations == 0 }
}

/// Handing scopes back, as the laptop does it.
extension Store {
  /// The scopes that are being handed back, ascending.
  package func scopesBeingHandedBack() throws -> [ScopeHandBack] {
    let leaving = try connection.rows(
      "SELECT scope, deadline FROM scope_leaving ORDER BY scope"
    ) { (ScopeID(rawValue: try $0.integer(at: 0)), Timestamp(rawValue: try $0.integer(at: 1))) }
    return try leaving.compactMap { scope, deadline in
      guard let scope else { return nil }
      return ScopeHandBack(
        scope: scope, deadline: deadline,
        unconfirmedOperations: try unconfirmedOperations(in: scope))
    }
  }

  /// Operations of a scope in the outbox, and in batches, own or carried, that the centre has not
  /// confirmed as merged; a held batch counts at least 1.
  private func unconfirmedOperations(in scope: ScopeID) throws -> Int64 {
    try connection.integer(
      """
      SELECT (SELECT count(*) FROM outbox WHERE scope = ?1)
        + (SELECT coalesce(sum(operations), 0) FROM batch
           WHERE scope = ?1 AND (receipt IS NULL OR receipt NOT IN (1, 3, 4, 7)))
      """, .integer(scope.rawValue))
  }

  /// Throws when nothing may be written in a scope: it is being handed back, or it has come back
  /// and its records are not here yet.
  func requireHeld(_ scope: ScopeID) throws {
    guard identity.role == .laptop else { return }
    let refused = try connection.integer(
      """
      SELECT (SELECT count(*) FROM scope_leaving WHERE scope = ?1)
        + (SELECT count(*) FROM own_chain WHERE scope = ?1 AND sequence > 0)
      """, .integer(scope.rawValue))
    if refused > 0 { throw ReplicaError.scopeNotHeld(scope) }
  }

  /// What a request confirms: every scope being handed back of which all is confirmed.
  func scopeReturns() throws -> [ScopeReturn] {
    try scopesBeingHandedBack().filter(\.isSettled).map {
      ScopeReturn(scope: $0.scope, last: try lastOwnPlace(in: $0.scope), signer: identity.signer)
    }
  }

  /// This replica's last batch in a scope.
  private func lastOwnPlace(in scope: ScopeID) throws -> ScopeReturn.Place {
    if let tip = try frontier.tips(scope, identity.replica).last {
      return ScopeReturn.Place(sequence: tip.sequence, hash: tip.hash)
    }
    return try ownChain(in: scope) ?? ScopeReturn.Place(sequence: 0, hash: .zero)
  }

  /// Where this replica's own chain ended when a scope left, or started over; nil when nothing of it
  /// has to come back.
  func ownChain(in scope: ScopeID) throws -> ScopeReturn.Place? {
    try connection.row(
      "SELECT sequence, hash FROM own_chain WHERE scope = ?", .integer(scope.rawValue)
    ) { statement in
      guard let hash = ContentHash(try statement.bytes(at: 1)) else {
        throw ProtocolError.malformed(.numberOutOfRange)
      }
      return ScopeReturn.Place(
        sequence: UInt64(clamping: try statement.integer(at: 0)), hash: hash)
    }
  }

  /// Takes in that the centre wants a scope back; lets it go when the centre says that everything
  /// confirmed is safe, and nothing has been written since.
  ///
  /// - Returns: true when the scope was let go.
  func absorb(_ removal: ScopeRemoval) throws -> Bool {
    let scope = removal.scope
    let granted = try connection.row(
      "SELECT granted FROM scope_state WHERE scope = ?", .integer(scope.rawValue)
    ) { try $0.integer(at: 0) }
    // A scope that is not here was let go already; one that is granted was asked back before.
    guard scope != .everyone, granted == 0 else { return false }
    try connection.execute(
      "INSERT OR REPLACE INTO scope_leaving (scope, deadline) VALUES (?, ?)",
      .integer(scope.rawValue), .integer(removal.deadline.rawValue))
    guard let covered = removal.covered, try unconfirmedOperations(in: scope) == 0,
      covered == (try lastOwnPlace(in: scope))
    else { return false }
    try letGo(scope)
    return true
  }

  /// A scope that is here and that the centre grants no more is being handed back, also where the
  /// centre does not ask for it: it may have been let go once, and come back with an old backup.
  ///
  /// In a new life the centre may have lost what it had confirmed, and says where its log ends only
  /// of scopes that it grants: of all others everything is offered again, once.
  func handBackUngranted(at time: Timestamp) throws {
    try connection.execute(
      """
      INSERT OR IGNORE INTO scope_leaving (scope, deadline)
      SELECT scope, ? FROM scope_state WHERE granted = 0 AND scope <> 0
      """, .integer(time.rawValue &+ Self.handBackMilliseconds))
    let epoch = Int64(try presentEpoch)
    guard try state.integer(.offeredEpoch) ?? 0 != epoch else { return }
    let ungranted = try connection.rows(
      "SELECT scope FROM scope_state WHERE granted = 0 ORDER BY scope"
    ) { ScopeID(rawValue: try $0.integer(at: 0)) }
    for scope in ungranted.compactMap(\.self) { try offerAll(of: scope) }
    try state.set(.offeredEpoch, .integer(epoch))
  }

  /// Scopes that were granted again stay.
  func keepGranted(_ scopes: [ScopeID]) throws {
    for scope in scopes {
      try connection.execute(
        "DELETE FROM scope_leaving WHERE scope = ?", .integer(scope.rawValue))
    }
  }

  /// Takes everything of a scope out of this store: rows, digest, log, frontier, what was fetched.
  /// Own numbers stay known, so that none is issued twice.
  func letGo(_ scope: ScopeID) throws {
    let number = SQLValue.integer(scope.rawValue)
    try keepOwnChain(of: scope, keepsLog: false)
    try rows.removeRows(of: scope)
    try removeFrontier(of: scope)
    try forgetErasures(in: scope)
    try removeBase(of: scope)
    try fetches.remove(scope)
    try giveUpKeys(of: scope)
    let tables = [
      "batch", "batch_aside", "outbox", "lost_batch", "proof", "scope_state", "scope_progress",
      "scope_leaving",
    ]
    for table in tables {
      try connection.execute("DELETE FROM \(table) WHERE scope = ?", number)
    }
  }

  /// Own operations of a scope of `own_chain` that are in the log now.
  private static let inLog = """
    (SELECT coalesce(sum(batch.operations), 0) FROM batch
      WHERE batch.scope = own_chain.scope AND (batch.replica = (
        SELECT value FROM local_state WHERE key = 'replica')
        OR batch.replica IN (SELECT replica FROM former_replica)))
    """

  /// Own operations that a row of `own_chain` stands for and the log lacks. While the chain has to
  /// come back, the row counts all that were ever written in the scope, so that each one that is here
  /// again counts once; afterwards those that never came.
  static let missingOwnOperations = """
    CASE WHEN sequence > 0 THEN max(0, operations - \(inLog)) ELSE operations END
    """

  /// Before the rows and the frontier of a scope go: notes where the own chain ends, which sessions
  /// were drawn, and how many own operations were written there.
  ///
  /// - Parameter keepsLog: the batches stay.
  func keepOwnChain(of scope: ScopeID, keepsLog: Bool) throws {
    let number = SQLValue.integer(scope.rawValue)
    let last = try lastOwnPlace(in: scope)
    let dropped = try connection.integer(
      """
      SELECT coalesce((SELECT own_operations FROM scope_base WHERE scope = ?1), 0)
        + coalesce((SELECT \(Self.missingOwnOperations) FROM own_chain WHERE scope = ?1), 0)
      """, number)
    let kept = try connection.integer(
      """
      SELECT coalesce(sum(operations), 0) FROM batch
      WHERE scope = ?1 AND (replica = ?2 OR replica IN (SELECT replica FROM former_replica))
      """, number, .integer(Int64(identity.replica.rawValue)))
    let operations = last.sequence == 0 && keepsLog ? dropped : dropped + kept
    if last.sequence > 0 || operations > 0 {
      try connection.execute(
        "INSERT OR REPLACE INTO own_chain (scope, sequence, hash, operations) VALUES (?, ?, ?, ?)",
        number, .integer(Int64(last.sequence)), .blob(last.hash.bytes), .integer(operations))
    }
    try connection.execute(
      """
      INSERT OR IGNORE INTO used_session (origin)
      SELECT origin FROM frontier_mark WHERE scope = ? AND origin >> 20 = ?
      """, number, .integer(Int64(identity.replica.rawValue)))
  }

  /// True for an own batch that went with its scope and comes back: this store did close it. One
  /// whose place in the chain another own batch has is another life's.
  func closedBefore(_ batch: Batch) throws -> Bool {
    let header = batch.header
    guard header.replica == identity.replica, let last = try ownChain(in: header.scope),
      header.sequence < last.sequence || batch.hash == last.hash
    else { return false }
    return try connection.integer(
      """
      SELECT count(*) FROM batch
      WHERE scope = ? AND replica = ? AND sequence = ? AND hash <> ?
      """, .integer(header.scope.rawValue), .integer(Int64(header.replica.rawValue)),
      .integer(Int64(header.sequence)), .blob(batch.hash.bytes)) == 0
  }

  /// A scope that came back has caught up with this replica's own chain: writing goes on there.
  /// What of the chain is nowhere any more stays counted as written.
  func resumeOwnChains() throws {
    let waiting = try connection.rows("SELECT scope FROM own_chain") { try $0.integer(at: 0) }
    for scope in waiting.compactMap(ScopeID.init(rawValue:)) {
      guard let place = try ownChain(in: scope),
        place.sequence > 0,
        let tip = try frontier.tips(scope, identity.replica).last, tip.sequence >= place.sequence
      else { continue }
      try endOwnChain("scope = ?", .integer(scope.rawValue))
    }
  }

  /// Nothing of these chains has to come back any more.
  func endOwnChain(_ condition: String, _ bindings: SQLValue...) throws {
    try connection.execute(
      """
      UPDATE own_chain SET operations = \(Self.missingOwnOperations), sequence = 0,
        hash = zeroblob(32)
      WHERE \(condition)
      """, bindings: bindings)
    try connection.execute("DELETE FROM own_chain WHERE sequence = 0 AND operations = 0")
  }

  /// Own operations of a scope that were let go and come back in a snapshot, counted there from now.
  func takeRetiredOperations(of scope: ScopeID) throws -> Int64 {
    let operations = try connection.row(
      "SELECT \(Self.missingOwnOperations) FROM own_chain WHERE scope = ?",
      .integer(scope.rawValue)
    ) { try $0.integer(at: 0) }
    try connection.execute(
      "UPDATE own_chain SET operations = 0 WHERE scope = ?", .integer(scope.rawValue))
    return operations ?? 0
  }

  /// Own operations that are merged and durable at the centre and no longer in this log.
  func droppedOwnOperations() throws -> Int64 {
    try connection.row(
      """
      SELECT (SELECT coalesce(sum(own_operations), 0) FROM scope_base)
        + (SELECT coalesce(sum(\(Self.missingOwnOperations)), 0) FROM own_chain)
      """
    ) { Int64(try $0.count(at: 0)) } ?? 0
  }
}
