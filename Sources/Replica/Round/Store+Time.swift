import SQLite
import SyncProtocol

/// An own act whose time turned out wrong by more than an hour, as the first signed time after it
/// showed.
package struct MisdatedAct: Sendable, Equatable {
  /// The first of its dots.
  package var first: Dot
  /// The last of its dots.
  package var last: Dot
  /// The time under which it was written.
  package var believed: Timestamp
  /// The centre's time at that moment; nil when the machine was started anew before a signed time
  /// came, so that nobody can tell.
  package var actual: Timestamp?
}

/// What time it is: asking the centre, and finding out which acts were dated by a wrong clock.
extension Store {
  /// An error of the clock below which nothing is said of the acts it dated: one hour.
  static let toleratedMilliseconds: Int64 = 3_600_000

  /// True when a round should begin with `makeTimeRequest`: no signed time was seen since the last
  /// start, or the last one is older than 24 hours.
  package func needsSignedTime(_ clock: ClockReading) throws -> Bool {
    try !correctedNow(clock).isChecked
  }

  /// Takes over what another store of this machine knows of its clocks, for a store that never
  /// hears from a centre; nothing known is taken over too.
  package func adoptClock(of other: Store) throws {
    let anchor = try SignedTime.load(from: other.connection)
    guard try SignedTime.load(from: connection) != anchor else { return }
    guard let anchor else { return try connection.execute("DELETE FROM signed_time") }
    try anchor.save(to: connection)
  }

  /// A request that asks for nothing but the time and the grants, and closes nothing: a few hundred
  /// bytes each way, so that also a slow link answers while the answer still dates the present.
  package func makeTimeRequest(
    _ report: Report, clock: ClockReading, random: inout some RandomNumberGenerator
  ) throws -> PendingRound {
    let nonce = (0..<Hello.nonceByteCount).map { _ in
      UInt8.random(in: .min ... .max, using: &random)
    }
    let unsent = try connection.integer(
      """
      SELECT (SELECT count(*) FROM outbox) + (SELECT coalesce(sum(operations), 0) FROM batch
        WHERE \(LogCondition.offered))
      """)
    var stream = StreamWriter()
    stream.append(
      Hello(
        replica: identity.replica, nonce: nonce, wall: clock.wall,
        offsetMilliseconds: try correctedNow(clock).offsetMilliseconds,
        schemaVersion: schema.version, unsentOperations: UInt64(clamping: unsent),
        freeDiskBytes: report.freeDiskBytes, software: report.software))
    // A restored centre may not know who asks.
    stream.append(identity.certificate)
    // A round of its own follows in any case.
    return PendingRound(
      request: stream.finish(more: true, signer: identity.signer, primitives: primitives),
      batchCount: 0, hasMore: true, nonce: nonce, carriesAll: false, asked: clock)
  }

  /// Takes the centre's time for the present if the answer is fresh enough to say it, and judges
  /// the acts that were written before.
  func take(
    _ signed: Timestamp, asked: ClockReading, clock: ClockReading, into outcome: inout RoundOutcome
  ) throws {
    guard let anchor = SignedTime.taking(signed, asked: asked, now: clock) else {
      let last = try state.integer(.lastRound) ?? signed.rawValue
      return try state.set(.lastRound, .integer(max(last, signed.rawValue)))
    }
    outcome.clockErrorMilliseconds = clock.wall.rawValue &- signed.rawValue
    try judgeTakenBack(at: anchor)
    try judgeUncheckedActs(at: anchor)
    try anchor.save(to: connection)
    // It dates the present, also where what was carried by hand comes from a clock that was ahead.
    try state.remove(.passedMoment)
    try state.set(.lastRound, .integer(signed.rawValue))
  }

  /// A reading whose wall clock says the corrected time, for what is dated by arrival.
  func correctedReading(_ clock: ClockReading) throws -> ClockReading {
    var corrected = clock
    corrected.wall = try correctedNow(clock).time
    return corrected
  }

  /// Remembers an act that an unchecked clock dated.
  func noteUnchecked(
    _ operations: [(scope: ScopeID, operation: Operation)], _ now: CorrectedTime,
    _ clock: ClockReading
  ) throws {
    guard let first = operations.first?.operation.dot, let last = operations.last?.operation.dot
    else { return }
    try connection.execute(
      """
      INSERT OR REPLACE INTO unchecked_act (first, last, believed, monotonic, boot)
      VALUES (?, ?, ?, ?, ?)
      """,
      .integer(first.rawValue), .integer(last.rawValue), .integer(now.time.rawValue),
      .integer(clock.monotonicMilliseconds), .text(clock.bootID))
  }

  /// The monotonic clock says how long ago each act of this boot was, whatever its wall clock said
  /// and wherever that jumped. Of earlier boots only the impossible is known.
  private func judgeUncheckedActs(at anchor: SignedTime) throws {
    let last = try SignedTime.load(from: connection)?.signed ?? identity.certificate.issuedAt
    try connection.execute(
      """
      INSERT OR REPLACE INTO misdated_act (first, last, believed, actual)
      SELECT first, last, believed, actual FROM (
        SELECT first, last, believed,
          CASE WHEN boot = ?1 AND boot <> '' AND monotonic <= ?2
            THEN ?3 - (?2 - monotonic) END AS actual
        FROM unchecked_act)
      WHERE CASE WHEN actual IS NULL
        THEN believed < ?4 - ?5 OR believed > ?3 + ?5
        ELSE believed < actual - ?5 OR believed > actual + ?5 END
      """,
      .text(anchor.reading.bootID), .integer(anchor.reading.monotonicMilliseconds),
      .integer(anchor.signed.rawValue), .integer(last.rawValue),
      .integer(Self.toleratedMilliseconds))
    try connection.execute("DELETE FROM unchecked_act")
  }

  /// The own acts that are known to be misdated, oldest dot first.
  package func misdatedActs() throws -> [MisdatedAct] {
    try connection.rows(
      "SELECT first, last, believed, actual FROM misdated_act ORDER BY first"
    ) { statement in
      guard let first = Dot(rawValue: try statement.integer(at: 0)),
        let last = Dot(rawValue: try statement.integer(at: 1))
      else { throw ProtocolError.malformed(.numberOutOfRange) }
      return MisdatedAct(
        first: first, last: last, believed: Timestamp(rawValue: try statement.integer(at: 2)),
        actual: try statement.optionalInteger(at: 3).map(Timestamp.init(rawValue:)))
    }
  }
}
