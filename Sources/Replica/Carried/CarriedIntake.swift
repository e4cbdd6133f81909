import SyncProtocol

/// What a pack brought to the centre, or would bring.
package struct CarriedIntake: Sendable, Equatable {
  /// What became of its batches of one scope.
  package struct Scope: Sendable, Equatable {
    /// The scope.
    package var scope: ScopeID
    /// Batches that came for the first time, whatever became of them.
    package var newBatches = 0
    /// Operations in them.
    package var newOperations: Int64 = 0
    /// Batches that were here already.
    package var knownBatches = 0
    /// Operations in them.
    package var knownOperations: Int64 = 0
  }

  /// The identity of the pack.
  package var pack: [UInt8]
  /// The number that people say.
  package var number: UInt64
  /// The laptop that made it.
  package var replica: ReplicaID
  /// What people call the laptop.
  package var label: String
  /// When it was made, as far as that can be known.
  package var packed: Timestamp
  /// Streams that it has.
  package var streams = 0
  /// What it holds, ascending by scope.
  package var scopes: [Scope] = []
  /// Batches that were merged now.
  package var merged = 0
  /// Batches that are kept and wait for something else, or for an upgrade.
  package var waiting = 0
  /// Batches that contradict what is here, and are kept aside.
  package var aside = 0
  /// Batches that were refused, with the reasons, sorted.
  package var refusals: [String] = []
  /// True when this very pack was taken in before.
  package var isRepeated = false
  /// True when more was heard of its laptop since it was made: what it says of the laptop is past.
  package var isOld = false

  /// Batches that came for the first time.
  package var newBatches: Int { scopes.reduce(0) { $0 + $1.newBatches } }
  /// Operations in them.
  package var newOperations: Int64 { scopes.reduce(0) { $0 + $1.newOperations } }
  /// Batches that were here already.
  package var knownBatches: Int { scopes.reduce(0) { $0 + $1.knownBatches } }
  /// Operations in them.
  package var knownOperations: Int64 { scopes.reduce(0) { $0 + $1.knownOperations } }
}
