import SQLite
import SyncProtocol

/// Batches of other replicas that came through a neighbour and that the centre keeps aside.
extension Store {
  /// At a laptop: does with others' batches as the centre did, which has other operations under
  /// their dots. A scope into which one was merged is built anew from the centre's log; what the
  /// batch says comes under new dots, from its author.
  ///
  /// - Returns: true when a scope is to be asked for again.
  func leaveOthersAside(clock: ClockReading) throws -> Bool {
    let aside = try connection.rows("SELECT encoded FROM batch WHERE receipt = 8 ORDER BY position")
    {
      try Batch(decoding: try $0.bytes(at: 0), primitives: primitives)
    }.filter { try !isOwn($0.header.replica) }
    var merged: Set<ScopeID> = []
    for batch in aside {
      if try logEntry(batch.hash)?.state == .merged { merged.insert(batch.header.scope) }
      try keepAside(batch, at: clock.wall)
      try connection.execute("DELETE FROM batch WHERE hash = ?", .blob(batch.hash.bytes))
    }
    for scope in merged.sorted() {
      try startOver(scope, clock: clock)
      try save(try restartedCursor(scope))
    }
    return !merged.isEmpty
  }
}
