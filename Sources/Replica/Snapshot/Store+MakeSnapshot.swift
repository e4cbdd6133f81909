import SQLite
import SyncProtocol

/// A snapshot that the centre has made.
package struct KeptSnapshot: Sendable, Equatable {
  /// Its scope.
  package var scope: ScopeID
  /// Its identity.
  package var hash: ContentHash
  /// The arrival number it stands for.
  package var arrival: UInt64
  /// Its bytes.
  package var byteCount: Int
}

/// When snapshots are made and offered.
package struct SnapshotPolicy: Sendable {
  /// Batches that a laptop must lack before it is offered a snapshot, and that must have come since
  /// the last one before another is made.
  package var batches: UInt64 = 500
  /// The most bytes of a snapshot in one frame.
  package var partBytes = Limits.snapshotPartBytes
  /// The most frames of a snapshot in one answer, which also ends when it is full.
  package var partsPerAnswer = Int.max

  /// The ordinary policy.
  package init() {}
}

extension Store {
  /// Snapshots kept for a scope: one that is offered, one that waits for a backup, and one more for
  /// those who are in the middle of fetching it.
  private static let snapshotsPerScope = 3

  /// Makes a snapshot of every scope whose log has grown enough since its last. Centre only.
  ///
  /// A snapshot is offered once `markDurable` covers it, so this belongs right before a backup.
  /// - Returns: the snapshots that were made.
  @discardableResult
  package func refreshSnapshots(clock: ClockReading) throws -> [KeptSnapshot] {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    var made: [KeptSnapshot] = []
    for scope in try knownScopes() {
      let end = try cursor(scope).arrival
      let last = try snapshots(of: scope).map(\.arrival).max() ?? 0
      guard end - min(end, last) >= snapshotPolicy.batches,
        try frontier.all(of: scope).isWithinLimits
      else { continue }
      made.append(try makeSnapshot(of: scope, clock: clock))
    }
    return made
  }

  /// Makes a snapshot of a scope as it is now. Centre only.
  package func makeSnapshot(of scope: ScopeID, clock: ClockReading) throws -> KeptSnapshot {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    return try transaction {
      var sections: [SnapshotHeader.Section] = []
      var contents: [[UInt8]] = []
      var writer = SnapshotSectionWriter(scope: scope)
      func pack(_ plain: [UInt8]) throws {
        let content = try primitives.compress(plain)
        sections.append(
          SnapshotHeader.Section(
            plainByteCount: plain.count, byteCount: content.count,
            hash: primitives.hash(content)))
        contents.append(content)
      }
      try forEachRowByTable(in: scope) { try writer.append($0, pack) }
      try writer.finish(pack)
      let digest = try digest(of: scope)
      let frontier = try frontier.all(of: scope)
      let replicas = Set(frontier.tips.map(\.replica)).sorted()
      let header = SnapshotHeader(
        cursor: try cursor(scope), digest: digest.root, rowCount: UInt64(digest.rowCount),
        schemaVersion: schema.version, madeAt: clock.wall, frontier: frontier,
        certificates: try replicas.compactMap { try certificate(of: $0) }, sections: sections)
      let head = header.signed(by: identity.signer, primitives: primitives)
      let snapshot = KeptSnapshot(
        scope: scope, hash: head.identity, arrival: header.cursor.arrival,
        byteCount: head.bytes.count + contents.reduce(0) { $0 + $1.count })
      try keep(snapshot, [head.bytes] + contents, at: clock.wall)
      try dropReplacedSnapshots()
      return snapshot
    }
  }

  /// Every row of a scope in ascending order of table and row, also of tables that a later version
  /// defined.
  private func forEachRowByTable(in scope: ScopeID, _ body: (RowState) throws -> Void) throws {
    var unknown: [TableID: [RowState]] = [:]
    try rows.forEachUnknownRow(in: scope) { unknown[$0.state.table, default: []].append($0.state) }
    for table in Set(schema.tables.map(\.id)).union(unknown.keys).sorted() {
      guard var states = unknown[table] else {
        try rows.forEachRow(of: table, in: scope) { try body($0.state) }
        continue
      }
      try rows.forEachRow(of: table, in: scope) { states.append($0.state) }
      for state in states.sorted(by: { $0.row < $1.row }) { try body(state) }
    }
  }

  private func keep(
    _ snapshot: KeptSnapshot, _ contents: [[UInt8]], at time: Timestamp
  ) throws {
    try connection.execute(
      """
      INSERT OR REPLACE INTO snapshot (hash, scope, epoch, arrival, total, made)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      .blob(snapshot.hash.bytes), .integer(snapshot.scope.rawValue),
      .integer(Int64(try presentEpoch)), .integer(Int64(snapshot.arrival)),
      .integer(Int64(snapshot.byteCount)), .integer(time.rawValue))
    var position = 0
    for content in contents {
      try connection.execute(
        "INSERT OR REPLACE INTO snapshot_section (hash, position, content) VALUES (?, ?, ?)",
        .blob(snapshot.hash.bytes), .integer(Int64(position)), .blob(content))
      position += content.count
    }
  }

  /// The snapshots of a scope in this epoch, latest first.
  package func snapshots(of scope: ScopeID) throws -> [KeptSnapshot] {
    try connection.rows(
      """
      SELECT hash, arrival, total FROM snapshot WHERE scope = ? AND epoch = ?
      ORDER BY arrival DESC, made DESC
      """, .integer(scope.rawValue), .integer(Int64(try presentEpoch))
    ) { statement in
      guard let hash = ContentHash(try statement.bytes(at: 0)) else {
        throw ProtocolError.malformed(.numberOutOfRange)
      }
      return KeptSnapshot(
        scope: scope, hash: hash, arrival: UInt64(clamping: try statement.integer(at: 1)),
        byteCount: try statement.count(at: 2))
    }
  }

  /// The latest snapshot that a backup covers: whoever builds on it builds on nothing that the loss
  /// of this machine could take away.
  func offeredSnapshot(of scope: ScopeID) throws -> KeptSnapshot? {
    let durable = try durableThrough(scope)
    return try snapshots(of: scope).first { $0.arrival <= durable }
  }

  /// Keeps what is offered and what is newer, within the bounded number; others go.
  func dropReplacedSnapshots() throws {
    let epoch = try presentEpoch
    var kept: Set<ContentHash> = []
    for scope in try knownScopes() {
      let all = try snapshots(of: scope)
      var wanted = Array(all.prefix(Self.snapshotsPerScope))
      if let offered = try offeredSnapshot(of: scope), !wanted.contains(offered) {
        wanted[wanted.count - 1] = offered
      }
      kept.formUnion(wanted.map(\.hash))
    }
    let stored = try connection.rows("SELECT hash, epoch FROM snapshot") {
      (hash: try $0.bytes(at: 0), epoch: try $0.integer(at: 1))
    }
    for entry in stored {
      if let hash = ContentHash(entry.hash), kept.contains(hash), entry.epoch == Int64(epoch) {
        continue
      }
      for table in ["snapshot_section", "snapshot"] {
        try connection.execute("DELETE FROM \(table) WHERE hash = ?", .blob(entry.hash))
      }
    }
  }
}
