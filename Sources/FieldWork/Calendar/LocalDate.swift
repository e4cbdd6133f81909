/// A day of the Gregorian calendar, as people in Viet Nam date their visits.
///
/// Held as days since 1970-01-01. Years run from 1 to 9999; arithmetic stops at these edges, so
/// that no date from outside can overflow. Local time is Asia/Ho_Chi_Minh, which is UTC+7 without
/// summer time.
package struct LocalDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01; negative before.
  package let daysSince1970: Int

  /// 0001-01-01.
  package static let earliest = LocalDate(uncheckedDays: -719_162)
  /// 9999-12-31.
  package static let latest = LocalDate(uncheckedDays: 2_932_896)

  private init(uncheckedDays: Int) { daysSince1970 = uncheckedDays }

  /// The day so many days after 1970-01-01, held at the edges of the calendar.
  package init(daysSince1970 days: Int) {
    daysSince1970 = min(
      max(days, LocalDate.earliest.daysSince1970), LocalDate.latest.daysSince1970)
  }

  /// The day by its parts, or nil when there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= LocalDate.lengthOfMonth(year: year, month: month)
    else { return nil }
    self.init(uncheckedDays: LocalDate.days(year: year, month: month, day: day))
  }

  /// The local day of an instant in milliseconds since 1970 UTC.
  package init(milliseconds: Int64) {
    self = LocalDateTime(milliseconds: milliseconds).date
  }

  /// Reads `yyyy-MM-dd`, the form of files and protocols; nil otherwise.
  package init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { 48...57 ~= $0 } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month 1–12 and day 1–31.
  package var components: (year: Int, month: Int, day: Int) {
    // Years that begin in March put the leap day last; 719,468 days lead from 0000-03-01 to 1970.
    let shifted = daysSince1970 + 719_468
    let era = LocalDate.floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The year, 1 to 9999.
  package var year: Int { components.year }
  /// The month, 1 to 12.
  package var month: Int { components.month }
  /// The day of the month, 1 to 31.
  package var day: Int { components.day }

  /// 1 Monday to 7 Sunday.
  package var weekday: Int {
    (daysSince1970 + 3 - LocalDate.floorDivide(daysSince1970 + 3, 7) * 7) + 1
  }

  /// The ISO 8601 week with the year it belongs to.
  package var week: (year: Int, number: Int) {
    let thursday = adding(days: 4 - weekday)
    let year = thursday.year
    let first = LocalDate.days(year: year, month: 1, day: 1)
    return (year, (thursday.daysSince1970 - first) / 7 + 1)
  }

  /// The day so many days later or, negative, earlier.
  package func adding(days: Int) -> LocalDate {
    let (sum, overflow) = daysSince1970.addingReportingOverflow(days)
    return overflow ? (days < 0 ? .earliest : .latest) : LocalDate(daysSince1970: sum)
  }

  /// The corresponding day so many months later, or the month's last day when it has none.
  ///
  /// Source: Civil Code 2015, article 148.
  package func adding(months: Int) -> LocalDate {
    let parts = components
    let bounded = min(max(months, -120_000), 120_000)
    let index = parts.year * 12 + parts.month - 1 + bounded
    let year = LocalDate.floorDivide(index, 12)
    guard year >= 1 else { return .earliest }
    guard year <= 9999 else { return .latest }
    let month = index - year * 12 + 1
    let day = min(parts.day, LocalDate.lengthOfMonth(year: year, month: month))
    return LocalDate(uncheckedDays: LocalDate.days(year: year, month: month, day: day))
  }

  /// Days from this day to `other`; negative when `other` is earlier.
  package func days(until other: LocalDate) -> Int { other.daysSince1970 - daysSince1970 }

  /// `yyyy-MM-dd`.
  package var iso: String {
    let parts = components
    return "\(Format.padded(parts.year, to: 4))-\(Format.padded(parts.month, to: 2))-"
      + Format.padded(parts.day, to: 2)
  }

  /// The form of files and protocols, `yyyy-MM-dd`; `Format.date` writes the one for people.
  package var description: String { iso }

  /// Earlier days come first.
  package static func < (left: LocalDate, right: LocalDate) -> Bool {
    left.daysSince1970 < right.daysSince1970
  }

  /// The number of days in a month.
  package static func lengthOfMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
    value >= 0 ? value / divisor : (value + 1) / divisor - 1
  }

  private static func days(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = floorDivide(shiftedYear, 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
