import FieldWork
import Replica
import SyncProtocol

extension Centre {
  /// Whether a laptop may already hold all that a new rule would let it hold, for as long.
  ///
  /// A unit may gain scopes later, so only a rule for the same unit counts there.
  func holds(
    _ target: GrantTarget, _ laptop: ReplicaID, since: Timestamp?, until: Timestamp?
  ) throws -> Bool {
    let now = surroundings.clock().wall
    return try inspect { field in
      let store = field.store
      let day = Int64(LocalDateTime(milliseconds: now.rawValue).date.daysSince1970)
      let rules = try store.grantRules(of: laptop).filter { rule in
        rule.since <= max(since ?? Store.always, now)
          && rule.until ?? Self.ever >= until ?? Self.ever
      }
      if rules.contains(where: { $0.target == target }) { return true }
      if case .unit = target { return false }
      let held = try Set(store.scopes(of: Set(rules.map(\.target)), on: day).values.joined())
      let wanted = try store.scopes(of: target, on: day)
      return !wanted.isEmpty && held.isSuperset(of: wanted)
    }
  }

  private static let ever = Timestamp(rawValue: .max)
}
