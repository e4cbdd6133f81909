import SyncProtocol
import Testing

@testable import FieldWork

/// How a target stands against the days that are over, told in steps that give nobody away.
@Suite struct TargetPaceTests {
  private func target(
    _ measure: String, _ target: Int64, _ value: RateValue?, reached: Bool? = false,
    period: String = "2026-11", on day: String = "2026-11-15"
  ) throws -> TargetPace {
    let today = try #require(LocalDate(iso: day))
    let progress = TargetProgress(
      id: try #require(RowID(rawValue: 1 << 32)), measure: measure,
      words: BilingualText(same: measure), place: BilingualText(same: ""),
      subject: TargetProgress.Subject(team: nil, hamlet: nil, unit: nil),
      period: try Period.parse(period, today: today),
      asOf: LocalDateTime(today, minuteOfDay: 600), target: target,
      form: Rate(named: measure)?.form ?? Measure(named: measure).map { .number($0) },
      result: value.map { .known($0) } ?? .unknown(.notCounted), isReached: reached, score: nil,
      query: nil)
    return TargetPace(progress)
  }

  @Test func `half of the days ask for half of a number`() throws {
    let behind = try target("assists-successful", 100, RateValue(43, of: nil, unrecorded: 0))
    #expect(behind.asked == 50 && behind.days == 15 && behind.ofDays == 30)
    #expect(behind.percent == 45 && behind.standing == .behind)
    let onPace = try target("assists-successful", 100, RateValue(52, of: nil, unrecorded: 0))
    #expect(onPace.percent == 50 && onPace.standing == .onPace)
    let reached = try target(
      "assists-successful", 100, RateValue(120, of: nil, unrecorded: 0), reached: true)
    #expect(reached.percent == 120 && reached.standing == .reached)
  }

  @Test func `a step hides at least five people, and small targets tell no part`() throws {
    let coarse = try target("assists-successful", 40, RateValue(17, of: nil, unrecorded: 0))
    // Five of forty are 12.5 %: a step of 13.
    #expect(coarse.percent == 39)
    for (aim, done) in [(Int64(20), Int64(15)), (100, 3)] {
      let small = try target("assists-successful", aim, RateValue(done, of: nil, unrecorded: 0))
      #expect(small.percent == nil && small.isSmall)
    }
    let days = try target(
      "assists-successful", 100, RateValue(43, of: nil, unrecorded: 0),
      period: "2026-11-01..2026-11-29")
    #expect(days.percent == nil && days.isSmall)
  }

  @Test func `a share is asked for on every day, and a backlog asks nothing of its days`() throws {
    let share = try target("online", 8_000, RateValue(31, of: 50, unrecorded: 0))
    #expect(share.asked == nil && share.percent == 60 && share.standing == .behind)
    #expect(try target("online", 8_000, RateValue(3, of: 9, unrecorded: 0)).percent == nil)
    let backlog = try target("backlog", 30, RateValue(60, of: nil, unrecorded: 0))
    #expect(backlog.asked == nil && backlog.standing == .behind)
    #expect(try target("online", 8_000, nil, reached: nil).standing == .unknown)
  }
}
