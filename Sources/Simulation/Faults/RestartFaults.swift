import SQLite

/// Programs and machines that start anew in good order. (Crashes: `DiskFaults`.)
enum RestartFaults {
  static let all = [
    Fault("laptop restarts", weight: 3, .step { try $0.restart($1) }),
    Fault("centre restarts", weight: 1, .step { world, _ in try world.restart(world.centre) }),
  ]
}

extension World {
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
      do {
        try machine.open(&random)
      } catch {
        throw Violation(.durability, "\(machine.label) does not open again: \(error)")
      }
    }
  }
}
