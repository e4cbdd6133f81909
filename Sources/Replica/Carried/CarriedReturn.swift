import SyncProtocol

/// A return that was written for one laptop.
package struct CarriedReturn: Sendable, Equatable {
  /// The laptop.
  package var replica: ReplicaID
  /// The number that people say; it counts up for each laptop.
  package var number: UInt64
  /// Streams that were written.
  package var streams = 0
  /// The packs that it answers, by number.
  package var packs: [UInt64] = []
  /// Batches whose fate it tells.
  package var receipts = 0
  /// The scopes that it goes on with, ascending.
  package var scopes: [ScopeID] = []
}
