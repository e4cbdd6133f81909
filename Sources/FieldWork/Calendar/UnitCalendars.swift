import SQLite
import SyncProtocol

/// A day on which work differs from what a calendar says, as the centre keeps it.
package struct CalendarDay: Hashable, Sendable {
  /// What the day is; the numbers are those of the registry.
  package enum Kind: Int64, Sendable {
    case holiday = 1, dayOff, workedSaturday, ordinary
  }

  /// The day.
  package let date: LocalDate
  /// What it is there.
  package let kind: Kind
  /// The commune or province it holds in; nil for the whole country.
  package let unit: String?

  /// A day of a unit.
  package init(_ date: LocalDate, _ kind: Kind, of unit: String? = nil) {
    self.date = date
    self.kind = kind
    self.unit = unit
  }
}

/// The working calendars of all units: one for the country, with what the centre keeps for
/// everybody, for provinces and for communes on top of it.
package struct UnitCalendars: Sendable {
  /// The calendar where nothing is kept for a unit or its province.
  package let nationwide: WorkingCalendar
  private let byUnit: [String: WorkingCalendar]

  /// Puts days on top of a calendar; of two that speak of one day, the nearer unit's holds, and of
  /// one unit's the later in the list.
  package init(_ base: WorkingCalendar, _ days: [CalendarDay]) {
    let daysByUnit = Dictionary(grouping: days) { $0.unit }
    let nationwide = base.adding(daysByUnit[nil] ?? [])
    var byUnit: [String: WorkingCalendar] = [:]
    // Provinces have two digits and come before communes, which stand on them.
    for unit in daysByUnit.keys.compactMap({ $0 }).sorted(by: { $0.utf8.count < $1.utf8.count }) {
      let below = Self.nearest(byUnit, to: unit) ?? nationwide
      byUnit[unit] = below.adding(daysByUnit[unit] ?? [])
    }
    self.nationwide = nationwide
    self.byUnit = byUnit
  }

  /// The calendar of a commune or province; nil for where the unit is not known.
  package func calendar(of unit: String?) -> WorkingCalendar {
    guard !byUnit.isEmpty, let unit else { return nationwide }
    return Self.nearest(byUnit, to: unit) ?? nationwide
  }

  private static func nearest(
    _ byUnit: [String: WorkingCalendar], to unit: String
  ) -> WorkingCalendar? {
    byUnit[unit] ?? UnitReach(of: unit).province.flatMap { byUnit[$0] }
  }
}

extension WorkingCalendar {
  /// How many holidays of a year, compensation left out, the Labour Code's article 112 gives: fewer
  /// than these on file say that the year is not known yet.
  private static let holidaysOfAYear = 11

  /// This calendar with days that differ from it, of which a later one stands over an earlier.
  ///
  /// A year right after those that are known counts as known once all its holidays are among them.
  func adding(_ days: [CalendarDay]) -> WorkingCalendar {
    var calendar = self
    for day in days {
      calendar.holidays.remove(day.date)
      calendar.extraDaysOff.remove(day.date)
      calendar.workedDays.remove(day.date)
      switch day.kind {
      case .holiday: calendar.holidays.insert(day.date)
      case .dayOff: calendar.extraDaysOff.insert(day.date)
      case .workedSaturday: calendar.workedDays.insert(day.date)
      case .ordinary: break
      }
    }
    var last = coveredYears.upperBound
    while calendar.holidays.count(where: { $0.year == last + 1 }) >= Self.holidaysOfAYear {
      last += 1
    }
    calendar.coveredYears = coveredYears.lowerBound...last
    return calendar
  }
}

extension RecordReader {
  /// The calendars by which dossiers are counted: what the centre keeps on top of a calendar, the
  /// national one when nil. A kind of a later version says nothing.
  package func calendars(on base: WorkingCalendar? = nil) throws -> UnitCalendars {
    let days = try connection.rows(
      """
      SELECT date, kind, unit FROM calendar_day
      WHERE hidden IS NULL AND void_reason IS NULL AND date IS NOT NULL ORDER BY rid
      """
    ) { statement -> CalendarDay? in
      var row = ColumnReader(statement)
      guard let date = try row.date(), let kind = try row.integer().flatMap(CalendarDay.Kind.init)
      else { return nil }
      return CalendarDay(date, kind, of: try row.text())
    }
    return UnitCalendars(base ?? Holidays.national, days.compactMap { $0 })
  }
}
