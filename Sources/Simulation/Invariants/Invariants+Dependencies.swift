import Replica
import SyncProtocol

/// Invariant 2, wholly: what the batches themselves promise, whatever order they came in.
extension World {
  /// 2: every dot that a batch names stands before it: in itself, or in a batch that it hangs on or
  /// depends on, also when that is another branch of its own replica.
  func checkDependencies(_ log: StoreLog) throws {
    let batches = log.entries.filter(\.isMerged).map(\.batch)
    var places: [ContentHash: Int] = [:]
    for (place, batch) in batches.enumerated() { places[batch.hash] = place }
    var pasts: [Int: Set<Int>] = [:]
    let lost = try declaredLost(in: log).hashes
    for place in batches.indices {
      let past = try past(of: place, batches, places, lost, &pasts)
      let earlier = Set(past.flatMap { batches[$0].operations.map(\.dot) })
      var own: Set<Dot> = []
      for operation in batches[place].operations {
        var named = operation.writes.flatMap(\.previous)
        if !operation.isCreate { named.append(operation.row) }
        for write in operation.writes where write.field == .deletes {
          named += DotList.decode(write.value ?? .unset)
        }
        for dot in named where !earlier.contains(dot) && !own.contains(dot) {
          let behind = lostBehind(batches[place].parents, lost)
            .union(lostOrigins(of: operation, lost))
          if !behind.isEmpty, dotsBehind(behind)?.contains(dot) != false { continue }
          throw Violation(
            .causality,
            "batch \(batches[place].header.sequence) of "
              + "\(batches[place].header.replica.rawValue) names \(dot.rawValue) and does not "
              + "depend on it")
        }
        own.insert(operation.dot)
      }
    }
  }

  /// The batches before one, found through what it hangs on and depends on.
  private func past(
    of place: Int, _ batches: [DecodedBatch], _ places: [ContentHash: Int],
    _ lost: Set<ContentHash>, _ pasts: inout [Int: Set<Int>]
  ) throws -> Set<Int> {
    if let known = pasts[place] { return known }
    var past: Set<Int> = []
    for parent in batches[place].parents {
      guard let before = places[parent] else {
        if lost.contains(parent) { continue }
        throw Violation(.causality, "a merged batch depends on one that is not merged")
      }
      past.insert(before)
      past.formUnion(try self.past(of: before, batches, places, lost, &pasts))
    }
    pasts[place] = past
    return past
  }
}
