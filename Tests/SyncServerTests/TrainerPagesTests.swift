import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing

@testable import SyncServer

/// What a trainer is shown: numbers that stand in the tables, none that is small, and nobody's name.
@Suite struct TrainerPagesTests {
  private static let names = [
    "Nguyễn Văn An", "Trần Thị Bình", "Hộ 1", "Người 1", "máy một", "máy hai",
  ]

  private func trainer(_ world: ReportWorld) throws -> String {
    try world.world.signIn(as: try world.world.rights(.trainer), "huan") + "; camtay-language=en"
  }

  /// The rows of a file for Excel, below its headings.
  private func rows(_ path: String, _ world: ReportWorld, as cookie: String) throws -> [[String]] {
    let text = try world.page(path, as: cookie)
    let lines = text.components(separatedBy: "\r\n").dropFirst().prefix { !$0.isEmpty }
    return lines.map { $0.components(separatedBy: ";").map { $0.filter { $0 != "\"" } } }
  }

  /// Assists that stand, by team, by conditions on the assist `a`.
  private func standing(
    _ world: ReportWorld, in period: Period, team: String, _ condition: String
  ) throws -> Int {
    try world.world.centre.read { reader in
      Int(
        try reader.connection.integer(
          """
          SELECT count(*) FROM assist AS a JOIN visit AS v ON v.rid = a.visit
            JOIN team AS t ON t.rid = v.team
          WHERE a.hidden IS NULL AND a.void_reason IS NULL AND v.void_reason IS NULL
            AND v.hidden IS NULL AND v.date BETWEEN \(period.from.daysSince1970)
              AND \(period.to.daysSince1970) AND t.name = '\(team)' AND \(condition)
          """))
    }
  }

  @Test(arguments: [UInt64(921), 922])
  func `every number of teams by mode and by reason is what a query of its own finds`(
    seed: UInt64
  ) throws {
    let world = try ReportWorld(seed: seed, visits: 160)
    let cookie = try trainer(world)
    let period = try #require(Period(.month, holding: world.today)).previous
    var shown = 0
    for row in try rows("/trainer/modes.csv", world, as: cookie) {
      for (column, condition) in [
        (1, "1"), (2, "a.mode = 3"), (3, "a.mode = 2"), (4, "a.mode = 1"),
      ]
      where !row[column].isEmpty {
        let found = try standing(world, in: period, team: row[0], condition)
        #expect(Int(row[column]) == found, "seed \(seed): \(row)")
        shown += 1
      }
    }
    #expect(shown > 0, "seed \(seed)")
    let blocked = try rows(
      "/trainer/blocked.csv?period=\(period.description)", world, as: cookie)
    #expect(!blocked.isEmpty)
    let reasons = ["no network", "low digital skill", "no signal or network"]
    for row in blocked {
      #expect(
        try Int(row[2]) == standing(world, in: period, team: row[0], "1"), "seed \(seed): \(row)")
      let all = try standing(world, in: period, team: row[0], "a.outcome = 3")
      // A file says what the page says: the number, or that it is hidden.
      #expect(row[3] == "\(all)" || row[3] == "hidden", "seed \(seed): \(row)")
      for cell in row.dropFirst(4) {
        guard let told = cell.firstMatch(of: /^(.+) \(([0-9]+)\)$/) else { continue }
        if told.1 == "other reasons" {
          #expect(Int(told.2).map { $0 >= 5 } ?? false, "seed \(seed): \(row)")
          continue
        }
        #expect(reasons.contains(String(told.1)))
        let code = told.1 == "low digital skill" ? "low-skill" : "no-network"
        let found = try standing(
          world, in: period, team: row[0], "a.outcome = 3 AND a.blocked_reason = '\(code)'")
        #expect(Int(told.2) == found && found >= 5, "seed \(seed): \(row)")
      }
    }
  }

  @Test func `what happened after the last report is unknown, which is not 0`() throws {
    let world = try ReportWorld(seed: 929, visits: 40)
    world.world.clock.advance(seconds: 16 * 86_400)
    let cookie = try trainer(world)
    let team = try world.world.centre.read { try $0.teams()[0].id }
    for path in [
      "/trainer/weeks", "/trainer/modes?step=week",
      "/trainer/modes?step=week&team=\(team.rawValue)",
      "/teams/\(team.rawValue)/sheet?period=week",
    ] {
      let page = try world.page(path, as: cookie)
      #expect(page.contains("no laptop has reported, which is not 0"), "\(path)")
    }
    let lines = try rows("/trainer/weeks.csv?by=service", world, as: cookie)
    #expect(!lines.isEmpty && lines.allSatisfy { $0.last?.isEmpty ?? false }, "\(lines)")
  }

  @Test func `several reasons that lead are all told, and a running month beside whole ones`()
    throws
  {
    let names = ["a", "b", "c"].map { BilingualText(same: $0) }
    let rows = zip(names, [5, 5, 4]).map {
      TrainerRow(key: .text($0.english), label: $0, assists: .shown($1))
    }
    let others = TrainerRow(label: TrainerWords.otherReasons, assists: .shown(9))
    let leaders = try #require(TrainerWords.leaders(rows + [others]))
    #expect(
      TrainerWords.leading(leaders.reasons, leaders.count, of: 23).english
        == "Most often: a and b, each 5 of 23 blocked assists.")
    let today = try #require(LocalDate(iso: "2026-11-15"))
    let month = try #require(Period(.month, holding: today))
    let spans = zip([month.previous.previous, month.previous, month], [40, 30, 50]).map {
      ModePage.Span(
        span: $0, total: .shown(100), parts: [.shown($1), .shown(20), .shown(10)], gap: nil,
        isRunning: $0 == month)
    }
    let sentence = ModeWords.sentence(spans).english
    #expect(sentence.contains("40.00 %") && sentence.contains("to 30.00 %"), "\(sentence)")
    #expect(sentence.hasSuffix("Not over yet: on behalf 50.00 % (Month 11/2026)."), "\(sentence)")
  }

  @Test func `what residents can do alone is told by period as a query of its own finds it`()
    throws
  {
    // Nothing else is there: few of whom nobody wrote it down would give the others away.
    let world = try ReportWorld(seed: 928, visits: 0)
    let cookie = try trainer(world)
    let laptop = world.laptops[0]
    func clock() -> ClockReading {
      world.world.clock.advance(seconds: 1)
      return laptop.laptopClock()
    }
    let month = try #require(Period(.month, holding: world.today))
    let spans = [month.previous.previous, month.previous, month]
    let household = try #require(try laptop.field.reader.households(page: .all).first?.id)
    // Of the last one too few can, which tells of persons.
    for (span, numbers) in zip(spans, [(9, 5), (6, 12), (8, 2)]) {
      let visit = try laptop.field.addVisit(
        VisitDraft(household: household, date: Format.date(span.from), outcome: "met"),
        author: laptop.member, clock: clock()
      ).id
      for number in 0..<(numbers.0 + numbers.1) {
        _ = try laptop.field.addAssist(
          AssistDraft(
            visit: visit, service: "vneid", mode: "guided", outcome: "advised",
            aloneNow: number < numbers.0 ? "no" : "yes"),
          author: laptop.member, clock: clock())
      }
    }
    try laptop.sync()
    let page = try world.page("/trainer/modes", as: cookie)
    let panel = try #require(page.components(separatedBy: "id=\"alone\"").last)
    #expect(panel.contains("Can do it alone: from 35.71 %") && panel.contains("to 66.67 %"))
    for (place, span) in spans.enumerated() {
      let counted = try [0, 1].map { alone in
        try world.world.centre.read { reader in
          try reader.connection.integer(
            """
            SELECT count(*) FROM assist AS a JOIN visit AS v ON v.rid = a.visit
            WHERE a.void_reason IS NULL AND v.void_reason IS NULL AND a.alone_now = \(alone)
              AND v.date BETWEEN \(span.from.daysSince1970) AND \(span.to.daysSince1970)
            """)
        }
      }
      let row = try #require(
        panel.components(separatedBy: "<tr").first { $0.contains(">\(span.label(.english))<") })
      let told = row.contains(">\(counted[0])<") && row.contains(">\(counted[1])<")
      #expect(told == (place < 2), "\(span): \(counted) \(row)")
    }
    // Of one team beside all, a small one could be subtracted.
    let team = try world.world.centre.read { try $0.teams()[0].id }
    let own = try world.page("/trainer/modes?team=\(team.rawValue)", as: cookie)
    #expect(!own.contains("id=\"alone\""))
  }

  @Test func `no page for trainers has a name, a laptop or a household on it`() throws {
    let world = try ReportWorld(seed: 923, visits: 120)
    let cookie = try trainer(world)
    let team = try world.world.centre.read { try $0.teams()[0].id }
    let year = Period(.year, holding: world.today)?.description ?? ""
    for path in [
      "/trainer?period=\(year)", "/trainer/modes", "/trainer/modes?step=quarter",
      "/trainer/modes?team=\(team.rawValue)&step=week", "/trainer/blocked?period=\(year)",
      "/trainer/blocked?period=\(year)&by=unit", "/trainer/modes.csv",
      "/trainer/blocked.csv?period=\(year)&by=unit",
      "/teams/\(team.rawValue)/sheet?period=\(year)", "/training", "/training.csv",
      "/trainer/weeks?by=member", "/trainer/weeks.csv?step=month&by=service",
      "/trainer/members?period=\(year)", "/trainer/members.csv?period=\(year)",
      "/trainer/records?period=\(year)", "/trainer/records.csv?period=\(year)&number=visits",
      "/trainer/records?period=\(year)&number=residents",
    ] {
      let page = try world.page(path, as: cookie)
      for name in Self.names { #expect(!page.contains(name), "\(path): \(name)") }
    }
  }

  @Test func `the sheet of a team says what the trainer's page says of it, and no other team's`()
    throws
  {
    let world = try ReportWorld(seed: 926, visits: 160)
    let cookie = try trainer(world)
    let period = try #require(Period(.month, holding: world.today)).previous
    let teams = try world.world.centre.read { try $0.teams() }
    for team in teams {
      let page = try world.page("/teams/\(team.id.rawValue)/sheet?period=\(period)", as: cookie)
      let name = try #require(team.name)
      let all = try standing(world, in: period, team: name, "1")
      #expect(page.contains("Sheet of \(name)"))
      #expect(all < 5 || page.contains(">\(all)</a></dd>"), "\(name)")
      for other in teams.compactMap(\.name) where other != name && !name.hasPrefix(other) {
        #expect(!page.contains(other + "<") && !page.contains(other + " "), "\(other)")
      }
    }
    #expect(try world.world.get("/teams/9/sheet", cookie: cookie).status == 404)
    #expect(try world.world.get("/teams/x/sheet", cookie: cookie).status == 404)
  }

  @Test func `a unit says no more than its teams together`() throws {
    let world = try ReportWorld(seed: 924, visits: 120)
    let cookie = try trainer(world)
    let period = Period(.year, holding: world.today)?.description ?? ""
    let teams = try rows("/trainer/blocked.csv?period=\(period)", world, as: cookie)
    let units = try rows("/trainer/blocked.csv?period=\(period)&by=unit", world, as: cookie)
    func sum(_ rows: [[String]], _ column: Int) -> Int {
      rows.compactMap { Int($0[column].filter(\.isNumber)) }.reduce(0, +)
    }
    #expect(!units.isEmpty && sum(units, 2) == sum(teams, 3) && sum(units, 1) == sum(teams, 2))
  }

  @Test func `days are no spans of trainers' pages, and a foreign team is not shown`() throws {
    let world = try ReportWorld(seed: 925, visits: 20)
    let cookie =
      try world.world.signIn(
        as: try world.world.rights(.trainer, unit: "17713"), "huan") + "; camtay-language=en"
    #expect(try world.page("/trainer/modes?step=day", as: cookie).contains("Month "))
    let page = try world.page("/trainer/blocked?from=1/10/2025&to=2/10/2025", as: cookie)
    #expect(!page.contains("From 01/10/2025"))
    #expect(try world.world.get("/trainer/modes?team=x", cookie: cookie).status == 200)
  }

  @Test func `a team stands against its own last period and the median of the others`() throws {
    let today = try #require(LocalDate(iso: "2026-11-15"))
    func team(_ number: Int64, _ now: SuppressedNumber, _ before: SuppressedNumber) -> TrainerTeam {
      TrainerTeam(
        label: BilingualText(same: "\(number)"), assists: now, previous: before, reportedLaptops: 1,
        laptops: 1, isUnknown: false, row: RowID(rawValue: number << 32))
    }
    let teams = [
      team(1, .shown(20), .shown(30)), team(2, .shown(7), .hidden), team(3, .hidden, .shown(9)),
      team(4, .shown(12), .shown(24)), team(5, .shown(15), .shown(0)),
    ]
    let month = try #require(Period(.month, holding: today))
    let comparison = TeamComparison(
      TrainerReport(
        period: month, asOf: LocalDateTime(today, minuteOfDay: 0),
        coverage: Coverage(of: month, today: today, laptops: []), visits: .hidden, assists: .hidden,
        residents: .hidden, residentsAtMost: .hidden, submissions: .hidden, teams: teams,
        previousPeriod: month.previous,
        previousAssists: .hidden, services: [], modes: [], outcomes: [], blocked: .hidden,
        blockedReasons: []))
    // Of 7, 12, 15 and 20 the middle is 13.5; half of the month asks half of the month before.
    #expect(comparison.medianHalves == 27 && comparison.medianTeams == 4)
    #expect(comparison.asked(of: .shown(30)) == 15)
    #expect(
      teams.map { comparison.change($0).map { TrainerWords.difference($0).english } } == [
        "+5", nil, nil, "±0", "+15",
      ])
    #expect(
      teams.map { comparison.halvesFromMedian($0).map { TrainerWords.halves($0).english } } == [
        "+6.5", "−6.5", nil, "−1.5", "+1.5",
      ])
  }
}
