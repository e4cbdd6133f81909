import Randomness
import Replica
import SQLite
import SyncProtocol

/// Laptops that meet without a centre, by the exchange that the programs use.
enum NeighbourFaults {
  static let all = [Fault("neighbours", weight: 8, .step { try $0.meetNeighbour($1) })]
}

extension World {
  /// Two laptops meet; now and then the connection breaks in the middle, and what came stands.
  fileprivate func meetNeighbour(_ waiter: Machine) throws {
    guard let joiner = random.pick(laptops), joiner !== waiter else { return }
    trace.note("\(joiner.label) meets \(waiter.label)")
    let id = (0..<MeetingPart.identityByteCount).map { _ in UInt8(random.below(256)) }
    var breaksAfter = random.chance(20) ? random.below(5) : .max
    do {
      guard var theirs = try begin(id, at: waiter), var ours = try begin(id, at: joiner) else {
        return
      }
      while !ours.isOver || !theirs.isOver {
        guard try pass(from: joiner, &ours, to: waiter, &theirs, &breaksAfter),
          try pass(from: waiter, &theirs, to: joiner, &ours, &breaksAfter)
        else { break }
      }
      for meeting in [ours, theirs] { note(meeting.report) }
      if ours.isOver, theirs.isOver { report.meetings += 1 }
    } catch let error as MeetingError {
      // Copies of one laptop, one without a word of the centre, one that was put back or lost.
      trace.extend("refused: \(error.code)")
      report.refusedMeetings += 1
    }
  }

  private func begin(_ id: [UInt8], at machine: Machine) throws -> NeighbourMeeting? {
    guard !machine.disk.isDead, !machine.isRolledBack else { return nil }
    return try attempting(machine) { try $0.beginMeeting(id, clock: reading(of: machine)) }
  }

  /// One stream of one side; false when it did not arrive.
  private func pass(
    from giver: Machine, _ given: inout NeighbourMeeting, to taker: Machine,
    _ taken: inout NeighbourMeeting, _ breaksAfter: inout Int
  ) throws -> Bool {
    let (before, after) = (given, taken)
    let made = try attempting(giver) { store in
      var meeting = before
      return (stream: try store.nextStream(of: &meeting), meeting: meeting)
    }
    guard let made, breaksAfter > 0 else { return false }
    given = made.meeting
    breaksAfter -= 1
    let took = try attempting(taker) { store in
      var meeting = after
      let receipts = try store.take(made.stream, into: &meeting, clock: reading(of: taker))
      return (receipts: receipts, meeting: meeting)
    }
    guard let took else { return false }
    taken = took.meeting
    try check(took.receipts, of: made.stream, at: taker)
    return true
  }

  /// Nothing of a scope that the taker may not hold has come, and its log has every batch that did.
  private func check(_ receipts: [Receipt], of stream: [UInt8], at taker: Machine) throws {
    let granted = Set(try taker.store.grantedScopes() + [.everyone])
    var hashes: [ContentHash] = []
    for frame in try ReceivedStream(decoding: stream).frames where frame.kind == .batch {
      let carried: CarriedBatch = try frame.message()
      let batch = try Batch(decoding: carried.encoded, primitives: primitives)
      try Violation.unless(
        granted.contains(batch.header.scope), .purge,
        "\(taker.label) was given a batch of a scope that it may not hold")
      let isAside =
        try taker.store.connection.integer(
          "SELECT count(*) FROM batch_aside WHERE hash = ?", .blob(batch.hash.bytes)) > 0
      if !isAside { hashes.append(batch.hash) }
    }
    try checkReceipts(receipts, of: hashes, at: taker)
  }

  private func note(_ report: MeetingReport) {
    self.report.relayedBatches += report.takenBatches
    trace.extend("\(report.takenBatches) new, \(report.knownBatches) known")
  }
}
