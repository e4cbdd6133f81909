import Randomness

/// Clocks that are wrong, jump, or run on while nothing happens.
enum ClockFaults {
  static let all = [
    Fault("clock years off", weight: 3, .step { $0.setClock(of: $1, byYears: true) }),
    Fault("clock minutes off", weight: 2, .step { $0.setClock(of: $1, byYears: false) }),
    Fault("clock set right", weight: 1, .step { $0.setClockRight(of: $1) }),
    Fault("days pass", weight: 3, .step { world, _ in world.letTimePass() }),
  ]
}

extension World {
  private static let yearMilliseconds: Int64 = 365 * 24 * 3_600_000

  fileprivate func setClock(of laptop: Machine, byYears: Bool) {
    laptop.clock.wallErrorMilliseconds =
      byYears
      ? random.pick([
        (1, 1), (1, -1), (1, 2), (1, -6), (1, 60),
      ]) * Self.yearMilliseconds
      : Int64(random.below(3_600_000)) - 1_800_000
    trace.note("\(laptop.label): wall clock off by \(laptop.clock.wallErrorMilliseconds) ms")
  }

  fileprivate func setClockRight(of laptop: Machine) {
    laptop.clock.wallErrorMilliseconds = 0
    trace.note("\(laptop.label): wall clock set right")
  }

  fileprivate func letTimePass() {
    let hours = Int64(1 + random.below(random.chance(20) ? 24 * 120 : 40))
    time += hours * 3_600_000
    trace.note("\(hours) hours pass")
  }
}
