import SQLite
import SyncProtocol

/// What a return that is carried by hand may speak of, while it is taken in.
struct CarriedContext {
  /// It is older than the grants that are known here.
  var isPast = false
  /// The scopes that this laptop holds.
  var scopes: Set<ScopeID> = []
  /// An earlier stream of it took back what the centre was taken to have: its receipts, too.
  var hasOfferedAgain = false
}

/// Taking a return in at a laptop (SPEC 20.4): any number of times, in any order, at any age.
extension Store {
  /// Takes in the streams of one return, each in a transaction of its own, so that what came before one
  /// that is damaged stands, and never more than one is in memory.
  ///
  /// - Parameter next: gives one stream after another; nil behind the last.
  /// - Returns: what they did; `blockedScopes` says which scopes stopped and why, `hasMore` that another
  ///   pack should be handed over.
  /// - Throws: `ReplicaError.returnForAnother`, `.returnOfEarlierLife`, `.notOneRound`, `.notOurCentre`,
  ///   `ProtocolError` for a damaged stream, and what `next` throws. What came before stands.
  package func absorbCarried(
    clock: ClockReading, next: () throws -> [UInt8]?
  ) throws -> RoundOutcome {
    guard identity.role == .laptop else { throw ReplicaError.notALaptop }
    var sum = RoundOutcome()
    var last: PackReturn?
    var isWhole = false
    var hasOfferedAgain = false
    var collided: Set<ContentHash> = []
    while let bytes = try next() {
      let stream = try ReceivedStream(decoding: bytes)
      guard !isWhole,
        let part: PackReturn = try stream.frames.first(where: { $0.kind == .packReturn })?
          .message(),
        part.part == (last?.part ?? 0) + 1, part.number == last?.number ?? part.number
      else { throw ReplicaError.notOneRound }
      roundContext.carried = CarriedContext(hasOfferedAgain: hasOfferedAgain)
      roundContext.collided = collided
      defer { roundContext = RoundContext() }
      var outcome = try absorb(
        bytes, from: AnswerSource(nonce: Welcome.starterNonce, stopped: sum.blockedScopes),
        clock: clock)
      hasOfferedAgain = hasOfferedAgain || roundContext.offersAgain
      collided = roundContext.collided
      // Every stream says something that no other does.
      outcome.heldBatches += sum.heldBatches
      outcome.refusals += sum.refusals
      outcome.equalScopes += sum.equalScopes
      outcome.differingScopes += sum.differingScopes
      sum.add(outcome)
      last = part
      isWhole = !stream.more
    }
    guard isWhole else { throw ReplicaError.notOneRound }
    return sum
  }

  /// What a return says of itself, when it is one and may be taken in here; nil for other answers.
  func packReturn(
    in stream: ReceivedStream, by centre: Certificate, _ welcome: Welcome, _ source: AnswerSource
  ) throws -> PackReturn? {
    guard source.stopped != nil else { return nil }
    guard
      let packReturn: PackReturn = try stream.frames.first(where: { $0.kind == .packReturn })?
        .message(),
      centre.replica == .centre(epoch: welcome.epoch)
    else { throw ReplicaError.notOneRound }
    guard packReturn.replica == identity.replica else { throw ReplicaError.returnForAnother }
    guard welcome.epoch >= (try presentEpoch) else { throw ReplicaError.returnOfEarlierLife }
    return packReturn
  }

  /// Takes down what a return says as a whole. Its time has passed, and says no more of the present.
  ///
  /// - Returns: what the packs that it answers carried of the keyring.
  func begin(_ packReturn: PackReturn, _ welcome: Welcome) throws -> SentKeys {
    let isNewLife = try welcome.epoch > presentEpoch
    let isPast =
      try !isNewLife && welcome.grant < (try (state.integer(.grantNumber) ?? 0).natural())
    roundContext.carried?.isPast = isPast
    if !isPast { try adoptGrants(welcome) }
    roundContext.carried?.scopes = Set(try grantedScopes() + [.everyone])
    let known = isNewLife ? 0 : try state.integer(.returnNumber) ?? 0
    if Int64(clamping: packReturn.number) >= known {
      try state.set(.returnNumber, .integer(Int64(clamping: packReturn.number)))
      // The latest word, also where it takes back what a clock that was ahead has said.
      try state.set(.passedMoment, .integer(welcome.time.rawValue))
      let last = try state.integer(.lastRound) ?? welcome.time.rawValue
      try state.set(.lastRound, .integer(max(last, welcome.time.rawValue)))
    }
    var sent = SentKeys()
    for pack in packReturn.packs { try note(pack, arrived: welcome.time, into: &sent) }
    return sent
  }

  /// Notes that the centre has a pack, and what that carried of the keyring.
  private func note(_ pack: [UInt8], arrived: Timestamp, into sent: inout SentKeys) throws {
    let known = try connection.row(
      """
      UPDATE pack SET arrived = coalesce(arrived, ?2) WHERE id = ?1 RETURNING number, locked
      """, .blob(pack), .integer(arrived.rawValue)
    ) { (number: try $0.integer(at: 0), isLocked: try $0.integer(at: 1) == 1) }
    guard let known else { return }
    let carried = try connection.rows(
      "SELECT kind, number FROM pack_key WHERE pack = ?", .blob(pack)
    ) { (try $0.integer(at: 0), try $0.integer(at: 1)) }
    for (kind, number) in carried {
      if kind == 0, let key = Dot(rawValue: number) { sent.keys.append(key) }
      if kind == 1, let subject = RowID(rawValue: number) { sent.erasures.append(subject) }
    }
    try connection.execute("DELETE FROM pack_key WHERE pack = ?", .blob(pack))
    if try known.isLocked && keyring.isLocked { sent.isLocked = true }
    // What the pack did not carry may have come to the centre on another way.
    let others = try connection.integer(
      """
      SELECT count(*) FROM batch WHERE \(LogCondition.offered) AND (pack IS NULL OR pack <> ?)
      """, .integer(known.number))
    if others == 0, roundContext.carried?.hasOfferedAgain == false {
      roundContext.isRequestComplete = true
    }
  }

  /// True when grants that are known here are newer than the answer.
  var isPast: Bool { roundContext.carried?.isPast ?? false }

  /// Whether an answer may speak of a scope: one that is carried by hand only of those that are held
  /// here now.
  func isHeld(_ scope: ScopeID) -> Bool { roundContext.carried?.scopes.contains(scope) ?? true }

  /// Whether the centre's word on the end of a scope's log is kept: also of one that is being handed
  /// back, for a receipt may have named a number of it; but not of another log than the one that was
  /// followed here, of which the word that is kept is the proof.
  func isKept(_ check: Check, into outcome: inout RoundOutcome) throws -> Bool {
    guard roundContext.carried != nil else { return true }
    let (scope, end) = (check.cursor.scope, check.cursor)
    if !isHeld(scope) {
      return try connection.integer(
        "SELECT count(*) FROM scope_state WHERE scope = ?", .integer(scope.rawValue)) == 1
    }
    let here = try cursor(scope)
    let known =
      here.arrival == end.arrival ? here.runningHash : try runningHash(scope, at: end.arrival)
    if here.epoch == end.epoch, end.arrival > 0, end.arrival <= here.arrival,
      let known, known != end.runningHash
    {
      outcome.blockedScopes[scope] = ReplicaError.logDiffers(scope).code
    }
    return outcome.blockedScopes[scope] != ReplicaError.logDiffers(scope).code
  }

  /// What stands under an arrival number in an answer.
  enum LoggedBatch {
    case batch([UInt8])
    case number(ContentHash)
  }

  /// Whether an arrival number is the next one of its scope's log here. What came before is passed over,
  /// if it is the same, and what lies behind a gap stops the scope. Of an answer of the present all is
  /// due.
  func isDue(
    _ scope: ScopeID, _ arrival: UInt64, _ logged: LoggedBatch, _ outcome: inout RoundOutcome
  ) throws -> Bool {
    guard roundContext.carried != nil else { return true }
    guard isHeld(scope), outcome.blockedScopes[scope] == nil else { return false }
    let cursor = try cursor(scope)
    let isSameLife = try cursor.epoch == presentEpoch
    if isSameLife, arrival <= cursor.arrival {
      if try !isLogged(logged, at: arrival, of: scope) {
        outcome.blockedScopes[scope] = ReplicaError.logDiffers(scope).code
      }
      return false
    }
    // A log that begins at a base here is given up only where FRONTIER says that nothing is lost by it.
    let begins = try !isSameLife && arrival == 1 && base(of: scope) == nil
    var isNext = begins || isSameLife && arrival == cursor.arrival + 1
    if isNext, case .number(let hash) = logged { isNext = try logEntry(hash) != nil }
    if !isNext { outcome.blockedScopes[scope] = ReplicaError.earlierReturnMissing(scope).code }
    return isNext
  }

  /// Whether the log here has this batch under a number, as far as it still tells.
  private func isLogged(
    _ logged: LoggedBatch, at arrival: UInt64, of scope: ScopeID
  ) throws -> Bool {
    let known = try connection.row(
      "SELECT hash, encoded FROM batch WHERE scope = ? AND arrival = ?",
      .integer(scope.rawValue), .integer(Int64(clamping: arrival))
    ) { (hash: try $0.bytes(at: 0), encoded: try $0.bytes(at: 1)) }
    guard let known else { return true }
    return switch logged {
    case .batch(let encoded): known.encoded == encoded
    case .number(let hash): known.hash == hash.bytes
    }
  }
}
