import Testing

@testable import FieldWork

struct LocalDateTests {
  @Test func `every day from 1890 to 2110 follows the one before`() throws {
    var date = try #require(LocalDate(year: 1890, month: 1, day: 1))
    var (year, month, day) = (1890, 1, 1)
    while year < 2111 {
      #expect(date.components == (year, month, day))
      #expect(LocalDate(year: year, month: month, day: day) == date)
      day += 1
      if day > LocalDate.lengthOfMonth(year: year, month: month) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
      date = date.adding(days: 1)
    }
  }

  @Test func `known days have their number and weekday`() throws {
    #expect(LocalDate(iso: "1970-01-01")?.daysSince1970 == 0)
    #expect(LocalDate(iso: "1970-01-01")?.weekday == 4)
    #expect(LocalDate(iso: "2026-11-18")?.weekday == 3)
    #expect(LocalDate.earliest.iso == "0001-01-01")
    #expect(LocalDate.latest.iso == "9999-12-31")
    #expect(Commune.validFrom.iso == "2025-07-01")
  }

  @Test(arguments: [
    ("2024-12-30", 2025, 1), ("2026-12-31", 2026, 53), ("2027-01-03", 2026, 53),
    ("2027-01-04", 2027, 1), ("2021-01-01", 2020, 53), ("2026-11-18", 2026, 47),
  ])
  func `weeks are those of ISO 8601`(iso: String, year: Int, number: Int) throws {
    let week = try #require(LocalDate(iso: iso)).week
    #expect(week == (year, number))
  }

  @Test func `months end on the corresponding day or the month's last`() throws {
    let date = try #require(LocalDate(iso: "2026-01-31"))
    #expect(date.adding(months: 1).iso == "2026-02-28")
    #expect(date.adding(months: 12).iso == "2027-01-31")
    #expect(date.adding(months: -2).iso == "2025-11-30")
    #expect(date.adding(months: .max) == .latest)
    #expect(date.adding(days: .min) == .earliest)
    #expect(LocalDate(daysSince1970: .max) == .latest)
  }

  @Test(arguments: [
    "2026-02-29", "2026-2-01", "26-01-01", "2026-01-01x", "", "0000-01-01", "+026-01-01",
  ])
  func `days that are not in the calendar are refused`(iso: String) {
    #expect(LocalDate(iso: iso) == nil)
  }

  @Test func `an instant falls on its local day in Viet Nam`() {
    // 2026-11-18T16:59:59Z and one second later.
    #expect(LocalDate(milliseconds: 1_795_021_199_000).iso == "2026-11-18")
    #expect(LocalDate(milliseconds: 1_795_021_200_000).iso == "2026-11-19")
    #expect(LocalDate(milliseconds: .min) == .earliest)
    #expect(LocalDate(milliseconds: .max) == .latest)
  }
}
