import SQLite
import SyncProtocol

/// Finds, of what the centre keeps aside, what its log says already and what a person would have to
/// adopt.
///
/// What a batch refers to may be kept aside as well, so it is read together with that: its *train*,
/// those it stands upon first.
final class AsideReading {
  /// A batch that is kept aside, read.
  struct Kept {
    var batch: Batch
    var received: Timestamp
    var operations: [Operation]
  }

  /// What became of an operation of a train.
  struct Reading {
    var header: Batch.Header
    var batch: ContentHash
    var operation: Operation
    var standing: Dot?
    var isAdoptable: Bool
    /// A copy closed it a second time: it was read already.
    var isRepeated: Bool

    /// True for what an adoption writes.
    var waits: Bool { standing == nil && isAdoptable && !isRepeated }
  }

  /// A batch with all that it refers to.
  struct Train {
    /// Those it stands upon first, itself last.
    var batches: [Batch]
    /// Every operation of them, in the same order.
    var readings: [Reading] = []
    /// Names in the train and what stands in their places. It seals nothing.
    var map: DotMap
    /// What it stands upon, and is not here.
    var missing: [Batch.Tip] = []
  }

  private let store: Store
  private let kept: [ContentHash: Kept]
  /// The kept batches in the order they came, by what a person should see first.
  let order: [ContentHash]
  private var said: [ScopeID: [WrittenContent: [Operation]]] = [:]

  /// Reads everything that is kept aside. What cannot be read is left out: it was never taken in.
  init(_ store: Store) throws {
    self.store = store
    let stored = try store.connection.rows(
      "SELECT encoded, received FROM batch_aside ORDER BY received, scope, replica, sequence, hash"
    ) { (encoded: try $0.bytes(at: 0), received: Timestamp(rawValue: try $0.integer(at: 1))) }
    var kept: [ContentHash: Kept] = [:]
    var order: [ContentHash] = []
    for entry in stored {
      guard let batch = try? Batch(decoding: entry.encoded, primitives: store.primitives),
        let operations = try? batch.operations(primitives: store.primitives)
      else { continue }
      kept[batch.hash] = Kept(batch: batch, received: entry.received, operations: operations)
      order.append(batch.hash)
    }
    self.kept = kept
    self.order = order
  }

  /// A batch that is kept aside; nil when it is not.
  subscript(hash: ContentHash) -> Kept? { kept[hash] }

  /// Reads a batch together with what it refers to; nil for one that is not kept aside.
  func train(of hash: ContentHash) throws -> Train? {
    guard kept[hash] != nil else { return nil }
    var train = Train(batches: [], map: DotMap { .sealed($0.value) })
    try add(hash, to: &train)
    train.missing = Array(Set(train.missing)).sorted()
    try read(&train)
    return train
  }

  // MARK: What a batch refers to

  private func add(_ hash: ContentHash, to train: inout Train) throws {
    // Depth first, with a list of its own: a chain may be long.
    var open: [(hash: ContentHash, isEntered: Bool)] = [(hash, false)]
    var entered: Set<ContentHash> = []
    while let (hash, isEntered) = open.popLast() {
      guard let kept = kept[hash] else { continue }
      if isEntered {
        train.batches.append(kept.batch)
        continue
      }
      guard entered.insert(hash).inserted else { continue }
      open.append((hash, true))
      let header = kept.batch.header
      for tip in Set(header.needed).sorted().reversed() {
        if self.kept[tip.hash] != nil {
          open.append((tip.hash, false))
        } else if try !store.frontier.isApplied(tip, in: header.scope)
          && !store.isPassedOver(tip, in: header.scope)
        {
          train.missing.append(tip)
        }
      }
      for name in namedElsewhere(by: kept) { open.append((name, false)) }
    }
  }

  /// Batches of other scopes that created rows to which values of this one refer.
  private func namedElsewhere(by kept: Kept) -> [ContentHash] {
    var found: [ContentHash] = []
    for operation in kept.operations {
      for case .integer(let integer)? in operation.writes.map(\.value) {
        guard let row = RowID(rawValue: integer), row.replica == kept.batch.header.replica,
          let creation = creations[row], creation.scope != kept.batch.header.scope
        else { continue }
        found.append(creation.hash)
      }
    }
    return found
  }

  private lazy var creations: [RowID: (scope: ScopeID, hash: ContentHash)] = {
    var creations: [RowID: (scope: ScopeID, hash: ContentHash)] = [:]
    for hash in order {
      guard let kept = kept[hash] else { continue }
      for operation in kept.operations where operation.isCreate && creations[operation.row] == nil {
        creations[operation.row] = (kept.batch.header.scope, hash)
      }
    }
    return creations
  }()

  // MARK: What stands already

  private func read(_ train: inout Train) throws {
    let all = train.batches.flatMap { batch in
      (kept[batch.hash]?.operations ?? []).map { (batch: batch, operation: $0) }
    }
    // Another life's operation of the same words is not told from one that is merged itself.
    var used = Set(
      try all.filter { try candidates(for: $0.operation, $0.batch).contains($0.operation) }
        .map(\.operation.dot))
    var read: [Dot: Operation] = [:]
    for (batch, operation) in all {
      let isRepeated = read.updateValue(operation, forKey: operation.dot) == operation
      var standing = isRepeated ? train.map.dots[operation.dot] : nil
      if !isRepeated, let found = try standingOperation(operation, batch, used, &train.map) {
        used.insert(found.dot)
        train.map.dots[operation.dot] = found.dot
        if operation.isCreate { train.map.rows[operation.row] = found.row }
        standing = found.dot
      }
      train.readings.append(
        Reading(
          header: batch.header, batch: batch.hash, operation: operation, standing: standing,
          isAdoptable: isAdoptable(operation), isRepeated: isRepeated))
    }
  }

  private func candidates(for operation: Operation, _ batch: Batch) throws -> [Operation] {
    try said(in: batch.header.scope)[WrittenContent(operation)] ?? []
  }

  private func standingOperation(
    _ operation: Operation, _ batch: Batch, _ used: Set<Dot>, _ map: inout DotMap
  ) throws -> Operation? {
    let candidates = try candidates(for: operation, batch)
    if candidates.contains(operation) { return operation }
    let renamed = try map.renamed(operation)
    return candidates.first { !used.contains($0.dot) && renamed.saysTheSame(as: $0) }
  }

  /// What a laptop may not write would be the centre's own word if it wrote it again.
  private func isAdoptable(_ operation: Operation) -> Bool {
    guard store.schema[operation.table] != nil, !operation.hasUnknownKind else { return false }
    let isMove = operation.writes.contains { write in
      write.field == RowLink.links.id
        && write.value.flatMap(RowLink.init).map(\.kind.isMove) ?? false
    }
    return !isMove
      && !SchemaRules.objections(to: operation, schema: store.schema).contains {
        $0.reason == .fieldNotYours
      }
  }

  /// Whatever the log of a scope says at the times of what is kept aside there, in the order it came.
  private func said(in scope: ScopeID) throws -> [WrittenContent: [Operation]] {
    if let known = said[scope] { return known }
    var wanted: [Timestamp: Set<WrittenContent>] = [:]
    for kept in kept.values where kept.batch.header.scope == scope {
      for operation in kept.operations {
        wanted[operation.time, default: []].insert(WrittenContent(operation))
      }
    }
    let positions = try store.connection.rows(
      "SELECT position FROM batch WHERE scope = ? AND state IN (1, 2, 7) ORDER BY position",
      .integer(scope.rawValue)
    ) { try $0.integer(at: 0) }
    var found: [WrittenContent: [Operation]] = [:]
    for position in positions {
      let batch = try store.batches(
        "SELECT encoded FROM batch WHERE position = ?", .integer(position))
      for operation in try batch.flatMap({ try $0.operations(primitives: store.primitives) }) {
        guard operation.because == nil, let contents = wanted[operation.time] else { continue }
        let content = WrittenContent(operation)
        if contents.contains(content) { found[content, default: []].append(operation) }
      }
    }
    said[scope] = found
    return found
  }
}
