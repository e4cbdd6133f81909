import Replica

/// What a disk is told to do wrong during a step.
enum DiskFault: CustomStringConvertible {
  /// Everything stops after so many changes.
  case death(afterChanges: Int)
  /// One write fails and the program goes on.
  case shortWrite(afterWrites: Int)
  /// There is room for so many bytes only.
  case full(roomBytes: Int)

  /// For the trace.
  var description: String {
    switch self {
    case .death(let count): "dies after \(count) changes"
    case .shortWrite(let count): "fails the write after \(count)"
    case .full(let room): "has room for \(room) bytes"
    }
  }

  /// Orders a fault in some of all steps.
  static func order(for machine: Machine, _ random: inout SeededGenerator) -> DiskFault? {
    let fault: DiskFault? = random.pick([
      (86, nil), (9, .death(afterChanges: random.below(30))),
      (3, .shortWrite(afterWrites: random.below(12))),
      (2, .full(roomBytes: random.below(60_000))),
    ])
    switch fault {
    case .death(let count): machine.disk.failAfterWrites(count)
    case .shortWrite(let count): machine.disk.shortenWrite(after: count)
    case .full(let room): machine.disk.capacityBytes = machine.usedBytes + room
    case nil: break
    }
    return fault
  }

  /// Ends the fault; a disk that died takes its program or its whole machine along.
  static func end(_ fault: DiskFault?, at machine: Machine, _ world: World) throws {
    machine.disk.capacityBytes = nil
    guard case .death = fault else { return }
    let died = machine.disk.isDead
    machine.disk.revive()
    guard died || world.random.chance(30) else { return }
    world.report.crashes += 1
    if world.random.chance(60) {
      world.trace.note("\(machine.label): loses power")
      machine.cutPower(at: world.time, &world.random)
    } else {
      world.trace.note("\(machine.label): is killed")
      machine.kill()
    }
    if world.random.chance(15) { machine.disk.failAfterWrites(world.random.below(12)) }
    try world.reopen(machine)
    machine.disk.revive()
    try world.checkRecovery(of: machine)
  }
}
