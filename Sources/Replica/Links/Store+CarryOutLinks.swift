import SQLite
import SyncProtocol

/// What merges cause in other scopes: noted with the merge, written in transactions of their own.
extension Store {
  /// Stands in `copy_due.waits_for` for the keyring to be unlocked; no key has this number.
  private static let waitsForKeyring: Int64 = 0

  /// Notes what operations that were just merged, or that the centre wrote, cause elsewhere. Must
  /// run in the transaction of their merge, once for each operation.
  func noteLinks(_ operations: [Operation], in scope: ScopeID) throws {
    guard identity.role == .centre, isJudging else { return }
    for operation in operations where schema[operation.table]?.hasLinks ?? false {
      try noteCopy(operation, in: scope)
      try noteEdges(operation, in: scope)
      try noteFollowing(operation)
    }
  }

  /// Writes everything that is due. What fails, for want of room on the disk perhaps, stays due and
  /// is tried again after the next transaction. Does nothing inside one.
  func carryOutLinks(clock: ClockReading) {
    guard identity.role == .centre, isJudging, !connection.isInTransaction else { return }
    do {
      guard try hasLinksDue() else { return }
      try wakeCopies()
      while try transaction({ try balanceNextEdge(clock: clock) }) {}
      while let row = try nextCopyDue() { try bringCopiesUpToDate(of: row, clock: clock) }
      // A copy brings the halves of an edge with it.
      while try transaction({ try balanceNextEdge(clock: clock) }) {}
    } catch {
      return
    }
  }

  /// Whether anything waits that could be written now.
  private func hasLinksDue() throws -> Bool {
    try connection.integer(
      "SELECT EXISTS (SELECT 1 FROM edge_due) OR EXISTS (SELECT 1 FROM copy_due)") != 0
  }

  private func nextCopyDue() throws -> RowID? {
    try connection.row(
      "SELECT row FROM copy_due WHERE waits_for IS NULL ORDER BY row LIMIT 1"
    ) { RowID(rawValue: try $0.integer(at: 0)) } ?? nil
  }

  /// One row, one transaction.
  private func bringCopiesUpToDate(of row: RowID, clock: ClockReading) throws {
    do {
      try transaction {
        try connection.execute("DELETE FROM copy_due WHERE row = ?", .integer(row.rawValue))
        counter.startFreshSessionIfNearlyFull()
        let act = Act(store: self, author: nil, now: try correctedNow(clock).time)
        var copier = RowCopier(self, act: act)
        try copier.follow(row)
        try log(inParts: act.operations, clock: clock)
      }
    } catch let waits as CopyWaits {
      try transaction {
        try connection.execute(
          "INSERT OR REPLACE INTO copy_due (row, waits_for) VALUES (?, ?)",
          .integer(row.rawValue), .integer(waits.key?.rawValue ?? Self.waitsForKeyring))
      }
    }
  }

  /// Tries again what waited for keys that are here by now, or for the keyring to be unlocked.
  private func wakeCopies() throws {
    let keys = try connection.rows(
      "SELECT DISTINCT waits_for FROM copy_due WHERE waits_for IS NOT NULL ORDER BY 1"
    ) { try $0.integer(at: 0) }
    for key in keys {
      let isReady =
        key == Self.waitsForKeyring
        ? try !keyring.isLocked : try Dot(rawValue: key).map { try keyring.knows($0) } ?? true
      guard isReady else { continue }
      try transaction {
        try connection.execute(
          "UPDATE copy_due SET waits_for = NULL WHERE waits_for = ?", .integer(key))
      }
    }
  }
}
