import SyncProtocol

/// What one round did, in the numbers people are shown.
package struct RoundOutcome: Sendable, Equatable {
  /// Batches the centre confirmed in this round.
  package var confirmedBatches = 0
  /// Operations in them.
  package var confirmedOperations: Int64 = 0
  /// Batches the centre keeps until something it lacks arrives.
  package var heldBatches = 0
  /// Batches the centre refused, with its reasons, sorted.
  package var refusals: [String] = []
  /// Batches of others that were merged here.
  package var receivedBatches = 0
  /// Operations in them.
  package var receivedOperations = 0
  /// Scopes whose digest was found equal to the centre's.
  package var equalScopes = 0
  /// Scopes whose digest differs although both sides hold the same batches: a defect.
  package var differingScopes: [ScopeID] = []
  /// Scopes of which rows were replaced by the centre's, because their digest differed.
  package var repairedScopes: [ScopeID] = []
  /// Scopes whose log could not be followed to its end in this round, with the reason. What came
  /// before stands, and the next round asks again.
  package var blockedScopes: [ScopeID: String] = [:]
  /// Bytes of snapshots that came.
  package var snapshotBytes = 0
  /// Scopes whose snapshot was whole and was taken in.
  package var snapshotScopes: [ScopeID] = []
  /// Scopes that were handed back and are no longer here.
  package var scopesLetGo: [ScopeID] = []
  /// Scopes that started over although the restored centre lacks what stood only in the rows here:
  /// a person gave it up (`Store.givesUpRows`).
  package var scopesGivenUp: [ScopeID] = []
  /// Operations that were written again under new dots, because other ones stood under theirs.
  package var reissuedOperations = 0
  /// True when either side has more to say and the round should be repeated.
  package var hasMore = false
  /// Milliseconds the wall clock was off; nil when the answer carried no time.
  package var clockErrorMilliseconds: Int64?

  /// Nothing done yet.
  package init() {}

  /// Adds what the round behind this one did.
  package mutating func add(_ next: RoundOutcome) {
    confirmedBatches += next.confirmedBatches
    confirmedOperations += next.confirmedOperations
    receivedBatches += next.receivedBatches
    receivedOperations += next.receivedOperations
    reissuedOperations += next.reissuedOperations
    // A batch that is refused or held is so again in every round: the last round tells.
    heldBatches = next.heldBatches
    refusals = next.refusals
    equalScopes = next.equalScopes
    differingScopes = next.differingScopes
    repairedScopes += next.repairedScopes
    blockedScopes = next.blockedScopes
    snapshotBytes += next.snapshotBytes
    snapshotScopes += next.snapshotScopes
    scopesLetGo += next.scopesLetGo
    scopesGivenUp += next.scopesGivenUp
    hasMore = next.hasMore
    clockErrorMilliseconds = next.clockErrorMilliseconds ?? clockErrorMilliseconds
  }

  /// True when something was handed over, came, or was let go.
  package var hasProgressed: Bool {
    confirmedBatches + receivedBatches + snapshotBytes + scopesLetGo.count > 0
  }

  /// True when a scope stops because a restored centre lacks what is here.
  package var lacksRecords: Bool { !stoppedScopes.isEmpty }

  /// The scopes that stop so, ascending.
  package var stoppedScopes: [ScopeID] {
    blockedScopes.keys.filter(lacksRecords(of:)).sorted()
  }

  /// True when this scope stops because a restored centre lacks what is here.
  package func lacksRecords(of scope: ScopeID) -> Bool {
    blockedScopes[scope] == ReplicaError.centreLacksRecords(scope).code
  }
}
