import Randomness
import Replica
import SQLite

/// Programs and machines that start anew in good order, or work side by side. (Crashes:
/// `DiskFaults`.)
enum RestartFaults {
  static let all = [
    Fault("laptop restarts", weight: 3, .step { try $0.restart($1) }),
    Fault("centre restarts", weight: 1, .step { world, _ in try world.restart(world.centre) }),
    Fault("second program", weight: 4, .step { try $0.actMeanwhile(at: $1) }),
  ]
}

extension World {
  /// While a round waits for the network, somebody records something with a second program.
  fileprivate func actMeanwhile(at laptop: Machine) throws {
    trace.note("\(laptop.label): a second program works while a round waits")
    let pending = try attempting(laptop) {
      try $0.makeRequest(Self.software, clock: reading(of: laptop), random: &random)
    }
    guard let pending, let answer = try serve(pending.request), !laptop.disk.isDead else { return }
    do {
      // The store draws from the world's source, which the act needs as well.
      var opening = SeededGenerator(seed: random.next())
      try laptop.withSecondProgram(&opening) {
        for _ in 0..<1 + random.below(3) {
          try perform(.next(atCentre: false, plan.acts, &random), at: laptop)
        }
      }
    } catch let error as SQLError {
      trace.extend("the second program ends: disk error \(error.code.rawValue)")
    }
    guard !laptop.disk.isDead else { return }
    try absorb(answer, of: pending, at: laptop)
  }

  /// Shut down and started in good order.
  func restart(_ machine: Machine) throws {
    touch(machine)
    trace.note("\(machine.label): restarts")
    machine.close()
    machine.clock.restart(at: time)
    machine.hasSignedTime = false
    do {
      try machine.open(&random)
    } catch let error as SQLError {
      trace.extend("\(machine.label) does not open: disk error \(error.code.rawValue)")
      report.diskErrors += 1
    }
  }

  /// Opens a store that may have been interrupted, also while it recovers.
  func reopen(_ machine: Machine) throws {
    touch(machine)
    do {
      try machine.open(&random)
    } catch is SQLError {
      trace.note("\(machine.label): dies while it opens")
      machine.cutPower(at: time, &random)
      report.crashes += 1
      // A full disk would be full again; somebody makes room.
      machine.disk.capacityBytes = nil
      do {
        try machine.open(&random)
      } catch {
        throw Violation(.durability, "\(machine.label) does not open again: \(error)")
      }
    }
  }
}
