import Randomness

extension World {
  /// Makes one step, with a fault of a disk in some of them, and leaves every store open.
  func perform(_ step: Plan.Step) throws {
    random = SeededGenerator(seed: step.seed)
    report.steps += 1
    let laptop = laptops[step.laptop % laptops.count]
    let disk = step.disk.map { (fault: $0.fault, machine: $0.isAtCentre ? centre : laptop) }
    if let disk {
      report.play(disk.fault.name)
      order(disk.fault, at: disk.machine)
    }
    fates = (step.there, step.back)
    touched = []
    try perform(step.deed, at: laptop)
    if let disk { try end(disk.fault, at: disk.machine) }
    for machine in machines where !machine.isOpen { try reopen(machine) }
    if case .fault = step.deed { touch(laptop) }
    try checkStep()
  }

  private func perform(_ deed: Plan.Deed, at laptop: Machine) throws {
    switch deed {
    case .actAtLaptop: try perform(.next(atCentre: false, plan.acts, &random), at: laptop)
    case .actAtCentre:
      try perform(.next(atCentre: true, plan.acts, &random), at: centre)
      if !centre.disk.isDead { try observeArrivals() }
    case .round: try round(of: laptop)
    case .fault(let fault):
      guard case .step(let play) = fault.kind else { return }
      report.play(fault.name)
      try play(self, laptop)
    }
  }
}
