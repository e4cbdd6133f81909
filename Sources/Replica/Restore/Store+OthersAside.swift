import SQLite
import SyncProtocol

/// Batches of other replicas that came through a neighbour and that the centre keeps aside.
extension Store {
  /// At a laptop: what the centre keeps aside, in the order it came.
  func collidedBatches() throws -> [Batch] {
    try batches("SELECT encoded FROM batch WHERE \(LogCondition.collided) ORDER BY position")
  }

  /// At a laptop: does with others' batches as the centre did, which has other operations under
  /// their dots. A scope into which one was merged is built anew from the centre's log; what the
  /// batch says comes under new dots, from its author.
  ///
  /// - Returns: true when a scope is to be asked for again.
  func leaveOthersAside(clock: ClockReading) throws -> Bool {
    let aside = try collidedBatches().filter { try !isOwn($0.header.replica) }
    var merged: Set<ScopeID> = []
    for batch in aside {
      if try logEntry(batch.hash)?.state == .merged { merged.insert(batch.header.scope) }
      try keepAside(batch, at: clock.wall)
      try removeFromLog(batch.hash)
    }
    for scope in merged.sorted() {
      try startOver(scope, clock: clock)
      try save(try restartedCursor(scope))
    }
    return !merged.isEmpty
  }
}
