import SQLite
import SyncProtocol

/// What a pack says of its laptop, once its batches are in: it may be years old, and more may have been
/// heard since.
extension Store {
  /// True for a pack that was taken in before.
  func isTakenIn(_ pack: [UInt8], of replica: ReplicaID) throws -> Bool {
    let owner = try connection.row(
      "SELECT replica FROM carried_pack WHERE id = ?", .blob(pack)
    ) { try $0.integer(at: 0) }
    // Nobody may speak under the name of another's pack.
    guard let owner else { return false }
    guard owner == Int64(replica.rawValue) else { throw ReplicaError.notOneRound }
    return true
  }

  /// Takes down what a pack says beside its batches, as far as nothing later is known.
  func conclude(
    _ round: inout PackIntake, by account: String, clock: ClockReading
  ) throws {
    try dropWantsOfFormerGrants(&round.request)
    let request = round.request
    let asker = request.hello.replica
    try count(request, into: &round.result)
    let isNewest = try isNewest(round)
    round.result.isOld = !isNewest
    let epoch = UInt8(clamping: identity.replica.rawValue)
    let isComplete = request.hello.unsentOperations == 0
    try notePeer(of: round, isNewest: isNewest, isComplete: isComplete)
    if request.wanted[.everyone]?.epoch == epoch {
      try noteReturned(of: request.hello, epoch: epoch, hasMore: false)
    }
    for cursor in request.wanted.values.sorted(by: { $0.scope < $1.scope }) {
      try acknowledgeCarried(cursor, by: asker, at: request.said)
    }
    _ = try expandGrants(of: asker, at: clock.wall)
    if isNewest, try request.hello.grant >= grants(of: asker).number {
      for word in request.words { try absorb(word, from: asker, at: clock.wall) }
      try closeReturns(of: asker, except: Set(request.words.map(\.scope)))
    }
    try keepWants(of: request)
    try keep(round, by: account, isNewest: isNewest, at: clock.wall)
  }

  /// What a pack says of a copy that its laptop has handed back since says nothing of the one that it
  /// was given later.
  private func dropWantsOfFormerGrants(_ request: inout ReadRequest) throws {
    let later = try connection.rows(
      "SELECT scope FROM scope_grant WHERE replica = ? AND number > ?",
      .integer(Int64(request.hello.replica.rawValue)),
      .integer(Int64(clamping: request.hello.grant))
    ) { ScopeID(rawValue: try $0.integer(at: 0)) }
    for scope in later.compactMap(\.self) {
      request.wanted[scope] = nil
      request.wantedKeys?.positions.removeAll { $0.scope == scope }
    }
  }

  /// Counts what became of the batches.
  private func count(_ request: ReadRequest, into result: inout CarriedIntake) throws {
    var scopes: [ScopeID: CarriedIntake.Scope] = [:]
    var seen: Set<ContentHash> = []
    for receipt in request.receipts where seen.insert(receipt.batch).inserted {
      let isNew = request.brought.contains(receipt.batch)
      switch receipt.state {
      case .refused: result.refusals.append(receipt.reason)
      case .collision: result.aside += 1
      case .merged, .duplicate, .fork, .held, .needsUpgrade, .lost:
        // One that was held when it came may have been merged by a later one of the same pack.
        let state = try logEntry(receipt.batch)?.state ?? receipt.state
        if state == .merged { result.merged += isNew ? 1 : 0 } else { result.waiting += 1 }
        let operations =
          try connection.row(
            "SELECT operations FROM batch WHERE hash = ?", .blob(receipt.batch.bytes)
          ) { try $0.integer(at: 0) } ?? 0
        var scope = scopes[receipt.scope] ?? CarriedIntake.Scope(scope: receipt.scope)
        if isNew {
          scope.newBatches += 1
          scope.newOperations += operations
        } else {
          scope.knownBatches += 1
          scope.knownOperations += operations
        }
        scopes[receipt.scope] = scope
      }
    }
    result.scopes = scopes.values.sorted { $0.scope < $1.scope }
    result.refusals.sort()
  }

  /// Whether nothing later is known of a pack's laptop. Its cursors prove it, where they differ from
  /// those it asked with last; else the number of the pack, and the times.
  private func isNewest(_ round: PackIntake) throws -> Bool {
    let asker = round.request.hello.replica
    var isAhead = false
    for (scope, cursor) in round.request.wanted {
      guard let known = try acknowledged(scope, by: asker) else { continue }
      if (cursor.epoch, cursor.arrival) < (known.epoch, known.arrival) { return false }
      if (cursor.epoch, cursor.arrival) > (known.epoch, known.arrival),
        try isOfThisLog(cursor)
      {
        isAhead = true
      }
    }
    if isAhead { return true }
    let known = try connection.row(
      """
      SELECT coalesce(last_round, ?2), coalesce((SELECT pack FROM carried_peer
        WHERE carried_peer.replica = peer.replica), 0)
      FROM peer WHERE replica = ?1
      """, .integer(Int64(asker.rawValue)), .integer(.min)
    ) { (heard: try $0.integer(at: 0), pack: try $0.natural(at: 1)) }
    guard let known else { return true }
    return round.result.number > known.pack && round.result.packed.rawValue >= known.heard
  }

  /// With which cursor of a scope a laptop asked last; its hash is not kept.
  func acknowledged(
    _ scope: ScopeID, by replica: ReplicaID
  ) throws -> (epoch: UInt8, arrival: UInt64)? {
    try connection.row(
      "SELECT epoch, arrival FROM acknowledged WHERE replica = ? AND scope = ?",
      .integer(Int64(replica.rawValue)), .integer(scope.rawValue)
    ) { (UInt8(clamping: try $0.integer(at: 0)), try $0.natural(at: 1)) }
  }

  private func notePeer(of round: PackIntake, isNewest: Bool, isComplete: Bool) throws {
    let hello = round.request.hello
    let number = SQLValue.integer(Int64(hello.replica.rawValue))
    let packed = SQLValue.integer(round.result.packed.rawValue)
    if isComplete {
      try connection.execute(
        """
        UPDATE peer SET reported_through = max(coalesce(reported_through, ?2), ?2)
        WHERE replica = ?1
        """, number, packed)
    }
    guard isNewest else { return }
    // The clocks of both are days apart; what the laptop's was off is not known.
    try connection.execute(
      """
      UPDATE peer SET last_round = max(coalesce(last_round, ?2), ?2), unsent = ?3, free_disk = ?4,
        schema_version = ?5, software = ?6, incidents = ?7
      WHERE replica = ?1
      """, number, packed, .integer(Int64(clamping: hello.unsentOperations)),
      SQLValue(hello.freeDiskBytes.map { Int64(clamping: $0) }),
      .integer(Int64(clamping: hello.schemaVersion)), .text(hello.software),
      .integer(Int64(clamping: hello.incidents)))
  }

  /// Notes how far a laptop had come, unless it was known to be further.
  private func acknowledgeCarried(
    _ cursor: Cursor, by replica: ReplicaID, at said: Timestamp
  ) throws {
    let arrival = try isOfThisLog(cursor) ? cursor.arrival : 0
    try connection.execute(
      """
      INSERT INTO acknowledged (replica, scope, epoch, arrival, at) VALUES (?1, ?2, ?3, ?4, ?5)
      ON CONFLICT (replica, scope) DO UPDATE SET at = max(at, excluded.at),
        epoch = excluded.epoch, arrival = excluded.arrival
      WHERE excluded.epoch > epoch OR excluded.epoch = epoch AND excluded.arrival >= arrival
      """, .integer(Int64(replica.rawValue)), .integer(cursor.scope.rawValue),
      .integer(Int64(cursor.epoch)), .integer(Int64(arrival)), .integer(said.rawValue))
  }

  /// Keeps where the laptop stood, for the return: the pack that was read last tells. One that is older
  /// than others makes a return that says more than is needed, and that does no harm.
  private func keepWants(of request: ReadRequest) throws {
    let number = SQLValue.integer(Int64(request.hello.replica.rawValue))
    try connection.execute("DELETE FROM carried_want WHERE replica = ?", number)
    for cursor in request.wanted.values {
      try connection.execute(
        "INSERT INTO carried_want VALUES (?, ?, ?, ?, ?, ?)", number,
        .integer(cursor.scope.rawValue), .integer(Int64(cursor.epoch)),
        .integer(Int64(cursor.arrival)), .blob(cursor.runningHash.bytes),
        .integer(request.fetches[cursor.scope]?.snapshot == .zero ? 1 : 0))
    }
    var keys = ByteWriter()
    request.wantedKeys?.encode(into: &keys)
    try connection.execute(
      """
      INSERT INTO carried_peer (replica, keys, pack, returns) VALUES (?1, ?2, 0, 0)
      ON CONFLICT (replica) DO UPDATE SET keys = excluded.keys
      """, number, keys.bytes.isEmpty ? .null : .blob(keys.bytes))
  }

  /// Remembers the pack, and which batches it brought.
  private func keep(
    _ round: PackIntake, by account: String, isNewest: Bool, at wall: Timestamp
  ) throws {
    let pack = round.result
    let number = SQLValue.integer(Int64(pack.replica.rawValue))
    if isNewest {
      try connection.execute(
        "UPDATE carried_pack SET settled = 1 WHERE replica = ? AND number < ?", number,
        .integer(Int64(pack.number)))
      try connection.execute(
        "UPDATE carried_peer SET pack = max(pack, ?2) WHERE replica = ?1", number,
        .integer(Int64(pack.number)))
    }
    try connection.execute(
      """
      INSERT INTO carried_pack (id, place, epoch, replica, number, packed, taken, account, settled)
      SELECT ?1, coalesce(max(place), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7, 0 FROM carried_pack WHERE true
      ON CONFLICT (id) DO UPDATE SET place = excluded.place, epoch = excluded.epoch, settled = 0
      """, .blob(pack.pack), .integer(Int64(identity.replica.rawValue)), number,
      .integer(Int64(pack.number)), .integer(pack.packed.rawValue), .integer(wall.rawValue),
      .text(account))
    for receipt in round.request.receipts {
      try keep(
        receipt, of: pack.pack, isNew: round.request.brought.contains(receipt.batch))
    }
    try dropSettledReceipts(of: pack.replica)
  }

  /// Keeps what became of a batch; an earlier reading of the pack may have refused what this one merged.
  private func keep(_ receipt: Receipt, of pack: [UInt8], isNew: Bool) throws {
    try connection.execute(
      """
      INSERT INTO carried_batch (pack, hash, scope, state, reason, operations, new)
      VALUES (?1, ?2, ?3, ?4, ?5, coalesce((SELECT operations FROM batch WHERE hash = ?2), 0), ?6)
      ON CONFLICT (pack, hash) DO UPDATE SET scope = excluded.scope, state = excluded.state,
        reason = excluded.reason, operations = excluded.operations, new = 1 WHERE excluded.new = 1
      """, .blob(pack), .blob(receipt.batch.bytes), .integer(receipt.scope.rawValue),
      .integer(Int64(receipt.state.rawValue)), .text(receipt.reason),
      .integer(isNew ? 1 : 0))
  }

  /// Of packs whose laptop was heard since nothing has to be answered; what they brought stays known.
  private func dropSettledReceipts(of replica: ReplicaID) throws {
    try connection.execute(
      """
      DELETE FROM carried_batch WHERE new = 0 AND pack IN (
        SELECT id FROM carried_pack WHERE replica = ? AND settled = 1)
      """, .integer(Int64(replica.rawValue)))
  }

  /// A laptop was heard over the network: where it stands is known by that, and when it had nothing
  /// left to say it has no receipt to wait for.
  func settlePacks(of replica: ReplicaID, isComplete: Bool) throws {
    let number = SQLValue.integer(Int64(replica.rawValue))
    try connection.execute("DELETE FROM carried_want WHERE replica = ?", number)
    guard isComplete else { return }
    try connection.execute(
      "UPDATE carried_pack SET settled = 1 WHERE replica = ? AND settled = 0", number)
    if connection.changes > 0 { try dropSettledReceipts(of: replica) }
  }
}
