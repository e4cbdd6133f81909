import Testing

@testable import Web

@Suite struct AttemptLimiterTests {
  @Test func `waits double up to a quarter of an hour and are forgotten after an hour`() {
    var limiter = AttemptLimiter(freeFailures: 2)
    var waits: [Int64] = []
    for _ in 0..<30 {
      limiter.fail("a", now: 0)
      waits.append(limiter.wait("a", now: 0))
    }
    #expect(Array(waits.prefix(5)) == [0, 0, 1_000, 2_000, 4_000])
    #expect(waits.last == 900_000)
    #expect(limiter.wait("b", now: 0) == 0)
    limiter.fail("a", now: 3_600_001)
    #expect(limiter.wait("a", now: 3_600_001) == 0)
    limiter.succeed("a")
    #expect(limiter.wait("a", now: 0) == 0)
  }

  @Test func `it never remembers more than it may`() {
    var limiter = AttemptLimiter(freeFailures: 0, maximumCount: 3)
    for number in 0..<10 { limiter.fail("\(number)", now: Int64(number)) }
    #expect(limiter.wait("9", now: 9) > 0)
    #expect(limiter.wait("0", now: 9) == 0)
  }
}
