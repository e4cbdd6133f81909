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
  /// Only a laptop can do this.
  case notALaptop
  /// A stream is no part of a pack or return, or of another one, or out of its order.
  case notOneRound
  /// A return that was made for another laptop.
  case returnForAnother
  /// A return of a life of the centre that is over.
  case returnOfEarlierLife
  /// An earlier return of this scope did not come.
  case earlierReturnMissing(ScopeID)
  /// A return tells another log of this scope than the one that was followed here.
  case logDiffers(ScopeID)
  /// No such pack was taken in.
  case noSuchPack
  /// A snapshot of this scope does not hold what it claims.
  case snapshotDamaged(ScopeID)
  /// The scope is being handed back, or its records are not here: nothing may be written there.
  case scopeNotHeld(ScopeID)
  /// A scope with unsent work is not let go before its deadline.
  case scopeNotDue(ScopeID)
  /// The household was copied into another scope already, where it lives on.
  case rowMoved(to: RowID)
  /// The key of a value that has to be copied has not come, or nothing sealed is shown yet.
  case keyNotHere
  /// A review of a whole operation or set has no single value that another could replace.
  case reviewOfRow
  /// Nothing waits for such a batch.
  case notMissing
  /// A missing batch may still be on its way: it is declared lost after 24 hours at the earliest.
  case gapTooFresh
  /// No such batch is kept aside.
  case notAside
  /// A batch that is kept aside stands upon others that are not here.
  case asideIncomplete
  /// A batch of this replica's own number has to wait until everything here was handed over.
  case ownBatchesFirst
  /// The centre was restored from a backup older than what it had called safe, and lacks records of
  /// this scope that stand only in the rows here.
  case centreLacksRecords(ScopeID)
  /// The centre's store is older than what this installation has seen of it; it has to begin a new
  /// epoch before it answers.
  case centreSetBack(evidence: SetBackEvidence)
  /// A sealed value has to be bound to another row, and its key is not at hand.
  case sealedValueCannotMove
  /// A file to restore from, or a copy just made, is not what it must be.
  case backupUnsound(String)
  /// A copy of a keyring is older than 15 days, or its age cannot be told.
  case keyringBackupTooOld(String)
  /// The store that would be replaced has what the backup lacks.
  case storeHasMore(batches: Int64, operations: Int64)

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
    case .notALaptop: "not-a-laptop"
    case .notOneRound: "not-one-round"
    case .returnForAnother: "return-for-another"
    case .returnOfEarlierLife: "return-of-earlier-life"
    case .earlierReturnMissing: "earlier-return-missing"
    case .logDiffers: "log-differs"
    case .noSuchPack: "no-such-pack"
    case .snapshotDamaged: "snapshot-damaged"
    case .scopeNotHeld: "scope-not-held"
    case .scopeNotDue: "scope-not-due"
    case .rowMoved: "household-moved"
    case .keyNotHere: "key-not-here"
    case .reviewOfRow: "review-of-row"
    case .notMissing: "batch-not-missing"
    case .gapTooFresh: "gap-too-fresh"
    case .notAside: "batch-not-aside"
    case .asideIncomplete: "aside-incomplete"
    case .ownBatchesFirst: "own-batches-first"
    case .centreLacksRecords: "centre-lacks-records"
    case .centreSetBack: "centre-restored"
    case .sealedValueCannotMove: "sealed-value-cannot-move"
    case .backupUnsound: "backup-unsound"
    case .keyringBackupTooOld: "keyring-backup-too-old"
    case .storeHasMore: "store-has-more"
    }
  }
}
