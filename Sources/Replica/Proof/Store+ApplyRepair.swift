import SQLite
import SyncProtocol

/// A repair on its way in: its head, and the rows that have come behind it.
///
/// Rows that break the grammar spoil the repair alone: everything else of the answer stands.
struct RepairIntake {
  let repair: Repair
  private var reader = RowBlockReader()
  private(set) var states: [RowState] = []
  private var problem: ProtocolError?

  init(_ repair: Repair) { self.repair = repair }

  /// Takes the next block of rows.
  mutating func add(_ frame: Frame) {
    do throws(ProtocolError) {
      let block: RowBlock = try frame.message()
      guard block.scope == repair.cursor.scope else {
        throw ProtocolError.malformed(.unexpectedFrame)
      }
      states += try reader.add(block)
    } catch {
      problem = problem ?? error
    }
  }

  /// Throws unless the rows are whole, and of the leaves that the head names.
  func finish(leaf: (RowState) -> UInt8) throws(ProtocolError) {
    if let problem { throw problem }
    try reader.finish()
    guard states.allSatisfy({ repair.leaves.contains(leaf($0)) }) else {
      throw .malformed(.noSuchEntry)
    }
  }
}

/// The laptop's side.
extension Store {
  /// Puts the centre's rows in place of those here that differ, and merges again what the centre
  /// had not applied: nothing that was written here and not sent is lost.
  ///
  /// It is done only when everything that the centre had applied was applied here too; else the log
  /// comes first, and the next round asks again. A repair that does not lead to the centre's digest
  /// is taken back whole.
  func apply(
    _ intake: RepairIntake, into outcome: inout RoundOutcome, at time: Timestamp
  ) throws {
    let repair = intake.repair
    let scope = repair.cursor.scope
    let asked = try wanted(of: scope)
    guard asked.want == .rows, repair.leaves.isSubset(of: asked.leaves), !repair.leaves.isEmpty,
      try hasApplied(repair)
    else { return }
    let before = try digest(of: scope).root
    let digestsBefore = rows.digests
    do {
      try intake.finish(leaf: leaf)
      try connection.transaction(.immediate) {
        let changed = try replaceRows(
          of: scope, in: repair.leaves, by: intake.states, mergingAfter: repair)
        try rows.digests.replace(scope, by: try recomputedSums(of: scope))
        let after = try digest(of: scope).root
        try note(
          .repaired, of: scope, at: time, leaves: repair.leaves.count, rows: changed,
          before: before, after: after)
        var rest = asked.leaves
        rest.subtract(repair.leaves)
        try want(rest.isEmpty ? .nothing : .rows, rest, of: scope)
        guard rest.isEmpty else { return }
        try judge(repair, own: after, into: &outcome, at: time)
      }
      outcome.repairedScopes.append(scope)
    } catch is ProtocolError {
      rows.digests = digestsBefore
      try note(
        .repairFailed, of: scope, at: time, leaves: repair.leaves.count, before: before,
        after: repair.digest)
      try pauseRepair(of: scope, at: time)
    }
  }

  /// Compares the digest after the last leaf of a repair, where it can be compared.
  private func judge(
    _ repair: Repair, own: ContentHash, into outcome: inout RoundOutcome, at time: Timestamp
  ) throws {
    let scope = repair.cursor.scope
    guard try cursor(scope) == repair.cursor, try unsettledScopes()[scope] == nil else { return }
    // Thrown out of the transaction, which takes everything back.
    guard own == repair.digest else { throw ProtocolError.malformed(.noSuchEntry) }
    try record(isEqual: true, at: repair.cursor, time: time)
    outcome.differingScopes.removeAll { $0 == scope }
    outcome.equalScopes += 1
  }

  /// Whether everything that a repair's rows contain was applied here, and everything applied here
  /// beyond it can be merged again.
  private func hasApplied(_ repair: Repair) throws -> Bool {
    let there = repair.cursor
    let here = try cursor(there.scope)
    guard here.epoch == there.epoch, here.arrival >= there.arrival,
      try loggedCursor(there.scope, epoch: there.epoch, arrival: there.arrival) == there
    else { return false }
    let kept = try connection.integer(
      "SELECT count(*) FROM batch WHERE scope = ? AND arrival > ?",
      .integer(there.scope.rawValue), .integer(Int64(there.arrival)))
    guard UInt64(kept) == here.arrival - there.arrival else { return false }
    let own = try frontier.all(of: there.scope)
    let tips = Set(own.tips)
    let marks = Dictionary(uniqueKeysWithValues: own.marks.map { ($0.origin, $0.counter) })
    return try repair.frontier.tips.allSatisfy {
      try tips.contains($0) || frontier.isApplied($0, in: there.scope)
    } && repair.frontier.marks.allSatisfy { $0.counter <= marks[$0.origin] ?? 0 }
  }

  /// Makes the rows of some leaves exactly `states`, then merges on top what was applied here beyond
  /// a repair.
  ///
  /// - Returns: how many rows are other than before.
  func replaceRows(
    of scope: ScopeID, in leaves: LeafSet, by states: [RowState],
    mergingAfter repair: Repair? = nil
  ) throws -> Int {
    let before = try rowHashes(of: scope, in: leaves)
    for name in before.keys.sorted() { try rows.remove(name, of: scope) }
    for state in states {
      let name = RowName(table: state.table, row: state.row)
      try rows.removeStray(name)
      // Heads may be left of a row that is lost.
      try rows.remove(name, of: scope)
      _ = try rows.save(RowStore.StoredRow(scope: scope, state: state, layout: nil))
    }
    // Erasures that came as rows hold for what is merged on top of them.
    try adoptErasures(in: scope)
    if let repair { try mergeAgain(after: repair, in: leaves) }
    let after = try rowHashes(of: scope, in: leaves)
    return Set(before.keys).union(after.keys).count { before[$0] != after[$0] }
  }

  /// A hash of every row of some leaves; none for a row that cannot be read.
  private func rowHashes(
    of scope: ScopeID, in leaves: LeafSet
  ) throws -> [RowName: ContentHash?] {
    var hashes: [RowName: ContentHash?] = [:]
    for name in try rowKeys(in: scope) where leaves.contains(leaf(of: name)) {
      hashes[name] = .some(try readable(name, in: scope).map { primitives.hash($0.canonicalBytes) })
    }
    return hashes
  }

  /// Merges, in the order applied, every operation of the log and the outbox that a repair's
  /// frontier does not contain and that writes to these leaves.
  private func mergeAgain(after repair: Repair, in leaves: LeafSet) throws {
    let scope = repair.cursor.scope
    let marks = try frontier.marks(of: scope)
    // Merging skips what is at or below a mark: it must see the marks of the rows it merges into.
    try frontier.setMarks(repair.frontier.marks, of: scope)
    func isWanted(_ operation: Operation) -> Bool {
      leaves.contains(leaf(of: RowName(table: operation.table, row: operation.row)))
    }
    for batch in try mergedBatches(of: scope, after: repair.cursor.arrival) {
      let operations = try batch.operations(primitives: primitives).filter(isWanted)
      if try isWrittenAnew(batch) {
        try noteCreations(operations, in: scope)
      } else {
        try merge(operations, in: scope)
      }
    }
    try merge(try outboxOperations(in: scope).filter(isWanted), in: scope)
    try frontier.setMarks(marks, of: scope)
  }

  /// Notes of rows that stand here when operations created them. The rows of a centre that never
  /// merged these do not say so.
  private func noteCreations(_ operations: [Operation], in scope: ScopeID) throws {
    for operation in operations where operation.isCreate {
      guard var stored = try rows.loadForUpdate(operation.table, operation.row, in: scope),
        stored.state.createdAt == nil
      else { continue }
      stored.state = RowState(
        table: operation.table, row: operation.row, createdAt: operation.time,
        heads: stored.state.heads)
      try rows.rewrite(stored)
    }
  }
}
