import SQLite
import SyncProtocol

/// Taking a whole snapshot in: its rows replace those of the scope, and what this store holds beyond
/// it is merged again above it.
extension Store {
  /// Takes in every snapshot that has come whole. Each is one transaction, so that a kill in between
  /// leaves either the old rows or the new.
  ///
  /// - Returns: the scopes taken in, and those whose snapshot was no good, with the reason.
  func takeInSnapshots(
    at wall: Timestamp
  ) throws -> (taken: [ScopeID], refused: [ScopeID: String]) {
    var taken: [ScopeID] = []
    var refused: [ScopeID: String] = [:]
    for entry in try fetches.all() where entry.isWhole && !entry.isRefused {
      guard entry.epoch == (try presentEpoch) else {
        try transaction { try fetches.remove(entry.scope) }
        continue
      }
      // Before the first answer nobody is known by whom it could be signed.
      guard let centre = try certificate(of: .centre(epoch: entry.epoch)), centre.role == .centre
      else { continue }
      do {
        try transaction { try takeIn(entry, from: centre, at: wall) }
        taken.append(entry.scope)
      } catch let error as ProtocolError {
        // Bytes that were signed when they came and are not what they claim: asked for no more.
        try transaction { try fetches.refuse(entry) }
        refused[entry.scope] = error.code
      } catch ReplicaError.snapshotDamaged(let scope) {
        try transaction { try fetches.refuse(entry) }
        refused[scope] = ReplicaError.snapshotDamaged(scope).code
      }
    }
    return (taken, refused)
  }

  var fetches: SnapshotFetches { SnapshotFetches(connection: connection) }

  private func takeIn(
    _ entry: SnapshotFetches.Entry, from centre: Certificate, at wall: Timestamp
  ) throws {
    let scope = entry.scope
    var bytes = SnapshotBytes(of: scope, in: connection)
    let header = try readHeader(entry, from: centre, &bytes)
    let here = try cursor(scope)
    guard here.epoch != header.cursor.epoch || here.arrival < header.cursor.arrival else {
      // The log has meanwhile brought all of it.
      return try fetches.remove(scope)
    }
    let local = try LocalWork(of: scope, in: self)
    try rows.removeRows(of: scope)
    try removeFrontier(of: scope)
    try forgetErasures(in: scope)
    try insertRows(of: header, &bytes)
    guard try digest(of: scope).root == header.digest,
      try digest(of: scope).rowCount == Int(clamping: header.rowCount)
    else { throw ReplicaError.snapshotDamaged(scope) }
    for certificate in header.certificates
    where certificate.isSigned(byRoot: identity.rootPublicKey, primitives: primitives) {
      if try self.certificate(of: certificate.replica) == nil { try keep(certificate) }
    }
    try adopt(header, scope)
    try recallLostBatches(of: scope)
    try adoptErasures(in: scope)
    try mergeAgain(local, above: header)
    try save(header.cursor)
    try fetches.remove(scope)
    try mergeWaiting(in: scope)
    try leaveMetSession(at: wall)
  }

  private func readHeader(
    _ entry: SnapshotFetches.Entry, from centre: Certificate, _ bytes: inout SnapshotBytes
  ) throws -> SnapshotHeader {
    let prefix = try bytes.take(SnapshotHeader.prefixByteCount)
    let count = try SnapshotHeader.byteCount(after: prefix)
    let header = try SnapshotHeader(
      decoding: prefix + (try bytes.take(count)), identity: entry.hash,
      signedBy: centre.publicKey, primitives: primitives)
    guard header.cursor.scope == entry.scope, header.cursor.epoch == entry.epoch else {
      throw ReplicaError.snapshotDamaged(entry.scope)
    }
    return header
  }

  private func insertRows(of header: SnapshotHeader, _ bytes: inout SnapshotBytes) throws {
    let scope = header.cursor.scope
    let own = try ownNumbers()
    var reader = RowBlockReader()
    for section in header.sections {
      let content = try bytes.take(section.byteCount)
      guard primitives.hash(content) == section.hash,
        let plain = try? primitives.decompress(content, section.plainByteCount),
        plain.count == section.plainByteCount
      else { throw ReplicaError.snapshotDamaged(scope) }
      for block in try RowBlock.blocks(ofSection: plain) {
        guard block.scope == scope else { throw ReplicaError.snapshotDamaged(scope) }
        for state in try reader.add(block) {
          let row = RowStore.StoredRow(scope: scope, state: state, layout: nil)
          guard try rows.save(row) else { throw ReplicaError.snapshotDamaged(scope) }
          try noteOwnKeys(of: state, in: scope, own)
        }
      }
    }
    try reader.finish()
  }

  func removeFrontier(of scope: ScopeID) throws {
    for table in ["frontier_tip", "frontier_mark"] {
      try connection.execute("DELETE FROM \(table) WHERE scope = ?", .integer(scope.rawValue))
    }
  }

  /// The snapshot's frontier becomes this store's, and the base of its log.
  private func adopt(_ header: SnapshotHeader, _ scope: ScopeID) throws {
    let ownOperations = try (base(of: scope)?.ownOperations ?? 0) + takeRetiredOperations(of: scope)
    try removeBase(of: scope)
    try save(ScopeBase(cursor: header.cursor, ownOperations: ownOperations))
    for tip in header.frontier.tips {
      try raiseBase(scope, tip: tip)
      try connection.execute(
        "INSERT INTO frontier_tip (scope, replica, sequence, hash) VALUES (?, ?, ?, ?)",
        .integer(scope.rawValue), .integer(Int64(tip.replica.rawValue)),
        .integer(Int64(tip.sequence)), .blob(tip.hash.bytes))
    }
    for mark in header.frontier.marks {
      try raiseBase(scope, mark: mark)
      try frontier.raiseMark(scope, mark.origin, to: mark.counter)
    }
  }

  /// Merges what the snapshot's frontier does not contain, in the order it was applied here.
  private func mergeAgain(_ local: LocalWork, above header: SnapshotHeader) throws {
    let scope = header.cursor.scope
    var marks: [Origin: UInt32] = [:]
    for mark in header.frontier.marks { marks[mark.origin] = mark.counter }
    var contained: [Batch] = []
    for batch in local.batches {
      let isContained = batch.header.counters.upperBound <= marks[batch.header.origin] ?? 0
      if isContained, try collides(batch) {
        // The centre has other operations under its dots: its author writes it again.
        try leaveOut(batch)
      } else if isContained {
        try drop(batch, in: scope)
        contained.append(batch)
      } else if try isLost(batch.tip, in: scope) {
        // The rows may have what the centre wrote in its place: under it, it would come to life.
        try leaveOut(batch)
      } else {
        try merge(try batch.operations(primitives: primitives), in: scope)
        _ = try frontier.append(batch)
      }
    }
    // Later ones of a chain first: whether one lies below a lost one shows once that is left out.
    for batch in contained.reversed() { try leaveOutLost(batch, in: scope) }
    for operation in local.outbox { try merge([operation], in: scope) }
    // Numbers above the snapshot's come again with the log.
    try connection.execute(
      "UPDATE batch SET arrival = NULL, running_hash = NULL WHERE scope = ?",
      .integer(scope.rawValue))
  }

  private func collides(_ batch: Batch) throws -> Bool {
    try connection.integer(
      "SELECT count(*) FROM batch WHERE hash = ? AND \(LogCondition.collided)",
      .blob(batch.hash.bytes)) > 0
  }

  /// Drops a batch that the base contains, unless it still has to be handed over.
  private func drop(_ batch: Batch, in scope: ScopeID) throws {
    try connection.execute(
      "DELETE FROM batch WHERE hash = ? AND \(LogCondition.confirmed)", .blob(batch.hash.bytes))
    guard connection.changes == 1, batch.header.replica == identity.replica else { return }
    try connection.execute(
      "UPDATE scope_base SET own_operations = own_operations + ? WHERE scope = ?",
      .integer(Int64(batch.header.operationCount)), .integer(scope.rawValue))
  }
}

/// What this store holds of a scope apart from its rows, in the order it was applied.
private struct LocalWork {
  var batches: [Batch]
  var outbox: [Operation]

  init(of scope: ScopeID, in store: Store) throws {
    batches = try store.mergedBatches(of: scope, after: 0)
    outbox = try store.outboxOperations(in: scope)
  }
}
