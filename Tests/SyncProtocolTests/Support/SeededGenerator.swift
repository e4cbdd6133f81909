import Foundation
import Randomness

/// The generator of random tests, under a name that every file of this folder sees.
typealias SeededGenerator = Randomness.SeededGenerator

extension SeededGenerator {
  mutating func chance(_ numerator: Int, in denominator: Int) -> Bool {
    Int.random(in: 0..<denominator, using: &self) < numerator
  }
}

/// The seeds of a random test: `SEED=n` replays one, otherwise a fixed run of them.
func seeds(_ count: UInt64) -> [UInt64] {
  if let text = ProcessInfo.processInfo.environment["SEED"], let seed = UInt64(text) {
    return [seed]
  }
  return Array(1...count)
}
