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

  /// What a laptop sent while it was declared lost and that still waits for a ruling.
  func lateReviews(of laptop: ReplicaID) throws -> [RowID] {
    try inspect { try $0.store.lateOperations(of: laptop).map(\.id) }
  }

  /// Takes back that a laptop was declared lost and, where `admits`, lets stand what it sent
  /// meanwhile.
  ///
  /// - Returns: what that gives it, and how many entries were admitted.
  func takeBack(
    _ laptop: ReplicaID, admits: Bool, by person: String
  ) throws -> (changes: [NamedGrantChange], admitted: Int) {
    // Known only as long as it counts as lost.
    let late = try lateReviews(of: laptop)
    let changes = try declareFound(laptop, isDryRun: false)
    guard admits else { return (changes, 0) }
    let admitted = try change { field, clock in
      var count = 0
      for id in late {
        let review = try field.review(named: "#\(id.rawValue)")
        guard review.state == .neutralised else { continue }
        _ = try field.rule(
          on: review, admits: true, edited: nil, by: person, note: nil, clock: clock,
          isDryRun: false)
        count += 1
      }
      return count
    }
    return (changes, admitted)
  }

  /// Lets a laptop report for a team; what it may hold stays.
  func setTeam(_ team: RowID, of laptop: ReplicaID) throws {
    try administer { store, _ in try store.setTeam(team, of: laptop) }
  }
}
