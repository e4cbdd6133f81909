import Randomness
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
      for kind in [FieldAct.household, .visit] { try perform(kind, at: laptop) }
    }
    if let laptop = random.pick(laptops) { _ = try healthyRounds(of: laptop) }
  }

  /// The network carries everything and no disk fails: all laptops sync until nobody has news.
  func heal() throws {
    random = SeededGenerator(seed: plan.seed, part: 2)
    trace.note("everything heals")
    try settle()
    if !lostGrants.isEmpty {
      try grantAgain()
      try settle()
    }
    if try adoptAside() { try settle() }
    try backUp()
    for laptop in laptops {
      // One round to be told that all is safe, and one to be heard letting go.
      _ = try healthyRounds(of: laptop)
      for _ in 0..<3 where try !laptop.store.scopesBeingHandedBack().isEmpty {
        _ = try healthyRounds(of: laptop)
      }
      try checkHandedBack(laptop)
    }
    let waiting = try checkWaiting()
    for laptop in laptops { try checkAgreement(of: laptop, waiting) }
    try checkEverything()
    try checkNothingLost(waiting)
  }

  /// A coordinator adopts what the centre keeps aside and nobody has written again by now: the life
  /// of the store that wrote it is gone.
  ///
  /// - Returns: true if there was any.
  private func adoptAside() throws -> Bool {
    var hasAdopted = false
    for batch in try centre.store.asideBatches() where batch.waits && batch.missing.isEmpty {
      var outcome: AsideAdoptionOutcome?
      // A disk that was told to fail one write may do so only now.
      for _ in 0..<4 where outcome == nil {
        outcome = try attempting(centre) {
          try $0.adoptAside(batch.hash, by: "coordinator", note: nil, clock: reading(of: centre))
        }
      }
      guard let outcome else { throw Violation(.healing, "no adoption succeeds") }
      // What this one stands upon was adopted with it, or another batch that says the same.
      guard outcome.operations > 0 else { continue }
      hasAdopted = true
      trace.note(
        "batch \(batch.sequence) of \(batch.replica.rawValue) is adopted from aside: "
          + "\(outcome.operations) operations")
      report.adoptedOperations += outcome.operations
    }
    centre.noteLastIssued()
    try observeArrivals()
    return hasAdopted
  }

  /// Rounds of all laptops until nobody has news; whoever has heard all that the centre has numbered
  /// needs no other.
  private func settle() throws {
    var heard: [Int: [Int64]] = [:]
    for _ in 0..<8 {
      var isQuiet = true
      for laptop in laptops where try heard[laptop.number] != news() {
        if try !healthyRounds(of: laptop) { isQuiet = false }
        heard[laptop.number] = try news()
      }
      if isQuiet { return }
    }
    throw Violation(.healing, "there are still news after eight rounds of all")
  }

  /// What somebody who needs no other round has heard: the epoch, and how much was numbered.
  private func news() throws -> [Int64] {
    [Int64(centreEpoch), try centre.store.totalArrivals()]
  }

  /// Rounds until neither side has more; true if there was no news at all.
  private func healthyRounds(of laptop: Machine) throws -> Bool {
    var hadNews = false
    // A snapshot comes in small parts, and each is progress.
    var roundsLeft = 20
    var partsLeft = 2_000
    while roundsLeft > 0, partsLeft > 0 {
      // A disk that was told to fail one write may do so only now.
      for attempt in 0..<4 {
        let pending = try attempting(laptop) {
          try $0.makeRequest(Self.software, clock: reading(of: laptop), random: &random)
        }
        if let pending, let answer = try serve(pending.request),
          let outcome = try absorb(answer, of: pending, at: laptop)
        {
          if outcome.confirmedBatches + outcome.receivedBatches > 0 { hadNews = true }
          if !outcome.hasMore { return !hadNews }
          if outcome.snapshotBytes > 0 { partsLeft -= 1 } else { roundsLeft -= 1 }
          break
        }
        try Violation.unless(attempt < 3, .healing, "\(laptop.label): no round succeeds")
      }
    }
    throw Violation(.healing, "\(laptop.label): a round has always more to say")
  }

  /// A batch waits at the centre exactly when nobody can read it yet, or something that it depends
  /// on, or that comes before it, waits or was lost with the last store that had it.
  ///
  /// - Returns: the batches that wait.
  private func checkWaiting() throws -> Set<ContentHash> {
    var known: Set<ContentHash> = []
    for machine in machines { known.formUnion(try log(of: machine).entries.map(\.batch.hash)) }
    let log = try log(of: centre)
    let lost = try declaredLost(in: log).hashes
    let held = log.entries.filter { !$0.isMerged && $0.state != .lost }.map(\.batch)
    var waiting = Set(held.filter(\.hasUnknownKind).map(\.hash))
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for batch in held where !waiting.contains(batch.hash) {
        guard
          batch.parents.contains(where: {
            !lost.contains($0) && (!known.contains($0) || waiting.contains($0))
          })
        else { continue }
        waiting.insert(batch.hash)
        hasGrown = true
      }
    }
    try Violation.unless(
      waiting.count == held.count, .healing,
      "\(held.count) batches wait at the centre, \(waiting.count) of them for what is lost")
    report.burntBatches += held.count { !$0.hasUnknownKind }
    return waiting
  }

  private func checkAgreement(of laptop: Machine, _ waiting: Set<ContentHash>) throws {
    let status = try laptop.store.handOverStatus()
    let log = try log(of: laptop)
    // What a laptop has merged and the centre waits for makes the two differ, for good reason.
    let differing = Set(
      log.entries.filter { $0.isMerged && waiting.contains($0.batch.hash) }
        .map(\.batch.header.scope))
    // It says of what waits there that it needs attention, also where it waits here as well.
    let needsAttention = log.entries.contains { waiting.contains($0.batch.hash) }
    // What a lost batch said is merged under other dots.
    let lost = log.entries.filter {
      $0.receipt == Int64(Receipt.State.lost.rawValue)
        && $0.batch.header.replica == laptop.replica
    }.reduce(0) { $0 + $1.batch.operations.count }
    try Violation.unless(
      status.notHandedOver == 0
        && (needsAttention
          || status.needsAttention == 0 && status.merged + Int64(lost) == status.written),
      .healing, "\(laptop.label): \(status)")
    for scope in try laptop.store.grantedScopes() + [.everyone] {
      try Violation.unless(
        try
          (differing.contains(scope)
          || laptop.store.digest(of: scope) == centre.store.digest(of: scope))
          && laptop.store.cursor(scope) == centre.store.cursor(scope), .healing,
        "\(laptop.label) and the centre differ in \(scope.rawValue)")
    }
  }

  /// What was promised, and was not lost with its store, is merged at the centre, or waits there
  /// for what was lost.
  private func checkNothingLost(_ waiting: Set<ContentHash>) throws {
    let log = try log(of: centre)
    var kept: [ScopeID: Set<Dot>] = [:]
    for entry in log.entries where entry.isMerged || waiting.contains(entry.batch.hash) {
      kept[entry.batch.header.scope, default: []].formUnion(entry.batch.operations.map(\.dot))
    }
    try countWrittenAnew(in: log, &kept)
    let contents = try holdings(of: centre).contents
    try checkEverythingHeld(kept, contents)
    for (dot, promised) in ledger.everything.sorted(by: { $0.key < $1.key }) {
      for promised in promised {
        try Violation.unless(
          decoder.mayStandTwice(dot.replica)
            ? contents.contains(OperationContent(promised.operation, in: promised.scope))
            : kept[promised.scope]?.contains(dot) == true, .durability,
          "operation \(dot.rawValue) never reached the centre")
      }
    }
    report.operations = kept.values.reduce(0) { $0 + $1.count }
    report.batches = log.entries.count
    report.conflicts = try centre.store.conflictCount()
    report.lateLostBatches = log.entries.count { $0.state == .lost }
  }

  /// What a lost batch said that came after all is written anew by the centre, because of it, and the
  /// batch kept for reading; what it had judged in an earlier life it had written anew then.
  private func countWrittenAnew(
    in log: StoreLog, _ kept: inout [ScopeID: Set<Dot>]
  ) throws {
    let lost = log.entries.filter { $0.state == .lost }.map(\.batch)
    guard !lost.isEmpty else { return }
    var anew: [ScopeID: Set<Dot>] = [:]
    for entry in log.entries
    where entry.isMerged && entry.batch.header.replica.rawValue < ReplicaID.firstLaptop {
      anew[entry.batch.header.scope, default: []].formUnion(
        entry.batch.operations.compactMap(\.because))
    }
    for batch in lost {
      let scope = batch.header.scope
      let known = (kept[scope] ?? []).union(anew[scope] ?? [])
      try Violation.unless(
        batch.operations.allSatisfy { known.contains($0.dot) }, .durability,
        "batch \(batch.header.sequence) of \(batch.header.replica.rawValue) in "
          + "\(scope.rawValue) came after it was lost, and is not written anew")
      kept[scope, default: []].formUnion(batch.operations.map(\.dot))
    }
  }

  /// Whatever any living machine has in its log is at the centre, whoever wrote it and whatever
  /// life of the centre numbered it.
  private func checkEverythingHeld(
    _ kept: [ScopeID: Set<Dot>], _ contents: Set<OperationContent>
  ) throws {
    for laptop in laptops {
      for batch in try log(of: laptop).entries.map(\.batch) where try !isAside(batch.hash) {
        let scope = batch.header.scope
        let missing = batch.operations.filter { operation in
          decoder.mayStandTwice(operation.dot.replica)
            ? !contents.contains(OperationContent(operation, in: scope))
            : kept[scope]?.contains(operation.dot) != true
        }
        try Violation.unless(
          missing.isEmpty, .durability,
          "\(laptop.label) has batch \(batch.header.sequence) of "
            + "\(batch.header.replica.rawValue) in \(scope.rawValue), the centre lacks "
            + "\(missing.count) of its operations")
      }
    }
  }
}
