import Randomness

/// When the laptops of a district sync: mostly every evening or two, sometimes after two weeks,
/// rarely after sixty days. Records do not depend on it.
package struct DistrictSchedule: Sendable, Hashable {
  /// By laptop, the moments of its syncs, ascending. No two syncs have one moment.
  package let syncs: [[Int]]

  init(syncs: [[Int]]) { self.syncs = syncs }

  /// Draws when everybody syncs.
  init(_ plan: DistrictPlan, seed: UInt64) {
    var random = SeededGenerator(seed: seed, part: DistrictPart.schedule.rawValue)
    let lastDay = plan.order.days - 1
    var taken: Set<Int> = []
    func evening(_ day: Int, _ random: inout SeededGenerator) -> Int {
      // All come home between 16:30 and 18:00.
      var moment = day * 1_440 + 16 * 60 + 30 + random.below(90)
      while !taken.insert(moment).inserted { moment += 1 }
      return moment
    }
    var syncs: [[Int]] = []
    for (number, laptop) in plan.laptops.enumerated() {
      var moments: [Int] = []
      var day = laptop.first
      while true {
        day += Self.silence(&random)
        guard day < min(laptop.end, lastDay) else { break }
        moments.append(evening(day, &random))
      }
      if laptop.breaks {
        // What it wrote on its last two days nobody ever gets.
        moments.removeAll { $0 / 1_440 >= laptop.end - 2 }
      } else if !Self.isSilentAtTheEnd(number) {
        moments.append(evening(lastDay, &random))
      }
      syncs.append(moments)
    }
    // The second laptop is silent while the first month is closed, and every twentieth as well.
    if let closing = plan.closings.first {
      for number in syncs.indices where number % 20 == 1 {
        let silent = closing.moment - 6 * 1_440...closing.moment + 1_440
        syncs[number].removeAll { silent.contains($0) }
      }
    }
    self.syncs = syncs
  }

  /// The third laptop does not come home on the last day, nor does every twenty-fifth after it.
  private static func isSilentAtTheEnd(_ number: Int) -> Bool { number % 25 == 2 }

  /// Days between two syncs.
  private static func silence(_ random: inout SeededGenerator) -> Int {
    switch random.below(100) {
    case ..<45: 1
    case ..<63: 2
    case ..<80: 3 + random.below(3)
    case ..<90: 6 + random.below(4)
    case ..<98: 10 + random.below(5)
    default: 60
    }
  }

  /// When the centre gets what a laptop writes at a moment; nil where it never does.
  func arrival(of moment: Int, from laptop: Int) -> Int? {
    syncs[laptop].first { $0 >= moment }
  }

  /// Whether a laptop knew at a moment what another had written.
  func knew(_ laptop: Int, at moment: Int, of written: Int, by other: Int) -> Bool {
    guard let handedOver = arrival(of: written, from: other) else { return false }
    return syncs[laptop].contains { $0 > handedOver && $0 <= moment }
  }

  /// The days between two syncs of a laptop that are the most, beginning with its first day.
  func longestSilence(of laptop: Int, from first: Int) -> Int {
    var longest = 0
    var last = first
    for day in syncs[laptop].map({ $0 / 1_440 }) {
      longest = max(longest, day - last)
      last = day
    }
    return longest
  }
}
