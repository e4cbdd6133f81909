import Replica
import SyncProtocol

/// A batch that the centre has declared lost: what a row of table 7 says of it.
struct LostBatch: Hashable {
  var scope: ScopeID
  var tip: Batch.Tip

  /// True for the batch itself, and for those below it in the chain of its number: a tip may pass
  /// over them, and they may be counted as lost with it.
  func covers(_ batch: DecodedBatch) -> Bool {
    let header = batch.header
    guard header.scope == scope, header.replica == tip.replica else { return false }
    return batch.hash == tip.hash || header.sequence < tip.sequence
  }
}

/// What other invariants must know of batches that were declared lost.
extension World {
  /// The batches that the merged rows of a log declare lost.
  func declaredLost(in log: StoreLog) throws -> Set<LostBatch> {
    guard report.gaps > 0 else { return [] }
    var batches = log.entries.filter(\.isMerged).map(\.batch)
    for scope in log.bases.keys.sorted() { batches += try batchesBelowBase(of: log, in: scope) }
    var declared: Set<LostBatch> = []
    for batch in batches where batch.header.replica.rawValue < ReplicaID.firstLaptop {
      for operation in batch.operations where operation.table == GapTable.definition.id {
        guard let tip = lostTip(operation) else { continue }
        declared.insert(LostBatch(scope: batch.header.scope, tip: tip))
      }
    }
    return declared
  }

  private func lostTip(_ operation: Operation) -> Batch.Tip? {
    func value(_ field: FieldDefinition) -> Value? {
      operation.writes.first { $0.field == field.id }?.value
    }
    guard let hash = value(GapTable.hash)?.bytes.flatMap(ContentHash.init),
      let replica = value(GapTable.replica)?.integer.flatMap(UInt32.init(exactly:))
        .flatMap(ReplicaID.init(rawValue:)),
      let sequence = value(GapTable.sequence)?.integer.flatMap(UInt64.init(exactly:))
    else { return nil }
    return Batch.Tip(replica: replica, sequence: sequence, hash: hash)
  }

  /// The same, and whatever any life of the centre has declared lost.
  func noteLost(in log: StoreLog) throws -> Set<LostBatch> {
    declaredLost.formUnion(try declaredLost(in: log))
    return declaredLost
  }

  /// The lost batches among some and all that these hang on or depend on. Whoever stands upon them
  /// may name what they and those behind them say, and nobody who lacks them can tell.
  func lostBehind(_ parents: [ContentHash], _ lost: Set<ContentHash>) -> Set<ContentHash> {
    var found: Set<ContentHash> = []
    guard !lost.isEmpty else { return found }
    var seen: Set<ContentHash> = []
    var ahead = parents
    while let hash = ahead.popLast() {
      guard seen.insert(hash).inserted else { continue }
      if lost.contains(hash) { found.insert(hash) }
      ahead += decoder.known(hash)?.parents ?? []
    }
    return found
  }

  /// The lost batches that an operation of the centre is written anew from, on whatever branch they
  /// stand.
  func lostOrigins(of operation: Operation, _ lost: Set<ContentHash>) -> Set<ContentHash> {
    guard let because = operation.because else { return [] }
    return lost.filter { decoder.known($0)?.says(because) == true }
  }

  /// The dots of lost batches and of all that they hang on and depend on. Nil when a batch among
  /// them was never met by anybody who is left.
  func dotsBehind(_ lost: Set<ContentHash>) -> Set<Dot>? {
    var dots: Set<Dot> = []
    var seen: Set<ContentHash> = []
    var ahead = Array(lost)
    while let hash = ahead.popLast() {
      guard seen.insert(hash).inserted else { continue }
      guard let batch = decoder.known(hash) else { return nil }
      dots.formUnion(batch.operations.map(\.dot))
      ahead += batch.parents
    }
    return dots
  }
}

extension Set<LostBatch> {
  /// True for a batch that is lost, or lies below a lost one in its chain.
  func cover(_ batch: DecodedBatch) -> Bool { contains { $0.covers(batch) } }

  /// The names of the lost batches themselves.
  var hashes: Set<ContentHash> { Set<ContentHash>(map(\.tip.hash)) }
}
