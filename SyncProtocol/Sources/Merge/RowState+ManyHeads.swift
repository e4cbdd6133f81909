extension RowState {
  /// From how many heads on an operation is merged in one pass over all of them.
  static let manyHeads = 64

  /// What `merge` does, in time proportional to the heads and writes.
  ///
  /// A batch of a few hundred bytes can give one row a quarter of a million heads; looked for and
  /// put in one by one, as is best for the tens of heads that rows have, they would cost minutes.
  mutating func mergeInOnePass(_ operation: Operation) {
    var merged: [Head] = []
    merged.reserveCapacity(heads.count + operation.writes.count)
    var next = heads.startIndex
    for write in operation.writes.sorted(by: { $0.field < $1.field }) {
      while next < heads.endIndex, heads[next].field < write.field {
        merged.append(heads[next])
        next += 1
      }
      let replaced = Set(write.previous)
      var added = write.value.map {
        Head(field: write.field, dot: operation.dot, time: operation.time, value: $0)
      }
      while next < heads.endIndex, heads[next].field == write.field {
        let head = heads[next]
        next += 1
        if replaced.contains(head.dot) { continue }
        if let new = added, new.dot <= head.dot {
          // A head of the same dot stands as it is.
          if new.dot < head.dot { merged.append(new) }
          added = nil
        }
        merged.append(head)
      }
      if let added { merged.append(added) }
    }
    merged.append(contentsOf: heads[next...])
    heads = merged
  }
}
