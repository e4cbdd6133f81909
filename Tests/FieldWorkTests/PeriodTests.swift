import Testing

@testable import FieldWork

struct PeriodTests {
  private let today = LocalDate(year: 2026, month: 11, day: 18) ?? .earliest

  @Test(arguments: [
    ("18/11/2026", "2026-11-18", "2026-11-18", "2026-11-18"),
    ("2026-W47", "2026-W47", "2026-11-16", "2026-11-22"),
    ("2026-w01", "2026-W01", "2025-12-29", "2026-01-04"),
    ("2026-02", "2026-02", "2026-02-01", "2026-02-28"),
    ("11/2026", "2026-11", "2026-11-01", "2026-11-30"),
    ("2026-Q4", "2026-Q4", "2026-10-01", "2026-12-31"),
    ("2026-H1", "2026-H1", "2026-01-01", "2026-06-30"),
    ("2026-9M", "2026-9M", "2026-01-01", "2026-09-30"),
    ("2024", "2024", "2024-01-01", "2024-12-31"),
    ("month", "2026-11", "2026-11-01", "2026-11-30"),
    ("week", "2026-W47", "2026-11-16", "2026-11-22"),
    ("quý", "2026-Q4", "2026-10-01", "2026-12-31"), ("half", "2026-H2", "2026-07-01", "2026-12-31"),
    ("01/01/2026..26/09/2026", "2026-01-01..2026-09-26", "2026-01-01", "2026-09-26"),
    ("9999", "9999", "9999-01-01", "9999-12-31"),
  ])
  func `periods are read and named`(text: String, name: String, from: String, to: String) throws {
    let period = try Period.parse(text, today: today)
    #expect(period.description == name)
    #expect((period.from.iso, period.to.iso) == (from, to))
    #expect(try Period.parse(name, today: today) == period)
    #expect(!period.label(.vietnamese).isEmpty && !period.label(.english).isEmpty)
  }

  @Test(arguments: [
    "", "2026-Q5", "2026-W54", "2025-W53", "2026-13", "26", "2026-", "..", "nine-months",
  ])
  func `odd texts are refused`(text: String) {
    #expect(throws: InputProblem.self) { try Period.parse(text, today: today) }
  }

  @Test func `a span may not run backwards`() {
    #expect(throws: InputProblem.periodBackwards) {
      try Period.parse("2026-02-01..2026-01-31", today: today)
    }
  }

  @Test func `the period before has the same kind`() throws {
    for (text, before) in [
      ("2026-01", "2025-12"), ("2026-Q1", "2025-Q4"), ("2026-W01", "2025-W52"), ("2026", "2025"),
      ("2026-9M", "2025-9M"), ("2026-H1", "2025-H2"),
      ("2026-01-01..2026-01-10", "2025-12-22..2025-12-31"),
    ] {
      #expect(try Period.parse(text, today: today).previous.description == before)
    }
  }

  @Test func `months of a report may end on a cut-off day`() throws {
    func parse(_ text: String) throws -> Period { try Period.parse(text, today: today) }
    for (text, from, to, before) in [
      ("2026-11@14", "2026-10-15", "2026-11-14", "2026-10@14"),
      ("2026-Q1@14", "2025-12-15", "2026-03-14", "2025-Q4@14"),
      ("2026-H2@14", "2026-06-15", "2026-12-14", "2026-H1@14"),
      ("2026-9M@14", "2025-12-15", "2026-09-14", "2025-9M@14"),
      ("2026@14", "2025-12-15", "2026-12-14", "2025@14"),
      ("2026-03@28", "2026-03-01", "2026-03-28", "2026-02@28"),
    ] {
      let period = try parse(text)
      #expect(period.from.iso == from && period.to.iso == to, "\(text)")
      #expect(period.description == text)
      #expect(period.previous.description == before)
      #expect(period.previous.to.adding(days: 1) == period.from || period.kind == .nineMonths)
    }
    #expect(try parse("2026-11@14").yearBefore.description == "2025-11@14")
    #expect(try parse("2026-11@14").label() == "Tháng 11/2026 (15/10/2026–14/11/2026)")
    for day in (0..<800).map({ today.adding(days: $0) }) {
      let period = try #require(Period(.month, holding: day, cutOff: 20))
      #expect(period.contains(day), "\(day)")
    }
    for text in ["2026-11@0", "2026-11@29", "2026-W47@14", "2026-11-18@14", "2026-11@14@14", "@"] {
      #expect(throws: InputProblem.self) { try parse(text) }
    }
    // Before the first month of the calendar there is none.
    #expect(try parse("0001@14").from <= parse("0001@14").to)
  }

  @Test func `labels are those of reports`() throws {
    #expect(try Period.parse("2026-Q4", today: today).label() == "Quý IV năm 2026")
    #expect(
      try Period.parse("2026-9M", today: today).label(.english) == "First nine months of 2026")
  }
}
