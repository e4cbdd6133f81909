import Randomness
import Replica
import SQLite
import SyncProtocol

/// Rounds that are carried by hand: packs and returns lie on sticks, and are read late, twice and in any
/// order, while rounds over the network go on.
enum StickFaults {
  static let all = [
    Fault("packed onto a stick", weight: 7, .step { try $0.packOntoStick($1) }),
    Fault("stick read at the centre", weight: 7, .step { world, _ in try world.readPack() }),
    Fault("return written", weight: 3, .step { try $0.writeReturn(for: $1) }),
    Fault("return read at a laptop", weight: 8, .step { try $0.readReturn(at: $1) }),
    Fault("there and back by hand", weight: 4, .step { try $0.carry($1) }),
  ]
}

extension World {
  /// A laptop packs; now and then the stick is pulled out in the middle, and nothing is packed.
  @discardableResult
  fileprivate func packOntoStick(_ laptop: Machine) throws -> [[UInt8]]? {
    trace.note("\(laptop.label): packs onto a stick")
    let isPulledOut = random.chance(10)
    let streams: [[UInt8]]? = try attempting(laptop) { store in
      var streams: [[UInt8]] = []
      let round = try store.packRound(
        Self.software, clock: reading(of: laptop), random: &random
      ) { streams.append($0) }
      if !isPulledOut { try store.notePacked(round) }
      return streams
    }
    guard let streams, !isPulledOut else { return nil }
    network.keep(pack: streams)
    return streams
  }

  /// Some stick comes to the centre, which may write a return at once.
  fileprivate func readPack() throws {
    guard let pack = random.pick(network.packs) else { return }
    trace.note("a stick is read at the centre")
    if random.chance(10) { return try readDamaged(pack) }
    guard let replica = try takeIn(pack), random.chance(75) else { return }
    try writeReturn(for: replica)
  }

  /// The centre takes a pack in; nil when its disk failed.
  private func takeIn(_ pack: [[UInt8]]) throws -> ReplicaID? {
    let intake: CarriedIntake?
    do {
      intake = try attempting(centre) { store in
        var rest = pack[...]
        return try store.takeInCarried(by: "inbox", clock: reading(of: centre)) { rest.popFirst() }
      }
    } catch ReplicaError.centreSetBack(let evidence) {
      try Violation.unless(
        isSetBack, .unexpected, "the centre believes that it was set back: \(evidence)")
      report.foundSetBacks += 1
      guard try beginEpoch(because: evidence) else { return nil }
      return try takeIn(pack)
    }
    guard let intake else { return nil }
    report.packsTakenIn += 1
    report.collisions += intake.aside
    trace.extend(
      "\(intake.newBatches) new, \(intake.knownBatches) known, \(intake.aside) aside"
        + (intake.isOld ? ", old" : ""))
    let carried = try Set(
      pack.flatMap { try ReceivedStream(decoding: $0).frames }.filter { $0.kind == .batch }.map {
        try Batch(
          decoding: ($0.message() as CarriedBatch).encoded, primitives: primitives
        ).hash
      })
    try Violation.unless(
      intake.newBatches + intake.knownBatches + intake.aside + intake.refusals.count
        == carried.count && intake.refusals.isEmpty, .receipts,
      "\(carried.count) batches came by hand, the centre says \(intake)")
    try observeArrivals()
    return intake.replica
  }

  /// A damaged stream, or a pack without its end, is believed in no part.
  private func readDamaged(_ pack: [[UInt8]]) throws {
    guard !centre.disk.isDead else { return }
    var damaged = pack
    let part = random.below(pack.count)
    damaged[part] = Network.damage(
      pack[part], random.chance(50) ? .flipped : .truncated, &random)
    let before = try centre.store.connection.integer("SELECT count(*) FROM batch")
    do {
      _ = try attempting(centre) { store in
        var rest = damaged[...]
        return try store.takeInCarried(by: "inbox", clock: reading(of: centre)) { rest.popFirst() }
      }
    } catch let error where error is ProtocolError || error is ReplicaError {
      let after = try centre.store.connection.integer("SELECT count(*) FROM batch")
      return try Violation.unless(
        before == after, .damage, "a damaged pack left something behind")
    }
    try Violation.unless(centre.disk.isDead, .damage, "a damaged pack was believed")
  }

  fileprivate func writeReturn(for laptop: Machine) throws { try writeReturn(for: laptop.replica) }

  @discardableResult
  private func writeReturn(for replica: ReplicaID) throws -> [[UInt8]]? {
    // A centre that was set back may have lost a laptop that asked nothing.
    guard !centre.disk.isDead, try centre.store.certificate(of: replica) != nil else { return nil }
    trace.note("a return for \(replica.rawValue) is written")
    let streams: [[UInt8]]? = try attempting(centre) { store in
      var streams: [[UInt8]] = []
      _ = try store.answerCarried(for: replica, clock: reading(of: centre)) { streams.append($0) }
      return streams
    }
    guard let streams else { return nil }
    try observeArrivals()
    network.keep(return: streams, for: replica)
    return streams
  }

  /// A laptop reads some return that was made for it.
  fileprivate func readReturn(at laptop: Machine) throws {
    guard let streams = random.pick(network.returns[laptop.replica] ?? []) else { return }
    try absorb(streams, at: laptop)
  }

  private func absorb(_ streams: [[UInt8]], at laptop: Machine) throws {
    trace.note("\(laptop.label): reads a return")
    let outcome: RoundOutcome?
    do {
      outcome = try attempting(laptop) { store in
        var rest = streams[...]
        return try store.absorbCarried(clock: reading(of: laptop)) { rest.popFirst() }
      }
    } catch ReplicaError.returnOfEarlierLife {
      return trace.extend("of a life that is over")
    }
    guard let outcome else { return }
    report.returnsTakenIn += 1
    report.reissuedOperations += outcome.reissuedOperations
    report.snapshots += outcome.snapshotScopes.count
    report.scopesLetGo += outcome.scopesLetGo.count
    trace.extend(
      "\(outcome.confirmedBatches) confirmed, \(outcome.receivedBatches) received, stopped: "
        + "\(outcome.blockedScopes.values.sorted()), \(outcome.reissuedOperations) written again, "
        + "\(outcome.snapshotScopes.count) snapshots, \(streams.count) streams")
    try Violation.unless(
      outcome.differingScopes.isEmpty && outcome.refusals.isEmpty, .frontiers,
      "\(laptop.label) read a return and says \(outcome)")
  }

  /// Somebody waits for the return and brings it back.
  fileprivate func carry(_ laptop: Machine) throws {
    guard let pack = try packOntoStick(laptop), let replica = try takeIn(pack),
      let streams = try writeReturn(for: replica), !laptop.disk.isDead
    else { return }
    try absorb(streams, at: laptop)
  }
}
