import SyncProtocol

/// One world from one seed: the production code, with its disks, clocks and network simulated.
package struct SimulationRun: Sendable {
  /// Steps of a world where nobody asks for another number.
  package static let usualSteps = 22

  let plan: Plan

  /// Prepares a run; the same seed and steps give the same world.
  ///
  /// - Parameters:
  ///   - steps: steps before everything heals.
  package init(seed: UInt64, steps: Int = usualSteps) {
    plan = Plan(seed: seed, steps: steps)
  }

  init(_ plan: Plan) { self.plan = plan }

  /// Makes all steps, heals the world, and checks every invariant.
  ///
  /// - Returns: what happened, and a checksum over everything that was traced.
  /// - Throws: `SimulationFailure` with the seed that repeats it.
  @discardableResult
  package func run() throws(SimulationFailure) -> (report: SimulationReport, checksum: UInt64) {
    var step = 0
    var world: World?
    do {
      let built = try World(plan)
      world = built
      try built.begin()
      for planned in plan.steps {
        step = planned.number
        built.trace.note("\(step)")
        try built.perform(planned)
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
      seed: plan.seed, step: step, invariant: violation.invariant.rawValue,
      detail: violation.detail, menu: plan.description, trace: world?.trace.tail ?? [])
  }
}
