import SQLite
import SyncProtocol

/// The digest of a scope's merged state.
package struct ScopeDigest: Sendable, Equatable {
  /// The root over its leaves.
  package let root: ContentHash
  /// How many rows went into it.
  package let rowCount: Int
}

/// Digests since the last write of this process (which empties it) or of another (which changes
/// SQLite's data version).
struct DigestCache {
  private var version: Int64?
  private var digests: [ScopeID: ScopeDigest] = [:]

  func digest(of scope: ScopeID, at version: Int64) -> ScopeDigest? {
    self.version == version ? digests[scope] : nil
  }

  mutating func keep(_ digest: ScopeDigest, of scope: ScopeID, at version: Int64) {
    if self.version != version { removeAll() }
    self.version = version
    digests[scope] = digest
  }

  mutating func removeAll() { digests.removeAll() }
}

extension Store {
  /// The digest of a scope, computed from the tables and never taken over from a peer.
  package func digest(of scope: ScopeID) throws -> ScopeDigest {
    let version = try connection.integer("PRAGMA data_version")
    if let cached = digestCache.digest(of: scope, at: version) { return cached }
    var sums = StateDigest()
    var rowCount = 0
    try forEachRow(in: scope) { state in
      sums.add(state, primitives: primitives)
      rowCount += 1
    }
    let digest = ScopeDigest(root: sums.root(primitives: primitives), rowCount: rowCount)
    digestCache.keep(digest, of: scope, at: version)
    return digest
  }

  /// Every merged row of a scope, by table and row.
  package func forEachRow(in scope: ScopeID, _ body: (RowState) throws -> Void) throws {
    for table in schema.tables {
      try rows.forEachRow(of: table.id, in: scope) { try body($0.state) }
    }
    try rows.forEachUnknownRow(in: scope) { try body($0.state) }
  }

  /// The scopes that have rows or a log here, ascending.
  package func knownScopes() throws -> [ScopeID] {
    try connection.rows(
      "SELECT scope FROM scope_state UNION SELECT scope FROM outbox ORDER BY scope"
    ) { try $0.integer(at: 0) }.compactMap(ScopeID.init(rawValue:))
  }
}
