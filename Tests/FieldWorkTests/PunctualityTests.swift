import Testing

@testable import FieldWork

struct PunctualityTests {
  private let calendar = Holidays.national

  private func time(_ iso: String) throws -> LocalDateTime { try #require(LocalDateTime(iso: iso)) }

  private func judge(
    _ ended: String?, asOf: String = "2026-11-30T23:59", twice: Bool = false
  ) throws -> Punctuality {
    Punctuality(
      appointment: try time("2026-11-20T17:00"), ended: try ended.map { try time($0) },
      asOf: try time(asOf), hasSecondRequest: twice, calendar: calendar)
  }

  @Test func `early, on time and late are told by working days`() throws {
    #expect(try judge("2026-11-20T17:00") == .onTime)
    #expect(try judge("2026-11-20T07:00") == .onTime)
    #expect(try judge("2026-11-20T17:01") == .late(workingDays: 0))
    #expect(try judge("2026-11-18T17:00") == .early(workingDays: 2))
    // 24 November is a holiday; the weekend does not count.
    #expect(try judge("2026-11-25T08:00") == .late(workingDays: 2))
    #expect(try judge("2026-11-21T08:00") == .late(workingDays: 0))
    #expect(try judge("2026-11-18T08:00", twice: true) == .late(workingDays: 0))
  }

  @Test func `an open dossier is judged at the period's end`() throws {
    #expect(try judge(nil) == .overdue(workingDays: 5))
    #expect(try judge(nil, asOf: "2026-11-20T17:00") == .dueToday)
    #expect(try judge(nil, asOf: "2026-11-20T17:01") == .overdue(workingDays: 0))
    #expect(try judge(nil, asOf: "2026-11-13T23:59") == .open(workingDaysLeft: 5))
    // The appointment is on a day off, which a portal may name: today is another day all the same.
    let holiday = try Punctuality(
      appointment: #require(LocalDateTime(iso: "2026-11-24T17:00")), ended: nil,
      asOf: #require(LocalDateTime(iso: "2026-11-23T02:30")), calendar: Holidays.national)
    #expect(holiday == .open(workingDaysLeft: 0) && !holiday.words.english.contains("today"))
    #expect(try judge(nil, asOf: "2026-11-13T23:59", twice: true) == .overdue(workingDays: 0))
  }

  @Test func `what was finished after the period was open in it`() throws {
    #expect(
      try judge("2026-11-19T08:00", asOf: "2026-11-15T23:59") == .open(workingDaysLeft: 5))
    #expect(try judge("2026-12-02T08:00") == .overdue(workingDays: 5))
    #expect(try judge("2026-12-02T08:00", asOf: "2026-12-31T23:59") == .late(workingDays: 7))
  }
}
