import SQLite
import SyncProtocol

/// The snapshots on their way to a laptop: parts without gaps, kept until the last has come, so that
/// neither a broken line nor a restart costs what is here already.
struct SnapshotFetches {
  /// One that was begun.
  struct Entry {
    var scope: ScopeID
    var epoch: UInt8
    var hash: ContentHash
    var total: Int
    var received: Int
    var isRefused: Bool

    var isWhole: Bool { received == total }
  }

  let connection: Connection

  func all() throws -> [Entry] {
    try connection.rows(
      "SELECT scope, epoch, hash, total, received, refused FROM snapshot_fetch ORDER BY scope"
    ) { statement in
      guard let scope = ScopeID(rawValue: try statement.integer(at: 0)),
        let hash = ContentHash(try statement.bytes(at: 2))
      else { throw ProtocolError.malformed(.numberOutOfRange) }
      return Entry(
        scope: scope, epoch: UInt8(clamping: try statement.integer(at: 1)), hash: hash,
        total: try statement.count(at: 3), received: try statement.count(at: 4),
        isRefused: try statement.integer(at: 5) != 0)
    }
  }

  /// What to ask the centre for, by scope.
  func wanted() throws -> [SnapshotFetch] {
    try all().filter { $0.isRefused || !$0.isWhole }.map { entry in
      SnapshotFetch(
        scope: entry.scope, snapshot: entry.isRefused ? .zero : entry.hash,
        offset: entry.isRefused ? 0 : entry.received)
    }
  }

  /// Keeps a part. Bytes of another snapshot than the one begun start anew when they are its first;
  /// repeated bytes and bytes behind a gap are left.
  ///
  /// - Returns: how many bytes were new.
  func add(_ part: SnapshotPart, epoch: UInt8) throws -> Int {
    let begun = try all().first { $0.scope == part.scope }
    var received = 0
    if let begun, begun.hash == part.snapshot, begun.total == part.totalByteCount,
      begun.epoch == epoch
    {
      guard !begun.isRefused else { return 0 }
      received = begun.received
    } else {
      try remove(part.scope)
      guard part.offset == 0 else { return 0 }
    }
    guard part.offset == received else { return 0 }
    try connection.execute(
      """
      INSERT OR REPLACE INTO snapshot_fetch (scope, epoch, hash, total, received, refused)
      VALUES (?, ?, ?, ?, ?, 0)
      """,
      .integer(part.scope.rawValue), .integer(Int64(epoch)), .blob(part.snapshot.bytes),
      .integer(Int64(part.totalByteCount)), .integer(Int64(received + part.bytes.count)))
    try connection.execute(
      "INSERT OR REPLACE INTO snapshot_part (scope, position, content) VALUES (?, ?, ?)",
      .integer(part.scope.rawValue), .integer(Int64(part.offset)), .blob(part.bytes))
    return part.bytes.count
  }

  /// Forgets what was fetched of a scope.
  func remove(_ scope: ScopeID) throws {
    for table in ["snapshot_part", "snapshot_fetch"] {
      try connection.execute("DELETE FROM \(table) WHERE scope = ?", .integer(scope.rawValue))
    }
  }

  /// Remembers that a snapshot did not hold what it claimed: the log is asked for instead.
  func refuse(_ entry: Entry) throws {
    try connection.execute(
      "DELETE FROM snapshot_part WHERE scope = ?", .integer(entry.scope.rawValue))
    try connection.execute(
      "UPDATE snapshot_fetch SET refused = 1, received = 0 WHERE scope = ?",
      .integer(entry.scope.rawValue))
  }
}

/// Reads the bytes of a fetched snapshot from its first to its last.
struct SnapshotBytes {
  private let connection: Connection
  private let scope: ScopeID
  private var position = 0
  private var buffer: ArraySlice<UInt8> = []

  init(of scope: ScopeID, in connection: Connection) {
    self.connection = connection
    self.scope = scope
  }

  /// Exactly so many bytes; throws where they end early.
  mutating func take(_ count: Int) throws -> [UInt8] {
    var taken: [UInt8] = []
    taken.reserveCapacity(count)
    while taken.count < count {
      if buffer.isEmpty { try readPart() }
      let piece = buffer.prefix(count - taken.count)
      taken += piece
      buffer = buffer.dropFirst(piece.count)
    }
    return taken
  }

  private mutating func readPart() throws {
    let content = try connection.row(
      "SELECT content FROM snapshot_part WHERE scope = ? AND position = ?",
      .integer(scope.rawValue), .integer(Int64(position))
    ) { try $0.bytes(at: 0) }
    guard let content, !content.isEmpty else { throw ProtocolError.malformed(.truncated) }
    position += content.count
    buffer = content[...]
  }
}
