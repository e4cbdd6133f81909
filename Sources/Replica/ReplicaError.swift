import SyncProtocol

/// What can go wrong in a store, other than SQLite's own errors. Codes are stable.
package enum ReplicaError: Error, Equatable, Sendable {
  /// The file is a database, but no store of this program.
  case notAStore
  /// A later version of the program wrote the store; nothing was changed.
  case storeIsNewer
  /// The store belongs to another replica than the keys beside it.
  case keysOfAnotherStore
  /// A row that a write names is not in the store.
  case noSuchRow(RowID)
  /// One act would write more operations, or more bytes, into a scope than a batch holds.
  case actTooLarge(operations: Int)
  /// A value is longer than the protocol allows.
  case valueTooLong(field: String)
  /// Text with U+0000, which the protocol does not carry.
  case textHasNull(field: String)
  /// An answer repeats another nonce than the one just sent: an old answer, or another's.
  case answerOfAnotherRound
  /// The centre did not answer the request.
  case refused(Problem)
  /// The answer is signed by somebody who is not the centre this store belongs to.
  case notOurCentre
  /// The centre's log jumped over an arrival number of this scope.
  case arrivalGap(ScopeID)
  /// The keyring cannot be opened: its store key is gone or damaged.
  case storeKeyMissing
  /// The keyring belongs to another store key than the one beside it.
  case storeKeyWrong
  /// The resident or household was erased, and nothing more is written about them.
  case subjectErased(RowID)
  /// Only the centre can do this.
  case notTheCentre
  /// A review of a whole operation or set has no single value that another could replace.
  case reviewOfRow
  /// Nothing waits for such a batch.
  case notMissing
  /// A missing batch may still be on its way: it is declared lost after 24 hours at the earliest.
  case gapTooFresh

  /// A stable code for logs, messages and `--json`.
  package var code: String {
    switch self {
    case .notAStore: "not-a-store"
    case .storeIsNewer: "store-newer"
    case .keysOfAnotherStore: "keys-of-another-store"
    case .noSuchRow: "no-such-row"
    case .actTooLarge: "act-too-large"
    case .valueTooLong: "value-too-long"
    case .textHasNull: "text-has-null"
    case .answerOfAnotherRound: "answer-of-another-round"
    case .refused(let problem): problem.code
    case .notOurCentre: "not-our-centre"
    case .arrivalGap: "arrival-gap"
    case .storeKeyMissing: "store-key-missing"
    case .storeKeyWrong: "store-key-wrong"
    case .subjectErased: "subject-erased"
    case .notTheCentre: "not-the-centre"
    case .reviewOfRow: "review-of-row"
    case .notMissing: "batch-not-missing"
    case .gapTooFresh: "gap-too-fresh"
    }
  }
}
