import SQLite
import SyncProtocol

/// Decides at the centre who gets a snapshot instead of the log, and writes its bytes.
struct SnapshotSender {
  let store: Store
  /// What the asker has begun to fetch, by scope.
  let fetches: [ScopeID: SnapshotFetch]
  /// True when the asker was silent for longer than a lease.
  let isLeaseOver: Bool

  /// What was written of a snapshot.
  enum Sent {
    /// Nothing: the log is the answer.
    case log
    /// Its bytes up to a place; others are left for another stream.
    case part(SnapshotFetch)
    /// All that was left of it; it stands for this arrival number.
    case whole(UInt64)
  }

  /// Writes bytes of a snapshot when that is the answer to a WANT.
  ///
  /// - Parameters:
  ///   - arrival: where the asker's cursor stands in this log; 0 when it is not of this log.
  func send(
    _ scope: ScopeID, after arrival: UInt64, into stream: inout StreamWriter
  ) throws -> Sent {
    let fetch = fetches[scope]
    if let fetch, fetch.snapshot == .zero { return .log }
    let all = try store.snapshots(of: scope)
    var offset = 0
    let snapshot: KeptSnapshot
    if let fetch, let begun = all.first(where: { $0.hash == fetch.snapshot }),
      fetch.offset < begun.byteCount, begun.arrival <= (try store.durableThrough(scope))
    {
      snapshot = begun
      offset = fetch.offset
    } else {
      guard let offered = try store.offeredSnapshot(of: scope), offered.arrival > arrival,
        isLeaseOver || offered.arrival - arrival >= store.snapshotPolicy.batches
      else { return .log }
      snapshot = offered
    }
    var parts = 0
    while offset < snapshot.byteCount {
      guard stream.byteCount < Limits.streamFillBytes, parts < store.snapshotPolicy.partsPerAnswer
      else {
        return .part(SnapshotFetch(scope: scope, snapshot: snapshot.hash, offset: offset))
      }
      parts += 1
      let bytes = try bytes(of: snapshot, from: offset)
      stream.append(
        SnapshotPart(
          scope: scope, snapshot: snapshot.hash, totalByteCount: snapshot.byteCount,
          offset: offset, bytes: bytes))
      offset += bytes.count
    }
    return .whole(snapshot.arrival)
  }

  /// Up to a frame's bytes from an offset on.
  private func bytes(of snapshot: KeptSnapshot, from offset: Int) throws -> [UInt8] {
    let bytes = try store.connection.row(
      """
      SELECT substr(content, ?2 - position + 1, ?3) FROM snapshot_section
      WHERE hash = ?1 AND position <= ?2 ORDER BY position DESC LIMIT 1
      """,
      .blob(snapshot.hash.bytes), .integer(Int64(offset)),
      .integer(Int64(store.snapshotPolicy.partBytes))
    ) { try $0.bytes(at: 0) }
    guard let bytes, !bytes.isEmpty else { throw ReplicaError.snapshotDamaged(snapshot.scope) }
    return bytes
  }
}
