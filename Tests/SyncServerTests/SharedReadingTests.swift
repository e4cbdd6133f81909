import FieldWork
import Foundation
import SQLite
import SyncProtocol
import Testing

@testable import SyncServer

/// What is read once for several numbers, and kept for several pages, is what each alone would be.
@Suite struct SharedReadingTests {
  @Test(arguments: [UInt64(931), 932])
  func `divisions of one reading are what each of them answers alone`(seed: UInt64) throws {
    let world = try ReportWorld(seed: seed, visits: 120)
    let divisions: [[CountDimension]] = [
      [], [.team], [.service], [.member, .mode], [.month, .team, .outcome], [.outcome],
      [.outcome, .blockedReason], [.visitOutcome], [.hamlet, .member],
    ]
    let everything = try Period.parse("2025", today: world.today)
    let month = try #require(Period(.month, holding: world.today))
    try world.world.centre.read { reader in
      let teams = Set(try reader.teams().prefix(1).map { CountKey.row($0.id) })
      for query in [
        CountQuery(everything), CountQuery(month), CountQuery(everything, where: [.team: teams]),
        CountQuery(month, where: [.outcome: [.choice(AssistOutcome.blocked)]]),
        CountQuery(everything, where: [.month: [.date(month.from)]]),
      ] {
        let together = try reader.counts(query, by: divisions)
        for (division, count) in zip(divisions, together) {
          var alone = query
          alone.dimensions = division
          #expect(try reader.count(alone) == count, "seed \(seed): \(division.map(\.key))")
        }
        #expect(together[1].groups.count > 0)
      }
    }
  }

  @Test(arguments: [UInt64(933), 934])
  func `grids of several spans that are read at once are those of each span`(seed: UInt64) throws {
    let world = try ReportWorld(seed: seed, visits: 160)
    try world.world.centre.read { reader in
      for kind in [Period.Kind.month, .week, .quarter] {
        var periods = [try #require(Period(kind, holding: world.today))]
        for _ in 0..<4 { periods.insert(periods[0].previous, at: 0) }
        func read(_ periods: [Period]) throws -> [ModeSpan] {
          let grids = TrainerGrids(
            reader: reader, reached: .everything, today: world.today, shelf: GridShelf())
          return try grids.divided(periods, by: ModeSpan.divisions).map { ModeSpan($0) }
        }
        let together = try read(periods)
        var people = 0
        for (period, span) in zip(periods, together) {
          let own = try read([period])[0]
          #expect(
            span.alone.groups.map(\.assists) == own.alone.groups.map(\.assists), "seed \(seed)")
          let (grid, alone) = (span.modes, own.modes)
          #expect(grid.rows == alone.rows && grid.columns == alone.columns, "seed \(seed)")
          #expect(grid.rowTotals == alone.rowTotals && grid.columnTotals == alone.columnTotals)
          #expect(grid.total == alone.total)
          for row in grid.rows.indices {
            #expect(grid.numbers(ofRow: row) == alone.numbers(ofRow: row), "seed \(seed)")
          }
          people += grid.rows.count
        }
        #expect(people > 0, "seed \(seed)")
      }
    }
  }

  @Test(arguments: [UInt64(935), 936])
  func `kept rows of a number are its records, in their order and by their reasons`(
    seed: UInt64
  ) throws {
    let world = try ReportWorld(seed: seed, visits: 120)
    let everything = try Period.parse("2025", today: world.today)
    let month = try #require(Period(.month, holding: world.today))
    try world.world.centre.read { reader in
      let teams = Set(try reader.teams().prefix(1).map { CountKey.row($0.id) })
      var seen = 0
      for query in [
        CountQuery(everything), CountQuery(month), CountQuery(everything, where: [.team: teams]),
      ] {
        for number in CountedNumber.allCases {
          let rows = try reader.countedRows(of: number, in: query)
          for reason in [nil] + CountReason.allCases.map({ $0 as CountReason? }) {
            for isDescending in [false, true] {
              var records: [CountedRecord] = []
              try reader.forEachRecord(
                of: number, in: query, reason: reason, isDescending: isDescending
              ) { records.append($0) }
              let all = rows.page(reason, isDescending: isDescending, offset: 0, limit: 10_000)
              #expect(all.rows == records.map(\.id), "seed \(seed): \(number)")
              #expect(all.total == records.count)
              #expect(try reader.countedRecords(all.rows, of: number) == records)
              let part = rows.page(reason, isDescending: isDescending, offset: 3, limit: 4)
              #expect(part.rows == records.dropFirst(3).prefix(4).map(\.id))
              #expect(part.total == records.count)
              seen += records.count
            }
          }
        }
      }
      #expect(seen > 0, "seed \(seed)")
      // An address may ask for any page.
      let behind = try reader.countedRows(of: .visits, in: CountQuery(everything))
        .page(nil, isDescending: false, offset: 1 << 40, limit: 50)
      #expect(behind.rows.isEmpty && behind.total > 0)
    }
  }

  @Test func `a list that was opened has at once what came in since`() throws {
    let world = try ReportWorld(seed: 937)
    let path = "/reports/records?period=2025&by=none&number=visits"
    let before = ReportWorld.lines(of: try world.page(path))
    #expect(ReportWorld.lines(of: try world.page(path)) == before)
    let laptop = world.laptops[0]
    let household = try #require(try laptop.field.reader.households(page: .all).first)
    _ = try laptop.field.addVisit(
      VisitDraft(
        household: household.id, date: Format.date(world.today), outcome: "met",
        participants: [laptop.member].compactMap(\.self)), author: laptop.member,
      clock: world.world.clock.laptopSurroundings.clock())
    try laptop.sync()
    #expect(ReportWorld.lines(of: try world.page(path)) == before + 1)
  }

  @Test func `all that is inspected at once is of one moment`() throws {
    let world = try CentreWorld(seed: 938)
    let path = world.centre.home.storePath
    let (before, after) = try world.centre.inspect { field in
      func count() throws -> Int64 {
        try field.store.connection.integer("SELECT count(*) FROM local_state")
      }
      let before = try count()
      let other = try Connection(path: path, mode: .readWrite, busyTimeoutMilliseconds: 1_000)
      try other.execute("INSERT INTO local_state VALUES ('test.other', 1)")
      return (before, try count())
    }
    #expect(before == after)
    let later = try world.centre.inspect {
      try $0.store.connection.integer("SELECT count(*) FROM local_state")
    }
    #expect(later == before + 1)
  }

  @Test func `two readings at once are of one moment, whatever is recorded between`() throws {
    let world = try ReportWorld(seed: 939)
    let centre = world.world.centre
    let laptop = world.laptops[0]
    let household = try #require(try laptop.field.reader.households(page: .all).first)
    @Sendable func visits(_ reader: RecordReader) throws -> Int64 {
      try reader.connection.integer("SELECT count(*) FROM visit")
    }
    func record() throws {
      _ = try laptop.field.addVisit(
        VisitDraft(
          household: household.id, date: Format.date(world.today), outcome: "met",
          participants: [laptop.member].compactMap(\.self)), author: laptop.member,
        clock: world.world.clock.laptopSurroundings.clock())
      try laptop.sync()
    }
    // The reading has begun when something comes in: whichever reader it is, it does not see that.
    let (before, one, other) = try centre.read { reader in
      let before = try visits(reader)
      try record()
      let (one, other) = try centre.read(reader) {
        try visits(reader)
      } beside: {
        try visits($0)
      }
      return (before, one, other)
    }
    #expect(one == before && other == before)
    #expect(try centre.read { try visits($0) } == before + 1)
    // Where every reader is taken, the one at hand does both.
    let both = try centre.read { first in
      try centre.read { _ in
        try centre.read { _ in
          try centre.read { _ in
            #expect(try centre.readIfFree { try visits($0) } == nil)
            let (one, other) = try centre.read(first) {
              1
            } beside: {
              try visits($0)
            }
            return [Int64(one), other]
          }
        }
      }
    }
    #expect(both == [1, before + 1])
    #expect(throws: FieldError.self) {
      try centre.read { reader in
        try centre.read(reader) {
          1
        } beside: { _ -> Int in
          throw FieldError.noSuchRecord("visit")
        }
      }
    }
  }
}
