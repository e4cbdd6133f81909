import SQLite
import SyncProtocol

/// The digest of a scope's merged state.
package struct ScopeDigest: Sendable, Equatable {
  /// The root over its leaves.
  package let root: ContentHash
  /// How many rows went into it.
  package let rowCount: Int
}

extension Store {
  /// The digest of a scope as it is kept in step with the rows; never taken over from a peer.
  package func digest(of scope: ScopeID) throws -> ScopeDigest {
    let leaves = try rows.digests.leaves(of: scope)
    return ScopeDigest(
      root: leaves.digest.root(primitives: primitives), rowCount: leaves.rowCount)
  }

  /// The 256 leaves behind a scope's digest.
  package func stateDigest(of scope: ScopeID) throws -> StateDigest {
    try rows.digests.leaves(of: scope).digest
  }

  /// The digest of a scope summed anew from all its rows: what the kept one must be equal to.
  package func recomputedDigest(of scope: ScopeID) throws -> ScopeDigest {
    let leaves = try recomputedLeaves(of: scope)
    return ScopeDigest(
      root: leaves.digest.root(primitives: primitives), rowCount: leaves.rowCount)
  }

  private func recomputedLeaves(of scope: ScopeID) throws -> DigestLeaves.Leaves {
    var leaves = DigestLeaves.Leaves()
    try forEachRow(in: scope) { leaves.add(DigestTerm($0, primitives: primitives)) }
    return leaves
  }

  /// Sums the rows of a store that was written before digests were kept. Must run inside a
  /// transaction.
  func fillMissingDigests() throws {
    guard try state.integer(.digestsMissing) != nil else { return }
    var leaves: [ScopeID: DigestLeaves.Leaves] = [:]
    try rows.forEachRow { row in
      leaves[row.scope, default: DigestLeaves.Leaves()]
        .add(DigestTerm(row.state, primitives: primitives))
    }
    for (scope, leaves) in leaves { try rows.digests.replace(scope, by: leaves) }
    try state.remove(.digestsMissing)
  }

  /// Every merged row of a scope, by table and row.
  package func forEachRow(in scope: ScopeID, _ body: (RowState) throws -> Void) throws {
    for table in try rows.tablesWithRows(in: scope) {
      try rows.forEachRow(of: table, in: scope) { try body($0.state) }
    }
    try rows.forEachUnknownRow(in: scope) { try body($0.state) }
  }

  /// The scopes that have rows or a log here, ascending.
  package func knownScopes() throws -> [ScopeID] {
    try connection.rows(
      """
      SELECT scope FROM scope_state UNION SELECT scope FROM outbox
      UNION SELECT scope FROM digest_leaf ORDER BY scope
      """
    ) { try $0.integer(at: 0) }.compactMap(ScopeID.init(rawValue:))
  }
}
