import SyncProtocol

/// A batch that the centre keeps aside, with what has become of each of its operations.
package struct AsideBatch: Sendable, Equatable {
  /// One operation of it.
  package struct Entry: Sendable, Equatable {
    /// What its author wrote, with every value opened that can be.
    package var operation: Operation
    /// The operation that says the same and is in the log here: itself, its author's second writing
    /// of it, or what the centre wrote when a person adopted it; nil where nothing says it.
    package var standing: Dot?
    /// False for what a laptop may not write: the centre writes it for nobody.
    package var isAdoptable: Bool

    /// True for what only a person's decision brings back.
    package var waits: Bool { standing == nil && isAdoptable }
  }

  /// A person's decision to adopt it.
  package struct Adoption: Sendable, Equatable {
    /// Who decided, and what they said about it.
    package var person: String, note: String?
    /// When.
    package var time: Timestamp
  }

  /// Its name.
  package var hash: ContentHash
  /// Who closed it, and its place in the chain.
  package var replica: ReplicaID, sequence: UInt64
  /// Its scope.
  package var scope: ScopeID
  /// When its author closed it, by that clock as far as it was known.
  package var closed: Timestamp
  /// When it came here.
  package var received: Timestamp
  /// Its operations, in the order written.
  package var entries: [Entry]
  /// Batches that it stands upon and that are neither merged nor kept aside here, ascending: what
  /// it refers to cannot be told without them.
  package var missing: [Batch.Tip]
  /// The decision; nil while there is none.
  package var adoption: Adoption?

  /// How many operations only a person's decision brings back.
  package var waitingCount: Int { entries.count(where: \.waits) }

  /// True while a person has to decide.
  package var waits: Bool { waitingCount > 0 }
}
