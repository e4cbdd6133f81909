import Glibc

/// Days and minutes of a local clock as texts, where a file cannot hold them as such.
enum CivilTime {
  private static let minutesPerDay = 1_440

  /// `18/11/2026` for days since 1970-01-01.
  static func text(day: Int) -> String {
    text(minutes: day.multipliedReportingOverflow(by: minutesPerDay).partialValue, "%d/%m/%Y")
  }

  /// `18/11/2026 08:05` for minutes since 1970-01-01 00:00.
  static func text(minute: Int) -> String { text(minutes: minute, "%d/%m/%Y %H:%M") }

  private static func text(minutes: Int, _ pattern: String) -> String {
    var time = tm()
    var seconds = time_t(minutes.multipliedReportingOverflow(by: 60).partialValue)
    var text = [CChar](repeating: 0, count: 64)
    gmtime_r(&seconds, &time)
    strftime(&text, text.count, pattern, &time)
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
