import SyncProtocol

/// What `verify` found.
package struct Verification: Sendable, Equatable {
  /// How much is read.
  package enum Depth: Sendable {
    /// The file, the links of chains, and the sums of the rows.
    case quick
    /// Also every signature and certificate, the running hash over arrivals, tips and marks, and
    /// every row against the operations of log and outbox.
    case deep
  }

  /// A thing that is not as it must be.
  package enum Finding: Sendable, Equatable {
    /// SQLite's own check found damage.
    case fileDamaged(String)
    /// The file carries another program's mark.
    case applicationIDForeign(Int64)
    /// A certificate does not decode, or its installation's root key did not sign it.
    case certificateUnsigned(replica: Int64)
    /// A batch in the log does not decode, or its signature does not verify.
    case batchUnreadable(sequence: Int64, replica: Int64)
    /// A chain has a hole or a wrong link.
    case chainBroken(scope: ScopeID, replica: ReplicaID, sequence: UInt64)
    /// The rows differ from what the log and the outbox add up to.
    case stateDiffersFromLog(scope: ScopeID)
    /// Rows have values that no operation of log or outbox wrote.
    case headsUntraced(scope: ScopeID, count: Int)
    /// Rows cannot be read.
    case rowsUnreadable(scope: ScopeID, count: Int)
    /// Columns do not show what the row's heads say.
    case columnsWrong(scope: ScopeID, count: Int)
    /// Arrival numbers of a scope have a gap.
    case arrivalsBroken(scope: ScopeID)
    /// The running hash over the arrival log is not that of its batches.
    case runningHashWrong(scope: ScopeID, arrival: UInt64)
    /// Tips or marks are not those of the log.
    case frontierDiffersFromLog(scope: ScopeID)
    /// The digest that is kept in step with the rows is not the sum of the rows.
    case digestDiffersFromRows(scope: ScopeID)
  }

  /// All findings; empty when everything holds.
  package var findings: [Finding]
  /// Batches read.
  package var batchCount: Int
  /// The digest of every scope, ascending by scope.
  package var digests: [(scope: ScopeID, digest: ScopeDigest)]

  /// Equal findings, counts and digests.
  package static func == (left: Verification, right: Verification) -> Bool {
    left.findings == right.findings && left.batchCount == right.batchCount
      && left.digests.elementsEqual(right.digests) { $0 == $1 }
  }
}
