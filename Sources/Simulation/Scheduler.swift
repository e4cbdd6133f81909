import Replica
import SQLite

/// What the world does next.
enum Scheduler {
  /// The kinds of step.
  enum Step {
    case actAtLaptop, actAtCentre, round, pack, lateRequest, courier
    case clockJump, restart, restartCentre, grant, nightfall
  }

  /// Draws a step.
  static func next(_ random: inout SeededGenerator) -> Step {
    random.pick([
      (42, .actAtLaptop), (9, .actAtCentre), (22, .round), (7, .pack), (3, .lateRequest),
      (5, .courier),
      (4, .clockJump), (3, .restart), (1, .restartCentre), (1, .grant), (2, .nightfall),
    ])
  }

  /// Makes one step, with a fault of a disk in some of them, and leaves every store open.
  static func step(_ world: World) throws {
    let laptop = world.laptops[world.random.below(world.laptops.count)]
    let step = next(&world.random)
    let victim = world.random.chance(70) && step != .actAtCentre ? laptop : world.centre
    let fault = DiskFault.order(for: victim, &world.random)
    if let fault { world.trace.note("(\(victim.label)'s disk: \(fault))") }
    try perform(step, laptop, world)
    try DiskFault.end(fault, at: victim, world)
    for machine in world.machines where !machine.isOpen { try world.reopen(machine) }
    try world.checkStep([laptop, world.centre])
  }

  private static func perform(_ step: Step, _ laptop: Machine, _ world: World) throws {
    switch step {
    case .actAtLaptop:
      try world.perform(.next(atCentre: false, &world.random), at: laptop)
    case .actAtCentre:
      try world.perform(.next(atCentre: true, &world.random), at: world.centre)
      if !world.centre.disk.isDead { try world.observeArrivals() }
    case .round: try world.round(of: laptop)
    case .pack: try world.pack(laptop)
    case .lateRequest: try world.deliverLateRequest()
    case .courier: try world.courier(laptop)
    case .clockJump: world.jumpClock(of: laptop)
    case .restart: try world.restart(laptop)
    case .restartCentre: try world.restart(world.centre)
    case .grant: try world.grant(to: laptop)
    case .nightfall: world.time += Int64(world.random.below(40)) * 3_600_000
    }
  }
}

extension World {
  private static let yearMilliseconds: Int64 = 365 * 24 * 3_600_000

  /// A wall clock is set wrong, by years or by minutes, or right again.
  func jumpClock(of laptop: Machine) {
    laptop.clock.wallErrorMilliseconds = random.pick([
      (3, 0), (1, 2 * Self.yearMilliseconds), (1, -6 * Self.yearMilliseconds),
      (2, Int64(random.below(3_600_000)) - 1_800_000),
    ])
    trace.note("\(laptop.label): wall clock off by \(laptop.clock.wallErrorMilliseconds) ms")
  }

  /// Shut down and started in good order.
  func restart(_ machine: Machine) throws {
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

  /// A laptop gets the scope it does not have.
  func grant(to laptop: Machine) throws {
    trace.note("\(laptop.label): is granted both hamlets")
    _ = try attempting(centre) {
      try $0.grant(scopes, to: laptop.replica, at: reading(of: centre).wall)
    }
  }

  /// Opens a store that may have been interrupted, also while it recovers.
  func reopen(_ machine: Machine) throws {
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
