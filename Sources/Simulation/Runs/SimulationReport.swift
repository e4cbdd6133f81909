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
  /// How often each fault of the menu was played, by name.
  package private(set) var faults: [String: Int] = [:]
  /// Power cuts and kills.
  package var crashes = 0
  /// Writes that a disk failed without dying.
  package var diskErrors = 0
  /// Batches that the centre held for a time.
  package var heldBatches = 0
  /// Batches that one laptop gave another.
  package var relayedBatches = 0
  /// Meetings of two laptops that went to their end.
  package var meetings = 0
  /// Meetings that one of the two refused.
  package var refusedMeetings = 0
  /// Packs that the centre took in from sticks, again and again.
  package var packsTakenIn = 0
  /// Returns that laptops took in from sticks, again and again.
  package var returnsTakenIn = 0
  /// Batches that wait for ever for what was lost with a laptop.
  package var burntBatches = 0
  /// Snapshots that laptops took in.
  package var snapshots = 0
  /// Batches that compaction dropped.
  package var droppedBatches: Int64 = 0
  /// Scopes that laptops let go.
  package var scopesLetGo = 0
  /// Erasures that were ordered.
  package var erasures = 0
  /// Keyrings that came back from a copy.
  package var keyringsPutBack = 0
  /// Snapshots that were replaced under a laptop that had a part of them.
  package var replacedSnapshots = 0
  /// Times that two copies of a store built on each other's work.
  package var meetingsOfCopies = 0
  /// Disks that went back to a snapshot.
  package var rolledBackDisks = 0
  /// Batches that the centre kept aside, because their dots were issued twice.
  package var collisions = 0
  /// Operations that were given new dots for it.
  package var reissuedOperations = 0
  /// Operations that a person adopted, because nobody was left to write them again.
  package var adoptedOperations = 0
  /// Times that the centre was restored from a backup, or a copy that it noticed.
  package var centreRestores = 0
  /// Times that the centre was set back and nothing told it.
  package var centreSetBacks = 0
  /// Times that a laptop's proof showed the centre that it had been set back.
  package var foundSetBacks = 0
  /// Batches that were declared lost.
  package var gaps = 0
  /// Batches that reached the centre after they had been declared lost.
  package var lateLostBatches = 0
  /// Requests that were put off and sent again.
  package var refusedRequests = 0
  /// Conflicts at the centre at the end.
  package var conflicts = 0

  /// Nothing yet.
  package init() {}

  /// The names of the whole menu.
  package static var menu: [String] { FaultMenu.all.map(\.name) }

  /// Notes that a fault was played.
  mutating func play(_ name: String) { faults[name, default: 0] += 1 }

  /// Notes what became of a message.
  mutating func play(_ fate: Network.Fate) {
    for fault in FaultMenu.all {
      if case .message(let other) = fault.kind, other == fate { play(fault.name) }
    }
  }

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
    sum.faults.merge(right.faults, uniquingKeysWith: +)
    sum.relayedBatches += right.relayedBatches
    sum.meetings += right.meetings
    sum.refusedMeetings += right.refusedMeetings
    sum.packsTakenIn += right.packsTakenIn
    sum.returnsTakenIn += right.returnsTakenIn
    sum.burntBatches += right.burntBatches
    sum.snapshots += right.snapshots
    sum.droppedBatches += right.droppedBatches
    sum.scopesLetGo += right.scopesLetGo
    sum.crashes += right.crashes
    sum.diskErrors += right.diskErrors
    sum.heldBatches += right.heldBatches
    sum.conflicts += right.conflicts
    sum.erasures += right.erasures
    sum.keyringsPutBack += right.keyringsPutBack
    sum.replacedSnapshots += right.replacedSnapshots
    sum.meetingsOfCopies += right.meetingsOfCopies
    sum.rolledBackDisks += right.rolledBackDisks
    sum.collisions += right.collisions
    sum.reissuedOperations += right.reissuedOperations
    sum.adoptedOperations += right.adoptedOperations
    sum.refusedRequests += right.refusedRequests
    sum.centreRestores += right.centreRestores
    sum.centreSetBacks += right.centreSetBacks
    sum.foundSetBacks += right.foundSetBacks
    sum.gaps += right.gaps
    sum.lateLostBatches += right.lateLostBatches
    return sum
  }
}
