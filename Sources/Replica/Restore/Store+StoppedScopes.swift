import SQLite
import SyncProtocol

/// Scopes in which a laptop goes no further, because the restored centre lacks what stands only in
/// the rows here (`NewLife.lacksRecords`), remembered between syncs.
extension Store {
  /// Remembers which scopes stopped so in a sync, in place of those of the sync before.
  package func noteStopped(_ scopes: [ScopeID]) throws {
    let former = try state.text(.stoppedScopes)
    let text = scopes.sorted().map { String($0.rawValue) }.joined(separator: ",")
    guard former ?? "" != text else { return }
    try state.set(.stoppedScopes, .text(text))
  }

  /// The scopes that stopped in the last sync, and that still wait in an earlier life of the centre.
  package func stoppedScopes() throws -> [ScopeID] {
    guard let text = try state.text(.stoppedScopes), !text.isEmpty else { return [] }
    let granted = Set(try grantedScopes() + [.everyone])
    let present = try presentEpoch
    return try text.split(separator: ",").compactMap { Int64($0) }
      .compactMap(ScopeID.init(rawValue:))
      .filter { try granted.contains($0) && cursor($0).epoch != present }
  }
}
