import SQLite
import SyncProtocol

/// A sync round as its laptop sees it, the second call: taking in the centre's answer.
extension Store {
  /// Takes in the answer of a round in one transaction: time, grants, receipts, batches, cursors.
  ///
  /// Synchronous mode is relaxed meanwhile: all of it can be asked for again.
  /// - Throws: `ReplicaError.refused`, `.notOurCentre`, `.answerOfAnotherRound`, or `ProtocolError`
  ///   for a damaged answer. In each case the store is as before.
  package func absorb(
    _ answer: [UInt8], of round: PendingRound, clock: ClockReading
  ) throws -> RoundOutcome {
    // What waits here and was not sent must not be taken for what the centre does not have.
    roundContext.isRequestComplete = round.carriesAll
    defer { roundContext = RoundContext() }
    var outcome = try absorb(
      answer,
      from: AnswerSource(
        nonce: round.nonce, proof: round.proof, keys: round.sentKeys, asked: round.asked),
      clock: clock)
    outcome.hasMore = outcome.hasMore || round.hasMore
    return outcome
  }

  /// Takes in the beginning of the centre's log that an enrolment file carried, so that a laptop
  /// without a network can begin to work. Its time is old and sets no clock.
  @discardableResult
  package func absorbStarter(_ starter: [UInt8], clock: ClockReading) throws -> RoundOutcome {
    try absorb(starter, from: AnswerSource(nonce: Welcome.starterNonce), clock: clock)
  }

  /// What an answer belongs to.
  struct AnswerSource {
    /// The nonce of the request, or that of answers to none.
    var nonce: [UInt8]
    /// What the request said of the scopes.
    var proof = SentProof()
    /// What it carried of the keyring.
    var keys = SentKeys()
    /// The clocks when it was made; nil where the answer's time cannot be the present.
    var asked: ClockReading?
    /// Of a return that is carried by hand: the scopes that stopped in its earlier streams.
    var stopped: [ScopeID: String]?
  }

  /// Takes in one answer, whatever way it came.
  func absorb(
    _ answer: [UInt8], from source: AnswerSource, clock: ClockReading
  ) throws -> RoundOutcome {
    let stream = try ReceivedStream(decoding: answer)
    if let problem = stream.frames.first, problem.kind == .problem {
      throw ReplicaError.refused(try problem.message())
    }
    let certificates = try certificates(in: stream)
    guard let centre = certificates.first(where: { $0.role == .centre }) else {
      throw ReplicaError.notOurCentre
    }
    try stream.verify(centre.publicKey, primitives: primitives)
    guard
      let welcome: Welcome = try stream.frames.first(where: { $0.kind == .welcome })?.message(),
      welcome.nonce == source.nonce
    else { throw ReplicaError.answerOfAnotherRound }
    let packReturn = try packReturn(in: stream, by: centre, welcome, source)

    try connection.execute("PRAGMA synchronous = NORMAL")
    defer { try? connection.execute("PRAGMA synchronous = FULL") }
    var outcome = try transaction {
      for certificate in certificates { try keep(certificate) }
      var outcome = RoundOutcome()
      outcome.blockedScopes = source.stopped ?? [:]
      var sentKeys = source.keys
      if let asked = source.asked {
        try take(welcome.time, asked: asked, clock: clock, into: &outcome)
      }
      if let packReturn {
        sentKeys = try begin(packReturn, welcome)
      } else {
        try adoptGrants(welcome)
      }
      if let word: GrantWord = try stream.frames.first(where: { $0.kind == .grant })?.message() {
        try keep(word, from: certificates)
      }
      try noteAnswered(source.proof)
      try keyring.enter(epoch: welcome.epoch)
      if try settleKeys(sentKeys, stream) { outcome.hasMore = true }
      // What arrives is dated by the centre's time: this laptop's wall clock may be years off.
      let arrival = try correctedReading(clock)
      var intake = ProofIntake(sent: source.proof, time: arrival.wall)
      for frame in stream.frames {
        try absorb(frame, into: &outcome, &intake, clock: arrival)
      }
      try finish(&intake, into: &outcome)
      // What a centre has more of a scope that stops is asked for by the next sync.
      if stream.more, outcome.hasProgressed || !outcome.lacksRecords { outcome.hasMore = true }
      if roundContext.offersAgain { outcome.hasMore = true }
      if try leaveOthersAside(clock: arrival) { outcome.hasMore = true }
      // The last stream of a return is no end: a scope may have stopped in it.
      let isEnd = try packReturn == nil && !stream.more || hasAllErasures(stream)
      if try unlock(after: sentKeys, isEnd: isEnd, outcome) {
        outcome.hasMore = true
      }
      outcome.reissuedOperations += try finishOwnHistory(
        isComplete: !outcome.hasMore && outcome.blockedScopes.isEmpty, at: arrival.wall)
      if try startOverMixed(clock: arrival) { outcome.hasMore = true }
      try resumeOwnChains()
      // What waits under new dots, or was blocked behind own batches, goes on at once.
      outcome.hasMore =
        outcome.hasMore || roundContext.metOwnHistory || outcome.reissuedOperations > 0
      return outcome
    }
    let snapshots = try takeInSnapshots(at: clock.wall)
    outcome.snapshotScopes = snapshots.taken
    outcome.blockedScopes.merge(snapshots.refused) { $1 }
    // What came after a snapshot, or stands in its place, is in the log.
    if !snapshots.taken.isEmpty || !snapshots.refused.isEmpty { outcome.hasMore = true }
    return outcome
  }

  private func certificates(in stream: ReceivedStream) throws -> [Certificate] {
    try stream.frames.filter { $0.kind == .certificate }.map { frame in
      let certificate: Certificate = try frame.message()
      guard certificate.isSigned(byRoot: identity.rootPublicKey, primitives: primitives) else {
        throw ReplicaError.notOurCentre
      }
      return certificate
    }
  }

  /// Whether the public scope is here to its end, where every erasure stands. A centre that goes on
  /// about a scope that stops never says that it has no more.
  private func hasAllErasures(_ stream: ReceivedStream) throws -> Bool {
    let known = try cursor(.everyone)
    return try stream.frames.contains { frame in
      guard frame.kind == .check else { return false }
      return try (frame.message() as Check).cursor == known
    }
  }

  func adoptGrants(_ welcome: Welcome) throws {
    try state.set(.grantNumber, .integer(Int64(welcome.grant)))
    try state.set(.epoch, .integer(Int64(welcome.epoch)))
    try adoptProgress(welcome)
    guard let scopes = welcome.scopes else { return }
    // A laptop that was found again may hold something, and has the reviews themselves.
    if !scopes.isEmpty { try state.remove(.lateOperations) }
    let former = try grantedScopes()
    try connection.execute("UPDATE scope_state SET granted = 0")
    for scope in [ScopeID.everyone] + scopes {
      let known = try cursor(scope)
      // A cursor of an earlier epoch stands until a FRONTIER, or arrival 1, moves it, also at 0:
      // the life that is over may have given receipts.
      try save(known)
      try connection.execute(
        "UPDATE scope_state SET granted = 1 WHERE scope = ?", .integer(scope.rawValue))
    }
    try keepGranted(scopes)
    try handBackUngranted(at: welcome.time)
    // No FRONTIER comes any more for a scope that went before this life was heard of there.
    for scope in Set(former).subtracting(scopes).sorted()
    where try cursor(scope).epoch != welcome.epoch {
      try offerAll(of: scope)
    }
  }

  private func absorb(
    _ frame: Frame, into outcome: inout RoundOutcome, _ intake: inout ProofIntake,
    clock: ClockReading
  ) throws {
    switch frame.kind {
    case .receipt: try absorb(try frame.message() as Receipt, into: &outcome, clock: clock)
    case .batch: try absorb(try frame.message() as CarriedBatch, into: &outcome, clock: clock)
    case .arrived:
      let arrived: Arrived = try frame.message()
      guard try isDue(arrived.scope, arrived.arrival, .number(arrived.batch), &outcome) else {
        return
      }
      if outcome.blockedScopes[arrived.scope] == nil {
        try startOverIfNeeded(arrived.scope, at: arrived.arrival, clock: clock)
      }
      try advance(arrived.scope, to: arrived.arrival, with: arrived.batch, &outcome)
    case .check, .agreed, .leaves, .repair, .row: try absorb(frame, &intake, into: &outcome)
    case .frontier:
      let frontier: EpochFrontier = try frame.message()
      guard isHeld(frontier.base.scope) else { return }
      switch try absorb(frontier, clock: clock) {
      case .known: break
      case .entered: outcome.hasMore = true
      case .gaveUp:
        outcome.hasMore = true
        outcome.scopesGivenUp.append(frontier.base.scope)
      case .lacksRecords:
        let scope = frontier.base.scope
        outcome.blockedScopes[scope] = ReplicaError.centreLacksRecords(scope).code
      }
    case .snapshot:
      let part: SnapshotPart = try frame.message()
      // A snapshot would take the place of rows that this centre lacks.
      if isHeld(part.scope), !outcome.lacksRecords(of: part.scope) {
        outcome.snapshotBytes += try fetches.add(part, epoch: try presentEpoch)
      }
    case .scopeRemove:
      let removal: ScopeRemoval = try frame.message()
      if !isPast, try absorb(removal) { outcome.scopesLetGo.append(removal.scope) }
    case .certificate, .welcome, .grant: break
    case .packReturn where roundContext.carried != nil: break
    case .keys:
      let parcel: KeyParcel = try frame.message()
      if isHeld(parcel.scope) { try take(parcel) }
    case .keysWanted: break
    case .end, .hello, .want, .fetch, .erased, .problem, .summary, .pack, .packReturn, .meeting,
      .have, .needsCentre:
      throw ProtocolError.malformed(.unexpectedFrame)
    }
  }

  private func absorb(
    _ receipt: Receipt, into outcome: inout RoundOutcome, clock: ClockReading
  ) throws {
    var isConfirmed = false
    switch receipt.state {
    case .merged, .duplicate, .fork, .lost: isConfirmed = true
    case .held, .needsUpgrade: outcome.heldBatches += 1
    case .collision: break
    case .refused:
      // The batch stays and is offered again: only its author can lose it.
      outcome.refusals.append(receipt.reason)
      return
    }
    // What the centre has confirmed it never takes back in one life: an older word comes too late.
    let batch = try connection.row(
      """
      UPDATE batch SET receipt = ? WHERE hash = ? AND \(LogCondition.offered)
      RETURNING operations, replica
      """, .integer(Int64(receipt.state.rawValue)), .blob(receipt.batch.bytes)
    ) { (operations: try $0.integer(at: 0), replica: try $0.integer(at: 1)) }
    if batch != nil, receipt.state == .fork || receipt.state == .collision {
      try noteCopied(by: receipt, at: clock.wall)
    }
    if batch != nil, receipt.state == .collision { roundContext.collided.insert(receipt.batch) }
    let operations = batch?.operations
    if receipt.reason == Objection.Reason.revoked.rawValue,
      batch?.replica == Int64(identity.replica.rawValue)
    {
      try state.set(
        .lateOperations, .integer((try state.integer(.lateOperations) ?? 0) + (operations ?? 0)))
    }
    guard isConfirmed, batch != nil || roundContext.carried == nil else { return }
    outcome.confirmedBatches += 1
    outcome.confirmedOperations += operations ?? 0
  }

  private func absorb(
    _ carried: CarriedBatch, into outcome: inout RoundOutcome, clock: ClockReading
  ) throws {
    let scope = Self.scope(of: carried.encoded)
    if let scope,
      try !isDue(scope, carried.arrival, .batch(carried.encoded), &outcome)
    {
      return
    }
    if carried.arrival == 1, let scope,
      outcome.blockedScopes[scope] == nil
    {
      try startOverIfNeeded(scope, at: carried.arrival, clock: clock)
    }
    let receipt = try receive(carried.encoded, at: clock.wall)
    switch receipt.state {
    case .merged, .fork:
      outcome.receivedBatches += 1
      let batch = try Batch(decoding: carried.encoded, primitives: primitives)
      outcome.receivedOperations += batch.header.operationCount
    case .duplicate, .lost: break
    case .held, .needsUpgrade:
      // Kept, and merged when what it lacks has come: the log goes on behind it.
      outcome.receivedBatches += 1
    case .refused, .collision:
      // What cannot be kept must not be passed over.
      outcome.blockedScopes[receipt.scope] = receipt.reason
      return
    }
    // What came from the centre needs no handing over.
    try connection.execute(
      "UPDATE batch SET receipt = ? WHERE hash = ?",
      .integer(Int64(Receipt.State.merged.rawValue)), .blob(receipt.batch.bytes))
    try advance(receipt.scope, to: carried.arrival, with: receipt.batch, &outcome)
  }

  /// Moves the cursor of a scope by one. Number 1 starts the log over; any other jump blocks the
  /// scope, and no other.
  private func advance(
    _ scope: ScopeID, to arrival: UInt64, with batch: ContentHash, _ outcome: inout RoundOutcome
  ) throws {
    guard outcome.blockedScopes[scope] == nil else { return }
    let stored = try cursor(scope)
    let current = arrival == 1 ? try restartedCursor(scope) : stored
    let isAnotherLife = stored.epoch != current.epoch
    guard arrival == current.arrival + 1 else {
      outcome.blockedScopes[scope] = ReplicaError.arrivalGap(scope).code
      return
    }
    let next = current.advanced(by: batch, primitives: primitives)
    try setArrival(of: batch, to: next)
    try countNumbered(batch, in: scope)
    try save(next)
    guard isAnotherLife else { return }
    // What the life before had confirmed may be gone with it.
    try offerAgain(in: scope)
    outcome.hasMore = true
  }
}
