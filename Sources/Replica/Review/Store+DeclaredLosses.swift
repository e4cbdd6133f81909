import SQLite
import SyncProtocol

/// A batch of this very laptop that the centre was told nobody has any more.
package struct DeclaredLoss: Sendable, Hashable {
  /// What has become of it.
  package enum Fate: Sendable, Hashable {
    /// The centre has it after all: it is numbered there, or its operations were written anew.
    case handedOver
    /// Shown here, and offered to the centre in every round.
    case shownHere
    /// In the log here and not shown, because it came behind the declaration; offered as well.
    case keptHere
    /// Not in the log here. What it said is shown only where rows that came otherwise contain it.
    case notHere
  }

  /// Its scope.
  package var scope: ScopeID
  /// Its place in this laptop's chain of the scope.
  package var sequence: UInt64
  /// Its name.
  package var hash: ContentHash
  /// Who declared it lost; nil where the centre itself did.
  package var declaredBy: String?
  /// What they said about it.
  package var note: String?
  /// When it was declared lost.
  package var declaredAt: Timestamp
  /// When it was closed here; nil where it is not here.
  package var closedAt: Timestamp?
  /// How many operations it has; nil where it is not here.
  package var operations: Int64?
  /// What has become of it.
  package var fate: Fate
}

extension Store {
  /// Batches of this laptop, also under an earlier number, that were declared lost in the scopes it
  /// holds, by scope and place.
  package func ownDeclaredLosses() throws -> [DeclaredLoss] {
    guard schema[GapTable.definition.id] != nil else { return [] }
    let rows = try connection.rows(
      """
      SELECT rid, scope, sequence, hash, declared_by, note, time FROM gap
      WHERE hidden IS NULL AND sequence > 0 AND typeof(hash) = 'blob'
        AND (replica = ? OR replica IN (SELECT replica FROM former_replica))
      ORDER BY scope, sequence, rid
      """, .integer(Int64(identity.replica.rawValue))
    ) { statement -> (row: RowID, loss: DeclaredLoss)? in
      guard let row = RowID(rawValue: try statement.integer(at: 0)),
        let scope = ScopeID(rawValue: try statement.integer(at: 1)),
        let hash = Value(storedBytes: try statement.bytes(at: 3)).bytes.flatMap(ContentHash.init)
      else { return nil }
      return (
        row,
        DeclaredLoss(
          scope: scope, sequence: try statement.natural(at: 2), hash: hash,
          declaredBy: try statement.optionalText(at: 4), note: try statement.optionalText(at: 5),
          declaredAt: Timestamp(rawValue: try statement.optionalInteger(at: 6) ?? 0),
          fate: .notHere)
      )
    }
    // Several lives of the centre may have declared one batch.
    var seen: Set<ContentHash> = []
    return try rows.compactMap { $0 }.filter { try isCentre($0.row.replica) }
      .filter { seen.insert($0.loss.hash).inserted }.map { try withFate($0.loss) }
  }

  private func withFate(_ loss: DeclaredLoss) throws -> DeclaredLoss {
    var loss = loss
    try connection.row(
      """
      SELECT state, coalesce(receipt, 0), operations, wall + coalesce(clock_offset, 0) FROM batch
      WHERE hash = ?
      """, .blob(loss.hash.bytes)
    ) { statement in
      let receipt = Receipt.State(rawValue: UInt8(clamping: try statement.integer(at: 1)))
      loss.operations = try statement.integer(at: 2)
      loss.closedAt = Timestamp(rawValue: try statement.integer(at: 3))
      loss.fate =
        switch receipt {
        case .merged, .duplicate, .fork, .lost: .handedOver
        default:
          try statement.integer(at: 0) == Int64(Receipt.State.merged.rawValue)
            ? .shownHere : .keptHere
        }
    }
    return loss
  }
}
