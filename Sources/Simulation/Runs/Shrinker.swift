/// Makes a failing world smaller: leaves out steps, faults and laptops for as long as it still
/// breaks the same invariant.
struct Shrinker {
  /// Runs a world; nil when it breaks nothing.
  typealias Run = (Plan) -> SimulationFailure?

  /// Worlds it may still run.
  private var budget: Int
  private(set) var plan: Plan
  /// How the smallest world fails; its trace is of that world alone.
  private(set) var failure: SimulationFailure
  private let run: Run

  /// Finds the smallest failing world that so many runs find.
  init(
    _ plan: Plan, _ failure: SimulationFailure, runs: Int = 200,
    by run: @escaping Run = Shrinker.simulated
  ) {
    budget = runs
    self.plan = plan
    self.failure = failure
    self.run = run
    leaveOutSteps()
    leaveOutSideFaults()
    leaveOutLaptops()
    leaveOutSteps()
  }

  private static func simulated(_ plan: Plan) -> SimulationFailure? {
    do throws(SimulationFailure) {
      try SimulationRun(plan).run()
      return nil
    } catch {
      return error
    }
  }

  /// Keeps a smaller world if it fails in the same way.
  private mutating func accepts(_ smaller: Plan) -> Bool {
    guard budget > 0 else { return false }
    budget -= 1
    guard let found = run(smaller), found.invariant == failure.invariant else { return false }
    plan = smaller
    failure = found
    return true
  }

  /// Halves first, then quarters, down to single steps.
  private mutating func leaveOutSteps() {
    var size = max(1, plan.steps.count / 2)
    while true {
      var start = 0
      while start < plan.steps.count {
        var smaller = plan
        smaller.steps.removeSubrange(start..<min(start + size, plan.steps.count))
        if !accepts(smaller) { start += size }
      }
      guard size > 1 else { return }
      size /= 2
    }
  }

  private mutating func leaveOutSideFaults() {
    for index in plan.steps.indices {
      if plan.steps[index].disk != nil {
        var smaller = plan
        smaller.steps[index].disk = nil
        _ = accepts(smaller)
      }
      for fate in [\Plan.Step.there, \Plan.Step.back]
      where plan.steps[index][keyPath: fate] != .arrives {
        var smaller = plan
        smaller.steps[index][keyPath: fate] = .arrives
        _ = accepts(smaller)
      }
    }
  }

  private mutating func leaveOutLaptops() {
    while plan.laptopCount > 1 {
      var smaller = plan
      smaller.laptopCount -= 1
      guard accepts(smaller) else { return }
    }
  }
}
