import SQLite
import SyncProtocol

/// What a laptop does when the centre's time turns out to have been wrong: a signed time that does
/// not fit the one before, by this machine's own monotonic clock, takes that one back.
///
/// Nobody can tell from one such jump which of the two times is right. The later one is believed,
/// since somebody has set the centre's clock between them; should that be taken back in turn, what
/// was listed wrongly is no longer.
extension Store {
  /// The latest moment that a time which was taken back had reached: own records up to it may be
  /// newer than the present, and say nothing against a clock that is checked now. Nil when no time
  /// was taken back.
  package func takenBackThrough() throws -> Timestamp? {
    try state.integer(.takenBackThrough).map(Timestamp.init(rawValue:))
  }

  /// Compares a new signed time with the last one. Must run before that is replaced.
  func judgeTakenBack(at anchor: SignedTime) throws {
    guard let before = try SignedTime.load(from: connection) else { return try beginEra(anchor) }
    let elapsed = anchor.reading.millisecondsInBoot(since: before.reading)
    // After a restart only a time that runs backwards is certain.
    let expected = before.signed.rawValue &+ (elapsed ?? 0)
    let shift = expected &- anchor.signed.rawValue
    guard
      elapsed == nil
        ? shift > Self.toleratedMilliseconds
        : shift.magnitude > UInt64(Self.toleratedMilliseconds)
    else { return }
    if elapsed != nil {
      try connection.execute(
        "UPDATE misdated_act SET actual = actual - ? WHERE actual IS NOT NULL", .integer(shift))
      try connection.execute(
        "DELETE FROM misdated_act WHERE abs(believed - actual) <= ?",
        .integer(Self.toleratedMilliseconds))
    }
    for (row, time) in try visitsOfEra(before: anchor, through: expected) {
      try connection.execute(
        "INSERT OR REPLACE INTO misdated_act (first, last, believed, actual) VALUES (?1, ?1, ?2, "
          + "?3)",
        .integer(row.rawValue), .integer(time.rawValue),
        elapsed == nil ? .null : .integer(time.rawValue &- shift))
    }
    let known = try state.integer(.takenBackThrough) ?? expected
    try state.set(.takenBackThrough, .integer(max(known, expected)))
    try beginEra(anchor)
  }

  /// Remembers from which moment, by the centre's time as it is signed now, and after which batch
  /// acts are dated by it.
  private func beginEra(_ anchor: SignedTime) throws {
    try state.set(.eraSince, .integer(anchor.signed.rawValue))
    try state.set(
      .eraPosition,
      .integer(try connection.integer("SELECT coalesce(max(position), 0) FROM batch")))
  }

  /// Own visits that the era which ends dated: their dates come from its time.
  ///
  /// Where the era began before this was noted, only visits of a time that is still to come.
  private func visitsOfEra(
    before anchor: SignedTime, through expected: Int64
  ) throws -> [(row: RowID, time: Timestamp)] {
    guard schema[VisitTable.definition.id] != nil else { return [] }
    let since =
      try state.integer(.eraSince) ?? anchor.signed.rawValue &+ Self.toleratedMilliseconds
    let position = try state.integer(.eraPosition) ?? 0
    let first = Int64(identity.replica.rawValue) << 39
    let visits = try connection.rows(
      """
      SELECT rid, time, scope FROM visit
      WHERE rid BETWEEN ?1 AND ?1 + (1 << 39) - 1 AND time BETWEEN ?2 AND ?3 ORDER BY rid
      """, .integer(first), .integer(since &- Self.toleratedMilliseconds),
      .integer(expected &+ Self.toleratedMilliseconds)
    ) {
      (
        RowID(rawValue: try $0.integer(at: 0)), Timestamp(rawValue: try $0.integer(at: 1)),
        ScopeID(rawValue: try $0.integer(at: 2))
      )
    }
    let index = LogIndex(self)
    var unsent: [ScopeID: Set<Dot>] = [:]
    return try visits.compactMap { visit in
      guard let row = visit.0, let scope = visit.2, let dot = Dot(rawValue: row.rawValue) else {
        return nil
      }
      if let entry = try index.entry(of: dot, in: scope) {
        return entry.position > position ? (row, visit.1) : nil
      }
      if unsent[scope] == nil { unsent[scope] = Set(try outboxOperations(in: scope).map(\.dot)) }
      return unsent[scope]?.contains(dot) ?? false ? (row, visit.1) : nil
    }
  }
}
