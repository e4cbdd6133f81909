import Randomness
import Replica
import SQLite
import SyncProtocol

extension World {
  static let software = Store.Report(freeDiskBytes: nil, software: "simulation")

  /// One round of a laptop over a network that does what the step says.
  func round(of laptop: Machine) throws {
    if random.chance(25) { try askTime(laptop) }
    let (there, back) = fates
    trace.note("\(laptop.label): round, request \(there.rawValue), answer \(back.rawValue)")
    report.rounds += 1
    for fate in [there, back] where fate != .arrives { report.play(fate) }
    let pending = try attempting(laptop) {
      try $0.makeRequest(Self.software, clock: reading(of: laptop), random: &random)
    }
    guard let pending else { return }
    switch there {
    case .lost: return
    case .late: return network.delay(pending.request)
    case .truncated, .flipped:
      return try serveDamaged(Network.damage(pending.request, there, &random))
    case .replacedByOld:
      if let old = random.pick(network.lateRequests) { _ = try serve(old) }
    case .repeated: _ = try serve(pending.request)
    case .refused: try waitForCentre(laptop)
    case .arrives: break
    }
    guard let answer = try serve(pending.request) else { return }
    try deliver(answer, back, of: pending, to: laptop)
  }

  /// One round that nothing disturbs, unless a disk does.
  func undisturbedRound(of laptop: Machine) throws {
    let pending = try attempting(laptop) {
      try $0.makeRequest(Self.software, clock: reading(of: laptop), random: &random)
    }
    guard let pending, let answer = try serve(pending.request) else { return }
    _ = try absorb(answer, of: pending, at: laptop)
  }

  /// While a laptop waits to send its request again, another is served.
  private func waitForCentre(_ laptop: Machine) throws {
    report.refusedRequests += 1
    time += 1_000 + Int64(random.below(60_000))
    guard let other = random.pick(laptops), other !== laptop, !other.disk.isDead else { return }
    trace.extend("\(other.label) is served meanwhile")
    try undisturbedRound(of: other)
  }

  private func deliver(
    _ answer: [UInt8], _ fate: Network.Fate, of pending: Store.PendingRound,
    to laptop: Machine
  ) throws {
    switch fate {
    case .lost, .refused: return
    case .late: return network.delay(answer, to: laptop.replica)
    case .truncated, .flipped:
      return try offerDamaged(Network.damage(answer, fate, &random), of: pending, to: laptop)
    case .replacedByOld:
      if let old = random.pick(network.oldAnswers[laptop.replica] ?? []) {
        try offerDamaged(old, of: pending, to: laptop)
      }
    case .repeated:
      guard try absorb(answer, of: pending, at: laptop) != nil else { return }
      // The second time there is nothing left to do, and the store may say so.
      do {
        _ = try absorb(answer, of: pending, at: laptop)
      } catch ReplicaError.arrivalGap {}
      return
    case .arrives: break
    }
    _ = try absorb(answer, of: pending, at: laptop)
  }

  /// Takes an answer in; nil when the disk failed.
  @discardableResult
  func absorb(
    _ answer: [UInt8], of pending: Store.PendingRound, at laptop: Machine
  ) throws -> RoundOutcome? {
    let outcome = try attempting(laptop) {
      try $0.absorb(answer, of: pending, clock: reading(of: laptop))
    }
    guard let outcome else { return nil }
    laptop.hasSignedTime = true
    if !outcome.hasMore { laptop.isRolledBack = false }
    report.reissuedOperations += outcome.reissuedOperations
    report.completedRounds += 1
    report.snapshots += outcome.snapshotScopes.count
    report.scopesLetGo += outcome.scopesLetGo.count
    try Violation.unless(
      outcome.differingScopes.isEmpty, .frontiers,
      "\(laptop.label) found \(outcome.differingScopes.map(\.rawValue)) different"
        + ((try? outcome.differingScopes.first.map {
          try differingRow(centre, laptop, $0) + unsettled(centre, $0) + unsettled(laptop, $0)
        }) ?? ""))
    try Violation.unless(
      outcome.refusals.isEmpty, .causality, "\(laptop.label) met \(outcome.refusals)")
    return outcome
  }

  /// The centre answers an undamaged request; nil when its disk failed.
  func serve(_ request: [UInt8]) throws -> [UInt8]? {
    let answer: Store.Answer?
    do {
      answer = try attempting(centre) { try $0.answer(request, clock: reading(of: centre)) }
    } catch ReplicaError.centreSetBack(let evidence) {
      try Violation.unless(
        isSetBack, .unexpected, "the centre believes that it was set back: \(evidence)")
      report.foundSetBacks += 1
      // A disk that stays full lets it answer nobody.
      guard try beginEpoch(because: evidence) else { return nil }
      return try serve(request)
    }
    guard let answer else { return nil }
    try checkReceipts(request, answer.bytes)
    try observeArrivals()
    return answer.bytes
  }

  /// A damaged request gets a problem and changes nothing.
  private func serveDamaged(_ request: [UInt8]) throws {
    // A disk that died earlier in this step cannot be counted on, nor counted.
    guard !centre.disk.isDead else { return }
    let before = try centre.store.connection.integer("SELECT count(*) FROM batch")
    let answer = try attempting(centre) { try $0.answer(request, clock: reading(of: centre)) }
    guard let answer else { return }
    let first = try ReceivedStream(decoding: answer.bytes).frames.first
    let after = try centre.store.connection.integer("SELECT count(*) FROM batch")
    try Violation.unless(
      first?.kind == .problem && before == after, .damage, "a damaged request was believed")
  }

  /// A damaged or foreign answer throws and changes nothing.
  private func offerDamaged(
    _ answer: [UInt8], of pending: Store.PendingRound, to laptop: Machine
  ) throws {
    guard !laptop.disk.isDead else { return }
    let store = laptop.store
    touch(laptop)
    let before = try (scopes + [.everyone]).map { try store.cursor($0) }
    do {
      _ = try store.absorb(answer, of: pending, clock: reading(of: laptop))
    } catch let error where error is ProtocolError || error is ReplicaError {
      let after = try (scopes + [.everyone]).map { try store.cursor($0) }
      return try Violation.unless(before == after, .damage, "a damaged answer moved a cursor")
    } catch is SQLError {
      return
    }
    throw Violation(.damage, "a damaged answer was believed")
  }

  /// An old request arrives at last; nobody waits for its answer.
  func deliverLateRequest() throws {
    guard let request = random.pick(network.lateRequests) else { return }
    trace.note("an old request reaches the centre")
    _ = try serve(request)
  }

  /// Runs something that a failing disk may stop; nil when it did.
  func attempting<Result>(
    _ machine: Machine, _ body: (Store) throws -> Result
  ) throws -> Result? {
    touch(machine)
    do {
      return try body(machine.store)
    } catch let error as SQLError {
      trace.extend("\(machine.label): disk error \(error.code.rawValue)")
      if !machine.disk.isDead { report.diskErrors += 1 }
      return nil
    }
  }
}
