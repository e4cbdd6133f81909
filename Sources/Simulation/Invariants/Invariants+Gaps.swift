import Replica
import SyncProtocol

/// What other invariants must know of batches that were declared lost.
extension World {
  /// The batches that the merged rows of a log declare lost.
  func declaredLost(in log: StoreLog) throws -> Set<ContentHash> {
    guard report.gaps > 0 else { return [] }
    var batches = log.entries.filter(\.isMerged).map(\.batch)
    for scope in log.bases.keys.sorted() { batches += try batchesBelowBase(of: log, in: scope) }
    var declared: Set<ContentHash> = []
    for batch in batches where batch.header.replica.rawValue < ReplicaID.firstLaptop {
      for operation in batch.operations where operation.table == GapTable.definition.id {
        let value = operation.writes.first { $0.field == GapTable.hash.id }?.value
        if let hash = value?.bytes.flatMap(ContentHash.init) { declared.insert(hash) }
      }
    }
    return declared
  }

  /// The same, and whatever any life of the centre has declared lost.
  func noteLost(in log: StoreLog) throws -> Set<ContentHash> {
    declaredLost.formUnion(try declaredLost(in: log))
    return declaredLost
  }

  /// True for a batch that a log declares lost, or that lies below such a one in its chain: a tip of
  /// the centre may pass over it.
  func mayBePassedOver(_ batch: DecodedBatch, by lost: Set<ContentHash>) -> Bool {
    lost.contains(batch.hash)
      || lost.contains { hash in
        // One that nobody has ever shown stands anywhere.
        guard let header = decoder.known(hash)?.header else { return true }
        return header.scope == batch.header.scope && header.replica == batch.header.replica
          && header.sequence > batch.header.sequence
      }
  }

  /// The dots of lost batches and of all that they hang on and depend on: whoever built on a lost
  /// batch may name these, and nobody who lacks it can tell. Nil when a batch among them was never
  /// met by anybody who is left.
  func dotsBehind(_ lost: Set<ContentHash>) -> Set<Dot>? {
    var dots: Set<Dot> = []
    var seen: Set<ContentHash> = []
    var ahead = Array(lost)
    while let hash = ahead.popLast() {
      guard seen.insert(hash).inserted else { continue }
      guard let batch = decoder.known(hash) else { return nil }
      dots.formUnion(batch.operations.map(\.dot))
      let header = batch.header
      ahead += header.dependencies.map(\.hash)
      if header.sequence > 1 { ahead.append(header.predecessor) }
    }
    return dots
  }
}
