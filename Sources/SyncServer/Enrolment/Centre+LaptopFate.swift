import Replica
import SyncProtocol

/// What becomes of laptops, one function under each command and its page.
extension Centre {
  /// Declares a laptop lost, or says what that would take from it.
  func declareLost(_ laptop: ReplicaID, isDryRun: Bool) throws -> [NamedGrantChange] {
    try changeGrants(isDryRun: isDryRun) { store, clock in
      let before = try store.grantedScopes(of: laptop)
      try store.declareLost(laptop, at: clock.wall)
      return [GrantChange(replica: laptop, gained: [], lost: before)]
    }
  }

  /// Takes back that a laptop was declared lost, or says what that would give it.
  func declareFound(_ laptop: ReplicaID, isDryRun: Bool) throws -> [NamedGrantChange] {
    try changeGrants(isDryRun: isDryRun) { store, clock in
      try [store.declareFound(laptop, at: clock.wall)].compactMap(\.self)
    }
  }

  /// Lets a laptop report for a team; what it may hold stays.
  func setTeam(_ team: RowID, of laptop: ReplicaID) throws {
    try administer { store, _ in try store.setTeam(team, of: laptop) }
  }
}
