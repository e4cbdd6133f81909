import Randomness
import Replica
import Synchronization

/// A clock that moves when it is told to, and a repeatable source of randomness.
final class TestClock: Sendable {
  private let milliseconds = Mutex<Int64>(1_760_000_000_000)
  private let seed: Mutex<UInt64>
  /// Bytes free on every disk; what the system says where nil.
  let freeDisk = Mutex<UInt64?>(nil)

  init(seed: UInt64) { self.seed = Mutex(seed) }

  /// How far the wall clock of the centre is ahead of the right time, which laptops have.
  let centreAhead = Mutex<Int64>(0)

  /// Sets the centre's wall clock wrong by so many days, or right.
  func setCentre(daysAhead days: Int64) { centreAhead.withLock { $0 = days * 86_400_000 } }

  func advance(seconds: Int64) { milliseconds.withLock { $0 += seconds * 1000 } }

  /// What the centre's machine says.
  var surroundings: Surroundings {
    surroundings { self.milliseconds.withLock { $0 } + self.centreAhead.withLock { $0 } }
  }

  /// What a laptop with a right clock says.
  var laptopSurroundings: Surroundings {
    surroundings { self.milliseconds.withLock { $0 } }
  }

  private func surroundings(_ wall: @escaping @Sendable () -> Int64) -> Surroundings {
    Surroundings(
      machine: .init(bootID: "boot", machineID: "machine"), wallMilliseconds: wall,
      monotonicMilliseconds: { self.milliseconds.withLock { $0 } },
      random: {
        SeededGenerator(
          seed: self.seed.withLock { seed in
            seed &+= 1
            return seed &* 0x9e37_79b9_7f4a_7c15
          })
      },
      environment: { _ in nil },
      freeDisk: { home in self.freeDisk.withLock(\.self) ?? home.freeDiskBytes },
      passwordCost: .init(operations: 1, memoryBytes: 8_192))
  }
}

/// The generator of random tests, under a name that every file of this folder sees.
typealias SeededGenerator = Randomness.SeededGenerator
