/// What happened in a world, so that a run that exercised nothing is seen.
package struct SimulationReport: Sendable, Equatable {
  /// Steps that were made.
  package var steps = 0
  /// Acts whose commit returned.
  package var committedActs = 0
  /// Acts that threw, on purpose or because of a disk.
  package var failedActs = 0
  /// Operations in the centre's log at the end.
  package var operations = 0
  /// Batches in the centre's log at the end.
  package var batches = 0
  /// Rounds that were tried.
  package var rounds = 0
  /// Rounds that ended with an absorbed answer.
  package var completedRounds = 0
  /// Requests or answers that were damaged, lost, late or repeated.
  package var networkFaults = 0
  /// Power cuts and kills.
  package var crashes = 0
  /// Writes that a disk failed without dying.
  package var diskErrors = 0
  /// Batches that the centre held for a time.
  package var heldBatches = 0
  /// Conflicts at the centre at the end.
  package var conflicts = 0

  /// Nothing yet.
  package init() {}

  /// The sums of two reports.
  package static func + (left: SimulationReport, right: SimulationReport) -> SimulationReport {
    var sum = left
    sum.steps += right.steps
    sum.committedActs += right.committedActs
    sum.failedActs += right.failedActs
    sum.operations += right.operations
    sum.batches += right.batches
    sum.rounds += right.rounds
    sum.completedRounds += right.completedRounds
    sum.networkFaults += right.networkFaults
    sum.crashes += right.crashes
    sum.diskErrors += right.diskErrors
    sum.heldBatches += right.heldBatches
    sum.conflicts += right.conflicts
    return sum
  }
}
