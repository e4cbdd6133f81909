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
    /// Kept aside here, because other operations stood under its dots; what it said was written again
    /// under new ones, and is handed over like anything new.
    case writtenAnew
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
  ///
  /// Only what the centre wrote of them is told: whoever holds a scope can write to its rows.
  package func ownDeclaredLosses() throws -> [DeclaredLoss] {
    var found: [(row: RowID, loss: DeclaredLoss)] = []
    try rows.forEachRow(of: GapTable.definition.id, in: nil) { stored in
      guard let loss = try declaredLoss(stored) else { return }
      found.append((stored.state.row, loss))
    }
    found.sort {
      ($0.loss.scope, $0.loss.sequence, $0.row) < ($1.loss.scope, $1.loss.sequence, $1.row)
    }
    // Several lives of the centre may have declared one batch.
    var seen: Set<ContentHash> = []
    return try found.filter { seen.insert($0.loss.hash).inserted }.map { try withFate($0.loss) }
  }

  /// What a row that the centre created says of a batch of this laptop; nil for any other row.
  private func declaredLoss(_ stored: RowStore.StoredRow) throws -> DeclaredLoss? {
    let state = stored.state
    guard let declaredAt = state.createdAt, try isCentre(state.row.replica) else { return nil }
    var said: [FieldID: Head] = [:]
    for head in state.heads where try isCentre(head.dot.replica) {
      if let other = said[head.field], other.isShownBefore(head) { continue }
      said[head.field] = head
    }
    func value(_ field: FieldDefinition) -> Value? { said[field.id]?.value }
    guard let tip = Self.gap(value), try isOwn(tip.replica) else { return nil }
    return DeclaredLoss(
      scope: stored.scope, sequence: tip.sequence, hash: tip.hash,
      declaredBy: value(GapTable.declaredBy)?.text, note: value(GapTable.note)?.text,
      declaredAt: declaredAt, fate: .notHere)
  }

  private func withFate(_ loss: DeclaredLoss) throws -> DeclaredLoss {
    var loss = loss
    if try isAside(loss.hash) { loss.fate = .writtenAnew }
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
