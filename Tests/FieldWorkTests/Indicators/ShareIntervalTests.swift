import FieldWork
import Testing

/// Wilson's interval against values that others publish.
@Suite struct ShareIntervalTests {
  @Test(arguments: [
    // Newcombe 1998: 81 of 263 lie within 0.2553 and 0.3662, 15 of 148 within 0.0624 and 0.1605,
    // 0 of 20 within 0 and 0.1611, 1 of 29 within 0.0061 and 0.1718.
    (81, 263, 2_553, 3_662), (15, 148, 624, 1_605), (0, 20, 0, 1_611), (1, 29, 61, 1_718),
  ])
  func `bounds are those of the literature`(part: Int, sample: Int, lower: Int, upper: Int) throws {
    let interval = try #require(ShareInterval(part, of: sample))
    #expect(interval.lower == lower && interval.upper == upper && interval.isEnough)
  }

  @Test func `few are not enough, none have no share`() throws {
    let few = try #require(ShareInterval(9, of: 9))
    #expect(!few.isEnough && few.share == 10_000 && few.upper == 10_000 && few.lower == 7_009)
    #expect(ShareInterval(0, of: 0) == nil && ShareInterval(3, of: 2) == nil)
    #expect(ShareInterval(-1, of: 2) == nil)
  }
}
