import Testing

@testable import FieldWork

struct RatioTests {
  @Test(
    arguments: [
      (111, 128, "86,72 %"), (129, 234, "55,13 %"), (188, 254, "74,02 %"), (0, 7, "0,00 %"),
      (1, 3, "33,33 %"), (2, 3, "66,67 %"), (1, 1, "100,00 %"), (1, 20_000, "0,01 %"),
      (1, 20_001, "0,00 %"), (5, 4, "125,00 %"),
    ] as [(Int64, Int64, String)])
  func `a share is rounded half up, once, where it is printed`(
    numerator: Int64, denominator: Int64, text: String
  ) throws {
    let ratio = try #require(Ratio(numerator, of: denominator))
    #expect(Format.percent(hundredths: ratio.hundredthsOfPercent) == text)
  }

  @Test func `nothing divided by nothing is no ratio`() {
    #expect(Ratio(0, of: 0) == nil)
    #expect(Ratio(5, of: -1) == nil)
  }

  @Test func `a threshold is reached by the exact quotient, not by the rounded one`() throws {
    let nearly = try #require(Ratio(199_999, of: 250_000))
    #expect(nearly.hundredthsOfPercent == 8_000)
    #expect(!nearly.reaches(hundredthsOfPercent: 8_000))
    #expect(try #require(Ratio(4, of: 5)).reaches(hundredthsOfPercent: 8_000))
  }

  @Test func `a score grows with the rate up to the maximum`() throws {
    // Online, 6 points at 50 %: min(6, 6C / 0.5).
    #expect(try #require(Ratio(1, of: 4)).score(maximum: 600, threshold: 5_000) == 300)
    #expect(try #require(Ratio(1, of: 2)).score(maximum: 600, threshold: 5_000) == 600)
    #expect(try #require(Ratio(1, of: 1)).score(maximum: 600, threshold: 5_000) == 600)
    // Payment, 2 points at 80 %: min(2, 2.5B).
    #expect(try #require(Ratio(1, of: 3)).score(maximum: 200, threshold: 8_000) == 83)
    #expect(try #require(Ratio(0, of: 3)).score(maximum: 200, threshold: 8_000) == 0)
    #expect(
      try #require(Ratio(.max / 2, of: .max)).score(maximum: 600, threshold: 10_000) == 300)
  }

  @Test func `what is left of the whole is exact and never below nothing`() throws {
    let late = try #require(Ratio(1, of: 20))
    let disliked = try #require(Ratio(1, of: 40))
    #expect(try #require(Ratio.rest(without: late, disliked)).hundredthsOfPercent == 9_250)
    let all = try #require(Ratio(3, of: 4))
    #expect(try #require(Ratio.rest(without: all, all)).numerator == 0)
    let huge = try #require(Ratio(1, of: .max))
    #expect(try #require(Ratio.rest(without: huge, huge)).hundredthsOfPercent == 10_000)
  }
}
