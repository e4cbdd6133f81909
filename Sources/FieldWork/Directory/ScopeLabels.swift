import SQLite
import SyncProtocol

extension RecordReader {
  /// What people call the scopes whose rows of the directory are here.
  package func scopeLabels() throws -> [ScopeID: String] {
    let rows = try connection.rows(
      "SELECT rid, label FROM scope WHERE label IS NOT NULL AND hidden IS NULL"
    ) { (try $0.integer(at: 0), try $0.text(at: 1)) }
    var labels: [ScopeID: String] = [:]
    for (rid, label) in rows {
      if let scope = ScopeID(rawValue: rid) { labels[scope] = label }
    }
    return labels
  }
}
