import Randomness

/// How a simulated world asks for chance.
extension SeededGenerator {
  /// A generator for one part of a world, so that leaving out another part changes nothing in it.
  init(seed: UInt64, part: Int) {
    var mixer = SeededGenerator(seed: seed &+ UInt64(part) &* 0xD1B5_4A32_D192_ED03)
    self.init(seed: mixer.next())
  }

  /// A number from 0 to `bound - 1`.
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  /// True in so many of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of several; nil of none.
  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.randomElement(using: &self)
  }

  /// One of several by weight; the weights must not all be zero.
  mutating func pick<Choice>(_ choices: [(weight: Int, choice: Choice)]) -> Choice {
    var place = below(choices.reduce(0) { $0 + $1.weight })
    for (weight, choice) in choices {
      if place < weight { return choice }
      place -= weight
    }
    preconditionFailure("a place lies below the sum of all weights")
  }
}
