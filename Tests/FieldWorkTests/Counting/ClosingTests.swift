import Replica
import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct ClosingTests {
  private static let clear = MonthClosing.Checklist(
    laptops: 1, reported: 1, conflicts: 0, held: 0, reviews: 0)
  private let today = day("2026-12-05")

  private func close(_ text: String, _ world: FieldWorld, unit: String? = nil) throws {
    try world.centre.close(
      world.centre.reader.planClosing(of: month(text), unit: unit, Self.clear, today: today),
      by: "Lan", note: nil, mayBeIncomplete: false, clock: world.clock())
  }

  private func problem(_ body: () throws -> Void) -> ClosingProblem? {
    guard case .closing(let problem)? = fieldError(body) else { return nil }
    return problem
  }

  @Test func `what comes late to a closed month is told once, under its true date`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    let visit = try world.visit(to: household, on: "28/10/2026")
    let lan = try world.resident(of: household)
    _ = try world.assist(at: visit, lan)
    try world.sync(world.laptop)
    try close("2026-10", world)
    #expect(try world.centre.reader.adjustments(unit: nil).flatMap(\.changes).isEmpty)

    // A second visit of that day, and one more assist of the same resident.
    let late = try world.visit(to: household, on: "29/10/2026")
    _ = try world.assist(at: late, lan, service: "vneid")
    try world.sync(world.laptop)
    let reader = world.centre.reader
    let adjustment = try #require(try reader.adjustments(unit: nil).first)
    let total = try #require(adjustment.total)
    #expect(total.reported.visits == 1 && total.now.visits == 2)
    #expect(total.reported.countedAssists == 1 && total.now.countedAssists == 2)
    #expect(total.reported.residents == 1 && total.now.residents == 1)
    #expect(adjustment.days.map(\.line.key) == [.date(day("2026-10-29"))])
    // November's own numbers have nothing of it.
    #expect(try reader.count(CountQuery(month("2026-11"))).total.visits == 0)

    // November's closing reports it, and then it is told no more.
    try close("2026-11", world)
    #expect(try reader.adjustments(unit: nil).flatMap(\.changes).isEmpty)
    let closing = try reader.standingClosing(of: month("2026-10"), unit: nil)
    #expect(try reader.reportedFigures(of: closing).total(of: month("2026-10"))?.visits == 2)

    // What is taken back later shows as less, to the last group.
    try world.centre.void(.visit, late, reason: "nhầm", author: nil, clock: world.clock())
    let back = try #require(try reader.adjustments(unit: nil).first { !$0.changes.isEmpty })
    #expect(back.total?.reported.visits == 2 && back.total?.now.visits == 1)
    #expect(back.days.map(\.now.visits) == [0])
  }

  @Test func `a month is opened again with a reason, and closed anew`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    _ = try world.visit(to: household, on: "28/10/2026")
    try world.sync(world.laptop)
    try close("2026-10", world)
    #expect(problem { try close("2026-10", world) } == .closedAlready(month("2026-10")))
    #expect(problem { try close("2026-10@14", world) } == .closedAlready(month("2026-10")))
    func reopen(_ text: String, _ reason: String) throws {
      _ = try world.centre.reopen(
        month(text), unit: nil, reason: reason, by: "Lan", clock: world.clock())
    }
    #expect(problems { try reopen("2026-10", " ") }.map(\.field) == ["reopen_reason"])
    #expect(problem { try reopen("2026-09", "sai") } == .notClosed(month("2026-09")))
    try reopen("2026-10", "một tổ chưa gửi")
    #expect(try world.centre.reader.adjustments(unit: nil).isEmpty)
    _ = try world.visit(to: household, on: "29/10/2026")
    try world.sync(world.laptop)
    try close("2026-10", world)
    let closings = try world.centre.reader.closings()
    #expect(closings.map(\.isStanding) == [false, true])
    #expect(closings.first?.reopenReason == "một tổ chưa gửi")
    #expect(
      try closings.map {
        try world.centre.reader.reportedFigures(of: $0).total(of: $0.month)?.visits
      } == [1, 2])
  }

  @Test func `a closing goes on saying what it said, and what others said since`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    for date in ["28/10/2026", "03/11/2026"] { _ = try world.visit(to: household, on: date) }
    try world.sync(world.laptop)
    try close("2026-10", world)
    let reader = world.centre.reader
    func record(_ text: String) throws -> ClosingRecord {
      try reader.record(of: reader.standingClosing(of: month(text), unit: nil))
    }
    #expect(try record("2026-10").later.isEmpty)
    _ = try world.visit(to: household, on: "29/10/2026")
    try world.sync(world.laptop)
    try close("2026-11", world)
    let (october, november) = (try record("2026-10"), try record("2026-11"))
    // October stays as it was reported; November's report carried what came late.
    #expect(october.total?.visits == 1 && october.carried.isEmpty)
    #expect(october.later.map(\.by.month) == [month("2026-11")])
    #expect(october.later.map(\.adjustment.total?.now.visits) == [2])
    #expect(october.lastReported?.visits == 2)
    #expect(november.total?.visits == 1 && november.later.isEmpty)
    #expect(november.carried.map(\.closing.month) == [month("2026-10")])
    #expect(november.carried.map(\.total?.reported.visits) == [1])
    #expect(november.carried.map(\.total?.now.visits) == [2])
    // Whoever closes October anew is told that the new report replaces both.
    #expect(try reader.replacedRecord(of: month("2026-10"), unit: nil) == nil)
    _ = try world.centre.reopen(
      month("2026-10"), unit: nil, reason: "sai", by: "Lan", clock: world.clock())
    let replaced = try #require(try reader.replacedRecord(of: month("2026-10"), unit: nil))
    #expect(replaced.total?.visits == 1 && replaced.later.count == 1)
    try close("2026-10", world)
    #expect(try record("2026-10").total?.visits == 2)
    #expect(try record("2026-10").later.isEmpty)
    #expect(try record("2026-11").carried.map(\.total?.now.visits) == [2])
  }

  @Test func `only a month that is over is closed, and what stands open must be named`() throws {
    let world = try FieldWorld()
    #expect(problem { try close("2026-12", world) } == .notOver(month("2026-12")))
    #expect(problem { try close("2026-Q3", world) } == .noMonth(month("2026-Q3")))
    // A reporting month that ended on the 14th is over on the 15th.
    try close("2026-12@4", world)
    var open = Self.clear
    open.reported = 0
    let plan = try world.centre.reader.planClosing(
      of: month("2026-09"), unit: nil, open, today: today)
    func settle(anyway: Bool) throws {
      try world.centre.close(
        plan, by: "Lan", note: "máy hỏng", mayBeIncomplete: anyway, clock: world.clock())
    }
    #expect(problem { try settle(anyway: false) } == .openItems(month("2026-09")))
    try settle(anyway: true)
    let closing = try world.centre.reader.standingClosing(of: month("2026-09"), unit: nil)
    #expect(closing.checklist == open && closing.closedBy == "Lan" && closing.note == "máy hỏng")
    #expect(
      fieldError {
        try world.laptop.close(
          world.laptop.reader.planClosing(
            of: month("2026-08"), unit: nil, Self.clear, today: today),
          by: "Lan", note: nil, mayBeIncomplete: false, clock: world.clock())
      } == .notTheCentre)
  }

  @Test func `laptops learn of a closing and warn whoever records in that month`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    try world.sync(world.laptop)
    try close("2026-10", world, unit: "17713")
    try close("2026-11", world, unit: "17722")
    try world.sync(world.laptop)
    #expect(try world.laptop.reader.closings().map(\.unit) == ["17713", "17722"])
    func warnings(_ date: String) throws -> [RecordWarning] {
      try world.laptop.addVisit(
        VisitDraft(household: household, date: date, outcome: "met"), author: try world.member(),
        clock: world.clock()
      ).warnings
    }
    #expect(try warnings("28/10/2026") == [.monthClosed(month("2026-10"))])
    // Another unit's month is not this one's.
    #expect(try warnings("17/11/2026").isEmpty)
    // Whoever types a day there is asked first.
    func closedMonth(_ date: String) throws -> Period? {
      try world.laptop.dateQuestion(ofVisit: date, to: household, clock: world.clock())?.closedMonth
    }
    #expect(try closedMonth("28/10/2026") == month("2026-10"))
    #expect(try closedMonth("28/9/2026") == nil && closedMonth("17/11/2026") == nil)
    try world.sync(world.laptop)
    #expect(
      try world.centre.reader.adjustments(unit: "17713").compactMap(\.total?.now.visits) == [1])
    #expect(try world.centre.reader.adjustments(unit: nil).isEmpty)
  }

  @Test func `figures are read back as they were written, and odd lines are left out`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    for (date, service) in [("28/10/2026", "vneid"), ("29/10/2026", "1.001193")] {
      let visit = try world.visit(to: household, on: date)
      _ = try world.assist(at: visit, try world.resident(of: household), service: service)
    }
    let reader = world.laptop.reader
    var figures = ClosedFigures()
    figures.add(
      try reader.counts(of: month("2026-10"), unit: nil, by: ClosedFigures.dimensions),
      of: month("2026-10"))
    #expect(figures.numbers.count == 1 + 2 + 1 + 1 + 2)
    let elements = figures.elements
    #expect(ClosedFigures(elements: elements) == figures)
    let line = try #require(elements.first?.split(separator: "\n").first)
    for odd in [
      "", " ", "2026-10 total", "\(line) more", "2026-10 day 1 2 3 4 5 6 7 8 9 10 11 x1",
      "2026-10 day 1 - 3 4 5 6 7 8 9 10 11 i1", "2026-10 day 1 -2 3 4 5 6 7 8 9 10 11 i1",
      "2026-10 day 1 2 3 4 5 6 7 8 9 10 99999999999999999999 i1",
    ] {
      #expect(ClosedFigures(elements: [odd]).numbers.count <= 0, "\(odd)")
    }
  }
}
