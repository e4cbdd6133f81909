import Randomness

/// What a disk is told to do wrong during a step.
enum DiskFault: CustomStringConvertible, Sendable {
  /// Everything stops after so many changes, inside a batch or between two; then the program was
  /// killed, or the power cut and pages that were not synced lost.
  case death(afterChanges: Int)
  /// One write fails and the program goes on.
  case shortWrite(afterWrites: Int)
  /// There is room for so many bytes only.
  case full(roomBytes: Int)

  /// The name of its entry in the menu.
  var name: String {
    switch self {
    case .death: "crash"
    case .shortWrite: "failed write"
    case .full: "disk full"
    }
  }

  /// For the trace.
  var description: String {
    switch self {
    case .death(let count): "dies after \(count) changes"
    case .shortWrite(let count): "fails the write after \(count)"
    case .full(let room): "has room for \(room) bytes"
    }
  }
}

/// Disks that die, fill up, or fail a write.
enum DiskFaults {
  static let all = [
    Fault("crash", weight: 9, .disk { .death(afterChanges: $0.below(30)) }),
    Fault("failed write", weight: 9, .disk { .shortWrite(afterWrites: $0.below(12)) }),
    Fault("disk full", weight: 3, .disk { .full(roomBytes: $0.below(60_000)) }),
  ]
}

extension World {
  /// Orders a fault at a disk.
  func order(_ fault: DiskFault, at machine: Machine) {
    trace.note("(\(machine.label)'s disk: \(fault))")
    switch fault {
    case .death(let count): machine.disk.failAfterWrites(count)
    case .shortWrite(let count): machine.disk.shortenWrite(after: count)
    case .full(let room): machine.disk.capacityBytes = machine.usedBytes + room
    }
  }

  /// Ends a fault; a disk that died takes its program or its whole machine along.
  func end(_ fault: DiskFault, at machine: Machine) throws {
    machine.disk.capacityBytes = nil
    guard case .death = fault else { return }
    let died = machine.disk.isDead
    machine.disk.revive()
    guard died || random.chance(30) else { return }
    report.crashes += 1
    // What came from others is synced later; where the centre has lost it meanwhile it may be gone.
    var had = formerLives.isEmpty || !machine.isOpen ? nil : try? holdings(of: machine)
    if let all = had {
      // So may what another life of this very store had written and the centre handed back.
      let own = ledger.promises(of: machine.number).values.map {
        OperationContent($0.operation, in: $0.scope)
      }
      had = Holdings(
        dots: all.dots.filter { $0.replica != machine.replica },
        contents: all.contents.subtracting(own))
    }
    if random.chance(60) {
      trace.note("\(machine.label): loses power")
      machine.cutPower(at: time, &random)
    } else {
      trace.note("\(machine.label): is killed")
      machine.kill()
    }
    if random.chance(15) { machine.disk.failAfterWrites(random.below(12)) }
    try reopen(machine)
    machine.disk.revive()
    try checkRecovery(of: machine)
    if let had { try releaseUnknown(had) }
  }
}
