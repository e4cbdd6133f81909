import Randomness
import SyncProtocol
import Testing

@testable import FieldWork
@testable import SyncServer

/// Numbers of months and of longer periods beside each other: no small group follows from them.
@Suite struct TrainerTableTests {
  /// How many people each group has in each month of a year.
  private typealias Year = [[Int]]

  private static func numbers(_ people: Int) -> CountNumbers {
    var numbers = CountNumbers()
    numbers.countedAssists = people
    numbers.involvedResidents = people
    (numbers.visits, numbers.submissions) = (people, 0)
    return numbers
  }

  private static func year() throws -> Period {
    try Period.parse("2026", today: LocalDate(daysSince1970: 20_000))
  }

  /// All reporting periods of the year.
  private static func periods() throws -> [Period] {
    let today = LocalDate(daysSince1970: 20_000)
    return try (1...12).map { try Period.parse("2026-\($0 < 10 ? "0" : "")\($0)", today: today) }
      + ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2026-H1", "2026-H2", "2026-9M", "2026"].map {
        try Period.parse($0, today: today)
      }
  }

  private static func months(of period: Period) -> [Int] {
    (0..<12).filter { month in
      LocalDate(year: 2026, month: month + 1, day: 1).map(period.contains) ?? false
    }
  }

  private static func counts(_ groups: Year, _ period: Period) -> DividedCounts {
    let months = months(of: period)
    let sums = groups.map { group in months.reduce(0) { $0 + group[$1] } }
    return DividedCounts(
      period: period, total: numbers(sums.reduce(0, +)),
      groups: [
        sums.enumerated().filter { $0.element > 0 }.map {
          Count.Group(keys: [.integer(Int64($0.offset))], numbers: numbers($0.element))
        }
      ], months: period.months.map { counts(groups, $0) })
  }

  private static func random(_ random: inout SeededGenerator) -> Year {
    (0..<Int.random(in: 2...5, using: &random)).map { _ in
      (0..<12).map { _ in
        switch Int.random(in: 0..<4, using: &random) {
        case 0: 0
        case 1: Int.random(in: 1...6, using: &random)
        default: Int.random(in: 5...40, using: &random)
        }
      }
    }
  }

  /// The unknowns that equations leave only one value for.
  private static func determined(_ equations: [[Double]], _ count: Int) -> [Int] {
    var equations = equations
    var rank = 0
    for column in 0..<count {
      guard
        let pivot = equations.indices.dropFirst(rank).first(where: {
          abs(equations[$0][column]) > 1e-9
        })
      else { continue }
      equations.swapAt(rank, pivot)
      equations[rank] = equations[rank].map { $0 / equations[rank][column] }
      for other in equations.indices where other != rank {
        let factor = equations[other][column]
        guard abs(factor) > 1e-9 else { continue }
        equations[other] = zip(equations[other], equations[rank]).map { $0 - factor * $1 }
      }
      rank += 1
    }
    return equations.prefix(rank).compactMap { equation in
      let used = equation.indices.filter { abs(equation[$0]) > 1e-9 }
      return used.count == 1 ? used[0] : nil
    }
  }

  @Test(arguments: 0..<6)
  func `no difference of periods that are told leaves a month of a few people`(part: Int) throws {
    let seed = UInt64(8_100 + part)
    var random = SeededGenerator(seed: seed)
    let periods = try Self.periods()
    var (hidden, told) = (0, 0)
    for _ in 0..<40 {
      let year = Self.random(&random)
      let tables = periods.map { TrainerTable(Self.counts(year, $0), 0) }
      for group in year.indices {
        let key = [CountKey.integer(Int64(group))]
        // What is told exactly, by the months that it has.
        let shown = zip(periods, tables).compactMap { period, table -> Set<Int>? in
          guard case .shown(let value) = table.assists(key) else { return nil }
          let months = Self.months(of: period)
          #expect(value == months.reduce(0) { $0 + year[group][$1] }, "seed \(seed)")
          return Set(months)
        }
        let known = Set(shown.filter { $0.count == 1 }.joined())
        let unknown = (0..<12).filter { !known.contains($0) }
        hidden += unknown.count
        let longer = shown.filter { $0.count > 1 }
        told += longer.count
        let equations = longer.map { months in unknown.map { months.contains($0) ? 1.0 : 0 } }
        for place in Self.determined(equations, unknown.count) {
          let people = year[group][unknown[place]]
          #expect(people == 0 || people > 4, "seed \(seed): \(year[group])")
        }
        // Nor do a period and shorter ones in it leave a few of several months.
        for whole in longer {
          for part in longer where part.isSubset(of: whole) && part != whole {
            let rest = whole.subtracting(part).subtracting(known)
            let people = rest.reduce(0) { $0 + year[group][$1] }
            #expect(rest.isEmpty || people > 4 && rest.count > 1, "seed \(seed): \(year[group])")
          }
        }
      }
    }
    #expect(hidden > 50 && told > 50, "seed \(seed): \(hidden) \(told)")
  }

  @Test func `a year tells at least what its months tell, and a whole one where enough is hidden`()
    throws
  {
    let whole = try Self.year()
    let (steady, few) = (Array(repeating: 30, count: 12), Array(repeating: 0, count: 12))
    var once = steady
    once[3] = 3
    let table = TrainerTable(Self.counts([once, steady], whole), 0)
    // Of April neither team is told: 3 of the one, and 30 of the other that would tell of them.
    #expect(table.assists([.integer(0)]) == .atLeast(330))
    #expect(table.assists([.integer(1)]) == .atLeast(330) && table.whole(.recorded) == .shown(693))
    var twice = once
    twice[8] = 4
    let other = TrainerTable(Self.counts([twice, steady], whole), 0)
    #expect(other.assists([.integer(0)]) == .shown(307))
    var alone = few
    alone[3] = 3
    let small = TrainerTable(Self.counts([alone, few], whole), 0)
    #expect(small.assists([.integer(0)]) == .hidden && small.whole(.recorded) == .hidden)
  }

  @Test func `weeks are told in bands, and residents of longer periods in steps`() throws {
    let bands = [0, 4, 5, 9, 10, 19, 20, 37, 50, 99, 100, 211, 500].map {
      SuppressedNumber.shown($0).inBands
    }
    #expect(
      bands == [
        .shown(0), .hidden, .between(5, 9), .between(5, 9), .between(10, 19), .between(10, 19),
        .between(20, 49), .between(20, 49), .between(50, 99), .between(50, 99),
        .between(100, 199), .between(200, 499), .between(500, 999),
      ])
    #expect(SuppressedNumber.shown(211).inSteps == .between(210, 214))
    let week = try Period.parse("2026-W47", today: LocalDate(daysSince1970: 20_000))
    let counts = DividedCounts(
      period: week, total: Self.numbers(37),
      groups: [[Count.Group(keys: [.integer(0)], numbers: Self.numbers(37))]], months: [])
    let table = TrainerTable(counts, 0)
    #expect(table.assists([.integer(0)]) == .between(20, 49))
    #expect(table.whole(.recorded).text(in: .english) == "20–49")
  }

  /// Blocked assists of teams by reason, beside others that were not blocked.
  private static func blocked(_ table: [[Int]], rest: Int) throws -> BlockedGrid {
    let teams = table.indices.map { CountKey.integer(Int64($0)) }
    func group(_ keys: [CountKey], _ people: Int) -> Count.Group {
      Count.Group(keys: keys, numbers: numbers(people))
    }
    let (yes, no) = (CountKey.integer(1), CountKey.integer(0))
    let sums = table.map { $0.reduce(0, +) }
    let all = sums.reduce(0, +)
    return BlockedGrid(
      DividedCounts(
        period: try Period.parse("2026-11", today: LocalDate(daysSince1970: 20_000)),
        total: numbers(all + rest * table.count),
        groups: [
          zip(teams, sums).map { group([$0], $1 + rest) },
          [
            group([.choice(AssistOutcome.completed)], rest * table.count),
            group([.choice(AssistOutcome.blocked)], all),
          ], [group([no], rest * table.count), group([yes], all)],
          zip(teams, sums).map { group([yes, $0], $1) } + teams.map { group([no, $0], rest) },
          table[0].indices.map { reason in
            group([yes, .text("\(reason)")], table.reduce(0) { $0 + $1[reason] })
          },
          table.enumerated().flatMap { team, cells in
            cells.enumerated().filter { $0.element > 0 }.map {
              group([yes, teams[team], .text("\($0.offset)")], $0.element)
            }
          },
        ], months: []))
  }

  @Test func `a team's blocked help is told, and rare reasons together`() throws {
    let table = [[9, 3, 2, 4], [7, 8, 1, 2], [12, 6, 9, 8], [3, 4, 5, 6]]
    let grid = try Self.blocked(table, rest: 40)
    #expect(grid.total == .shown(89))
    for (team, cells) in table.enumerated() {
      let key = CountKey.integer(Int64(team))
      let sum = cells.reduce(0, +)
      #expect(grid.blocked(of: key) == .shown(sum), "\(team)")
      let told = grid.numbers(ofRow: team)
      for (shown, people) in zip(told, cells) where shown != .hidden {
        #expect(shown == .shown(people) && people > 4)
      }
      let rest = BlockedGrid.rest(of: grid.blocked(of: key), beside: told)
      #expect(rest == 0 || rest > 4, "\(team): \(rest)")
    }
    #expect(table.indices.contains { grid.numbers(ofRow: $0).contains { $0 != .hidden } })
  }
}
