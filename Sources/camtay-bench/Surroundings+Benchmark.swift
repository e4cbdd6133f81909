import Cryptography
import FieldWork
import Glibc
import Replica

extension Surroundings {
  /// The real clock and randomness, on a machine that has no other name.
  static let ofBenchmark = Surroundings(
    machine: Surroundings.Machine(bootID: "bench", machineID: "bench"),
    wallMilliseconds: { milliseconds(CLOCK_REALTIME) },
    monotonicMilliseconds: { milliseconds(CLOCK_BOOTTIME) },
    random: { SodiumRandomNumberGenerator() }, environment: { _ in nil })

  private static func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
