import Replica
import SQLite
import SyncProtocol

extension World {
  private static let software = Store.Report(freeDiskBytes: nil, software: "simulation")

  /// One round of a laptop over a network that does what it wants.
  func round(of laptop: Machine) throws {
    if random.chance(25) { try askTime(laptop) }
    let there = Network.fault(&random)
    let back = Network.fault(&random)
    trace.note("\(laptop.label): round, request \(there.rawValue), answer \(back.rawValue)")
    report.rounds += 1
    if there != .none || back != .none { report.networkFaults += 1 }
    guard
      let pending = try attempting(
        laptop,
        {
          try $0.makeRequest(Self.software, clock: reading(of: laptop), random: &random)
        })
    else { return }
    switch there {
    case .lost: return
    case .late: return network.delay(pending.request)
    case .truncated, .flipped:
      return try serveDamaged(Network.damage(pending.request, there, &random))
    case .replacedByOld:
      if let old = random.pick(network.lateRequests) { _ = try serve(old) }
    case .repeated: _ = try serve(pending.request)
    case .none: break
    }
    guard let answer = try serve(pending.request) else { return }
    try deliver(answer, back, of: pending, to: laptop)
  }

  private func deliver(
    _ answer: [UInt8], _ fault: Network.Fault, of pending: Store.PendingRound,
    to laptop: Machine
  ) throws {
    switch fault {
    case .lost: return
    case .late: return network.delay(answer, to: laptop.replica)
    case .truncated, .flipped:
      return try offerDamaged(Network.damage(answer, fault, &random), of: pending, to: laptop)
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
    case .none: break
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
    report.completedRounds += 1
    try Violation.unless(
      outcome.differingScopes.isEmpty, .frontiers,
      "\(laptop.label) found \(outcome.differingScopes.map(\.rawValue)) different")
    try Violation.unless(
      outcome.refusals.isEmpty, .causality, "\(laptop.label) met \(outcome.refusals)")
    return outcome
  }

  /// The centre answers an undamaged request; nil when its disk failed.
  func serve(_ request: [UInt8]) throws -> [UInt8]? {
    let answer = try attempting(centre) { try $0.answer(request, clock: reading(of: centre)) }
    guard let answer else { return nil }
    try checkReceipts(request, answer)
    try observeArrivals()
    return answer.bytes
  }

  /// Every batch of a request has one receipt, and their sum is what was received.
  private func checkReceipts(_ request: [UInt8], _ answer: Store.Answer) throws {
    let offered = try ReceivedStream(decoding: request).frames.filter { $0.kind == .batch }.count
    let frames = try ReceivedStream(decoding: answer.bytes).frames
    var count: [Receipt.State: Int] = [:]
    for frame in frames where frame.kind == .receipt {
      let receipt: Receipt = try frame.message()
      count[receipt.state, default: 0] += 1
      let known = try centre.store.connection.integer(
        "SELECT count(*) FROM batch WHERE hash = ? AND (state = 1) = ?",
        .blob(receipt.batch.bytes), .integer(receipt.state == .held ? 0 : 1))
      try Violation.unless(
        known == 1, .receipts, "a receipt says \(receipt.state), the log does not")
    }
    report.heldBatches += count[.held] ?? 0
    let sum = count.values.reduce(0, +)
    try Violation.unless(
      frames.first?.kind != .problem && sum == offered, .receipts,
      "\(offered) batches came, the receipts are \(count)")
    try Violation.unless(
      count[.refused] == nil && count[.fork] == nil && count[.needsUpgrade] == nil, .receipts,
      "nothing is wrong with any batch, the receipts are \(count)")
  }

  /// A damaged request gets a problem and changes nothing.
  private func serveDamaged(_ request: [UInt8]) throws {
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
    let store = laptop.store
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

  /// A laptop closes its outbox and packs a request, which nobody takes along yet.
  func pack(_ laptop: Machine) throws {
    trace.note("\(laptop.label): packs")
    let pending = try attempting(laptop) {
      try $0.makeRequest(Self.software, clock: reading(of: laptop), random: &random)
    }
    if let pending { network.delay(pending.request) }
  }

  /// One laptop carries batches of another to the centre, in any order and not all of them.
  func courier(_ laptop: Machine) throws {
    guard let other = random.pick(laptops) else { return }
    for kind in [FieldAct.household, .edit] {
      try perform(kind, at: other)
      try pack(other)
    }
    guard !other.disk.isDead else { return }
    let batches = try log(of: other).entries.filter { $0.receipt == nil }.map(\.batch)
    let carried = batches.shuffled(using: &random).filter { _ in random.chance(60) }
    guard !carried.isEmpty else { return }
    trace.note("\(laptop.label) carries \(carried.count) batches of \(other.label)")
    _ = try serve(request(of: laptop, with: carried, certificates: [other]))
  }

  /// A request with chosen batches, as another implementation might send it.
  func request(
    of machine: Machine, with batches: [DecodedBatch], certificates: [Machine]
  ) -> [UInt8] {
    var stream = StreamWriter()
    stream.append(
      Hello(
        replica: machine.replica,
        nonce: (0..<Hello.nonceByteCount).map { _ in UInt8(random.below(256)) },
        wall: machine.clock.reading(at: time).wall, offsetMilliseconds: nil,
        schemaVersion: Schema.simulation.version, unsentOperations: 0, freeDiskBytes: nil,
        software: "courier"))
    for certified in certificates { stream.append(certified.identity.certificate) }
    for batch in batches { stream.append(CarriedBatch(arrival: 0, encoded: batch.encoded)) }
    return stream.finish(
      more: false, signer: machine.identity.signer, primitives: .standard)
  }

  /// Runs something that a failing disk may stop; nil when it did.
  func attempting<Result>(
    _ machine: Machine, _ body: (Store) throws -> Result
  ) throws -> Result? {
    do {
      return try body(machine.store)
    } catch let error as SQLError {
      trace.extend("\(machine.label): disk error \(error.code.rawValue)")
      if !machine.disk.isDead { report.diskErrors += 1 }
      return nil
    }
  }
}
