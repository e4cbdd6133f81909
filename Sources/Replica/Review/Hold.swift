import SQLite
import SyncProtocol

/// A batch that is missing here while others wait for it.
package struct Hold: Sendable, Equatable {
  /// Milliseconds after which a hold is an incident, and may be declared lost: 24 hours.
  package static let incidentMilliseconds: Int64 = 24 * 3_600_000

  /// The scope.
  package var scope: ScopeID
  /// The missing batch: who closed it, its place in the chain, its hash.
  package var missing: Batch.Tip
  /// Whose batches wait for it, ascending.
  package var waiting: [ReplicaID]
  /// How many operations wait directly for it.
  package var operations: Int64
  /// When the first of those that wait came.
  package var since: Timestamp

  /// True when it has waited so long that a person should look.
  package func isIncident(at now: Timestamp) -> Bool {
    let (age, isOverflowing) = now.rawValue.subtractingReportingOverflow(since.rawValue)
    return isOverflowing ? now > since : age >= Self.incidentMilliseconds
  }
}

extension Store {
  /// Every batch that is missing here, by scope and batch. One that is here and waits itself, or
  /// waits for an upgrade, is not missing.
  package func holds() throws -> [Hold] {
    let held = try connection.rows(
      "SELECT encoded, received FROM batch WHERE state <> 1 AND state = 2 ORDER BY scope, position"
    ) { (encoded: try $0.bytes(at: 0), received: try $0.integer(at: 1)) }
    var holds: [Hold] = []
    for entry in held {
      let header = try Batch(decoding: entry.encoded, primitives: primitives).header
      for tip in Set(header.needed).sorted() where try isMissing(tip, in: header.scope) {
        let since = Timestamp(rawValue: entry.received)
        let place = holds.firstIndex { $0.scope == header.scope && $0.missing == tip }
        guard let place else {
          holds.append(
            Hold(
              scope: header.scope, missing: tip, waiting: [header.replica],
              operations: Int64(header.operationCount), since: since))
          continue
        }
        holds[place].operations += Int64(header.operationCount)
        holds[place].since = min(holds[place].since, since)
        if !holds[place].waiting.contains(header.replica) {
          holds[place].waiting.append(header.replica)
          holds[place].waiting.sort()
        }
      }
    }
    return holds
  }

  private func isMissing(_ tip: Batch.Tip, in scope: ScopeID) throws -> Bool {
    guard try !frontier.isApplied(tip, in: scope) else { return false }
    return try logEntry(tip.hash) == nil
  }
}
