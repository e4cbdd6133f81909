/// A minute of local time (Asia/Ho_Chi_Minh, UTC+7).
package struct LocalDateTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The local day.
  package let date: LocalDate
  /// Minutes since midnight, 0 to 1439.
  package let minuteOfDay: Int

  /// What local time is ahead of UTC, in milliseconds.
  package static let offsetMilliseconds: Int64 = 7 * 3_600_000

  /// The minute of the day; `minuteOfDay` is held within 0...1439.
  package init(_ date: LocalDate, minuteOfDay: Int) {
    self.date = date
    self.minuteOfDay = min(max(minuteOfDay, 0), 1439)
  }

  /// The time by its parts, or nil when there is no such hour or minute.
  package init?(_ date: LocalDate, hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    self.init(date, minuteOfDay: hour * 60 + minute)
  }

  /// The local minute of an instant in milliseconds since 1970 UTC; seconds are dropped.
  package init(milliseconds: Int64) {
    let (sum, overflow) = milliseconds.addingReportingOverflow(LocalDateTime.offsetMilliseconds)
    let minutes = LocalDate.floorDivide(Int(overflow ? milliseconds : sum), 60_000)
    let days = LocalDate.floorDivide(minutes, 1440)
    self.init(LocalDate(daysSince1970: days), minuteOfDay: minutes - days * 1440)
  }

  /// Reads `yyyy-MM-ddTHH:mm`; nil otherwise.
  package init?(iso text: String) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let date = LocalDate(iso: String(halves[0])) else { return nil }
    let parts = halves[1].split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { 48...57 ~= $0 } }),
      let hour = Int(parts[0]), let minute = Int(parts[1])
    else { return nil }
    self.init(date, hour: hour, minute: minute)
  }

  /// The instant, in milliseconds since 1970 UTC.
  package var milliseconds: Int64 {
    Int64(minutesSince1970) * 60_000
      - LocalDateTime.offsetMilliseconds
  }

  /// Minutes of local time since 1970-01-01 00:00, as spreadsheets reckon.
  package var minutesSince1970: Int { date.daysSince1970 * 1440 + minuteOfDay }

  /// `yyyy-MM-ddTHH:mm`.
  package var iso: String { "\(date.iso)T\(Format.time(minuteOfDay: minuteOfDay))" }

  /// Whether only the day is known: what happened at an hour that nobody typed is kept as the first
  /// minute of its day, which every reader of minutes bears and which is never after what it stands for.
  package var isDayAlone: Bool { minuteOfDay == 0 }

  /// `yyyy-MM-ddTHH:mm`, or `yyyy-MM-dd` where only the day is known.
  package var isoAsKnown: String { isDayAlone ? date.iso : iso }

  /// The form of files, `yyyy-MM-ddTHH:mm`; `Format.dateTime` writes the one for people.
  package var description: String { iso }

  /// Earlier minutes come first.
  package static func < (left: LocalDateTime, right: LocalDateTime) -> Bool {
    (left.date, left.minuteOfDay) < (right.date, right.minuteOfDay)
  }
}
