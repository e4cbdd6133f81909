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

  /// Writes everything that is due, each edge and the copies of each row in a transaction of their own.
  ///
  /// What cannot be written does not stop the rest: it is listed with its reason (`linkTroubles`)
  /// and tried again. Only where no write can succeed, for want of room on the disk perhaps,
  /// everything stays due until after the next transaction. Does nothing inside one.
  package func carryOutLinks(clock: ClockReading) {
    guard identity.role == .centre, isJudging, !connection.isInTransaction else { return }
    // Who is erased is not copied.
    carryOutDueErasures(clock: clock)
    do {
      let now = try correctedNow(clock).time
      guard try hasLinksDue(at: now) else { return }
      try wakeCopies()
      try wakeTroubles(at: now)
      while let edge = try nextEdgeDue() { try carryOut(edge, at: now, clock: clock) }
      while let row = try nextCopyDue() { try carryOut(.copies(of: row), at: now, clock: clock) }
      // A copy brings the halves of an edge with it.
      while let edge = try nextEdgeDue() { try carryOut(edge, at: now, clock: clock) }
    } catch {
      return
    }
  }

  /// Whether anything waits that could be written now.
  private func hasLinksDue(at now: Timestamp) throws -> Bool {
    try connection.integer(
      """
      SELECT EXISTS (SELECT 1 FROM edge_due) OR EXISTS (SELECT 1 FROM copy_due)
        OR EXISTS (SELECT 1 FROM link_trouble WHERE tried NOT BETWEEN ?1 - ?2 AND ?1)
      """, .integer(now.rawValue), .integer(LinkTrouble.retryMilliseconds)) != 0
  }

  private func nextCopyDue() throws -> RowID? {
    try connection.row(
      "SELECT row FROM copy_due WHERE waits_for IS NULL ORDER BY row LIMIT 1"
    ) { RowID(rawValue: try $0.integer(at: 0)) } ?? nil
  }

  private func nextEdgeDue() throws -> LinkDue? {
    try connection.row(
      "SELECT root, low, high FROM edge_due ORDER BY root, low, high LIMIT 1"
    ) {
      .edge(
        root: try $0.integer(at: 0), low: try $0.integer(at: 1), high: try $0.integer(at: 2))
    }
  }

  private func carryOut(_ due: LinkDue, at now: Timestamp, clock: ClockReading) throws {
    do {
      try transaction {
        try forget(due)
        try forgetTrouble(of: due)
        counter.startFreshSessionIfNearlyFull()
        let act = Act(store: self, author: nil, now: now)
        switch due {
        case .edge(let root, let low, let high): try balance(root, low, high, act)
        case .copies(let row):
          var copier = RowCopier(self, act: act)
          try copier.follow(row)
        }
        try log(inParts: act.operations, clock: clock)
      }
    } catch let waits as CopyWaits {
      try transaction {
        try connection.execute(
          "INSERT OR REPLACE INTO copy_due (row, waits_for) VALUES (?, ?)",
          .integer(due.low), .integer(waits.key?.rawValue ?? Self.waitsForKeyring))
      }
    } catch  where !LinkTrouble.concernsAll(error) {
      try transaction {
        try forget(due)
        try noteTrouble(of: due, LinkTrouble.code(of: error), at: now)
      }
    }
  }

  private func forget(_ due: LinkDue) throws {
    switch due {
    case .edge(let root, let low, let high):
      try connection.execute(
        "DELETE FROM edge_due WHERE root = ? AND low = ? AND high = ?", .integer(root),
        .integer(low), .integer(high))
    case .copies(let row):
      try connection.execute("DELETE FROM copy_due WHERE row = ?", .integer(row.rawValue))
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
