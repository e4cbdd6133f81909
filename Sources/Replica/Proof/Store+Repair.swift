import SQLite
import SyncProtocol

/// What a request asks about the state of scopes, beside their logs.
struct ProofQuestions {
  var summary: Summary?
  var leaves: [ScopeID: Cursor] = [:]
  var repairs: [ScopeID: LeafSet] = [:]

  /// Takes in a frame of a request.
  mutating func add(_ frame: Frame) throws {
    switch frame.kind {
    case .summary: summary = try frame.message()
    case .leaves:
      let wanted: LeavesWanted = try frame.message()
      leaves[wanted.cursor.scope] = wanted.cursor
    case .repair:
      let wanted: RepairWanted = try frame.message()
      repairs[wanted.scope] = wanted.leaves
    default: throw ProtocolError.malformed(.unexpectedFrame)
    }
  }
}

/// The centre's side: sums of leaves, and the rows of those that differ.
extension Store {
  /// Answers what was asked of leaves and rows; the logs stand before it in the stream.
  ///
  /// - Returns: true when not all of it fitted.
  func answer(
    _ questions: ProofQuestions, granted: [ScopeID], except mistrusted: Set<ScopeID>,
    into stream: inout StreamWriter
  ) throws -> Bool {
    var hasMore = false
    for scope in [ScopeID.everyone] + granted where !mistrusted.contains(scope) {
      let isAsked = questions.leaves[scope] != nil || questions.repairs[scope] != nil
      guard stream.byteCount < Limits.streamFillBytes else {
        hasMore = hasMore || isAsked
        continue
      }
      if let asked = questions.leaves[scope], try cursor(scope) == asked {
        stream.append(Leaves(at: asked, try stateDigest(of: scope)))
      }
      guard let leaves = questions.repairs[scope], !leaves.isEmpty else { continue }
      if try !sendRows(of: leaves, in: scope, into: &stream) { hasMore = true }
    }
    return hasMore
  }

  /// Sends the rows of as many leaves as fit, at least one; false when some are left.
  private func sendRows(
    of leaves: LeafSet, in scope: ScopeID, into stream: inout StreamWriter
  ) throws -> Bool {
    let frontier = try frontier.all(of: scope)
    // A frontier that no frame can hold: such a scope comes anew from a snapshot.
    guard frontier.isWithinLimits else { return true }
    var byLeaf: [UInt8: [RowState]] = [:]
    try forEachRow(in: scope) { state in
      let leaf = leaf(of: state)
      if leaves.contains(leaf) { byLeaf[leaf, default: []].append(state) }
    }
    var sent = LeafSet()
    var states: [RowState] = []
    var byteCount = stream.byteCount
    for leaf in leaves.leaves {
      let rows = byLeaf[leaf] ?? []
      byteCount += rows.reduce(0) { $0 + $1.canonicalBytes.count }
      guard sent.isEmpty || byteCount <= Limits.streamFillBytes else { break }
      sent.insert(leaf)
      states += rows
    }
    stream.append(
      Repair(
        cursor: try cursor(scope), leaves: sent, digest: try digest(of: scope).root,
        frontier: frontier))
    states.sort { ($0.table, $0.row) < ($1.table, $1.row) }
    var writer = RowBlockWriter(scope: scope)
    for state in states { writer.append(state) { stream.append($0) } }
    writer.finish { stream.append($0) }
    return sent == leaves
  }
}

extension Frontier {
  /// All tips and marks of a scope.
  func all(of scope: ScopeID) throws -> ScopeFrontier {
    ScopeFrontier(
      tips: try connection.rows(
        "SELECT replica, sequence, hash FROM frontier_tip WHERE scope = ?",
        .integer(scope.rawValue)
      ) { statement in
        guard let replica = ReplicaID(rawValue: UInt32(clamping: try statement.integer(at: 0))),
          let hash = ContentHash(try statement.bytes(at: 2))
        else { throw ProtocolError.malformed(.numberOutOfRange) }
        return Batch.Tip(
          replica: replica, sequence: try statement.natural(at: 1), hash: hash)
      }, marks: try marks(of: scope))
  }

  /// All marks of a scope.
  func marks(of scope: ScopeID) throws -> [ScopeFrontier.Mark] {
    try connection.rows(
      "SELECT origin, counter FROM frontier_mark WHERE scope = ?", .integer(scope.rawValue)
    ) { statement in
      guard let origin = Origin(rawValue: try statement.integer(at: 0)) else {
        throw ProtocolError.malformed(.numberOutOfRange)
      }
      return ScopeFrontier.Mark(
        origin: origin, counter: UInt32(clamping: try statement.integer(at: 1)))
    }
  }

  /// Sets the marks of a scope to exactly these.
  func setMarks(_ marks: [ScopeFrontier.Mark], of scope: ScopeID) throws {
    try connection.execute("DELETE FROM frontier_mark WHERE scope = ?", .integer(scope.rawValue))
    for mark in marks { try raiseMark(scope, mark.origin, to: mark.counter) }
  }
}
