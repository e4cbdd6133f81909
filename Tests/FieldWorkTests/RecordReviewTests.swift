import Replica
import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct RecordReviewTests {
  @Test func `what a laptop wrote against the rules is not counted, and its author reads why`()
    throws
  {
    let world = try FieldWorld()
    let laptop = world.laptops[0]
    let scope = try #require(
      try laptop.store.grantedScopes().first { scope in
        try laptop.reader.places().contains { $0.householdScope == scope }
      })
    let visit = try laptop.store.commit(author: nil, clock: world.clock()) { act in
      try act.create(
        VisitTable.definition, in: scope,
        [
          (VisitTable.number, .integer(try act.nextNumber(VisitTable.definition))),
          (VisitTable.date, .integer(30_000)), (VisitTable.outcome, .integer(1)),
          (VisitTable.warnings, .integer(3)),
          (VisitTable.note, .text("số 040095001234")),
        ])
    }
    try world.sync(laptop)
    let reviews = try laptop.reviews(of: laptop.store.identity.replica)
    #expect(reviews.map(\.reason) == ["doubtful-date", "rule-broken"])
    #expect(reviews.map(\.fieldName) == ["date", "note"])
    #expect(reviews.first?.reasonWords.english == "a date too far in the future")
    #expect(reviews.first?.state == .neutralised)
    let shown = try laptop.reader.existing(Visit.self, visit)
    #expect(shown.date == nil && shown.note == nil && shown.outcome == .met)

    // The count says that one visit waits: it is in no number. Its day is not known, so it may be in
    // any period.
    let month = Period(.month, holding: LocalDate(milliseconds: world.clock().wall.rawValue))
    let period = try #require(month)
    for store in [laptop, world.centre] {
      let awaited = try store.awaitedRulings(in: period)
      #expect(awaited == AwaitedRulings(visits: 1))
      #expect(try store.reader.count(CountQuery(period)).total.visits == 0)
      let words = try #require(awaited.words(command: "camtay-server review list"))
      #expect(words.english.hasPrefix("1 visit waits for a ruling"))
      #expect(words.vietnamese.contains("1 lượt thăm") && words.vietnamese.hasSuffix("review list"))
    }
    #expect(AwaitedRulings().words(command: "x") == nil)
    let first = try world.centre.review(named: "1")
    #expect(throws: FieldError.self) {
      try world.centre.rule(
        on: first, admits: true, edited: "18/11/2096", by: "An", note: nil, clock: world.clock(),
        isDryRun: false)
    }
    let today = LocalDateTime(milliseconds: world.clock().wall.rawValue).date
    let ruled = try world.centre.rule(
      on: first, admits: true, edited: Format.date(today), by: "An", note: "đồng hồ sai",
      clock: world.clock(), isDryRun: false)
    #expect(ruled.review.state == .admittedEdited)
    _ = try world.centre.rule(
      on: try world.centre.review(named: "2"), admits: false, edited: nil, by: "An", note: nil,
      clock: world.clock(), isDryRun: false)
    try world.sync(laptop)
    #expect(try laptop.reader.existing(Visit.self, visit).date == today)
    // The remark on the date went with it; that the clock was unchecked stays true.
    #expect(try laptop.reader.existing(Visit.self, visit).warnings == .clockUnchecked)
    #expect(try laptop.reader.existing(Visit.self, visit).note == nil)
    #expect(try laptop.reviews(of: laptop.store.identity.replica).isEmpty)
    let decided = try laptop.reviews(openOnly: false)
    #expect(decided.map(\.state) == [.admittedEdited, .rejected])
    #expect(decided.first?.note == "đồng hồ sai")
    #expect(throws: FieldError.noSuchReview("9")) { try laptop.review(named: "9") }
    #expect(throws: FieldError.noSuchReview("x")) { try laptop.review(named: "x") }
  }
}
