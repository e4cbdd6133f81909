import Replica
import SyncProtocol

/// The clocks of one machine: a wall clock that may be years off and jump, and a monotonic clock
/// that ends with the boot.
struct SimulatedClock {
  /// Milliseconds by which the wall clock is ahead of the world's time.
  var wallErrorMilliseconds: Int64 = 0
  private var boot = 1
  private var bootedAt: Int64

  init(bootedAt: Int64) { self.bootedAt = bootedAt }

  /// The name of the present boot.
  var bootID: String { "boot \(boot)" }

  /// What the clocks say at a moment of the world.
  func reading(at time: Int64) -> ClockReading {
    ClockReading(
      wall: Timestamp(rawValue: time + wallErrorMilliseconds),
      monotonicMilliseconds: time - bootedAt, bootID: bootID)
  }

  /// The machine was started anew.
  mutating func restart(at time: Int64) {
    boot += 1
    bootedAt = time
  }
}
