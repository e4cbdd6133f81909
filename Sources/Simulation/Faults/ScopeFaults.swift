import Randomness
import Replica
import SyncProtocol

/// Scopes that are taken back, backups that make snapshots known, and logs that are made shorter.
enum ScopeFaults {
  static let all = [
    Fault("revoke", weight: 2, .step { try $0.revoke(from: $1) }),
    Fault("backup", weight: 6, .step { world, _ in try world.backUp() }),
    Fault("compaction", weight: 8, .step { try $0.compact($1) }),
  ]
}

extension World {
  /// A laptop is asked to hand one of its scopes back.
  fileprivate func revoke(from laptop: Machine) throws {
    let time = reading(of: centre).wall
    let rules = try attempting(centre) { store in
      try store.grantRules(of: laptop.replica).filter { $0.until == nil }
    }
    let granted = Set(
      (rules ?? []).compactMap { rule in
        if case .scope(let scope) = rule.target { scope } else { nil }
      })
    guard let rules, granted.count > 1, let scope = random.pick(granted.sorted()) else { return }
    trace.note("\(laptop.label): hamlet \(scope.rawValue) is taken back")
    let ended: Void? = try attempting(centre) { store in
      for rule in rules where rule.target == .scope(scope) {
        try store.endGrant(rule.id, at: time)
      }
    }
    // A commit that met the dying disk may be there after all when the machine starts anew.
    guard ended != nil || centre.disk.isDead else { return }
    takenBack[laptop.replica, default: []].insert(scope)
  }

  /// The centre makes snapshots, and a backup of it is verified elsewhere.
  func backUp() throws {
    trace.note("the centre is backed up")
    let clock = reading(of: centre)
    _ = try attempting(centre) { store in
      try store.refreshSnapshots(clock: clock)
      var arrivals: [ScopeID: UInt64] = [:]
      for scope in try store.knownScopes() { arrivals[scope] = try store.cursor(scope).arrival }
      // Whoever restores the centre has at least what was called durable.
      centre.savedCopy = centre.copy(promising: ledger.promises(of: centre.number))
      try store.markDurable(through: arrivals, at: clock.wall)
    }
  }

  /// A laptop drops what everybody has.
  fileprivate func compact(_ laptop: Machine) throws {
    let dropped = try attempting(laptop) { try $0.compact() }
    let count = dropped?.reduce(0) { $0 + $1.batches } ?? 0
    report.droppedBatches += count
    trace.note("\(laptop.label): compacts, \(count) batches go")
  }
}
