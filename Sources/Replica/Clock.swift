import SQLite
import SyncProtocol

/// What a machine's clocks say at one moment. Composition roots read them; everything else is told.
package struct ClockReading: Sendable, Equatable {
  /// The wall clock, which may be years off.
  package var wall: Timestamp
  /// Milliseconds on a clock that never jumps; starts anywhere, ends with the boot.
  package var monotonicMilliseconds: Int64
  /// Names the boot that the monotonic clock belongs to.
  package var bootID: String

  /// Gathers the three.
  package init(wall: Timestamp, monotonicMilliseconds: Int64, bootID: String) {
    self.wall = wall
    self.monotonicMilliseconds = monotonicMilliseconds
    self.bootID = bootID
  }
}

/// The time as far as a replica can know it.
package struct CorrectedTime: Sendable, Equatable {
  /// How old a signed time may be before the clock counts as unchecked: 24 hours.
  package static let checkedMilliseconds: Int64 = 24 * 3_600_000

  /// Best knowledge of the present.
  package var time: Timestamp
  /// True when a signed time was seen since the last start and within 24 hours.
  package var isChecked: Bool
  /// The last signed time of the centre; nil before the first.
  package var lastSigned: Timestamp?
  /// Milliseconds between the wall clock and `time`.
  package var offsetMilliseconds: Int64?
}

/// The last signed time of the centre, with this machine's clocks at that moment.
struct SignedTime: Equatable {
  /// How long after its request an answer still dates the present, in milliseconds: two minutes. A
  /// signed time lies between the two, so this is how far it can be off.
  static let liveMilliseconds: Int64 = 120_000

  var signed: Timestamp
  var reading: ClockReading

  /// The monotonic clock carries a signed time through the same boot; after a restart only the
  /// wall clock's known error is left, and that it cannot be earlier than the signed time was.
  ///
  /// - Parameter notBefore: a moment that has certainly passed, for a clock that is not checked: the
  ///   issue of its certificate, or what an answer said that was carried by hand. A dead battery sets
  ///   clocks back to 1970.
  static func corrected(
    _ now: ClockReading, by anchor: SignedTime?, notBefore: Timestamp
  ) -> CorrectedTime {
    guard let anchor else {
      return CorrectedTime(
        time: max(now.wall, notBefore), isChecked: false, lastSigned: nil, offsetMilliseconds: nil)
    }
    let elapsed = now.millisecondsInBoot(since: anchor.reading)
    let time: Timestamp
    if let elapsed {
      time = Timestamp(rawValue: anchor.signed.rawValue &+ elapsed)
    } else {
      let passed = now.wall.rawValue &- anchor.reading.wall.rawValue
      time = max(
        Timestamp(rawValue: anchor.signed.rawValue &+ max(0, passed)), notBefore)
    }
    return CorrectedTime(
      time: time, isChecked: elapsed.map { $0 <= CorrectedTime.checkedMilliseconds } ?? false,
      lastSigned: anchor.signed, offsetMilliseconds: time.rawValue &- now.wall.rawValue)
  }

  /// The anchor that an answer gives; nil when it came too long after its request to say what time
  /// it is now, or after a restart.
  ///
  /// A fresh nonce proves only that the centre answered after the request. An answer that waited
  /// somewhere would set the clock back by as long.
  static func taking(
    _ signed: Timestamp, asked: ClockReading, now: ClockReading
  ) -> SignedTime? {
    guard let waited = now.millisecondsInBoot(since: asked), waited <= liveMilliseconds else {
      return nil
    }
    return SignedTime(signed: signed, reading: now)
  }
}

extension ClockReading {
  /// Milliseconds since an earlier reading of the same boot; nil when the monotonic clock cannot
  /// tell.
  func millisecondsInBoot(since earlier: ClockReading) -> Int64? {
    guard !bootID.isEmpty, bootID == earlier.bootID,
      monotonicMilliseconds >= earlier.monotonicMilliseconds
    else { return nil }
    return monotonicMilliseconds &- earlier.monotonicMilliseconds
  }
}

extension SignedTime {
  static func load(from connection: Connection) throws -> SignedTime? {
    try connection.row(
      "SELECT signed, wall, monotonic, boot FROM signed_time"
    ) {
      SignedTime(
        signed: Timestamp(rawValue: try $0.integer(at: 0)),
        reading: ClockReading(
          wall: Timestamp(rawValue: try $0.integer(at: 1)),
          monotonicMilliseconds: try $0.integer(at: 2), bootID: try $0.text(at: 3)))
    }
  }

  func save(to connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO signed_time (one, signed, wall, monotonic, boot) VALUES (1, ?, ?, ?, ?)
      ON CONFLICT (one) DO UPDATE SET signed = excluded.signed, wall = excluded.wall,
        monotonic = excluded.monotonic, boot = excluded.boot
      """,
      .integer(signed.rawValue), .integer(reading.wall.rawValue),
      .integer(reading.monotonicMilliseconds), .text(reading.bootID))
  }
}
