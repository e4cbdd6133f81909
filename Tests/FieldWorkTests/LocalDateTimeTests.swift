import Testing

@testable import FieldWork

struct LocalDateTimeTests {
  @Test func `milliseconds go to local minutes and back`() throws {
    let time = try #require(LocalDateTime(iso: "2026-11-18T16:42"))
    #expect(LocalDateTime(milliseconds: time.milliseconds) == time)
    #expect(LocalDateTime(milliseconds: 0).iso == "1970-01-01T07:00")
    #expect(LocalDateTime(milliseconds: -25_200_001).iso == "1969-12-31T23:59")
  }

  @Test(arguments: [
    "2026-11-18", "2026-11-18T24:00", "2026-11-18T1:00", "2026-11-18T10:60", "T10:00",
  ])
  func `odd texts are refused`(iso: String) {
    #expect(LocalDateTime(iso: iso) == nil)
  }

  @Test func `times order by day, then minute`() throws {
    let early = try #require(LocalDateTime(iso: "2026-11-18T23:59"))
    let late = try #require(LocalDateTime(iso: "2026-11-19T00:00"))
    #expect(early < late)
  }
}
