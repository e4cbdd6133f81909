import FieldWork
import Replica
import SyncProtocol

/// What the centre knows to be missing from its numbers, as counts and pages say it.
package struct CentreShortfall: Sendable, Hashable {
  /// What was lost of each laptop's reports.
  package var setbacks: [ReplicaID: Coverage.Setback]
  /// Since when the centre's data are an older state.
  package var setBack: LocalDateTime?
  /// Batches that wait.
  package var heldBatches: Int
  /// Batches that were declared lost.
  package var lostBatches: Int
  /// The day of the earliest record; nil without any.
  package var begun: LocalDate?

  /// Looks at a store.
  package init(_ store: Store) throws {
    let shortfall = try store.shortfall()
    setBack = shortfall.since.map(LocalDateTime.init(time:))
    heldBatches = shortfall.heldBatches
    lostBatches = shortfall.lostBatches
    begun = try RecordReader(store).firstVisitDay()
    setbacks = [:]
    for replica in shortfall.awaited { setbacks[replica] = .awaited }
    guard !shortfall.stopped.isEmpty else { return }
    let labels = try RecordReader(store).scopeLabels()
    for (replica, scopes) in shortfall.stopped {
      setbacks[replica] = .stopped(areas: scopes.map { Self.label(of: $0, labels) })
    }
  }

  private static func label(of scope: ScopeID, _ labels: [ScopeID: String]) -> String {
    labels[scope] ?? "#\(scope.rawValue)"
  }
}
