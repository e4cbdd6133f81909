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
}
