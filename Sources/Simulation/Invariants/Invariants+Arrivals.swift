import Replica
import SyncProtocol

/// Invariant 13.
extension World {
  /// 13: dense from 1, linked by the running hash (which is made anew by the oracle), and the same
  /// at everybody who knows of the same life of the centre.
  func checkArrivals(_ machine: Machine, _ log: StoreLog) throws {
    for scope in scopes + [.everyone] {
      let stored = try machine.store.cursor(scope)
      let given = givenArrivals(scope, epoch: stored.epoch)
      let lives = machine === centre ? Array(given.prefix(1)) : given
      var failure: Violation?
      for known in lives {
        do {
          try checkArrivals(machine, log, scope, stored, known)
          failure = nil
          break
        } catch let violation as Violation {
          failure = failure ?? violation
        }
      }
      if let failure { throw failure }
      try Violation.unless(
        !lives.isEmpty, .arrivals, "\(machine.label) knows an epoch \(stored.epoch)")
    }
  }

  private func checkArrivals(
    _ machine: Machine, _ log: StoreLog, _ scope: ScopeID, _ stored: Cursor,
    _ known: [ContentHash]
  ) throws {
    let base = log.bases[scope]
    let first = Int(base?.arrival ?? 0)
    let numbered = (log.arrived[scope] ?? []).filter { $0.arrival ?? 0 > UInt64(first) }
    let start = Cursor.start(scope, epoch: stored.epoch)
    var cursor = machine.checkedArrivals[scope] ?? start
    // Another life's log begins anew.
    if cursor.epoch != stored.epoch { cursor = start }
    // A laptop that let the scope go, or started it over, begins its log anew: all of it is looked at.
    if machine !== centre, stored.arrival < cursor.arrival { cursor = start }
    while cursor.arrival < UInt64(first), Int(cursor.arrival) < known.count {
      cursor = try NaiveRunningHash.advanced(cursor, by: known[Int(cursor.arrival)])
    }
    try Violation.unless(
      Int(cursor.arrival) > first || base == nil || base?.runningHash == cursor.runningHash,
      .arrivals, "\(machine.label): the log of \(scope.rawValue) begins somewhere else")
    let checked = Int(cursor.arrival) - first
    try Violation.unless(
      checked <= numbered.count
        && (checked == 0 || numbered[checked - 1].runningHash == cursor.runningHash.bytes),
      .arrivals, "\(machine.label): the log of \(scope.rawValue) has other numbers than before")
    for (index, entry) in numbered.enumerated().dropFirst(checked) {
      cursor = try NaiveRunningHash.advanced(cursor, by: entry.batch.hash)
      try Violation.unless(
        entry.arrival == UInt64(first + index + 1)
          && entry.runningHash == cursor.runningHash.bytes
          // A life may have numbered what another declared lost: the centre writes it anew.
          && (entry.isMerged
            || machine !== centre && declaredLost.hashes.contains(entry.batch.hash)),
        .arrivals,
        "\(machine.label): \(entry.arrival ?? 0) stands in place \(first + index + 1) of "
          + "\(scope.rawValue)"
      )
      try Violation.unless(
        first + index < known.count
          ? known[first + index] == entry.batch.hash : machine === centre, .arrivals,
        "\(machine.label): number \(first + index + 1) of \(scope.rawValue) is another batch")
    }
    try Violation.unless(
      stored == cursor, .arrivals,
      "\(machine.label): the cursor of \(scope.rawValue) is not the end of the log")
    machine.checkedArrivals[scope] = cursor
    if machine === centre {
      try Violation.unless(
        numbered.count >= known.count, .arrivals, "the centre forgot numbers it had given")
    }
  }

  /// Notes the numbers that the centre has given; an answer with them may be on its way.
  func observeArrivals() throws {
    let log = try log(of: centre)
    try checkArrivals(centre, log)
    for scope in scopes + [.everyone] {
      arrivals[scope] = (log.arrived[scope] ?? []).map(\.batch.hash)
    }
  }
}
