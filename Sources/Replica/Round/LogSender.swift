import SQLite
import SyncProtocol

/// Writes what a laptop lacks of the centre's log, in arrival order, until the stream is full.
struct LogSender {
  let store: Store
  let sentByAsker: Set<ContentHash>
  let asker: ReplicaID
  let snapshots: SnapshotSender
  private var certified: Set<ReplicaID>
  private(set) var hasMore = false

  init(
    store: Store, sentByAsker: Set<ContentHash>, asker: ReplicaID, snapshots: SnapshotSender
  ) {
    self.snapshots = snapshots
    self.store = store
    self.sentByAsker = sentByAsker
    self.asker = asker
    certified = [asker, store.identity.replica]
  }

  /// When the end of a scope's log is said behind it.
  enum Checks {
    case never
    /// Also where the asker does not reach it yet, for it proves all that was ever numbered.
    case always
    case atEnd
  }

  /// How far an asker comes in a scope by what was written.
  enum Reached {
    /// To the end of the log.
    case end
    /// To a place of it.
    case place(Cursor)
    /// It has the bytes of a snapshot up to here.
    case part(SnapshotFetch)
  }

  /// Writes what is asked for of a scope, as much as there is room for, and behind it the end of the
  /// log.
  @discardableResult
  mutating func send(
    _ scope: ScopeID, after wanted: Cursor?, checks: Checks, into stream: inout StreamWriter
  ) throws -> Reached {
    let reached = try sendLog(scope, after: wanted, into: &stream)
    switch (checks, reached) {
    case (.always, _), (.atEnd, .end): stream.append(try store.check(of: scope))
    case (.never, _), (.atEnd, _): break
    }
    return reached
  }

  private mutating func sendLog(
    _ scope: ScopeID, after wanted: Cursor?, into stream: inout StreamWriter
  ) throws -> Reached {
    let end = try store.cursor(scope)
    var arrival = try start(scope, wanted)
    if let wanted, let frontier = try store.epochFrontier(for: wanted) {
      stream.append(frontier)
      // Where the logs part the laptop finds out by itself, and asks again from there.
      if arrival == 0, frontier.base.arrival > 0 {
        hasMore = true
        return .place(frontier.base)
      }
    }
    switch try snapshots.send(scope, after: arrival, into: &stream) {
    case .log: break
    case .part(let fetch):
      hasMore = true
      return .part(fetch)
    case .whole(let snapshot):
      let place = try store.runningHash(scope, at: snapshot)
      return .place(
        Cursor(scope: scope, epoch: end.epoch, arrival: snapshot, runningHash: place ?? .zero))
    }
    while arrival < end.arrival {
      guard stream.byteCount < Limits.streamFillBytes else {
        hasMore = true
        return .place(
          Cursor(
            scope: scope, epoch: end.epoch, arrival: arrival,
            runningHash: try store.runningHash(scope, at: arrival) ?? .zero))
      }
      arrival += 1
      try sendEntry(scope, arrival, into: &stream)
    }
    return .end
  }

  /// Where the asker's cursor stands in this log; the beginning when it is not of this log.
  private func start(_ scope: ScopeID, _ wanted: Cursor?) throws -> UInt64 {
    guard let wanted, wanted.epoch <= UInt8(clamping: store.identity.replica.rawValue),
      wanted.arrival > 0
    else { return 0 }
    let hash = try store.connection.row(
      "SELECT running_hash FROM batch WHERE scope = ? AND arrival = ?",
      .integer(scope.rawValue), .integer(Int64(wanted.arrival))
    ) { try $0.bytes(at: 0) }
    return hash == wanted.runningHash.bytes ? wanted.arrival : 0
  }

  private mutating func sendEntry(
    _ scope: ScopeID, _ arrival: UInt64, into stream: inout StreamWriter
  ) throws {
    let entry = try store.connection.row(
      "SELECT replica, hash, encoded FROM batch WHERE scope = ? AND arrival = ?",
      .integer(scope.rawValue), .integer(Int64(arrival))
    ) { statement in
      (
        replica: ReplicaID(rawValue: UInt32(clamping: try statement.integer(at: 0))),
        hash: ContentHash(try statement.bytes(at: 1)), encoded: try statement.bytes(at: 2)
      )
    }
    guard let entry, let replica = entry.replica, let hash = entry.hash else {
      throw ReplicaError.arrivalGap(scope)
    }
    if sentByAsker.contains(hash) {
      stream.append(Arrived(scope: scope, arrival: arrival, batch: hash))
      return
    }
    if certified.insert(replica).inserted, let certificate = try store.certificate(of: replica) {
      stream.append(certificate)
    }
    stream.append(CarriedBatch(arrival: arrival, encoded: entry.encoded))
  }
}
