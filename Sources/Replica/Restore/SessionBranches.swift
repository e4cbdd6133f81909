import SQLite
import SyncProtocol

/// Two lives of one store that wrote on in one session, each under counters that the other left out.
///
/// A session is written in order, so whoever writes a counter knows every smaller one of the scope
/// that stands in a batch. Where a batch has a new operation and its branch lacks a smaller one that
/// was merged, another life wrote that: no dot is double, and yet a mark cannot tell what was applied.
struct SessionBranches {
  let store: Store
  /// Batches of the same request that are not kept yet.
  var carried: [ContentHash: Batch] = [:]

  init(_ store: Store) { self.store = store }

  /// The smallest counter under which a batch writes something new although its branch lacks what
  /// was merged of the same session before; nil for a batch that continues its only branch.
  func firstCrossing(
    _ batch: Batch, _ operations: () throws -> [Operation]
  ) throws -> UInt32? {
    let header = batch.header
    guard try !continuesOnlyBranch(batch) else { return nil }
    let operations = try operations()
    let merged = try mergedBatches(of: header)
    guard let first = merged.map(\.header.sequence).min() else { return nil }
    var known = Set(operations.map(\.dot.counter))
    let ancestors = try ancestors(of: batch, downTo: first)
    for ancestor in ancestors.batches where ancestor.header.origin == header.origin {
      known.formUnion(counters(of: ancestor))
    }
    let hashes = Set(ancestors.batches.map(\.hash))
    var standing: Set<UInt32> = []
    for other in merged {
      let counters = counters(of: other)
      standing.formUnion(counters)
      guard !hashes.contains(other.hash), other.header.sequence > ancestors.unknownBelow else {
        known.formUnion(counters)
        continue
      }
    }
    guard let foreign = standing.subtracting(known).min() else { return nil }
    return operations.map(\.dot.counter).first { $0 > foreign && !standing.contains($0) }
  }

  /// True where the branch of a batch is the only one that its author has in the scope here.
  private func continuesOnlyBranch(_ batch: Batch) throws -> Bool {
    var header = batch.header
    while header.sequence > 1, let before = carried[header.predecessor] { header = before.header }
    let tips = try store.frontier.tips(header.scope, header.replica)
    guard let tip = tips.first else { return true }
    return tips.count == 1 && tip.hash == header.predecessor && header.sequence > 1
  }

  private func mergedBatches(of header: Batch.Header) throws -> [Batch] {
    try store.batches(
      """
      SELECT encoded FROM batch
      WHERE scope = ? AND replica = ? AND session = ? AND \(LogCondition.merged) AND first_counter < ?
      ORDER BY position
      """,
      .integer(header.scope.rawValue), .integer(Int64(header.replica.rawValue)),
      .integer(Int64(header.origin.session)), .integer(Int64(header.counters.upperBound))
    )
  }

  /// What a batch of its author was written after, back to a place of the chain; where a batch is
  /// missing that was declared lost, whatever lies below it counts as known.
  private func ancestors(
    of batch: Batch, downTo first: UInt64
  ) throws -> (batches: [Batch], unknownBelow: UInt64) {
    var batches: [Batch] = []
    var unknownBelow: UInt64 = 0
    var met: Set<ContentHash> = []
    var waiting = [batch.header]
    while let header = waiting.popLast() {
      for tip in Self.before(header)
      where tip.sequence >= first && met.insert(tip.hash).inserted {
        guard let before = try carried[tip.hash] ?? store.batch(tip.hash) else {
          unknownBelow = max(unknownBelow, tip.sequence)
          continue
        }
        batches.append(before)
        waiting.append(before.header)
      }
    }
    return (batches, unknownBelow)
  }

  /// The batches of the same author that a batch names: its predecessor, and the other branches.
  private static func before(_ header: Batch.Header) -> [Batch.Tip] {
    header.needed.filter { $0.replica == header.replica }
  }

  private func counters(of batch: Batch) -> [UInt32] {
    // What is carried and cannot be read is refused when it is taken in.
    ((try? batch.operations(primitives: store.primitives)) ?? []).map(\.dot.counter)
  }
}
