import SQLite
import SyncProtocol

/// Building a scope anew from the centre's log, or from a snapshot, where the log that is kept here
/// begins too late for it.
extension Store {
  /// Starts a scope over when the centre hands out its log from the first number and the log here
  /// begins at a base: what it has below would come twice.
  func startOverIfNeeded(_ scope: ScopeID, at arrival: UInt64, clock: ClockReading) throws {
    guard arrival == 1, try base(of: scope) != nil else { return }
    try startOver(scope, clock: clock)
  }

  /// Takes rows and frontier of a scope away and keeps every batch, unmerged: each is merged again
  /// when what it stands upon has come. Nothing unsent is lost: the outbox is closed first.
  ///
  /// Until the own chain is here again, nothing new is written in the scope.
  func startOver(_ scope: ScopeID, clock: ClockReading) throws {
    try closeOutbox(clock: clock)
    try keepOwnChain(of: scope, keepsLog: true)
    try rows.removeRows(of: scope)
    try removeFrontier(of: scope)
    try forgetErasures(in: scope)
    try removeBase(of: scope)
    // What was declared lost is heard again with the log: before that, a batch that the centre had
    // merged below a lost one would be taken for passed over.
    try connection.execute("DELETE FROM lost_batch WHERE scope = ?", .integer(scope.rawValue))
    try connection.execute(
      """
      UPDATE batch SET arrival = NULL, running_hash = NULL,
        state = CASE WHEN state IN (1, 7) THEN 2 ELSE state END
      WHERE scope = ?
      """, .integer(scope.rawValue))
    try mergeWaiting(in: scope)
  }

  /// Builds anew the scopes in which operations were given new dots that the rows do not tell apart
  /// from others'.
  ///
  /// - Returns: true when a scope is to be asked for again.
  func startOverMixed(clock: ClockReading) throws -> Bool {
    for scope in roundContext.mixed.sorted() {
      try startOver(scope, clock: clock)
      try save(try restartedCursor(scope))
    }
    return !roundContext.mixed.isEmpty
  }

  /// Learns from the rows of a snapshot which batches of its scope were declared lost; its frontier
  /// has passed over them already.
  func recallLostBatches(of scope: ScopeID) throws {
    try rows.forEachRow(of: GapTable.definition.id, in: scope) { row in
      func value(_ field: FieldDefinition) -> Value? {
        row.state.heads.first { $0.field == field.id && $0.dot == row.state.row }?.value
      }
      guard try isCentre(row.state.row.replica), let tip = Self.gap(value) else { return }
      try noteLost(tip, in: scope)
      try offerLost(tip, in: scope)
    }
  }
}
