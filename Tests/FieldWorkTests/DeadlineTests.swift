import Testing

@testable import FieldWork

struct DeadlineTests {
  private let calendar = Holidays.national

  private func time(_ iso: String) throws -> LocalDateTime { try #require(LocalDateTime(iso: iso)) }
  private func term(_ count: Int, _ unit: Term.Unit) throws -> Term {
    try #require(Term(count, unit))
  }

  private func due(
    _ received: String, _ count: Int, _ unit: Term.Unit, _ supplements: [Deadline.Supplement] = []
  ) throws -> String? {
    try Deadline(
      received: time(received), term: term(count, unit), calendar: calendar,
      supplements: supplements
    ).due?.iso
  }

  @Test(arguments: [
    ("2025-01-02", 5, "2025-01-09"), ("2025-01-24", 5, "2025-02-07"),
    ("2026-11-23", 1, "2026-11-25"), ("2026-08-21", 3, "2026-08-25"),
    ("2026-08-28", 2, "2026-09-04"), ("2026-02-13", 1, "2026-02-23"),
    // Year ends and Tết.
    ("2024-12-31", 1, "2025-01-02"), ("2026-12-31", 1, "2027-01-04"),
    ("2029-12-31", 1, "2030-01-02"), ("2024-02-07", 1, "2024-02-15"),
    ("2027-02-03", 3, "2027-02-15"), ("2024-05-03", 1, "2024-05-04"),
  ])
  func `working days are counted from the day after`(
    received: String, count: Int, expected: String
  ) throws {
    #expect(try due(received + "T09:00", count, .workingDays) == expected + "T17:00")
  }

  @Test func `a later receipt is never due earlier`() throws {
    #expect(try due("2026-11-18T17:00", 1, .workingDays) == "2026-11-19T17:00")
    #expect(try due("2026-11-18T17:01", 1, .workingDays) == "2026-11-20T17:00")
    var previous = LocalDateTime(.earliest, minuteOfDay: 0)
    var received = try time("2026-08-19T00:00")
    let end = try time("2026-09-06T00:00")
    while received < end {
      for unit in [Term.Unit.workingDays] {
        let deadline = Deadline(
          received: received, term: try term(2, unit), calendar: calendar)
        let due = try #require(deadline.due)
        #expect(previous <= due)
        previous = due
      }
      received = LocalDateTime(milliseconds: received.milliseconds + 30 * 60_000)
    }
  }

  @Test func `hours start at once and run in working time`() throws {
    #expect(try due("2026-11-18T08:00", 1, .hours) == "2026-11-18T09:00")
    #expect(try due("2026-11-18T12:00", 1, .hours) == "2026-11-18T14:30")
    #expect(try due("2026-11-18T16:30", 1, .hours) == "2026-11-19T07:30")
    #expect(try due("2026-11-23T07:00", 16, .hours) == "2026-11-25T17:00")
    #expect(try due("2026-11-18T17:30", 8, .hours) == "2026-11-19T17:00")
  }

  @Test func `calendar days and months roll off days off`() throws {
    #expect(try due("2026-11-04T09:00", 10, .calendarDays) == "2026-11-16T17:00")
    #expect(try due("2026-02-06T09:00", 10, .calendarDays) == "2026-02-23T17:00")
    #expect(try due("2026-08-12T09:00", 10, .calendarDays) == "2026-08-22T17:00")
    #expect(try due("2025-12-31T09:00", 2, .months) == "2026-03-02T17:00")
    #expect(try due("2026-10-24T09:00", 1, .months) == "2026-11-26T17:00")
    #expect(try due("2026-11-18T09:00", 0, .workingDays) == "2026-11-18T17:00")
  }

  @Test func `the clock pauses from request to completion`() throws {
    let pause = Deadline.Supplement(
      requested: try time("2026-11-10T10:00"), answer: .completed(try time("2026-11-13T10:00")))
    // Received Monday 9: day 1 is the 10th; 11, 12, 13 do not count; day 2 is Monday the 16th.
    #expect(try due("2026-11-09T09:00", 5, .workingDays, [pause]) == "2026-11-19T17:00")
    #expect(try due("2026-11-09T09:00", 5, .calendarDays, [pause]) == "2026-11-17T17:00")
    #expect(try due("2026-11-09T09:00", 1, .months, [pause]) == "2026-12-14T17:00")
    // 3 hours were used of 16; 13 remain from Friday 10:00.
    #expect(try due("2026-11-10T07:00", 16, .hours, [pause]) == "2026-11-16T17:00")
    let sameDay = Deadline.Supplement(
      requested: try time("2026-11-10T10:00"), answer: .completed(try time("2026-11-10T15:00")))
    #expect(try due("2026-11-09T09:00", 5, .workingDays, [sameDay]) == "2026-11-16T17:00")
  }

  @Test func `an open request pauses, an unanswered one ends, a second one is late`() throws {
    let requested = try time("2026-11-10T10:00")
    let answered = Deadline.Supplement(
      requested: requested, answer: .completed(try time("2026-11-11T10:00")))
    let open = Deadline.Supplement(requested: try time("2026-11-12T10:00"))
    func deadline(_ supplements: [Deadline.Supplement]) throws -> Deadline {
      Deadline(
        received: try time("2026-11-09T09:00"), term: try term(5, .workingDays),
        calendar: calendar, supplements: supplements)
    }
    #expect(try deadline([open]).state == .paused(since: open.requested))
    #expect(try !deadline([answered]).isLateBySecondRequest)
    #expect(try deadline([open, answered]).isLateBySecondRequest)
    let ended = Deadline.Supplement(
      requested: requested, answer: .unanswered(try time("2026-12-10T17:00")))
    #expect(try deadline([ended]).state == .ended(time("2026-12-10T17:00")))
  }

  @Test func `a count beyond the known years says so`() throws {
    let known = Deadline(
      received: try time("2026-11-09T09:00"), term: try term(5, .workingDays), calendar: calendar)
    let unknown = Deadline(
      received: try time("2030-12-30T09:00"), term: try term(5, .workingDays), calendar: calendar)
    #expect(!known.isCalendarIncomplete)
    #expect(unknown.isCalendarIncomplete)
  }

  @Test func `every term of every day of eight years agrees with a naive count`() throws {
    let naive = NaiveCalendar()
    for year in 2023...2030 {
      for month in 1...12 {
        for day in 1...LocalDate.lengthOfMonth(year: year, month: month) {
          let text = NaiveCalendar.text(year, month, day)
          let count = (day * 7 + month) % 23
          let date = try #require(LocalDate(iso: text))
          let deadline = Deadline(
            received: LocalDateTime(date, minuteOfDay: 600), term: try term(count, .workingDays),
            calendar: calendar)
          guard let expected = naive.due(text, workingDays: count) else { continue }
          #expect(deadline.due?.date.iso == expected, "\(text) + \(count)")
        }
      }
    }
  }
}

/// Counts on texts of days in a list, with its own weekdays and its own list of days off.
private struct NaiveCalendar {
  private var days: [String] = []
  private var isWorked: [Bool] = []
  private var position: [String: Int] = [:]

  static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  init() {
    let off = Set(
      """
      2023: 0102 0120 0123 0124 0125 0126 0501 0502 0503 0901 0904
      2024: 0101 0208 0209 0212 0213 0214 0418 0429 0430 0501 0902 0903
      2025: 0101 0127 0128 0129 0130 0131 0407 0430 0501 0502 0901 0902
      2026: 0101 0216 0217 0218 0219 0220 0427 0430 0501 0831 0901 0902 1124
      2027: 0101 0204 0205 0208 0209 0210 0416 0430 0503 0902 0903 1124
      2028: 0103 0124 0125 0126 0127 0128 0404 0501 0502 0901 0904 1124
      2029: 0101 0212 0213 0214 0215 0216 0423 0430 0501 0903 0904 1126
      2030: 0101 0131 0201 0204 0205 0206 0412 0430 0501 0902 0903 1125
      """.split(separator: "\n").flatMap { line in
        line.dropFirst(6).split(separator: " ").map {
          "\(line.prefix(4))-\($0.prefix(2))-\($0.suffix(2))"
        }
      })
    let worked: Set = ["2024-05-04", "2025-04-26", "2026-08-22"]
    // 1 January 2023 was a Sunday.
    var weekday = 6
    for year in 2023...2030 {
      let february = year == 2024 || year == 2028 ? 29 : 28
      for (index, length) in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        for day in 1...length {
          let text = NaiveCalendar.text(year, index + 1, day)
          position[text] = days.count
          days.append(text)
          isWorked.append(worked.contains(text) || (weekday < 5 && !off.contains(text)))
          weekday = (weekday + 1) % 7
        }
      }
    }
  }

  /// Nil when the count leaves the list.
  func due(_ received: String, workingDays: Int) -> String? {
    guard var index = position[received] else { return nil }
    while !isWorked[index] {
      index += 1
      if index == days.count { return nil }
    }
    var counted = 0
    while counted < workingDays {
      index += 1
      if index == days.count { return nil }
      if isWorked[index] { counted += 1 }
    }
    return days[index]
  }
}
