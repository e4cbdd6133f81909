import Testing

@testable import FieldWork

/// Deadlines against those that another program counted with another library's holidays.
struct IndependentDeadlineTests {
  private func term(_ text: String) throws -> Term {
    let units: [Character: Term.Unit] = [
      "w": .workingDays, "d": .calendarDays, "m": .months, "h": .hours,
    ]
    let unit = try #require(text.last.flatMap { units[$0] })
    return try #require(Int(text.dropLast()).flatMap { Term($0, unit) })
  }

  @Test func `every term of every day of eight years agrees with another program`() throws {
    let rows = try Expectations.rows(of: "deadlines.tsv")
    let terms = try rows[0].dropFirst(2).map { try term($0) }
    var compared = 0
    var differences: [String] = []
    for row in rows.dropFirst() {
      let day = try #require(LocalDate(iso: row[0]))
      let received = LocalDateTime(day, minuteOfDay: try #require(Int(row[1])))
      for (term, cell) in zip(terms, row.dropFirst(2)) where !cell.isEmpty {
        let parts = cell.split(separator: "+").compactMap { Int($0) }
        let expected = LocalDateTime(
          day.adding(days: parts[0]), minuteOfDay: parts.count > 1 ? parts[1] : 17 * 60)
        let deadline = Deadline(received: received, term: term, calendar: Holidays.national)
        compared += 1
        if deadline.due != expected || deadline.isCalendarIncomplete {
          differences.append("\(received) + \(term): \(deadline.state), expected \(expected)")
        }
      }
    }
    // 2,708 days of receipt from January 2023 to May 2030.
    #expect(rows.count == 2_709)
    #expect(compared == 51_452)
    #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(5))")
  }

  @Test func `a thousand pauses agree with another program`() throws {
    let rows = try Expectations.rows(of: "pauses.tsv")
    #expect(rows.count == 1_000)
    var differences: [String] = []
    for row in rows {
      let times = try [row[0], row[2], row[3]].map { try #require(LocalDateTime(iso: $0)) }
      let deadline = Deadline(
        received: times[0], term: try term(row[1]), calendar: Holidays.national,
        supplements: [
          Deadline.Supplement(requested: times[1], answer: .completed(times[2]))
        ])
      if deadline.due?.date.iso != row[4] {
        differences.append("\(row): \(deadline.state)")
      }
    }
    #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(5))")
  }

  @Test func `deadlines by what a centre keeps for units agree with another program`() throws {
    let rows = try Expectations.rows(of: "kept.tsv")
    var compared = 0
    var differences: [String] = []
    for rows in Dictionary(grouping: rows, by: \.[0]).values {
      let days = try rows.filter { $0[1] == "D" }.map { row in
        CalendarDay(
          try #require(LocalDate(iso: row[2])),
          try #require(Int64(row[3]).flatMap(CalendarDay.Kind.init)),
          of: row[4].isEmpty ? nil : row[4])
      }
      let calendars = UnitCalendars(Holidays.national, days)
      for row in rows where row[1] == "R" {
        let deadline = Deadline(
          received: try #require(LocalDateTime(iso: row[3])), term: try term(row[4]),
          calendar: calendars.calendar(of: row[2]))
        compared += 1
        if deadline.due?.iso != row[5] { differences.append("\(row): \(deadline.state)") }
      }
    }
    #expect(compared == 1_260)
    #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(5))")
  }

  @Test func `the other library knows the same days off and worked Saturdays`() throws {
    let rows = try Expectations.rows(of: "holidays.tsv")
    let theirs = Set(rows.filter { $0[0] == "H" }.map { $0[1] })
    let ours = Set(Holidays.all.map(\.date.iso))
    // Days that one of the two has alone, each with its reason; there are none since 0.108.
    let explained: [String: String] = [:]
    let differences = theirs.symmetricDifference(ours).filter { explained[$0] == nil }
    #expect(differences.isEmpty, "\(differences.sorted())")
    #expect(
      rows.filter { $0[0] == "W" }.map { $0[1] } == Holidays.workedSaturdays.map(\.iso))
  }
}
