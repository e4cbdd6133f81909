/// The one source of chance of a simulated world (SplitMix64): a seed gives the same world for ever.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Begins at a seed.
  package init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
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
