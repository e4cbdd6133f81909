/// Which days and hours offices work: what terms of dossiers are counted by.
package struct WorkingCalendar: Equatable, Sendable {
  /// The hours of a working day, in minutes since midnight.
  package struct Hours: Equatable, Sendable {
    /// When work begins.
    package let morningStart: Int
    /// When the noon break begins, after `morningStart`.
    package let morningEnd: Int
    /// When the noon break ends, not before `morningEnd`.
    package let afternoonStart: Int
    /// When work ends, after `afternoonStart` and at 23:59 at the latest.
    package let afternoonEnd: Int

    /// 07:00–11:30 and 13:30–17:00: eight hours.
    package static let standard = Hours(
      unchecked: (7 * 60, 11 * 60 + 30, 13 * 60 + 30, 17 * 60))

    /// Other hours; nil unless they rise through one day.
    package init?(morningStart: Int, morningEnd: Int, afternoonStart: Int, afternoonEnd: Int) {
      let times = [0, morningStart, morningEnd, afternoonStart, afternoonEnd, 1439]
      guard zip(times, times.dropFirst()).allSatisfy({ $0 <= $1 }), morningStart < morningEnd,
        afternoonStart < afternoonEnd
      else { return nil }
      self.init(unchecked: (morningStart, morningEnd, afternoonStart, afternoonEnd))
    }

    private init(unchecked times: (Int, Int, Int, Int)) {
      (morningStart, morningEnd, afternoonStart, afternoonEnd) = times
    }
  }

  /// Public holidays, compensatory days included.
  package var holidays: Set<LocalDate>
  /// Further days off that a place has declared, as after a storm; they win over everything.
  package var extraDaysOff: Set<LocalDate>
  /// Saturdays (or Sundays) worked in exchange for another day; a service session is none.
  package var workedDays: Set<LocalDate>
  /// The hours of every working day; a term in days ends at the end of the afternoon.
  package var hours: Hours
  /// The years whose holidays are known; outside them only weekends are off.
  package var coveredYears: ClosedRange<Int>

  /// A calendar with these days off; offices keep standard hours unless told otherwise.
  package init(
    holidays: Set<LocalDate>, extraDaysOff: Set<LocalDate> = [], workedDays: Set<LocalDate> = [],
    hours: Hours = .standard, coveredYears: ClosedRange<Int>
  ) {
    self.holidays = holidays
    self.extraDaysOff = extraDaysOff
    self.workedDays = workedDays
    self.hours = hours
    self.coveredYears = coveredYears
  }

  /// Whether offices work on the day.
  package func isWorkingDay(_ date: LocalDate) -> Bool {
    if extraDaysOff.contains(date) { return false }
    if workedDays.contains(date) { return true }
    return date.weekday <= 5 && !holidays.contains(date)
  }

  /// The day itself when it is worked, else the next that is.
  package func workingDay(onOrAfter date: LocalDate) -> LocalDate {
    var date = date
    while !isWorkingDay(date), date < .latest { date = date.adding(days: 1) }
    return date
  }

  /// Working days after one day, up to and including another; 0 when that is not later.
  package func workingDays(after first: LocalDate, through last: LocalDate) -> Int {
    // Dates from outside may lie millennia apart: ten years are enough for any dossier.
    let last = min(last, first.adding(days: Term.limit))
    var count = 0
    var day = first
    while day < last {
      day = day.adding(days: 1)
      if isWorkingDay(day) { count += 1 }
    }
    return count
  }

  /// Whether the calendar knows the holidays of the day's year.
  package func covers(_ date: LocalDate) -> Bool { coveredYears.contains(date.year) }

  /// When something received at `time` counts as received.
  ///
  /// In working time at once; before the morning at its start, in the noon break at the start of the
  /// afternoon; after the end of work or on a day off, the next working morning.
  package func effectiveReceipt(_ time: LocalDateTime) -> LocalDateTime {
    guard isWorkingDay(time.date), time.minuteOfDay <= hours.afternoonEnd else {
      let from = isWorkingDay(time.date) ? time.date.adding(days: 1) : time.date
      return LocalDateTime(workingDay(onOrAfter: from), minuteOfDay: hours.morningStart)
    }
    if time.minuteOfDay < hours.morningStart {
      return LocalDateTime(time.date, minuteOfDay: hours.morningStart)
    }
    if time.minuteOfDay > hours.morningEnd, time.minuteOfDay < hours.afternoonStart {
      return LocalDateTime(time.date, minuteOfDay: hours.afternoonStart)
    }
    return time
  }

  /// The moment so many working minutes after `time`.
  package func adding(workingMinutes: Int, to time: LocalDateTime) -> LocalDateTime {
    var time = effectiveReceipt(time)
    var left = workingMinutes
    while time.date < .latest {
      let isMorning = time.minuteOfDay <= hours.morningEnd
      let end = isMorning ? hours.morningEnd : hours.afternoonEnd
      if time.minuteOfDay + left <= end {
        return LocalDateTime(time.date, minuteOfDay: time.minuteOfDay + left)
      }
      left -= end - time.minuteOfDay
      let tomorrow = workingDay(onOrAfter: time.date.adding(days: 1))
      time =
        isMorning
        ? LocalDateTime(time.date, minuteOfDay: hours.afternoonStart)
        : LocalDateTime(tomorrow, minuteOfDay: hours.morningStart)
    }
    return time
  }

  /// Working minutes between two moments; 0 when `end` is not after `start`.
  package func workingMinutes(from start: LocalDateTime, to end: LocalDateTime) -> Int {
    var total = 0
    var date = start.date
    while date <= end.date {
      if isWorkingDay(date) {
        let from = date == start.date ? start.minuteOfDay : 0
        let to = date == end.date ? end.minuteOfDay : 1439
        total += max(0, min(to, hours.morningEnd) - max(from, hours.morningStart))
        total += max(0, min(to, hours.afternoonEnd) - max(from, hours.afternoonStart))
      }
      guard date < .latest else { break }
      date = date.adding(days: 1)
    }
    return total
  }
}
