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
  var signed: Timestamp
  var reading: ClockReading

  /// The monotonic clock carries a signed time through the same boot; after a restart only the
  /// wall clock's known error is left.
  static func corrected(_ now: ClockReading, by anchor: SignedTime?) -> CorrectedTime {
    guard let anchor else {
      return CorrectedTime(
        time: now.wall, isChecked: false, lastSigned: nil, offsetMilliseconds: nil)
    }
    let sameBoot = now.bootID == anchor.reading.bootID
    let elapsed =
      sameBoot
      ? now.monotonicMilliseconds &- anchor.reading.monotonicMilliseconds
      : now.wall.rawValue &- anchor.reading.wall.rawValue
    let time = Timestamp(rawValue: anchor.signed.rawValue &+ elapsed)
    return CorrectedTime(
      time: time,
      isChecked: sameBoot && elapsed >= 0 && elapsed <= CorrectedTime.checkedMilliseconds,
      lastSigned: anchor.signed, offsetMilliseconds: time.rawValue &- now.wall.rawValue)
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
