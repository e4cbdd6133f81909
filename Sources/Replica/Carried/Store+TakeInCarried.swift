import SQLite
import SyncProtocol

/// Taking a pack in at the centre (SPEC 20.2).
extension Store {
  /// Takes in all streams of one pack in one transaction: all of it or nothing, and never more than one
  /// stream in memory. A pack may come at any age, in any order and any number of times.
  ///
  /// - Parameters:
  ///   - account: who takes it in.
  ///   - next: gives one stream after another; nil behind the last.
  /// - Throws: `ProtocolError` for a stream that cannot be believed, `ReplicaError.notOneRound` for
  ///   streams that are no pack or not all of one, `.centreSetBack` when it proves that this store was
  ///   set back, and what `next` throws. In each case nothing was taken in.
  package func takeInCarried(
    by account: String, clock: ClockReading, next: () throws -> [UInt8]?
  ) throws -> CarriedIntake {
    defer { carryOutLinks(clock: clock) }
    return try transaction { try takeIn(by: account, clock: clock, next) }
  }

  private func takeIn(
    by account: String, clock: ClockReading, _ next: () throws -> [UInt8]?
  ) throws -> CarriedIntake {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    let last = try lastBatchPosition()
    var intake: PackIntake?
    while let bytes = try next() {
      let stream = try ReceivedStream(decoding: bytes)
      let part = try believed(stream, at: clock.wall)
      var round = try intake ?? PackIntake(part, said: try packed(part, now: clock.wall), self)
      try round.follow(part, more: stream.more)
      try take(stream, into: &round, clock: clock)
      intake = round
    }
    guard var round = intake, round.isWhole else { throw ReplicaError.notOneRound }
    try noteHandOver(
      round.request.receipts, from: round.request.hello.replica, after: last, at: clock.wall)
    try extendErasures(clock: clock)
    try conclude(&round, by: account, clock: clock)
    return round.result
  }

  private func take(
    _ stream: ReceivedStream, into round: inout PackIntake, clock: ClockReading
  ) throws {
    try judgeWaiting(clock: clock)
    let asker = round.request.hello.replica
    // Where a session left the known history in an earlier stream, all that follows has left it too.
    round.divergences.merge(try divergences(in: stream, of: asker), uniquingKeysWith: min)
    roundContext.asker = asker
    roundContext.divergences = round.divergences
    roundContext.brought = []
    defer { roundContext = RoundContext() }
    let known = round.request.receipts.count
    for frame in stream.frames.dropFirst(2) {
      try take(frame, into: &round.request, clock: clock)
    }
    for index in known..<round.request.receipts.count
    where round.request.receipts[index].state != .refused {
      round.request.receipts[index].reason = try lateness(of: round.request.receipts[index]) ?? ""
    }
    round.request.brought.formUnion(roundContext.brought ?? [])
  }

  /// Who says what with a stream, when its signature is theirs.
  private func believed(_ stream: ReceivedStream, at now: Timestamp) throws -> PackPart {
    guard let first = stream.frames.first, first.kind == .hello, stream.frames.count > 1,
      stream.frames[1].kind == .pack
    else { throw ReplicaError.notOneRound }
    let hello: Hello = try first.message()
    guard let certificate = try certificate(of: hello.replica, orIn: stream),
      certificate.role == .laptop
    else { throw ProtocolError.unknownReplica(hello.replica) }
    try stream.verify(certificate.publicKey, primitives: primitives)
    if let evidence = try setBackEvidence(in: stream, at: now) {
      throw ReplicaError.centreSetBack(evidence: evidence)
    }
    return PackPart(
      hello: hello, pack: try stream.frames[1].message(), certificate: certificate)
  }

  /// When a pack was made, as far as that can be known: by its laptop's clock, but neither before that
  /// was let in nor after now.
  private func packed(_ part: PackPart, now: Timestamp) throws -> Timestamp {
    let said = part.hello.wall.rawValue.addingReportingOverflow(part.hello.offsetMilliseconds ?? 0)
    let time = said.overflow ? part.hello.wall.rawValue : said.partialValue
    return min(max(Timestamp(rawValue: time), part.certificate.issuedAt), now)
  }
}

/// The head of one stream of a pack.
struct PackPart {
  var hello: Hello
  var pack: Pack
  var certificate: Certificate
}

/// One pack while it is taken in, stream by stream.
struct PackIntake {
  var request: ReadRequest
  var result: CarriedIntake
  /// From which counter on each session of the laptop left the known history.
  var divergences: [Origin: UInt32] = [:]
  private var parts: UInt64 = 0
  /// True when its last stream has come.
  private(set) var isWhole = false

  init(_ first: PackPart, said: Timestamp, _ store: Store) throws {
    result = CarriedIntake(
      pack: first.hello.nonce, number: first.pack.number, replica: first.hello.replica,
      label: first.certificate.label, packed: said)
    result.isRepeated = try store.isTakenIn(first.hello.nonce, of: first.hello.replica)
    request = ReadRequest(hello: first.hello, said: said)
    request.isRepeated = result.isRepeated
  }

  /// Meets the next stream: of the same pack, behind the one before.
  mutating func follow(_ part: PackPart, more: Bool) throws {
    guard !isWhole, part.hello.nonce == result.pack, part.hello.replica == result.replica,
      part.pack.number == result.number, part.pack.part == parts + 1
    else { throw ReplicaError.notOneRound }
    parts += 1
    result.streams += 1
    isWhole = !more
  }
}
