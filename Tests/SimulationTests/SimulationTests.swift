import Foundation
import Simulation
import Testing

/// Which worlds to run: `SEED=s` one, `CAMTAY_SEEDS=n` so many, `CAMTAY_LONG=1` many and long.
private enum Choice {
  static let environment = ProcessInfo.processInfo.environment
  static let isLong = environment["CAMTAY_LONG"] == "1"
  static let steps = isLong ? 300 : 25

  static let seeds: [UInt64] = {
    if let seed = environment["SEED"].flatMap(UInt64.init) { return [seed] }
    let count = environment["CAMTAY_SEEDS"].flatMap(UInt64.init) ?? (isLong ? 2_000 : 200)
    return Array(1..<count + 1)
  }()

  /// The seeds in parts, so that they run side by side.
  static let parts: [[UInt64]] = stride(from: 0, to: seeds.count, by: 50).map {
    Array(seeds[$0..<min($0 + 50, seeds.count)])
  }
}

@Suite struct SimulationTests {
  @Test(arguments: Choice.parts)
  func `every world of many seeds keeps every invariant`(seeds: [UInt64]) {
    let (report, failures) = simulate(seeds: seeds, steps: Choice.steps) { failure in
      Issue.record("\(failure)")
    }
    #expect(failures == 0)
    if seeds.count == 50 {
      // A simulator that exercises nothing finds nothing.
      #expect(report.committedActs > 200)
      #expect(report.failedActs > 10)
      #expect(report.completedRounds > 50)
      #expect(report.networkFaults > 50)
      #expect(report.crashes > 10)
      #expect(report.heldBatches > 0)
      #expect(report.conflicts > 0)
    }
  }

  @Test func `a seed gives the same world twice`() throws {
    let first = try SimulationRun(seed: 7).run()
    let second = try SimulationRun(seed: 7).run()
    #expect(first.report == second.report)
    #expect(first.checksum == second.checksum)
  }
}
