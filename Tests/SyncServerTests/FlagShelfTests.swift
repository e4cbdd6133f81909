import FieldWork
import Foundation
import SyncProtocol
import Testing

@testable import SyncServer

/// Flags of more visits than are looked through while somebody waits.
@Suite struct FlagShelfTests {
  /// What lists of the review say of flags and of what one press approves, as one shelf has it.
  private struct Lists {
    let desk: ReviewDesk
    let shelf: FlagShelf

    func now() throws -> (finding: FlagFinding, approved: Set<RowID>) {
      let centre = desk.world.centre
      let now = LocalDateTime(time: desk.world.clock.surroundings.clock().wall)
      return try centre.inspect { records in
        let days = try Period(from: now.date, to: now.date)
        let finding = try shelf.finding(days, records.reader, of: centre)
        let query = try ReviewPages.find(
          [:], centre, records, .everything, now: now, flags: finding
        ).query
        let connection = records.store.connection
        let unflagged = try query.unflagged(connection, limit: 10, of: 0)
        // The number of the form is that of its visits.
        #expect(try query.counts(connection).unflagged == unflagged.visits.count)
        return (finding, Set(unflagged.visits))
      }
    }

    /// Looks until the search beside the pages has what there is now.
    func whenFound() throws -> (finding: FlagFinding, approved: Set<RowID>)? {
      for _ in 0..<2_000 {
        let now = try now()
        if !now.finding.isLooking, now.finding.isCurrent { return now }
        Thread.sleep(forTimeInterval: 0.005)
      }
      return nil
    }
  }

  @Test func `nothing is approved at once that was not looked through`() throws {
    let desk = try ReviewDesk(seed: 733)
    let lists = Lists(desk: desk, shelf: FlagShelf(foundAtOnce: 0))
    let first = try lists.now()
    #expect(first.finding.isLooking && first.approved.isEmpty)
    #expect(first.finding.note != nil)
    let found = try #require(try lists.whenFound())
    #expect(found.approved == [desk.visit] && found.finding.note == nil)
    // What comes within a minute of a search waits for the next one, and the page says so.
    let household = try #require(try desk.laptop.field.reader.households(page: .all).first).id
    let late = try desk.laptop.addVisit(to: household)
    try desk.laptop.sync()
    let between = try lists.now()
    #expect(!between.finding.isCurrent && !between.finding.moved.isEmpty)
    #expect(between.approved.isEmpty)
    #expect(between.finding.note?.vietnamese.contains("Cờ được tìm lúc") == true)
    desk.world.clock.advance(seconds: 61)
    let again = try #require(try lists.whenFound())
    #expect(again.approved == [desk.visit, late])
  }

  @Test func `a clock that was set back keeps no search away`() throws {
    let desk = try ReviewDesk(seed: 734)
    let lists = Lists(desk: desk, shelf: FlagShelf(foundAtOnce: 0))
    #expect(try lists.whenFound() != nil)
    let household = try #require(try desk.laptop.field.reader.households(page: .all).first).id
    _ = try desk.laptop.addVisit(to: household)
    try desk.laptop.sync()
    desk.world.clock.advance(seconds: -86_400)
    #expect(try lists.whenFound() != nil)
  }

  @Test func `a visit has the same flags whatever days are asked for`() throws {
    let desk = try ReviewDesk(seed: 735)
    let household = try #require(try desk.laptop.field.reader.households(page: .all).first).id
    let today = LocalDateTime(time: desk.laptop.laptopClock().wall).date
    let note = "Đã hướng dẫn gia đình nộp hồ sơ trực tuyến"
    for day in 0..<FlagRules.copies {
      _ = try desk.laptop.field.addVisit(
        VisitDraft(
          household: household, date: Format.date(today.adding(days: -day)), outcome: "met",
          note: note),
        author: desk.laptop.member, clock: desk.laptop.laptopClock())
    }
    try desk.laptop.sync()
    // One day has one of the copies, which is copied all the same.
    let listed = desk.world.run(
      "flags", "--from", Format.date(today), "--to", Format.date(today), "--json"
    ).out
    #expect(listed.contains("\"kind\": \"copied-text\""))
    #expect(listed.contains("\"total\": 1"))
    let page = try desk.page("/flags?from=\(today.iso)&to=\(today.iso)")
    #expect(page.contains("flag=copied-text&amp;from=\(today.iso)&amp;to=\(today.iso)\">1</a>"))
  }

  @Test func `of too many visits those of the last days are looked through`() throws {
    let desk = try ReviewDesk(seed: 736, visits: 2)
    let household = try #require(try desk.laptop.field.reader.households(page: .all).first).id
    let today = LocalDateTime(time: desk.laptop.laptopClock().wall).date
    for day in [1, 2] {
      _ = try desk.laptop.field.addVisit(
        VisitDraft(
          household: household, date: Format.date(today.adding(days: -day)), outcome: "met"),
        author: desk.laptop.member, clock: desk.laptop.laptopClock())
    }
    try desk.laptop.sync()
    try desk.world.centre.read { reader in
      let all = try #require(try reader.visitDays())
      let whole = try reader.flagSheet(all, atMost: 4)
      #expect(whole.period == all && !whole.isPart && whole.visitCount == 4)
      let part = try reader.flagSheet(all, atMost: 3)
      #expect(part.period.from == today.adding(days: -1) && part.isPart && part.visitCount == 3)
      // A day is looked through whole or not at all.
      #expect(try reader.flagSheet(all, atMost: 2).visitCount == 2)
    }
  }
}
