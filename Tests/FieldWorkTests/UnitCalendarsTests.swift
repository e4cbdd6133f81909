import Testing

@testable import FieldWork

@Suite struct UnitCalendarsTests {
  private func calendars(_ days: CalendarDay...) -> UnitCalendars {
    UnitCalendars(Holidays.national, days)
  }

  @Test func `what a commune keeps holds there alone, over its province and the country`() {
    let storm = day("2026-11-19")
    let calendars = calendars(
      CalendarDay(storm, .ordinary, of: "17713"), CalendarDay(storm, .dayOff, of: "40"),
      CalendarDay(day("2026-11-20"), .dayOff))
    #expect(calendars.calendar(of: "17713").isWorkingDay(storm))
    #expect(!calendars.calendar(of: "17728").isWorkingDay(storm))
    #expect(!calendars.calendar(of: "40").isWorkingDay(storm))
    #expect(calendars.calendar(of: "00004").isWorkingDay(storm))
    #expect(calendars.calendar(of: nil).isWorkingDay(storm))
    for unit in ["17713", "17728", "00004", "40", "99999", nil] {
      #expect(!calendars.calendar(of: unit).isWorkingDay(day("2026-11-20")))
    }
  }

  @Test func `a decision puts a projected holiday and a worked Saturday elsewhere`() {
    // The 24th is the holiday that the program knows; the 22nd of August is worked.
    let calendars = calendars(
      CalendarDay(day("2026-11-24"), .ordinary), CalendarDay(day("2026-11-23"), .holiday),
      CalendarDay(day("2026-11-28"), .workedSaturday), CalendarDay(day("2026-08-22"), .ordinary))
    let calendar = calendars.nationwide
    #expect(calendar.isWorkingDay(day("2026-11-24")))
    #expect(!calendar.isWorkingDay(day("2026-11-23")))
    #expect(calendar.isWorkingDay(day("2026-11-28")))
    #expect(!calendar.isWorkingDay(day("2026-08-22")))
  }

  @Test func `of two rows about one day the later one holds`() {
    let date = day("2026-11-19")
    #expect(
      calendars(CalendarDay(date, .dayOff), CalendarDay(date, .ordinary)).nationwide
        .isWorkingDay(date))
    #expect(
      !calendars(CalendarDay(date, .ordinary), CalendarDay(date, .dayOff)).nationwide
        .isWorkingDay(date))
  }

  @Test func `a year beyond the program's is known once its holidays are all kept`() throws {
    let holidays = try (1...11).map {
      CalendarDay(try #require(LocalDate(year: 2031, month: $0, day: 1)), .holiday)
    }
    let known = UnitCalendars(Holidays.national, holidays).nationwide
    #expect(known.covers(day("2031-06-01")))
    #expect(!known.covers(day("2032-06-01")))
    let some = UnitCalendars(Holidays.national, Array(holidays.dropLast())).nationwide
    #expect(!some.covers(day("2031-06-01")))
  }
}
