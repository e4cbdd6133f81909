import Testing

@testable import FieldWork

struct ProcessingLimitsTests {
  private let calendar = Holidays.national

  private func time(_ iso: String) throws -> LocalDateTime { try #require(LocalDateTime(iso: iso)) }

  private func term(_ count: Int, _ unit: Term.Unit) throws -> Term {
    try #require(Term(count, unit))
  }

  /// Five working days by law, three from 2026; two by the town from July 2026 to the year's end.
  private func limits() throws -> ProcessingLimits {
    ProcessingLimits([
      .init(try term(3, .workingDays), .statutory, from: day("2026-01-01")),
      .init(
        try term(2, .workingDays), .local, from: day("2026-07-01"), to: day("2026-12-31"),
        source: "QĐ 15"),
      .init(
        try term(5, .workingDays), .statutory, from: day("2020-01-01"), to: day("2026-03-31")),
    ])
  }

  @Test func `the limit is that of the day on which the dossier counts as received`() throws {
    let limits = try limits()
    func binding(_ iso: String) throws -> ProcessingLimits.Binding? {
      limits.binding(received: try time(iso), calendar: calendar)
    }
    #expect(try binding("2025-12-01T09:00")?.due.iso == "2025-12-08T17:00")
    #expect(try binding("2025-12-31T16:00")?.entry.term.count == 5)
    // After work on the last day of the year it counts as received on 2 January.
    #expect(try binding("2025-12-31T17:01")?.entry.term.count == 3)
    #expect(try binding("2026-06-30T09:00")?.entry.basis == .statutory)
    #expect(try binding("2026-07-01T09:00")?.entry.basis == .local)
    #expect(try binding("2026-07-01T09:00")?.due.iso == "2026-07-03T17:00")
    #expect(try binding("2026-07-01T09:00")?.statutoryDue?.iso == "2026-07-06T17:00")
    #expect(try binding("2027-01-04T09:00")?.entry.basis == .statutory)
    #expect(try binding("2019-12-02T09:00") == nil)
  }

  @Test func `a local limit that ends later than the law's does not bind`() throws {
    let limits = ProcessingLimits([
      .init(try term(3, .workingDays), .statutory, from: day("2020-01-01")),
      .init(try term(5, .calendarDays), .local, from: day("2020-01-01")),
    ])
    // Three working days end on Monday the 23rd, five days on Monday too; the local one is named.
    let equal = limits.binding(received: try time("2026-11-18T09:00"), calendar: calendar)
    #expect(equal?.entry.basis == .local)
    // From a Monday three working days end on Thursday and five days on Monday.
    let later = limits.binding(received: try time("2026-11-09T09:00"), calendar: calendar)
    #expect(later?.entry.basis == .statutory)
    #expect(later?.due.iso == "2026-11-12T17:00")
  }

  @Test func `hours and days are compared by when they end`() throws {
    let limits = ProcessingLimits([
      .init(try term(1, .workingDays), .statutory, from: day("2020-01-01")),
      .init(try term(4, .hours), .local, from: day("2020-01-01")),
    ])
    let binding = limits.binding(received: try time("2026-11-18T08:00"), calendar: calendar)
    #expect(binding?.due.iso == "2026-11-18T14:00")
    #expect(binding?.entry.basis == .local)
  }

  @Test func `a promise stays when the calendar is updated`() throws {
    let world = try FieldWorld()
    let store = world.laptop
    let household = try world.household()
    let visit = try world.visit(to: household)
    let assist = try world.assist(at: visit, try world.resident(of: household))
    let saved = try store.addSubmission(
      SubmissionDraft(
        assist: assist, procedure: "1.000080", channel: "online", received: "18/11/2026 09:00",
        localLimit: "5 ngày làm việc"),
      author: try world.member(), clock: world.clock())
    let submission = try #require(try store.reader.record(Submission.self, saved.id))
    let promised = try #require(submission.appointment)
    #expect(promised.iso == "2026-11-26T17:00")
    // A storm: three more days off are declared while the dossier is under way.
    var calendar = Holidays.national
    calendar.extraDaysOff = [day("2026-11-19"), day("2026-11-20"), day("2026-11-23")]
    let updated = try FieldStore(store.store, calendar: calendar)
    let again = try #require(try updated.reader.record(Submission.self, saved.id))
    #expect(again.appointment == promised)
    let standing = try updated.deadline(of: again, asOf: try time("2026-11-26T17:00"))
    #expect(standing == .judged(.dueToday, due: promised))
    // The same dossier received today would be promised for later.
    let fresh = Deadline(
      received: try time("2026-11-18T09:00"), term: try term(5, .workingDays),
      calendar: updated.calendar)
    #expect(fresh.due?.iso == "2026-12-01T17:00")
  }
}
