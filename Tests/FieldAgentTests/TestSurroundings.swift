import Foundation
import Randomness
import Replica
import Synchronization

/// The generator of random tests, under a name that every file of this folder sees.
typealias SeededGenerator = Randomness.SeededGenerator

/// A machine whose clocks a test sets: true time passes by a second with every reading.
final class TestMachine: Sendable {
  private struct State {
    var milliseconds: Int64
    var wallErrorMilliseconds: Int64 = 0
    var boot = 1
    var seed: UInt64
    var environment: [String: String] = [:]
    var freeDiskBytes: UInt64?
  }

  private let state: Mutex<State>
  let name: String

  init(_ name: String, seed: UInt64, start: Int64) {
    self.name = name
    state = Mutex(State(milliseconds: start, seed: seed))
  }

  /// Sets the wall clock wrong by so many days.
  func setWall(daysOff days: Int64) {
    state.withLock { $0.wallErrorMilliseconds = days * 86_400_000 }
  }

  /// Sets a variable of the environment.
  func set(_ name: String, _ value: String?) { state.withLock { $0.environment[name] = value } }
  /// So many bytes are left on the disk.
  func leave(freeBytes: UInt64) { state.withLock { $0.freeDiskBytes = freeBytes } }

  func restart() { state.withLock { $0.boot += 1 } }

  func pass(hours: Int64) { state.withLock { $0.milliseconds += hours * 3_600_000 } }

  /// The surroundings of one run of a program: the boot is read when it starts.
  var surroundings: Surroundings {
    let boot = state.withLock { $0.boot }
    return Surroundings(
      machine: Surroundings.Machine(bootID: "\(name)-\(boot)", machineID: name),
      wallMilliseconds: {
        self.state.withLock { state in
          state.milliseconds += 1_000
          return state.milliseconds + state.wallErrorMilliseconds
        }
      },
      monotonicMilliseconds: { self.state.withLock { $0.milliseconds } },
      random: {
        self.state.withLock { state in
          state.seed += 1
          return SeededGenerator(seed: state.seed)
        }
      },
      environment: { name in self.state.withLock { $0.environment[name] } },
      freeDisk: { home in self.state.withLock(\.freeDiskBytes) ?? home.freeDiskBytes },
      passwordCost: .init(operations: 1, memoryBytes: 8_192))
  }
}

/// A folder that is gone when the test is over.
final class TemporaryFolder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("camtay-agent-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
