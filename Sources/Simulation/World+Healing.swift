import Replica
import SyncProtocol

extension World {
  /// Before the first fault every laptop knows its scopes, and there is something to work on.
  func begin() throws {
    for kind in [FieldAct.household, .visit, .headCount, .place] {
      try perform(kind, at: centre)
      try observeArrivals()
    }
    for laptop in laptops {
      _ = try healthyRounds(of: laptop)
      for kind in [FieldAct.household, .visit, .headCount] { try perform(kind, at: laptop) }
      if random.chance(70) { _ = try healthyRounds(of: laptop) }
    }
  }

  /// The network carries everything and no disk fails: all laptops sync until nobody has news.
  func heal() throws {
    trace.note("everything heals")
    var isQuiet = false
    for _ in 0..<8 where !isQuiet {
      isQuiet = true
      for laptop in laptops {
        if try !healthyRounds(of: laptop) { isQuiet = false }
      }
    }
    try Violation.unless(isQuiet, .healing, "there are still news after eight rounds of all")
    for laptop in laptops { try checkAgreement(of: laptop) }
    try checkEverything()
    try checkAnyOrder()
  }

  /// Rounds until neither side has more; true if there was no news at all.
  private func healthyRounds(of laptop: Machine) throws -> Bool {
    var hadNews = false
    for _ in 0..<20 {
      // A disk that was told to fail one write may do so only now.
      for attempt in 0..<4 {
        let pending = try attempting(laptop) {
          try $0.makeRequest(
            Store.Report(freeDiskBytes: nil, software: "simulation"),
            clock: reading(of: laptop), random: &random)
        }
        if let pending, let answer = try serve(pending.request),
          let outcome = try absorb(answer, of: pending, at: laptop)
        {
          if outcome.confirmedBatches + outcome.heldBatches + outcome.receivedBatches > 0 {
            hadNews = true
          }
          if !outcome.hasMore { return !hadNews }
          break
        }
        try Violation.unless(attempt < 3, .healing, "\(laptop.label): no round succeeds")
      }
    }
    throw Violation(.healing, "\(laptop.label): a round has always more to say")
  }

  private func checkAgreement(of laptop: Machine) throws {
    let status = try laptop.store.handOverStatus()
    try Violation.unless(
      status.notHandedOver == 0 && status.needsAttention == 0 && status.merged == status.written,
      .healing, "\(laptop.label): \(status)")
    for scope in try laptop.store.grantedScopes() + [.everyone] {
      try Violation.unless(
        try laptop.store.digest(of: scope) == centre.store.digest(of: scope)
          && laptop.store.cursor(scope) == centre.store.cursor(scope), .healing,
        "\(laptop.label) and the centre differ in \(scope.rawValue)")
    }
  }

  /// All invariants on all machines, and what was promised is at the centre.
  func checkEverything() throws {
    try checkStep(machines)
    for machine in machines {
      let log = try log(of: machine)
      try checkState(machine, log, full: true)
      try checkCounts(machine, log)
      let found = try machine.store.verify().findings
      try Violation.unless(found.isEmpty, .healing, "\(machine.label): verify finds \(found)")
    }
    try checkFrontiers()
    let log = try log(of: centre)
    var merged: [ScopeID: Set<Dot>] = [:]
    for entry in log.entries where entry.isMerged {
      merged[entry.batch.header.scope, default: []].formUnion(entry.batch.operations.map(\.dot))
    }
    for (scope, operation) in ledger.entries.flatMap(\.operations) {
      try Violation.unless(
        merged[scope]?.contains(operation.dot) == true, .durability,
        "operation \(operation.dot.rawValue) never reached the centre")
    }
    report.operations = merged.values.reduce(0) { $0 + $1.count }
    report.batches = log.entries.count
    report.conflicts = try centre.store.conflictCount()
  }
}
