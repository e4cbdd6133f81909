import Replica
import Synchronization

/// The demonstration's time: the real one, moved back to the week that it plays, and forward again.
final class DemoClock: Sendable {
  private let real: Surroundings
  private let shift = Mutex<Int64>(0)

  init(_ real: Surroundings) { self.real = real }

  /// Milliseconds since 1970 on a right clock at this moment of the play.
  var now: Int64 { real.clock().wall.rawValue + shift.withLock { $0 } }

  /// Moves to another moment.
  func travel(to milliseconds: Int64) {
    let realNow = real.clock().wall.rawValue
    shift.withLock { $0 = milliseconds - realNow }
  }

  /// Back to the real present.
  func returnToPresent() { shift.withLock { $0 = 0 } }

  /// The surroundings of one machine, whose wall clock is wrong by `errorMilliseconds`.
  func surroundings(machine: String, errorMilliseconds: Int64 = 0) -> Surroundings {
    Surroundings(
      machine: Surroundings.Machine(bootID: "demo-\(machine)", machineID: "demo-\(machine)"),
      wallMilliseconds: { self.now + errorMilliseconds },
      monotonicMilliseconds: { self.now },
      random: real.random, environment: { _ in nil })
  }
}
