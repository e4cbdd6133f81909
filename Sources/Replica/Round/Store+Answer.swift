import SQLite
import SyncProtocol

/// A sync round as the centre sees it: one call from request to answer.
extension Store {
  /// What a request did at the centre, for its log and its metrics.
  package struct Answer: Sendable {
    /// The bytes to send back.
    package var bytes: [UInt8]
    /// Who asked; nil when that could not be established.
    package var replica: ReplicaID?
    /// Batches that were new and merged.
    package var mergedBatches = 0
    /// Batches that were refused.
    package var refusedBatches = 0
  }

  /// Answers a request: merges what it carries in one transaction, and only after COMMIT says so.
  ///
  /// A request that cannot be believed as a whole gets a signed PROBLEM and changes nothing. Errors
  /// of the disk are thrown; the laptop then keeps what it has and asks again.
  package func answer(_ request: [UInt8], clock: ClockReading) throws -> Answer {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    let stream: ReceivedStream
    let hello: Hello
    do {
      stream = try ReceivedStream(decoding: request)
      guard let first = stream.frames.first else { throw ProtocolError.malformed(.truncated) }
      hello = try first.message()
      guard let certificate = try certificate(of: hello.replica, orIn: stream) else {
        throw ProtocolError.unknownReplica(hello.replica)
      }
      try stream.verify(certificate.publicKey, primitives: primitives)
      if let evidence = try setBackEvidence(in: stream, at: clock.wall) {
        throw ReplicaError.centreSetBack(evidence: evidence)
      }
    } catch let error as ProtocolError {
      return problem(error)
    }
    defer { carryOutLinks(clock: clock) }
    do {
      return try transaction { try answer(stream, hello, clock: clock) }
    } catch let error as ProtocolError {
      return problem(error)
    }
  }

  private func problem(_ error: ProtocolError) -> Answer {
    var stream = StreamWriter()
    stream.append(Problem(code: error.code, detail: ""))
    return Answer(
      bytes: stream.finish(more: false, signer: identity.signer, primitives: primitives),
      replica: nil)
  }

  private func answer(
    _ stream: ReceivedStream, _ hello: Hello, clock: ClockReading
  ) throws -> Answer {
    let asker = hello.replica
    var answer = Answer(bytes: [], replica: asker)
    try judgeWaiting(clock: clock)
    roundContext.asker = asker
    roundContext.divergences = try divergences(in: stream, of: asker)
    defer { roundContext = RoundContext() }
    var request = ReadRequest(
      hello: hello, said: clock.wall, putsOff: try isOfAnotherLog(stream))
    let last = try lastBatchPosition()
    for frame in stream.frames.dropFirst() { try take(frame, into: &request, clock: clock) }
    answer.mergedBatches = request.mergedBatches
    answer.refusedBatches = request.refusedBatches
    for word in request.words { try absorb(word, from: asker, at: clock.wall) }
    try noteHandOver(request.receipts, from: asker, after: last, at: clock.wall)
    try extendErasures(clock: clock)
    let isLeaseOver = try isLeaseOver(asker, at: clock.wall)
    let hasMore = stream.more || request.putsOff
    try noteRound(of: hello, hasMore: hasMore, at: clock.wall)
    if !request.wanted.isEmpty || request.questions.summary != nil {
      try settlePacks(of: asker, isComplete: hello.unsentOperations == 0 && !hasMore)
    }
    try noteReturned(
      of: hello, epoch: request.questions.summary?.epoch ?? request.wanted[.everyone]?.epoch,
      hasMore: hasMore)
    _ = try expandGrants(of: asker, at: clock.wall)
    let granted = try grants(of: asker).scopes
    let agreement = try agreement(
      with: request.questions, wants: request.wanted, from: asker, granted: granted,
      isIdle: request.receipts.isEmpty, at: clock.wall)
    for scope in [ScopeID.everyone] + granted {
      guard let cursor = agreement.cursors[scope] else { continue }
      try acknowledge(cursor, by: asker, at: clock.wall)
    }
    let sendsLog =
      !request.wanted.isEmpty
      || request.questions.summary != nil && agreement.agreed != .cursorsUnknown
    if sendsLog { try closeReturns(of: asker, except: Set(request.words.map(\.scope))) }
    answer.bytes = try compose(
      for: asker, request, agreement,
      SnapshotSender(store: self, fetches: request.fetches, isLeaseOver: isLeaseOver),
      sendsLog: sendsLog, clock: clock)
    return answer
  }

  /// The beginning of the log for a laptop that was just enrolled by file: what an answer to its
  /// first request would hold.
  package func starter(for replica: ReplicaID, clock: ClockReading) throws -> [UInt8] {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    return try transaction {
      try compose(
        for: replica, nil, Agreement(agreed: nil, cursors: [:], checked: nil),
        SnapshotSender(store: self, fetches: [:], isLeaseOver: false), sendsLog: true,
        clock: clock)
    }
  }

  /// Writes an answer.
  ///
  /// - Parameter request: nil where nobody asked: a laptop is given the beginning of the log.
  private func compose(
    for asker: ReplicaID, _ request: ReadRequest?, _ agreement: Agreement,
    _ snapshots: SnapshotSender, sendsLog: Bool, clock: ClockReading
  ) throws -> [UInt8] {
    let receipts = request?.receipts ?? []
    let questions = request?.questions ?? ProofQuestions()
    let grants = try grants(of: asker)
    let epoch = UInt8(clamping: identity.replica.rawValue)
    var stream = StreamWriter()
    stream.append(identity.certificate)
    let isGrantKnown = agreement.isKnown && request?.hello.grant == grants.number
    stream.append(
      Welcome(
        nonce: request?.hello.nonce ?? Welcome.starterNonce, time: clock.wall, epoch: epoch,
        grant: grants.number, scopes: isGrantKnown ? nil : grants.scopes,
        progress: sendsLog
          ? try progress(
            of: [.everyone] + grants.scopes, unlessKnownTo: questions.summary, at: clock.wall)
          : nil))
    if sendsLog, !isGrantKnown, try readsGrantWords(asker) {
      stream.append(try grantWord(for: asker, grants, at: clock.wall))
    }
    let areKeysWhole =
      try !sendsLog || appendKeys(for: asker, in: grants.scopes, request?.wantedKeys, to: &stream)
    // Those held when they came may have been merged by a later batch of the same request.
    for receipt in receipts {
      let known = try logEntry(receipt.batch)
      var receipt = receipt
      if receipt.state == .held, let known, known.state == .merged || known.state == .lost {
        receipt.state = known.state
      }
      if receipt.state != .refused, let why = try lateness(of: receipt) { receipt.reason = why }
      receipt.arrival = known?.arrival ?? 0
      stream.append(receipt)
    }
    if let agreed = agreement.agreed { stream.append(agreed) }
    var sender = LogSender(
      store: self, sentByAsker: Set(receipts.map(\.batch)), asker: asker, snapshots: snapshots)
    var numbered = Set(receipts.map(\.scope))
    // A value must not come before its key.
    var hasMore = agreement.agreed == .cursorsUnknown || !areKeysWhole
    if !hasMore {
      for scope in sendsLog ? [ScopeID.everyone] + grants.scopes : [] {
        let isNumbered = numbered.remove(scope) != nil
        try sender.send(
          scope, after: agreement.cursors[scope],
          checks: isNumbered || agreement.checks(scope) ? .always : .never, into: &stream)
      }
      hasMore = sender.hasMore
    }
    // Whoever is told a number gets this life's word for it: a centre that forgets it is shown that.
    for scope in numbered.sorted() { stream.append(try check(of: scope)) }
    if !hasMore {
      hasMore = try self.answer(
        questions, granted: grants.scopes, except: agreement.mistrusted, into: &stream)
    }
    for removal in sendsLog ? try scopeRemovals(for: asker) : [] { stream.append(removal) }
    return stream.finish(more: hasMore, signer: identity.signer, primitives: primitives)
  }

  /// Why all that a batch says waits for a ruling; nil where it does not for its author's rights.
  func lateness(of receipt: Receipt) throws -> String? {
    if let reason = roundContext.objected[receipt.batch] { return reason }
    // Judged in an earlier round, whose answer may have been lost.
    guard receipt.state == .duplicate, let asker = roundContext.asker,
      try lostLaptops()[asker] != nil
    else { return nil }
    let header = try connection.row(
      "SELECT encoded FROM batch WHERE hash = ?", .blob(receipt.batch.bytes)
    ) { try Batch(decoding: try $0.bytes(at: 0), primitives: primitives).header }
    guard let header, header.replica == asker, try lateGrant(of: header) == .lateGrant else {
      return nil
    }
    return Objection.Reason.revoked.rawValue
  }

  /// The signed end of a scope's log, with the digest there.
  func check(of scope: ScopeID) throws -> Check {
    Check(
      cursor: try cursor(scope), digest: try digest(of: scope).root, signer: identity.signer)
  }
}
