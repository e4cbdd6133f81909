import Replica
import Synchronization

/// A demonstration's time: the real one, moved back to the days that it plays, and forward again.
package final class DemoClock: Sendable {
  private let real: Surroundings
  private let shift = Mutex<Int64>(0)

  /// Tells the real time until it travels.
  package init(_ real: Surroundings) { self.real = real }

  /// Milliseconds since 1970 on a right clock at this moment of the play.
  var now: Int64 { real.clock().wall.rawValue + shift.withLock { $0 } }

  /// Moves to another moment.
  package func travel(to milliseconds: Int64) {
    let realNow = real.clock().wall.rawValue
    shift.withLock { $0 = milliseconds - realNow }
  }

  /// Back to the real present.
  func returnToPresent() { shift.withLock { $0 = 0 } }

  /// The surroundings of one machine, whose wall clock is wrong by `errorMilliseconds`.
  package func surroundings(machine: String, errorMilliseconds: Int64 = 0) -> Surroundings {
    surroundings(machine: machine, boot: "demo-\(machine)") { _ in errorMilliseconds }
  }

  /// The surroundings of one machine between two starts.
  ///
  /// - Parameter error: milliseconds by which its wall clock is wrong at a moment.
  func surroundings(
    machine: String, boot: String, error: @escaping @Sendable (_ now: Int64) -> Int64
  ) -> Surroundings {
    Surroundings(
      machine: Surroundings.Machine(bootID: boot, machineID: "demo-\(machine)"),
      wallMilliseconds: {
        let now = self.now
        return now + error(now)
      },
      monotonicMilliseconds: { self.now },
      random: real.random, environment: { _ in nil })
  }
}
