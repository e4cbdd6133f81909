import Randomness
import Testing

@testable import FieldWork

struct FormatReadingTests {
  @Test func `everything written reads back`() throws {
    var random = SeededGenerator(seed: 766)
    for _ in 0..<2_000 {
      let digits = Int.random(in: 1...17, using: &random)
      let bound = (0..<digits).reduce(Int64(1)) { number, _ in number * 10 }
      let number = Int64.random(in: -bound...bound, using: &random)
      #expect(try Format.parseInteger(Format.integer(number)) == number)
      let money = abs(number)
      #expect(try Format.parseMoney(Format.money(money)) == money)
      let date = LocalDate(daysSince1970: Int.random(in: -30_000...60_000, using: &random))
      let time = LocalDateTime(date, minuteOfDay: Int.random(in: 0..<1_440, using: &random))
      #expect(try Format.parseDate(Format.date(date)) == date)
      #expect(try LocalDateTime.parse(Format.dateTime(time)) == time)
      #expect(try LocalDateTime.parse(time.iso) == time)
    }
  }

  @Test(arguments: [
    ("50.000 đ", 50_000), ("50000", 50_000), ("50 000 đồng", 50_000), ("50.000đ", 50_000),
    ("50.000 VNĐ", 50_000), ("0", 0), ("1.234.567 ₫", 1_234_567), (" 7.000\u{A0}đ ", 7_000),
    ("50.000 d\u{323}".replacing("\u{323}", with: ""), -1),
  ])
  func `amounts are read as people write them`(text: String, amount: Int) throws {
    guard amount >= 0 else {
      // A plain d is no đ.
      #expect(throws: InputProblem.numberUnreadable) { try Format.parseMoney(text) }
      return
    }
    #expect(try Format.parseMoney(text) == Int64(amount))
  }

  @Test(arguments: [
    ("50,000", InputProblem.numberGrouping), ("1.5", .numberGrouping), ("1.2345", .numberGrouping),
    ("1234.567", .numberGrouping), ("1,5", .numberGrouping), ("", .numberUnreadable),
    ("đ", .numberUnreadable), ("năm mươi", .numberUnreadable), ("1,,2", .numberGrouping),
    ("--5", .numberUnreadable), ("-5", .numberNegative), ("١٢", .numberUnreadable),
    ("12345678901234567890", .numberTooLarge), ("1e5", .numberUnreadable),
    ("+5", .numberUnreadable), ("1..000", .numberGrouping), (".500", .numberGrouping),
    ("5000.000", .numberGrouping), ("2.50", .numberGrouping), ("-", .numberUnreadable),
    ("50,000 VND", .numberGrouping), ("$5", .numberUnreadable),
  ])
  func `amounts that can mean two things or nothing are refused in words`(
    text: String, problem: InputProblem
  ) {
    #expect(throws: problem) { try Format.parseMoney(text) }
  }

  @Test(arguments: [
    ("9h", 540), ("9g30", 570), ("9 giờ 30", 570), ("9.30", 570), ("9 giờ 5 phút", 545),
    ("9 GIỜ", 540), ("9h rưỡi", 570), ("2 giờ chiều", 840), ("7h30 tối", 1_170), ("0h", 0),
    ("8 giờ sáng", 480), ("12 giờ chiều", 720), ("9h30'", 570), ("08:05", 485), ("23h59", 1_439),
  ])
  func `times of day are read as people write them`(text: String, minute: Int) throws {
    #expect(LocalDateTime.minuteOfDay(text) == minute, "\(text)")
    let day = try Format.parseDate("18/11/2026")
    #expect(
      try LocalDateTime.parse("18/11/2026 \(text)") == LocalDateTime(day, minuteOfDay: minute))
  }

  @Test(arguments: ["9", "9:3", "9.3", "24h", "9h60", "9:30:00", "h30", "9 giờ 30 x", "930", "٩h"])
  func `what is no time of day is refused, and the day is not blamed`(text: String) {
    #expect(LocalDateTime.minuteOfDay(text) == nil, "\(text)")
    #expect(throws: InputProblem.hourUnreadable) { try LocalDateTime.parse("18/11/2026 \(text)") }
    #expect(throws: InputProblem.dateUnreadable) { try LocalDateTime.parse("hôm qua \(text)") }
  }
}
