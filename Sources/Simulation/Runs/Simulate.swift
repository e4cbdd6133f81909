import Dispatch
import Synchronization

/// Runs one world for each seed, side by side.
///
/// - Parameters:
///   - seeds: the seeds.
///   - steps: steps of each world.
///   - workers: how many worlds run at a time.
///   - shrunkFailures: so many failures are made smaller before they are told; each costs up to two
///     hundred worlds.
///   - onProgress: gets the number of worlds that have ended.
/// - Returns: the sum of what happened, and the failures in order of seed.
package func simulate(
  seeds: Range<UInt64>, steps: Int = SimulationRun.usualSteps, workers: Int = 1,
  shrunkFailures: Int = 2,
  onProgress: @Sendable (Int) -> Void = { _ in }
) -> (report: SimulationReport, failures: [SimulationFailure]) {
  struct Sum: Sendable {
    var report = SimulationReport()
    var failures: [SimulationFailure] = []
    var ended = 0
    var shrunk = 0
  }
  let sum = Mutex(Sum())
  let next = Atomic<UInt64>(seeds.lowerBound)
  DispatchQueue.concurrentPerform(iterations: workers) { _ in
    while true {
      let seed = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard seed < seeds.upperBound else { return }
      let run = SimulationRun(seed: seed, steps: steps)
      do throws(SimulationFailure) {
        let report = try run.run().report
        sum.withLock { $0.report = $0.report + report }
      } catch {
        var failure = error
        let shrinks = sum.withLock { sum in
          sum.shrunk += 1
          return sum.shrunk <= shrunkFailures
        }
        if shrinks { failure = Shrinker(run.plan, failure).failure }
        sum.withLock { $0.failures.append(failure) }
      }
      onProgress(
        sum.withLock { sum in
          sum.ended += 1
          return sum.ended
        })
    }
  }
  return sum.withLock { ($0.report, $0.failures.sorted { $0.seed < $1.seed }) }
}
