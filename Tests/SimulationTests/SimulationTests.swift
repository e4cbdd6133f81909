import Foundation
import Simulation
import Testing

/// Which worlds to run: `SEED=s` one, `CAMTAY_SEEDS=n` so many, `CAMTAY_LONG=1` many and long.
private enum Choice {
  static let environment = ProcessInfo.processInfo.environment
  static let isLong = environment["CAMTAY_LONG"] == "1"
  static let steps = isLong ? 300 : SimulationRun.usualSteps

  static let seeds: Range<UInt64> = {
    if let seed = environment["SEED"].flatMap(UInt64.init) { return seed..<seed + 1 }
    let count = environment["CAMTAY_SEEDS"].flatMap(UInt64.init) ?? (isLong ? 2_000 : 1_000)
    return 1..<count + 1
  }()
}

@Suite struct SimulationTests {
  @Test func `every world of many seeds keeps every invariant`() {
    let (report, failures) = simulate(
      seeds: Choice.seeds, steps: Choice.steps,
      workers: ProcessInfo.processInfo.activeProcessorCount)
    for failure in failures { Issue.record("\(failure)") }
    guard Choice.seeds.count >= 200, failures.isEmpty else { return }
    // A simulator that exercises nothing finds nothing.
    for name in SimulationReport.menu {
      #expect(report.faults[name, default: 0] > 0, "no world played \(name)")
    }
    #expect(report.committedActs > 10 * Choice.seeds.count)
    #expect(report.failedActs > 200)
    #expect(report.completedRounds > 5 * Choice.seeds.count)
    #expect(report.crashes > 100)
    #expect(report.diskErrors > 50)
    #expect(report.heldBatches > Choice.seeds.count / 50)
    #expect(report.relayedBatches > 50)
    #expect(report.meetings > Choice.seeds.count / 5)
    #expect(report.refusedMeetings > 5)
    #expect(report.packsTakenIn > Choice.seeds.count / 10)
    #expect(report.returnsTakenIn > Choice.seeds.count / 10)
    #expect(report.conflicts > 20)
    #expect(report.snapshots > 5)
    #expect(report.droppedBatches > Choice.seeds.count / 50)
    #expect(report.scopesLetGo > 5)
    #expect(report.erasures > Choice.seeds.count / 20)
    #expect(report.keyringsPutBack > Choice.seeds.count / 100)
    #expect(report.replacedSnapshots > Choice.seeds.count / 100)
    #expect(report.meetingsOfCopies > Choice.seeds.count / 100)
    #expect(report.refusedRequests > Choice.seeds.count / 10)
    #expect(report.rolledBackDisks > Choice.seeds.count / 100)
    #expect(report.collisions > Choice.seeds.count / 100)
    #expect(report.reissuedOperations > Choice.seeds.count / 100)
  }

  @Test func `a seed gives the same world twice`() throws {
    for seed in [7, 12, 40] as [UInt64] {
      let first = try SimulationRun(seed: seed).run()
      let second = try SimulationRun(seed: seed).run()
      #expect(first.report == second.report)
      #expect(first.checksum == second.checksum)
    }
  }
}
