import SQLite
import SyncProtocol

/// What was written into a pack. It counts for nothing before `Store.notePacked`.
package struct PackedRound: Sendable {
  /// What it holds of one scope.
  package struct Content: Sendable, Equatable {
    /// The scope.
    package var scope: ScopeID
    /// Batches of it.
    package var batches: Int
    /// Operations in them.
    package var operations: Int64
  }

  /// The identity of the pack: 16 random bytes that all its streams repeat.
  package var id: [UInt8]
  /// The number that people say; it counts up.
  package var number: UInt64
  /// When it was made, as far as this laptop knows the time.
  package var packed: Timestamp
  /// What it holds, ascending by scope; empty when there was nothing to hand over.
  package var contents: [Content]
  /// Streams that were written.
  package var streams: Int
  /// True while sealed values are locked, and nothing but a question is packed.
  package var isLocked: Bool
  /// Batches that it carries.
  package var batches: Int { contents.reduce(0) { $0 + $1.batches } }
  /// Operations in them.
  package var operations: Int64 { contents.reduce(0) { $0 + $1.operations } }
  var positions: [Int64]
  var keys: [Dot]
  var erasures: [RowID]
}

/// A pack that was written whole, as its laptop remembers it.
package struct PackNote: Sendable, Equatable {
  /// The number that people say.
  package var number: UInt64
  /// When it was made, as far as this laptop knew the time.
  package var packed: Timestamp
  /// Batches that it carries.
  package var batches: Int64
  /// Operations in them.
  package var operations: Int64
  /// Of these, those that the centre has not confirmed and no later pack carries.
  package var unconfirmed: Int64
  /// The centre's time in the return that answered it; nil until one came.
  package var arrived: Timestamp?
  /// When somebody entered its receipt on paper; nil for never.
  package var told: Timestamp?
}

/// Packing a round that is carried by hand, at a laptop (SPEC 20.1).
extension Store {
  /// Packs that are remembered beside those that wait for an answer.
  private static let keptPacks = 64

  /// Closes the outbox and writes everything the centre has not confirmed, stream by stream: own
  /// batches and others', in the order applied, with keys and confirmations of erasures, and in the last
  /// stream where this laptop stands. Also when there is nothing to hand over, so that the centre hears
  /// of it.
  ///
  /// Nothing is taken for handed over, nor for packed: `notePacked` says that all of it is safe on its
  /// carrier. A number that was drawn is not drawn again.
  /// - Parameter write: takes one signed stream; what it throws is thrown on.
  package func packRound(
    _ report: Report, clock: ClockReading, random: inout some RandomNumberGenerator,
    write: ([UInt8]) throws -> Void
  ) throws -> PackedRound {
    guard identity.role == .laptop else { throw ReplicaError.notALaptop }
    software = report.software
    _ = try takeInSnapshots(at: clock.wall)
    var round = try transaction {
      try closeOutbox(clock: clock)
      let now = try correctedNow(clock).time
      try recomputeDue(of: [.everyone] + grantedScopes(), at: now)
      let number = (try state.integer(.packNumber) ?? 0) + 1
      try state.set(.packNumber, .integer(number))
      return PackedRound(
        id: (0..<Hello.nonceByteCount).map { _ in UInt8.random(in: .min ... .max, using: &random) },
        number: try number.natural(), packed: now, contents: [], streams: 0,
        isLocked: try keyring.isLocked, positions: [], keys: [], erasures: [])
    }
    let keys = try keysToSend(limit: .max)
    round.erasures = keys.sent.erasures
    round.keys = keys.sent.keys
    try connection.transaction(.deferred) {
      try compose(&round, keys, report, clock: clock, write)
    }
    return round
  }

  private func compose(
    _ round: inout PackedRound, _ keys: KeysToSend, _ report: Report, clock: ClockReading,
    _ write: ([UInt8]) throws -> Void
  ) throws {
    let offered = try offeredBatches()
    // A store from a backup hands nothing out before it has heard every erasure.
    var batches = round.isLocked ? [] : offered[...]
    var entries = keys.entries[...]
    round.positions = batches.map(\.position)
    round.contents = Self.contents(of: batches)
    var hasMore = true
    while hasMore {
      var stream = try begin(
        &round, report, unsent: round.isLocked ? offered.reduce(0) { $0 + $1.operations } : 0,
        clock: clock)
      var first = keys
      first.entries = Array(entries.prefix(Self.keysPerStream))
      if round.streams > 1 { first.sent.erasures = [] }
      Self.append(first, to: &stream)
      entries = entries.dropFirst(Self.keysPerStream)
      // A value must not come before its key.
      let count = entries.isEmpty ? Self.countOfStream(batches) : 0
      try append(batches.prefix(count), to: &stream)
      batches = batches.dropFirst(count)
      hasMore = !entries.isEmpty || !batches.isEmpty
      if !hasMore {
        try appendWants(
          try ([ScopeID.everyone] + grantedScopes()).map { try cursor($0) }, to: &stream)
        for fetch in try fetches.wanted() { stream.append(fetch) }
        for word in try scopeReturns() { stream.append(word) }
      }
      try write(stream.finish(more: hasMore, signer: identity.signer, primitives: primitives))
    }
  }

  private func begin(
    _ round: inout PackedRound, _ report: Report, unsent: Int64, clock: ClockReading
  ) throws -> StreamWriter {
    round.streams += 1
    var stream = StreamWriter()
    stream.append(try hello(report, nonce: round.id, unsent: unsent, clock: clock))
    stream.append(Pack(number: round.number, part: UInt64(round.streams)))
    stream.append(identity.certificate)
    return stream
  }

  private static func contents(
    of batches: ArraySlice<OfferedBatch>
  ) -> [PackedRound.Content] {
    Dictionary(grouping: batches, by: \.scope).sorted { $0.key < $1.key }.map { scope, batches in
      PackedRound.Content(
        scope: scope, batches: batches.count,
        operations: batches.reduce(0) { $0 + $1.operations })
    }
  }

  /// Notes that a pack lies whole on its carrier, so that people are told what is on its way. What it
  /// carries is offered again all the same until the centre confirms it.
  package func notePacked(_ round: PackedRound) throws {
    try transaction {
      try connection.execute(
        "INSERT OR IGNORE INTO pack VALUES (?, ?, ?, ?, ?, ?, NULL, NULL)", .blob(round.id),
        .integer(Int64(round.number)), .integer(round.packed.rawValue),
        .integer(Int64(round.batches)), .integer(round.operations),
        .integer(round.isLocked ? 1 : 0))
      for (kind, numbers) in [round.keys.map(\.rawValue), round.erasures.map(\.rawValue)]
        .enumerated()
      {
        for number in numbers {
          try connection.execute(
            "INSERT OR IGNORE INTO pack_key VALUES (?, ?, ?)", .blob(round.id),
            .integer(Int64(kind)), .integer(number))
        }
      }
      for position in round.positions {
        try connection.execute(
          "UPDATE batch SET pack = ? WHERE position = ? AND \(LogCondition.offered)",
          .integer(Int64(round.number)), .integer(position))
      }
      try forgetOldPacks()
    }
  }

  /// A pack that nobody answers for so long that others came behind it is forgotten: what it carried is
  /// in those.
  private func forgetOldPacks() throws {
    let old = "SELECT id FROM pack ORDER BY number DESC, packed DESC LIMIT -1 OFFSET ?"
    let kept = SQLValue.integer(Int64(Self.keptPacks))
    try connection.execute("DELETE FROM pack_key WHERE pack IN (\(old))", kept)
    try connection.execute("DELETE FROM pack WHERE id IN (\(old))", kept)
  }

  /// The packs that were written here, the last one first.
  package func packs() throws -> [PackNote] { try packNotes(where: "true") }

  /// The packs that pass a condition, the last one first.
  func packNotes(where condition: String, _ values: SQLValue...) throws -> [PackNote] {
    try connection.rows(
      """
      SELECT number, packed, batches, operations, arrived,
        (SELECT coalesce(sum(batch.operations), 0) FROM batch
         WHERE batch.pack = pack.number AND \(LogCondition.offered)), told
      FROM pack WHERE \(condition) ORDER BY number DESC, packed DESC
      """, bindings: values
    ) {
      PackNote(
        number: try $0.natural(at: 0), packed: Timestamp(rawValue: try $0.integer(at: 1)),
        batches: try $0.integer(at: 2), operations: try $0.integer(at: 3),
        unconfirmed: try $0.integer(at: 5),
        arrived: try $0.optionalInteger(at: 4).map(Timestamp.init(rawValue:)),
        told: try $0.optionalInteger(at: 6).map(Timestamp.init(rawValue:)))
    }
  }
}
