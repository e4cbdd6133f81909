/// Makes a failing world smaller: leaves out steps, faults and laptops for as long as it still
/// breaks the same invariant.
struct Shrinker {
  /// Worlds it may still run.
  private var budget: Int
  private var plan: Plan
  private var failure: SimulationFailure

  /// The smallest failing world that so many runs find.
  ///
  /// - Returns: the failure of that world, whose trace is of it alone.
  static func shrink(
    _ plan: Plan, _ failure: SimulationFailure, runs: Int = 200
  ) -> SimulationFailure {
    var shrinker = Shrinker(budget: runs, plan: plan, failure: failure)
    shrinker.leaveOutSteps()
    shrinker.leaveOutSideFaults()
    shrinker.leaveOutLaptops()
    shrinker.leaveOutSteps()
    return shrinker.failure
  }

  /// Keeps a smaller world if it fails in the same way.
  private mutating func accepts(_ smaller: Plan) -> Bool {
    guard budget > 0 else { return false }
    budget -= 1
    do {
      try SimulationRun(smaller).run()
      return false
    } catch {
      guard error.invariant == failure.invariant else { return false }
      plan = smaller
      failure = error
      return true
    }
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
    for index in plan.steps.indices where plan.steps[index].hasSideFaults {
      var smaller = plan
      smaller.steps[index].disk = nil
      _ = accepts(smaller)
      smaller = plan
      smaller.steps[index].there = .arrives
      _ = accepts(smaller)
      smaller = plan
      smaller.steps[index].back = .arrives
      _ = accepts(smaller)
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
