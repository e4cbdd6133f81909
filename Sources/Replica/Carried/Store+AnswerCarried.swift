import SQLite
import SyncProtocol

/// Writing a return at the centre (SPEC 20.3).
extension Store {
  /// What every stream of one return repeats.
  private struct Head {
    var replica: ReplicaID
    var number: UInt64
    var packs: [[UInt8]]
    var welcome: Welcome
    var word: GrantWord?
    var missingKeys: [Dot]
    var namedKeys: [Keyring.Entry]
    var removals: [ScopeRemoval]
  }

  /// Writes everything that a laptop lacks, stream by stream, from one state of this store: what became
  /// of what its packs brought, keys, snapshots and logs to their end, and what it is to hand back. Also
  /// for a laptop that sent nothing.
  ///
  /// - Parameter write: takes one signed stream; what it throws is thrown on.
  /// - Throws: `ReplicaError.notTheCentre`, `ProtocolError.unknownReplica` for a laptop that was never
  ///   enrolled here.
  package func answerCarried(
    for replica: ReplicaID, clock: ClockReading, write: ([UInt8]) throws -> Void
  ) throws -> CarriedReturn {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    guard try certificate(of: replica)?.role == .laptop else {
      throw ProtocolError.unknownReplica(replica)
    }
    let head = try transaction { try self.head(of: replica, clock: clock) }
    return try connection.transaction(.deferred) {
      try compose(head, at: clock.wall, write)
    }
  }

  private func head(of replica: ReplicaID, clock: ClockReading) throws -> Head {
    try judgeWaiting(clock: clock)
    try extendErasures(clock: clock)
    _ = try expandGrants(of: replica, at: clock.wall)
    let number = try connection.integer(
      """
      INSERT INTO carried_peer (replica, keys, pack, returns) VALUES (?, NULL, 0, 1)
      ON CONFLICT (replica) DO UPDATE SET returns = returns + 1 RETURNING returns
      """, .integer(Int64(replica.rawValue)))
    let grants = try grants(of: replica)
    let wanted = try wantedKeys(of: replica)?.missing ?? []
    return Head(
      replica: replica, number: try number.natural(),
      packs: try packsToAnswer(of: replica).map(\.id),
      welcome: Welcome(
        nonce: Welcome.starterNonce, time: clock.wall,
        epoch: UInt8(clamping: identity.replica.rawValue), grant: grants.number,
        scopes: grants.scopes,
        progress: try progress(of: [.everyone] + grants.scopes, at: clock.wall)),
      word: try readsGrantWords(replica)
        ? try grantWord(for: replica, grants, at: clock.wall) : nil,
      missingKeys: try missingKeys(in: Set(grants.scopes)),
      namedKeys: try keyring.isLocked
        ? [] : try keyring.entries(wanted).filter { grants.scopes.contains($0.scope) },
      removals: try scopeRemovals(for: replica))
  }

  /// Packs of this life of the centre after which nothing was heard of their laptop, the one that was
  /// read last first.
  private func packsToAnswer(of replica: ReplicaID) throws -> [(id: [UInt8], number: UInt64)] {
    try connection.rows(
      """
      SELECT id, number FROM carried_pack
      WHERE replica = ? AND settled = 0 AND epoch = ? ORDER BY place DESC LIMIT ?
      """, .integer(Int64(replica.rawValue)), .integer(Int64(identity.replica.rawValue)),
      .integer(Int64(Limits.packsPerReturn))
    ) { (try $0.bytes(at: 0), try $0.natural(at: 1)) }
  }

  private func compose(
    _ head: Head, at now: Timestamp, _ write: ([UInt8]) throws -> Void
  ) throws -> CarriedReturn {
    let packs = try packsToAnswer(of: head.replica).filter { head.packs.contains($0.id) }
    var receipts = try packs.flatMap { try self.receipts(ofPack: $0.id) }[...]
    let scopes = [ScopeID.everyone] + (head.welcome.scopes ?? [])
    var made = CarriedReturn(
      replica: head.replica, number: head.number, packs: packs.map(\.number),
      receipts: receipts.count, scopes: scopes)
    var position = try self.position(of: head.replica, in: scopes)
    var numbered = Set(receipts.map(\.scope)).subtracting(scopes)
    let sent = try packs.first.map { try Set(self.receipts(ofPack: $0.id).map(\.batch)) } ?? []
    let isLeaseOver = try isLeaseOver(head.replica, at: now)
    var hasMore = true
    while hasMore {
      made.streams += 1
      var stream = begin(head, part: made.streams)
      while let receipt = receipts.first, stream.byteCount < Limits.streamFillBytes {
        stream.append(receipt)
        receipts.removeFirst()
      }
      // A value must not come before its key.
      hasMore = try !receipts.isEmpty || !appendKeys(to: &stream, head.replica, &position)
      if !hasMore {
        var sender = LogSender(
          store: self, sentByAsker: sent, asker: head.replica,
          snapshots: SnapshotSender(
            store: self, fetches: position.fetches, isLeaseOver: isLeaseOver))
        for scope in scopes where !position.done.contains(scope) {
          let reached = try sender.send(
            scope, after: position.cursors[scope], checks: .atEnd, into: &stream)
          position.take(reached, of: scope)
        }
        // Behind a snapshot the log follows in another stream, when its rows are here.
        hasMore = !scopes.allSatisfy(position.done.contains)
      }
      if !hasMore {
        for scope in numbered.sorted() { stream.append(try check(of: scope)) }
        numbered = []
        for removal in head.removals { stream.append(removal) }
      }
      try write(stream.finish(more: hasMore, signer: identity.signer, primitives: primitives))
    }
    return made
  }

  private func begin(_ head: Head, part: Int) -> StreamWriter {
    var stream = StreamWriter()
    stream.append(identity.certificate)
    stream.append(head.welcome)
    stream.append(
      PackReturn(
        replica: head.replica, number: head.number, part: UInt64(part), packs: head.packs))
    guard part == 1 else { return stream }
    if let word = head.word { stream.append(word) }
    if !head.missingKeys.isEmpty {
      stream.append(
        KeysWanted(epoch: head.welcome.epoch, positions: [], missing: head.missingKeys))
    }
    Self.append(head.namedKeys, to: &stream)
    return stream
  }

  /// What became of the batches of a pack, as it is known now.
  private func receipts(ofPack pack: [UInt8]) throws -> [Receipt] {
    try connection.rows(
      """
      SELECT carried_batch.hash, carried_batch.scope, carried_batch.state, reason, batch.state,
        batch.arrival
      FROM carried_batch LEFT JOIN batch ON batch.hash = carried_batch.hash
      WHERE carried_batch.pack = ? ORDER BY batch.position, carried_batch.hash
      """, .blob(pack)
    ) { statement in
      func state(at column: Int) throws -> Receipt.State? {
        try statement.optionalInteger(at: column).flatMap {
          Receipt.State(rawValue: UInt8(clamping: $0))
        }
      }
      guard let hash = ContentHash(try statement.bytes(at: 0)),
        let scope = ScopeID(rawValue: try statement.integer(at: 1)),
        let noted = try state(at: 2)
      else { throw ProtocolError.malformed(.numberOutOfRange) }
      // What waited may have been merged since, or set aside; that a chain forked is known for good.
      let present = try state(at: 4) ?? (isAside(hash) ? .collision : noted)
      return Receipt(
        scope: scope, batch: hash, state: present == .merged && noted == .fork ? .fork : present,
        arrival: UInt64(clamping: try statement.optionalInteger(at: 5) ?? 0),
        reason: try statement.text(at: 3))
    }
  }

  /// Keys asked for by name, and those that the laptop lacks by number.
  ///
  /// - Returns: false when the stream is full.
  private func appendKeys(
    to stream: inout StreamWriter, _ asker: ReplicaID, _ position: inout ReturnPosition
  ) throws -> Bool {
    guard try !keyring.isLocked else { return true }
    for scope in position.keys.keys.sorted() {
      let through = try appendKeys(
        of: scope, above: position.keys[scope] ?? 0,
        exceptBy: position.known.contains(scope) ? asker : nil, to: &stream)
      position.keys[scope] = through
      if try through < keyring.through(scope) { return false }
    }
    return true
  }
}
