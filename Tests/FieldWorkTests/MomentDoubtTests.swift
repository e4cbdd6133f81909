import FieldWork
import Testing

@Suite struct MomentDoubtTests {
  private func doubt(
    _ hour: Int, _ minute: Int = 0, at now: (hour: Int, minute: Int), within minutes: Int = 0
  ) -> MomentDoubt? {
    let today = day("2026-11-18")
    let present = LocalDateTime(today, minuteOfDay: now.hour * 60 + now.minute)
    let knowledge = ClockKnowledge(now: present, today: today, doubt: nil, isChecked: true)
    return knowledge.doubt(
      of: LocalDateTime(today, minuteOfDay: hour * 60 + minute), within: minutes)
  }

  @Test func `an hour of the night is wondered at, and one of the day is not`() {
    #expect(doubt(2, 24, at: (16, 0)) == .night)
    #expect(doubt(22, at: (23, 30)) == .night)
    #expect(doubt(5, at: (16, 0)) == nil)
    #expect(doubt(21, 59, at: (23, 30)) == nil)
  }

  @Test func `what the clock itself shows at night is no slip`() {
    #expect(doubt(4, 30, at: (4, 40)) == nil)
    #expect(doubt(3, 40, at: (4, 40)) == nil)
    #expect(doubt(3, 39, at: (4, 40)) == .night)
  }

  @Test func `an hour ahead is wondered at beyond what minutes are rounded by`() {
    let now = LocalDateTime(day("2026-11-18"), minuteOfDay: 9 * 60)
    #expect(doubt(9, 1, at: (9, 0)) == .ahead(of: now))
    #expect(doubt(9, 15, at: (9, 0), within: 15) == nil)
    #expect(doubt(9, 16, at: (9, 0), within: 15) == .ahead(of: now))
  }

  @Test func `a visit that has just begun may still go on, an earlier one may not`() {
    let today = day("2026-11-18")
    let now = LocalDateTime(today, minuteOfDay: 9 * 60)
    let knowledge = ClockKnowledge(now: now, today: today, doubt: nil, isChecked: true)
    #expect(knowledge.leeway(since: now) == MomentDoubt.ongoingMinutes)
    #expect(
      knowledge.leeway(since: LocalDateTime(today, minuteOfDay: 8 * 60))
        == MomentDoubt.ongoingMinutes)
    #expect(
      knowledge.leeway(since: LocalDateTime(today, minuteOfDay: 8 * 60 - 1))
        == MomentDoubt.roundedMinutes)
  }
}
