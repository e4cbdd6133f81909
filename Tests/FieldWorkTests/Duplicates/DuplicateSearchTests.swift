import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct DuplicateSearchTests {
  private static let families = ["Nguyễn", "Trần", "Lò"]
  private static let givens = ["Hoa", "Hòa", "Hoà", "Hao", "Đức", "Duc", "Đực", "Minh"]

  /// People with few names, so that very many agree.
  private func register(_ count: Int, _ random: inout SeededGenerator) -> [PersonProfile] {
    (0..<count).map { index in
      var profile = PersonProfile()
      profile.row = RowID(rawValue: Int64(index + 1))
      profile.household = RowID(rawValue: Int64.random(in: 1...Int64(count / 4), using: &random))
      profile.place = RowID(rawValue: Int64.random(in: 1...5, using: &random))
      let family = Self.families.randomElement(using: &random) ?? ""
      profile.name = PersonName("\(family) Thị \(Self.givens.randomElement(using: &random) ?? "")")
      if Bool.random(using: &random) {
        profile.birthYear = Int.random(in: 1950...1990, using: &random)
        profile.birthMonth = Int.random(in: 1...12, using: &random)
        profile.birthDay = Int.random(in: 1...28, using: &random)
      }
      if Bool.random(using: &random) {
        profile.phone = "09120000\(Int.random(in: 10...99, using: &random))"
      }
      if Int.random(in: 0..<5, using: &random) == 0 {
        profile.idHash = [UInt8.random(in: .min ... .max, using: &random)]
      }
      return profile
    }
  }

  @Test func `the blocks find what comparing everybody with everybody finds`() {
    for seed in 1...6 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let people = register(220, &random)
      let search = DuplicateSearch(people)
      var expected: Set<[Int]> = []
      for first in people.indices {
        for second in people.indices.dropFirst(first + 1) {
          let score = DuplicateScore(people[first], people[second], in: search.frequencies)
          if score?.isCandidate == true { expected.insert([first, second]) }
        }
      }
      let pairs = search.pairs()
      let found = Set(pairs.map { [$0.first, $0.second] })
      // A name off by a letter is looked for within a year of birth, a household or a telephone.
      #expect(found.isSubset(of: expected) && found.count == pairs.count, "seed \(seed)")
      for missing in expected.subtracting(found) {
        let names = missing.compactMap { people[$0].name }
        #expect(names.first?.unordered != names.last?.unordered, "seed \(seed): \(missing)")
      }
      #expect(pairs.map(\.score.points) == pairs.map(\.score.points).sorted(by: >))
    }
  }

  @Test func `somebody new is compared with all`() {
    var random = SeededGenerator(seed: 9)
    let people = register(300, &random)
    let search = DuplicateSearch(people)
    for person in people.prefix(20) {
      let found = search.candidates(for: person)
      #expect(found.count <= 20)
      #expect(found.allSatisfy { $0.score.isCandidate })
    }
    #expect(DuplicateSearch([]).pairs().isEmpty)
    #expect(DuplicateSearch([]).candidates(for: people[0]).isEmpty)
  }
}
