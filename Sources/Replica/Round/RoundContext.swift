import SyncProtocol

/// What one round knows beside what it stores; empty outside a round.
struct RoundContext {
  /// At the centre: who asks.
  var asker: ReplicaID?
  /// At the centre: from which counter on each session of the asker left the known history.
  var divergences: [Origin: UInt32] = [:]
  /// At the centre: batches of the asker all of whose operations it objected to because of the grants,
  /// with the reason.
  var objected: [ContentHash: String] = [:]
  /// At the centre, while a pack is taken in: batches that came for the first time.
  var brought: Set<ContentHash>?
  /// At a laptop: the request carried every batch that had no receipt, so that what has none now
  /// is not at the centre.
  var isRequestComplete = false
  /// At a laptop, while a return is taken in that was carried by hand: what it may speak of.
  var carried: CarriedContext?
  /// At a laptop: batches of which the answer says that they collide; a FRONTIER in it takes no word
  /// of this life back.
  var collided: Set<ContentHash> = []
  /// At a laptop: batches of its own number arrived that it did not close.
  var metOwnHistory = false
  /// At a laptop: what the centre was taken to have waits for a receipt again.
  private(set) var offersAgain = false
  /// At a laptop: scopes whose rows can no longer be told from the operations that were given new
  /// dots, and are built anew.
  var mixed: Set<ScopeID> = []

  /// What waits for a receipt again was not in the request: the centre may have it all the same.
  mutating func offerAgain() {
    offersAgain = true
    isRequestComplete = false
  }
}
