import Testing

@testable import FieldWork

struct FormatTests {
  @Test func `numbers are written the Vietnamese and the English way`() {
    #expect(Format.integer(0) == "0")
    #expect(Format.integer(999) == "999")
    #expect(Format.integer(-1_234_567) == "-1.234.567")
    #expect(Format.integer(.min) == "-9.223.372.036.854.775.808")
    #expect(Format.money(50_000) == "50.000 đ")
    #expect(Format.money(50_000, .english) == "50,000 VND")
  }

  @Test func `dates and times have two digits and 24 hours`() throws {
    let date = try #require(LocalDate(year: 2026, month: 2, day: 5))
    #expect(Format.date(date) == "05/02/2026")
    #expect(Format.dateTime(LocalDateTime(date, minuteOfDay: 16 * 60 + 2)) == "05/02/2026 16:02")
  }

  @Test(arguments: ["18/11/2026", "2026-11-18", " 18-11-2026 ", "18.11.2026"])
  func `dates are read as typed`(text: String) throws {
    #expect(try Format.parseDate(text).iso == "2026-11-18")
  }

  @Test func `unreadable, short and impossible dates are told apart`() {
    #expect(throws: InputProblem.dateTwoDigitYear) { try Format.parseDate("1/2/26") }
    #expect(throws: InputProblem.dateImpossible) { try Format.parseDate("29/02/2026") }
    #expect(throws: InputProblem.dateImpossible) { try Format.parseDate("2026-13-01") }
    for text in ["", "x", "1/2", "18/11/2026/1", "١/٢/2026", "1/2/123", "1/2/20261"] {
      #expect(throws: InputProblem.self) { try Format.parseDate(text) }
    }
  }
}
