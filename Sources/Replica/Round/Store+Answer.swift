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
    var answer = Answer(bytes: [], replica: hello.replica)
    var receipts: [Receipt] = []
    var wanted: [ScopeID: Cursor] = [:]
    var fetches: [ScopeID: SnapshotFetch] = [:]
    var returned: Set<ScopeID> = []
    var wantedKeys: KeysWanted?
    try judgeWaiting(clock: clock)
    var questions = ProofQuestions()
    roundContext.asker = hello.replica
    roundContext.divergences = try divergences(in: stream, of: hello.replica)
    defer { roundContext = RoundContext() }
    let putsOff = try isOfAnotherLog(stream)
    for frame in stream.frames.dropFirst() {
      switch frame.kind {
      case .certificate:
        let certificate: Certificate = try frame.message()
        if certificate.isSigned(byRoot: identity.rootPublicKey, primitives: primitives) {
          try meet(certificate, at: clock.wall)
        }
      case .check: break
      case .batch where putsOff, .keys where putsOff: break
      case .batch:
        let carried: CarriedBatch = try frame.message()
        let receipt = try receive(carried.encoded, at: clock.wall)
        try judgeWaiting(clock: clock)
        if receipt.state == .merged || receipt.state == .fork { answer.mergedBatches += 1 }
        if receipt.state == .refused {
          answer.refusedBatches += 1
          try note(receipt, from: hello.replica, at: clock.wall)
        }
        receipts.append(receipt)
      case .want:
        let cursor: Cursor = try frame.message()
        wanted[cursor.scope] = cursor
      case .fetch:
        let fetch: SnapshotFetch = try frame.message()
        fetches[fetch.scope] = fetch
      case .scopeRemove:
        let word: ScopeReturn = try frame.message()
        try absorb(word, from: hello.replica, at: clock.wall)
        returned.insert(word.scope)
      case .summary, .leaves, .repair: try questions.add(frame)
      case .keys: try take(try frame.message())
      case .keysWanted: wantedKeys = try frame.message()
      case .erased: try noteErased(try frame.message(), from: hello.replica, at: clock.wall)
      case .end, .hello, .welcome, .receipt, .arrived, .problem, .row, .agreed, .frontier,
        .snapshot:
        throw ProtocolError.malformed(.unexpectedFrame)
      }
    }
    try extendErasures(clock: clock)
    let isLeaseOver = try isLeaseOver(hello.replica, at: clock.wall)
    try noteRound(of: hello, hasMore: stream.more || putsOff, at: clock.wall)
    try noteReturned(
      of: hello, epoch: questions.summary?.epoch ?? wanted[.everyone]?.epoch,
      hasMore: stream.more || putsOff)
    _ = try expandGrants(of: hello.replica, at: clock.wall)
    let granted = try grants(of: hello.replica).scopes
    let agreement = try agreement(
      with: questions, wants: wanted, from: hello.replica, granted: granted,
      isIdle: receipts.isEmpty, at: clock.wall)
    for scope in [ScopeID.everyone] + granted {
      guard let cursor = agreement.cursors[scope] else { continue }
      try acknowledge(cursor, by: hello.replica, at: clock.wall)
    }
    let sendsLog =
      !wanted.isEmpty || questions.summary != nil && agreement.agreed != .cursorsUnknown
    if sendsLog { try closeReturns(of: hello.replica, except: returned) }
    answer.bytes = try compose(
      for: hello.replica, hello, receipts, agreement,
      questions, SnapshotSender(store: self, fetches: fetches, isLeaseOver: isLeaseOver),
      wantedKeys, sendsLog: sendsLog, clock: clock)
    return answer
  }

  /// The beginning of the log for a laptop that was just enrolled by file: what an answer to its
  /// first request would hold.
  package func starter(for replica: ReplicaID, clock: ClockReading) throws -> [UInt8] {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    return try transaction {
      try compose(
        for: replica, nil, [], Agreement(agreed: nil, cursors: [:], checked: nil),
        ProofQuestions(), SnapshotSender(store: self, fetches: [:], isLeaseOver: false), nil,
        sendsLog: true, clock: clock)
    }
  }

  private func compose(
    for asker: ReplicaID, _ hello: Hello?, _ receipts: [Receipt], _ agreement: Agreement,
    _ questions: ProofQuestions, _ snapshots: SnapshotSender, _ wantedKeys: KeysWanted?,
    sendsLog: Bool, clock: ClockReading
  ) throws -> [UInt8] {
    let grants = try grants(of: asker)
    let epoch = UInt8(clamping: identity.replica.rawValue)
    var stream = StreamWriter()
    stream.append(identity.certificate)
    stream.append(
      Welcome(
        nonce: hello?.nonce ?? Welcome.starterNonce, time: clock.wall, epoch: epoch,
        grant: grants.number,
        scopes: agreement.isKnown && hello?.grant == grants.number ? nil : grants.scopes,
        progress: sendsLog
          ? try progress(
            of: [.everyone] + grants.scopes, unlessKnownTo: questions.summary, at: clock.wall)
          : nil))
    let areKeysWhole =
      try !sendsLog || appendKeys(for: asker, in: grants.scopes, wantedKeys, to: &stream)
    // Those held when they came may have been merged by a later batch of the same request.
    for receipt in receipts {
      let known = try logEntry(receipt.batch)
      var receipt = receipt
      if receipt.state == .held, known?.state == .merged { receipt.state = .merged }
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
          scope, after: agreement.cursors[scope], checks: isNumbered || agreement.checks(scope),
          into: &stream)
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

  /// The signed end of a scope's log, with the digest there.
  fileprivate func check(of scope: ScopeID) throws -> Check {
    Check(
      cursor: try cursor(scope), digest: try digest(of: scope).root, signer: identity.signer)
  }

  private func note(_ refused: Receipt, from replica: ReplicaID, at wall: Timestamp) throws {
    try connection.execute(
      "INSERT INTO refusal (at, replica, reason) VALUES (?, ?, ?)", .integer(wall.rawValue),
      .integer(Int64(replica.rawValue)), .text(refused.reason))
  }
}

/// Writes what a laptop lacks of the centre's log, in arrival order, until the stream is full.
private struct LogSender {
  let store: Store
  let sentByAsker: Set<ContentHash>
  let asker: ReplicaID
  let snapshots: SnapshotSender
  private var certified: Set<ReplicaID>
  private(set) var hasMore = false

  init(
    store: Store, sentByAsker: Set<ContentHash>, asker: ReplicaID, snapshots: SnapshotSender
  ) {
    self.snapshots = snapshots
    self.store = store
    self.sentByAsker = sentByAsker
    self.asker = asker
    certified = [asker, store.identity.replica]
  }

  /// Writes what is asked for of a scope, as much as there is room for, and behind it the end of the
  /// log: also where the asker does not reach it yet, for it proves all that was ever numbered.
  mutating func send(
    _ scope: ScopeID, after wanted: Cursor?, checks: Bool, into stream: inout StreamWriter
  ) throws {
    try sendLog(scope, after: wanted, into: &stream)
    if checks { stream.append(try store.check(of: scope)) }
  }

  private mutating func sendLog(
    _ scope: ScopeID, after wanted: Cursor?, into stream: inout StreamWriter
  ) throws {
    let end = try store.cursor(scope)
    var arrival = try start(scope, wanted)
    if let wanted, let frontier = try store.epochFrontier(for: wanted) {
      stream.append(frontier)
      // Where the logs part the laptop finds out by itself, and asks again from there.
      if arrival == 0, frontier.base.arrival > 0 {
        hasMore = true
        return
      }
    }
    if let hasBytesLeft = try snapshots.send(scope, after: arrival, into: &stream) {
      hasMore = hasMore || hasBytesLeft
      return
    }
    while arrival < end.arrival {
      guard stream.byteCount < Limits.streamFillBytes else {
        hasMore = true
        return
      }
      arrival += 1
      try sendEntry(scope, arrival, into: &stream)
    }
  }

  /// Where the asker's cursor stands in this log; the beginning when it is not of this log.
  private func start(_ scope: ScopeID, _ wanted: Cursor?) throws -> UInt64 {
    guard let wanted, wanted.epoch <= UInt8(clamping: store.identity.replica.rawValue),
      wanted.arrival > 0
    else { return 0 }
    let hash = try store.connection.row(
      "SELECT running_hash FROM batch WHERE scope = ? AND arrival = ?",
      .integer(scope.rawValue), .integer(Int64(wanted.arrival))
    ) { try $0.bytes(at: 0) }
    return hash == wanted.runningHash.bytes ? wanted.arrival : 0
  }

  private mutating func sendEntry(
    _ scope: ScopeID, _ arrival: UInt64, into stream: inout StreamWriter
  ) throws {
    let entry = try store.connection.row(
      "SELECT replica, hash, encoded FROM batch WHERE scope = ? AND arrival = ?",
      .integer(scope.rawValue), .integer(Int64(arrival))
    ) { statement in
      (
        replica: ReplicaID(rawValue: UInt32(clamping: try statement.integer(at: 0))),
        hash: ContentHash(try statement.bytes(at: 1)), encoded: try statement.bytes(at: 2)
      )
    }
    guard let entry, let replica = entry.replica, let hash = entry.hash else {
      throw ReplicaError.arrivalGap(scope)
    }
    if sentByAsker.contains(hash) {
      stream.append(Arrived(scope: scope, arrival: arrival, batch: hash))
      return
    }
    if certified.insert(replica).inserted, let certificate = try store.certificate(of: replica) {
      stream.append(certificate)
    }
    stream.append(CarriedBatch(arrival: arrival, encoded: entry.encoded))
  }
}
