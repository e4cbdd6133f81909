import SQLite
import SyncProtocol

/// Batches below one that was declared lost.
///
/// Of two missing batches in a row only the second is seen to be missing, and the row that declares
/// it lost passes over both. What then comes of the first has no place in the order of causes any
/// more, no more than the second has: its marks may have been passed.
extension Store {
  /// True for a batch that nobody here has merged, where the chain went on behind a later one that
  /// was declared lost: none of its author's between the two was merged.
  func isPassedOver(_ tip: Batch.Tip, in scope: ScopeID) throws -> Bool {
    guard let lost = try firstLost(above: tip, in: scope),
      try !frontier.isBelowBase(tip, in: scope)
    else { return false }
    return try connection.integer(
      """
      SELECT count(*) FROM batch WHERE scope = ? AND replica = ? AND \(LogCondition.merged)
        AND sequence >= ? AND sequence < ?
      """, .integer(scope.rawValue), .integer(Int64(tip.replica.rawValue)),
      .integer(Int64(tip.sequence)), .integer(lost)) == 0
  }

  /// The place of the first batch behind a place that was declared lost and is not merged here.
  private func firstLost(above tip: Batch.Tip, in scope: ScopeID) throws -> Int64? {
    try connection.row(
      """
      SELECT min(sequence) FROM lost_batch WHERE scope = ?1 AND replica = ?2 AND sequence > ?3
        AND hash NOT IN (SELECT hash FROM batch WHERE \(LogCondition.merged))
      """, .integer(scope.rawValue), .integer(Int64(tip.replica.rawValue)),
      .integer(Int64(tip.sequence))
    ) { try $0.optionalInteger(at: 0) } ?? nil
  }

  /// A batch that was merged here, whose marks a snapshot contains, although it or a later one of its
  /// chain was declared lost: the snapshot's rows may be without it, and the centre writes it anew.
  func leaveOutLost(_ batch: Batch, in scope: ScopeID) throws {
    guard
      try isLost(batch.tip, in: scope) || firstLost(above: batch.tip, in: scope) != nil
    else { return }
    try leaveOut(batch)
  }

  /// Keeps a batch for reading that was merged here, and that the rows are without.
  func leaveOut(_ batch: Batch) throws {
    try setState(.lost, of: batch.hash)
  }

  /// True for a lost batch that the centre has, and so has written anew: merged on top of that it
  /// would come to life again.
  func isWrittenAnew(_ batch: Batch) throws -> Bool {
    guard try isLost(batch.tip, in: batch.header.scope) else { return false }
    return try connection.integer(
      "SELECT count(*) FROM batch WHERE hash = ? AND receipt = 7", .blob(batch.hash.bytes)) > 0
  }

  /// A batch that was left out because a later one of its chain is lost, and that the centre has
  /// merged all the same, counts as merged where the rows have all of it.
  func countNumbered(_ hash: ContentHash, in scope: ScopeID) throws {
    guard try logEntry(hash)?.state == .lost,
      let batch = try batch(hash),
      try !isLost(batch.tip, in: scope),
      try frontier.mark(scope, batch.header.origin) >= batch.header.counters.upperBound
    else { return }
    try setState(.merged, of: hash)
    _ = try frontier.append(batch)
  }

  /// Takes a batch that waited for lost, when it was declared so or its chain has gone on without it;
  /// it waits on while it cannot be read, or at the centre written anew.
  func setLostWaiting(_ batch: Batch) throws {
    guard let operations = try? batch.operations(primitives: primitives),
      !Self.needsUpgrade(operations), try canBeAdopted(batch)
    else { return }
    try connection.execute(
      "UPDATE batch SET state = 7 WHERE hash = ? AND state <> 7", .blob(batch.hash.bytes))
    if connection.changes > 0 { try queueForJudging(batch) }
  }

  /// True when all that a lost batch stands upon is here or lost too. What the centre writes in its
  /// place names what it had replaced: whoever merges that must have it, or never will.
  func canBeAdopted(_ batch: Batch) throws -> Bool {
    guard identity.role == .centre else { return true }
    let header = batch.header
    return try header.needed.allSatisfy {
      try frontier.isApplied($0, in: header.scope) || isPassedOver($0, in: header.scope)
    }
  }

  /// At the centre: says so of a batch that came and is counted as lost although no row names it,
  /// and merges what waited for it.
  func declarePassedOver(_ batch: Batch, clock: ClockReading) throws {
    guard try !isLost(batch.tip, in: batch.header.scope) else { return }
    counter.startFreshSessionIfNearlyFull()
    let act = Act(store: self, author: nil, now: try correctedNow(clock).time)
    try act.createGap(batch.tip, in: batch.header.scope)
    try log(inParts: act.operations, clock: clock)
    try mergeWaiting(in: batch.header.scope)
  }
}
