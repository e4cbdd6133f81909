import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct FlagRulesTests {
  private func row(_ number: Int64) throws -> RowID { try #require(RowID(rawValue: number)) }

  private func visits(
    _ count: Int, _ change: (inout FlagFacts, Int) -> Void = { _, _ in }
  ) throws -> [FlagFacts] {
    let member = try row(7)
    return try (0..<count).map { number in
      var facts = FlagFacts(
        visit: try row(Int64(100 + number)), day: 20_000, writtenDay: 20_000, startMinute: 540,
        minutes: 30, outcome: .met, members: [member], assists: 1)
      change(&facts, number)
      return facts
    }
  }

  private func flagged(_ visits: [FlagFacts], _ kind: FlagKind) -> Int {
    FlagRules.flags(visits).count { $0.kind == kind }
  }

  @Test func `a plain day is not flagged`() throws {
    #expect(FlagRules.flags(try visits(12)).isEmpty)
    #expect(FlagRules.flags([]).isEmpty)
  }

  @Test(arguments: [(2, 1), (3, 0)])
  func `fewer minutes than assists can take are flagged, and no more`(
    minutes: Int, expected: Int
  ) throws {
    #expect(flagged(try visits(1) { facts, _ in facts.minutes = minutes }, .tooFast) == expected)
    let two = try visits(1) { facts, _ in (facts.minutes, facts.assists) = (2 * minutes, 2) }
    #expect(flagged(two, .tooFast) == expected)
    let none = try visits(1) { facts, _ in (facts.minutes, facts.assists) = (0, 0) }
    #expect(flagged(none, .tooFast) == 0)
    #expect(flagged(try visits(1) { facts, _ in facts.minutes = nil }, .tooFast) == 0)
  }

  @Test(arguments: [(30, 0), (31, 31)])
  func `more visits of one member in a day than one can make are flagged`(
    count: Int, expected: Int
  ) throws {
    #expect(flagged(try visits(count), .tooMany) == expected)
    let other = try row(8)
    let shared = try visits(count) { facts, place in
      if place.isMultiple(of: 2) { facts.members = [other] }
    }
    #expect(flagged(shared, .tooMany) == 0)
    let apart = try visits(count) { facts, place in facts.day += place % 2 }
    #expect(flagged(apart, .tooMany) == 0)
  }

  @Test func `evidence that stands in two visits is flagged in both, in one it is not`() throws {
    let same = try visits(3) { facts, place in facts.evidence = [place < 2 ? "g22" : "h33"] }
    #expect(flagged(same, .sameEvidence) == 2)
    #expect(
      flagged(try visits(1) { facts, _ in facts.evidence = ["g22", "g22"] }, .sameEvidence) == 0)
  }

  @Test(arguments: [(1_319, 0), (1_320, 1), (299, 1), (300, 0)])
  func `the night begins and ends where the rule says`(minute: Int, expected: Int) throws {
    #expect(
      flagged(try visits(1) { facts, _ in facts.startMinute = minute }, .oddHours) == expected)
    #expect(flagged(try visits(1) { facts, _ in facts.startMinute = nil }, .oddHours) == 0)
  }

  @Test(arguments: [(0, 0), (1, 1)])
  func `a day after that of writing is flagged`(ahead: Int, expected: Int) throws {
    #expect(flagged(try visits(1) { facts, _ in facts.day += ahead }, .futureDate) == expected)
    #expect(flagged(try visits(1) { facts, _ in facts.writtenDay = nil }, .futureDate) == 0)
  }

  @Test(arguments: [(4, 0), (5, 5)])
  func `one member's same words in several visits are flagged`(count: Int, expected: Int) throws {
    let note = String(repeating: "a", count: FlagRules.noteCharacters)
    #expect(flagged(try visits(count) { facts, _ in facts.note = note }, .copiedText) == expected)
    let short = try visits(count) { facts, _ in facts.note = String(note.dropLast()) }
    #expect(flagged(short, .copiedText) == 0)
    let other = try row(8)
    let mixed = try visits(count) { facts, place in
      facts.note = note
      if place == 0 { facts.members = [other] }
    }
    #expect(flagged(mixed, .copiedText) == 0)
  }

  @Test func `nobody at home is flagged from the share and the number that the rule says`() throws {
    func empty(_ empty: Int, of count: Int) throws -> Int {
      let visits = try visits(count) { facts, place in
        if place < empty { facts.outcome = .nobodyHome }
      }
      return flagged(visits, .nobodyHome)
    }
    #expect(try empty(7, of: 10) == 7 && empty(6, of: 10) == 0)
    #expect(try empty(9, of: 9) == 0)
  }

  @Test func `of several reasons of one rule a visit has one flag, that which says most`() throws {
    let (one, other) = (try row(7), try row(8))
    let many = try visits(40) { facts, place in
      facts.members = place < 35 ? [one, other] : [one]
    }
    let flags = FlagRules.flags(many).filter { $0.kind == .tooMany }
    #expect(flags.count == 40 && Set(flags.map(\.visit)).count == 40)
    #expect(flags.allSatisfy { $0.number == 40 })
  }
}
