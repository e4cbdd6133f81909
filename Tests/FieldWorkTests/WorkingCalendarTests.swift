import Testing

@testable import FieldWork

struct WorkingCalendarTests {
  private let calendar = Holidays.national

  private func day(_ iso: String) throws -> LocalDate { try #require(LocalDate(iso: iso)) }
  private func time(_ iso: String) throws -> LocalDateTime { try #require(LocalDateTime(iso: iso)) }

  @Test func `weekends and holidays are off and worked Saturdays are not`() throws {
    #expect(try !calendar.isWorkingDay(day("2026-11-21")))
    #expect(try !calendar.isWorkingDay(day("2026-11-24")))
    #expect(try calendar.isWorkingDay(day("2025-11-24")))
    for iso in ["2024-05-04", "2025-04-26", "2026-08-22"] {
      #expect(try calendar.isWorkingDay(day(iso)))
    }
    #expect(try !calendar.isWorkingDay(day("2026-08-31")))
  }

  @Test func `an extra day off wins over everything`() throws {
    var calendar = calendar
    calendar.extraDaysOff = [try day("2026-11-18"), try day("2026-08-22")]
    #expect(try !calendar.isWorkingDay(day("2026-11-18")))
    #expect(try !calendar.isWorkingDay(day("2026-08-22")))
  }

  @Test(arguments: [
    ("2026-11-18T06:00", "2026-11-18T07:00"), ("2026-11-18T09:15", "2026-11-18T09:15"),
    ("2026-11-18T11:30", "2026-11-18T11:30"), ("2026-11-18T11:31", "2026-11-18T13:30"),
    ("2026-11-18T12:59", "2026-11-18T13:30"), ("2026-11-18T17:00", "2026-11-18T17:00"),
    ("2026-11-18T17:01", "2026-11-19T07:00"), ("2026-11-20T20:00", "2026-11-23T07:00"),
    ("2026-11-21T09:00", "2026-11-23T07:00"), ("2026-08-21T18:00", "2026-08-22T07:00"),
    ("2026-12-31T18:00", "2027-01-04T07:00"),
  ])
  func `receipt outside working time counts as the next working time`(
    received: String, effective: String
  ) throws {
    #expect(try calendar.effectiveReceipt(time(received)).iso == effective)
  }

  @Test func `working minutes run through noon, nights and days off`() throws {
    #expect(
      try calendar.adding(workingMinutes: 60, to: time("2026-11-18T11:00")).iso
        == "2026-11-18T14:00")
    #expect(
      try calendar.adding(workingMinutes: 60, to: time("2026-11-20T16:30")).iso
        == "2026-11-23T07:30")
    #expect(
      try calendar.adding(workingMinutes: 480, to: time("2026-11-18T07:00")).iso
        == "2026-11-18T17:00")
    #expect(
      try calendar.workingMinutes(from: time("2026-11-20T16:30"), to: time("2026-11-23T07:30"))
        == 60)
  }

  @Test func `hours must rise through the day`() {
    #expect(
      WorkingCalendar.Hours(
        morningStart: 480, morningEnd: 470, afternoonStart: 800, afternoonEnd: 1000) == nil)
    #expect(
      WorkingCalendar.Hours(
        morningStart: 450, morningEnd: 700, afternoonStart: 800, afternoonEnd: 1030) != nil)
  }

  @Test func `the data hold 118 holidays and say which years they cover`() throws {
    #expect(Holidays.all.count == 118)
    #expect(Holidays.workedSaturdays.count == 3)
    #expect(Holidays.workedSaturdays.allSatisfy { $0.weekday == 6 })
    #expect(try calendar.covers(day("2030-12-31")))
    #expect(try !calendar.covers(day("2031-01-01")))
  }
}
