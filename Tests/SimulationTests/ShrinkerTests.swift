import Testing

@testable import Simulation

@Suite struct ShrinkerTests {
  private func failure(_ plan: Plan, _ invariant: String = "broken") -> SimulationFailure {
    SimulationFailure(
      seed: plan.seed, step: 0, invariant: invariant, detail: "", menu: plan.description, trace: [])
  }

  @Test func `a failing world is shrunk to the steps, faults and laptops that it needs`() {
    let plan = Plan(seed: 3, steps: 40)
    let shrinker = Shrinker(plan, failure(plan)) { plan in
      let numbers = Set(plan.steps.map(\.number))
      return numbers.isSuperset(of: [5, 17]) ? self.failure(plan) : nil
    }
    #expect(shrinker.plan.steps.map(\.number) == [5, 17])
    #expect(shrinker.plan.steps.allSatisfy { $0.disk == nil })
    #expect(shrinker.plan.steps.allSatisfy { $0.there == .arrives && $0.back == .arrives })
    #expect(shrinker.plan.laptopCount == 1)
  }

  @Test func `a smaller world that fails in another way is not taken for the same`() {
    let plan = Plan(seed: 3, steps: 8)
    let shrinker = Shrinker(plan, failure(plan)) { self.failure($0, "something else") }
    #expect(shrinker.plan.steps.count == 8)
  }

  @Test func `leaving out a step changes no other`() {
    let plan = Plan(seed: 9, steps: 12)
    #expect(plan.steps.map(\.number) == Array(1...12))
    #expect(Set(plan.steps.map(\.seed)).count == 12)
    // A longer world of the same seed begins the same.
    #expect(Plan(seed: 9, steps: 30).steps.prefix(12).map(\.seed) == plan.steps.map(\.seed))
  }

  @Test func `worlds draw different parts of the menu, and each fault is drawn by some`() {
    let menus = (1...200 as ClosedRange<UInt64>).map { Plan(seed: $0, steps: 1).faults.map(\.name) }
    #expect(Set(menus).count > 150)
    #expect(Set(menus.flatMap { $0 }) == Set(FaultMenu.all.map(\.name)))
    #expect(Set(FaultMenu.all.map(\.name)).count == FaultMenu.all.count)
  }
}
