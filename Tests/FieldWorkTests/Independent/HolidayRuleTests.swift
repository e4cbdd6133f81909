import Testing

@testable import FieldWork

/// The days off against the Labour Code of 2019, article 112, and against sun and moon.
///
/// The Code gives one day at New Year, five at Tết, one each for the Hùng Kings, 30 April and
/// 1 May, two at National Day and, from 2026, one on 24 November; a holiday on a weekly day off is
/// made good on the next working day (article 111). Which five days and which second day, and
/// exchanges with a Saturday, are decided every year.
struct HolidayRuleTests {
  private let weekdaysOff = Set(Holidays.all.map(\.date).filter { $0.weekday <= 5 })

  private func computed(_ kind: String, _ year: Int) throws -> LocalDate {
    let rows = try Expectations.rows(of: "holidays.tsv")
    let row = rows.first { $0[0] == kind && $0[1].hasPrefix("\(year)") }
    return try #require(row.flatMap { LocalDate(iso: $0[1]) })
  }

  /// The first weekday from a day on that no holiday took yet, as article 111 makes good.
  private func madeGood(_ date: LocalDate, _ taken: Set<LocalDate>) -> LocalDate {
    var date = date
    while date.weekday > 5 || taken.contains(date) { date = date.adding(days: 1) }
    return date
  }

  @Test(arguments: 2023...2030)
  func `every weekday off of a year is owed by the Code or a known exchange`(year: Int) throws {
    func date(_ month: Int, _ day: Int) throws -> LocalDate {
      try #require(LocalDate(year: year, month: month, day: day))
    }
    let tet = try computed("T", year)
    var owed: Set<LocalDate> = []
    // Tết: eve and the first three days are off, and five weekdays between three days before and
    // eight after.
    for offset in -1...2 {
      let day = tet.adding(days: offset)
      #expect(!Holidays.national.isWorkingDay(day), "\(day)")
    }
    let around = weekdaysOff.filter { (-3...8).contains(tet.days(until: $0)) }
    #expect(around.count == 5)
    owed.formUnion(around)
    // National Day with the day before or after it.
    let national = weekdaysOff.filter {
      (-2...3).contains((try? date(9, 2))?.days(until: $0) ?? 99)
    }
    // In 2026 Monday 31 August is exchanged for Saturday 22 August.
    #expect(national.count == (year == 2026 ? 3 : 2))
    owed.formUnion(national)
    var single = [
      try date(1, 1), try computed("K", year), try date(4, 30), try date(5, 1),
    ].sorted()
    if year >= 2026 { single.append(try date(11, 24)) }
    for day in single { owed.insert(madeGood(day, owed)) }
    // Days exchanged for a Saturday that is worked.
    for iso in ["2024-04-29", "2025-05-02", "2026-08-31"] {
      let day = try #require(LocalDate(iso: iso))
      if day.year == year { owed.insert(day) }
    }
    let off = weekdaysOff.filter { $0.year == year }
    // New Year 2028 is a Saturday; the data put the day that makes it good on Monday 3 January.
    #expect(off.subtracting(owed).sorted() == [], "days off that nobody owes")
    #expect(owed.subtracting(off).sorted() == [], "days owed that are no days off")
  }

  @Test func `every worked Saturday pays for a weekday off`() throws {
    let exchanged = ["2024-04-29", "2025-05-02", "2026-08-31"]
    #expect(Holidays.workedSaturdays.count == exchanged.count)
    for (worked, iso) in zip(Holidays.workedSaturdays, exchanged) {
      let day = try #require(LocalDate(iso: iso))
      #expect(weekdaysOff.contains(day))
      #expect(abs(day.days(until: worked)) <= 10)
    }
  }
}
