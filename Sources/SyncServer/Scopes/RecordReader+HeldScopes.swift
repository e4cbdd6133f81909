import FieldWork
import SQLite
import SyncProtocol

extension RecordReader {
  /// The scopes that each laptop may hold now.
  func heldScopes() throws -> [ReplicaID: Set<ScopeID>] {
    let pairs = try connection.rows("SELECT DISTINCT replica, scope FROM scope_grant") {
      (UInt32(clamping: try $0.integer(at: 0)), ScopeID(rawValue: try $0.integer(at: 1)))
    }
    return pairs.reduce(into: [:]) { held, pair in
      guard let replica = ReplicaID(rawValue: pair.0), let scope = pair.1 else { return }
      held[replica, default: []].insert(scope)
    }
  }
}
