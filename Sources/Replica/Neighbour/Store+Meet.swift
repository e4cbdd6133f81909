import SQLite
import SyncProtocol

/// Two laptops that meet without a centre (SPEC 22.3): streams to and fro until neither has more to say.
extension Store {
  /// Begins one side of a meeting: closes the outbox, and finds out whether this laptop may meet.
  ///
  /// - Parameter id: what both have agreed on by their code.
  /// - Throws: `MeetingError.locked`, `.noGrant`.
  package func beginMeeting(_ id: [UInt8], clock: ClockReading) throws -> NeighbourMeeting {
    let (word, centre) = try readyToMeet()
    _ = try takeInSnapshots(at: clock.wall)
    try transaction { try closeOutbox(clock: clock) }
    return NeighbourMeeting(id: id, word: word, centre: centre)
  }

  /// What this laptop would show to another one.
  ///
  /// - Throws: `MeetingError.locked`, `.noGrant`.
  @discardableResult
  package func readyToMeet() throws -> (word: GrantWord, centre: Certificate) {
    guard identity.role == .laptop else { throw ReplicaError.notALaptop }
    guard try !keyring.isLocked else { throw MeetingError.locked }
    guard let word = try ownGrantWord(),
      let centre = try certificate(of: .centre(epoch: word.epoch))
    else { throw MeetingError.noGrant }
    return (word, centre)
  }

  /// A stream that says why this side does not go on.
  package func refusal(_ code: String, of meeting: NeighbourMeeting) -> [UInt8] {
    var stream = StreamWriter()
    stream.append(MeetingPart(meeting: meeting.id, part: meeting.sentParts + 1))
    stream.append(Problem(code: code, detail: ""))
    return stream.finish(more: false, signer: identity.signer, primitives: primitives)
  }

  // MARK: What comes

  /// Takes in a stream of the other side, in one transaction. It may come again in another meeting: what
  /// it brings is known then.
  ///
  /// - Returns: what became of each batch in it, but for those that the centre has set aside.
  /// - Throws: `MeetingError`, `ProtocolError` for a stream that cannot be believed. Nothing of that
  ///   stream was taken in then.
  @discardableResult
  package func take(
    _ bytes: [UInt8], into meeting: inout NeighbourMeeting, clock: ClockReading
  ) throws -> [Receipt] {
    let stream = try ReceivedStream(decoding: bytes)
    guard let first = stream.frames.first else { throw ProtocolError.malformed(.truncated) }
    let part: MeetingPart = try first.message()
    guard part.meeting == meeting.id, part.part == meeting.receivedParts + 1, !meeting.isOver
    else { throw ReplicaError.answerOfAnotherRound }
    if stream.frames.count > 1, stream.frames[1].kind == .problem {
      throw MeetingError.refused(code: (try stream.frames[1].message() as Problem).code)
    }
    let introduction = try meeting.neighbour == nil ? Introduction(stream) : nil
    guard let neighbour = introduction?.neighbour ?? meeting.neighbour else {
      throw ProtocolError.malformed(.unexpectedFrame)
    }
    try stream.verify(neighbour.publicKey, primitives: primitives)
    defer { carryOutLinks(clock: clock) }
    var receipts: [Receipt] = []
    meeting = try transaction {
      var after = meeting
      if let introduction { try meet(introduction, in: &after, clock: clock) }
      after.receivedParts = part.part
      after.isGivenAll = !stream.more
      let arrival = try correctedReading(clock)
      try judgeWaiting(clock: arrival)
      for frame in stream.frames.dropFirst(introduction == nil ? 1 : Introduction.frameCount) {
        if let receipt = try take(frame, into: &after, clock: arrival) { receipts.append(receipt) }
      }
      try leaveMetSession(at: arrival.wall)
      return after
    }
    return receipts
  }

  /// Believes who the other laptop is and what it may hold, or says why not.
  private func meet(
    _ introduction: Introduction, in meeting: inout NeighbourMeeting, clock: ClockReading
  ) throws {
    let (neighbour, word) = (introduction.neighbour, introduction.word)
    guard neighbour.isSigned(byRoot: identity.rootPublicKey, primitives: primitives),
      neighbour.role == .laptop, word.replica == neighbour.replica,
      word.isSigned(
        by: introduction.centre, root: identity.rootPublicKey, primitives: primitives)
    else { throw MeetingError.anotherInstallation }
    guard neighbour.replica != identity.replica else { throw MeetingError.sameNumber }
    try noteLost(in: word)
    guard try !lostAsHeard().contains(neighbour.replica) else {
      throw MeetingError.lost(label: neighbour.label)
    }
    let age = try correctedNow(clock).time.rawValue
      .subtractingReportingOverflow(word.time.rawValue).partialValue
    guard age < Self.grantWordMilliseconds else {
      throw MeetingError.grantOld(label: neighbour.label)
    }
    try keepIfNew(neighbour)
    try keepIfNew(introduction.centre)
    meeting.neighbour = neighbour
    meeting.certified = [identity.replica, neighbour.replica]
    let common = Set(try grantedScopes()).intersection(meeting.word.scopes)
      .intersection(word.scopes)
    meeting.common = [.everyone] + common.sorted()
    meeting.report.common = common.sorted()
  }

  private func keepIfNew(_ certificate: Certificate) throws {
    if try self.certificate(of: certificate.replica) == nil { try introduce(certificate) }
  }

  private func take(
    _ frame: Frame, into meeting: inout NeighbourMeeting, clock: ClockReading
  ) throws -> Receipt? {
    switch frame.kind {
    case .have:
      let holding: Holding = try frame.message()
      try requireCommon(holding.cursor.scope, meeting)
      meeting.theirs = meeting.theirs ?? [:]
      meeting.theirs?[holding.cursor.scope] = holding
    case .needsCentre:
      let needed: CentreNeeded = try frame.message()
      try requireCommon(needed.scope, meeting)
      meeting.report.lackingHere.insert(needed.scope)
    case .keysWanted: meeting.wantedKeys += (try frame.message() as KeysWanted).missing
    case .keys:
      let parcel: KeyParcel = try frame.message()
      try requireCommon(parcel.scope, meeting)
      // The centre may not have heard of them.
      meeting.report.takenKeys += try take(parcel, isConfirmed: false)
    case .certificate: try keepIfNew(try frame.message())
    case .batch: return try take(try frame.message() as CarriedBatch, into: &meeting, clock: clock)
    default: throw ProtocolError.malformed(.unexpectedFrame)
    }
    return nil
  }

  private func take(
    _ carried: CarriedBatch, into meeting: inout NeighbourMeeting, clock: ClockReading
  ) throws -> Receipt? {
    let batch = try Batch(decoding: carried.encoded, primitives: primitives)
    try requireCommon(batch.header.scope, meeting)
    meeting.taken.insert(batch.hash)
    // The centre has other operations under its dots, and has said so here.
    guard try !isAside(batch.hash) else {
      meeting.report.knownBatches += 1
      return nil
    }
    let receipt = try receive(carried.encoded, at: clock.wall)
    try judgeWaiting(clock: clock)
    meeting.report.note(receipt, operations: batch.header.operationCount)
    return receipt
  }

  /// What both may not hold is never taken, whoever gives it.
  private func requireCommon(_ scope: ScopeID, _ meeting: NeighbourMeeting) throws {
    guard meeting.common.contains(scope) else {
      throw ProtocolError.malformed(.unexpectedFrame)
    }
  }
}

/// The head of the first stream of each side: who it is, and what the centre lets it hold.
private struct Introduction {
  /// Frames of it, the part's included.
  static let frameCount = 4

  let neighbour: Certificate
  let centre: Certificate
  let word: GrantWord

  init(_ stream: ReceivedStream) throws(ProtocolError) {
    guard stream.frames.count >= Self.frameCount else { throw .malformed(.unexpectedFrame) }
    neighbour = try stream.frames[1].message()
    centre = try stream.frames[2].message()
    word = try stream.frames[3].message()
  }
}
