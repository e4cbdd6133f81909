import SyncProtocol

/// What a meeting of two laptops has done so far, as one of them saw it.
package struct MeetingReport: Sendable, Equatable {
  /// The scopes that both may hold, ascending, without the public one.
  package var common: [ScopeID] = []
  /// Batches that were given.
  package var givenBatches = 0
  /// Operations in them.
  package var givenOperations = 0
  /// Batches that came and were new.
  package var takenBatches = 0
  /// Operations in them.
  package var takenOperations = 0
  /// Batches that came and were here already.
  package var knownBatches = 0
  /// Batches that came, are kept, and wait for something that is not here.
  package var heldBatches = 0
  /// Why batches that came were not kept, each reason once a batch.
  package var refusals: [String] = []
  /// Keys of sealed values that were given.
  package var givenKeys = 0
  /// Keys that came and were new.
  package var takenKeys = 0
  /// Scopes of which this laptop lacks something that only the centre can give.
  package var lackingHere: Set<ScopeID> = []
  /// Scopes of which the other laptop lacks something that only the centre can give.
  package var lackingThere: Set<ScopeID> = []

  /// Nothing done yet.
  package init() {}

  /// Notes what became of a batch that came.
  mutating func note(_ receipt: Receipt, operations: Int) {
    switch receipt.state {
    case .merged, .fork:
      takenBatches += 1
      takenOperations += operations
    case .duplicate, .lost: knownBatches += 1
    case .held, .needsUpgrade: heldBatches += 1
    case .refused, .collision: refusals.append(receipt.reason)
    }
  }

  /// Whether anything has gone to and fro.
  package var hasExchanged: Bool { givenBatches + takenBatches + heldBatches > 0 }

  /// Whether a person has to look at something.
  package var needsAttention: Bool {
    heldBatches > 0 || !refusals.isEmpty || !lackingHere.isEmpty || !lackingThere.isEmpty
  }
}
