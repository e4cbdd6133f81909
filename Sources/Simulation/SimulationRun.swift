/// One world from one seed: the production code, with its disks, clocks and network simulated.
package struct SimulationRun: Sendable {
  /// The seed.
  package let seed: UInt64
  /// Steps before everything heals.
  package let steps: Int

  /// Prepares a run; the same seed and steps give the same world.
  package init(seed: UInt64, steps: Int = 25) {
    self.seed = seed
    self.steps = steps
  }

  /// Makes all steps, heals the world, and checks every invariant.
  ///
  /// - Returns: what happened, and a checksum over everything that was traced.
  /// - Throws: `SimulationFailure` with the seed that repeats it.
  @discardableResult
  package func run() throws(SimulationFailure) -> (report: SimulationReport, checksum: UInt64) {
    var step = 0
    var world: World?
    do {
      let built = try World(seed: seed)
      world = built
      try built.begin()
      while step < steps {
        step += 1
        built.report.steps = step
        try Scheduler.step(built)
      }
      step += 1
      try built.heal()
      return (built.report, built.trace.checksum)
    } catch let violation as Violation {
      throw failure(step, violation, world)
    } catch {
      throw failure(step, Violation(.unexpected, "\(error)"), world)
    }
  }

  private func failure(_ step: Int, _ violation: Violation, _ world: World?) -> SimulationFailure {
    SimulationFailure(
      seed: seed, step: step, invariant: violation.invariant.rawValue, detail: violation.detail,
      trace: world?.trace.tail ?? [])
  }
}

/// Runs worlds one after the other, for a command.
///
/// - Parameters:
///   - seeds: one world each.
///   - steps: steps of each world.
///   - onFailure: gets every failure as it is found.
/// - Returns: the sum of what happened, and how many worlds failed.
package func simulate(
  seeds: some Sequence<UInt64>, steps: Int = 25, onFailure: (SimulationFailure) -> Void
) -> (report: SimulationReport, failures: Int) {
  var sum = SimulationReport()
  var failures = 0
  for seed in seeds {
    do {
      sum = try sum + SimulationRun(seed: seed, steps: steps).run().report
    } catch {
      failures += 1
      onFailure(error)
    }
  }
  return (sum, failures)
}
