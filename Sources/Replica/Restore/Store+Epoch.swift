import SQLite
import SyncProtocol

/// Lives of the centre: what it says of the last one, and how a laptop finds its place in the next.
extension Store {
  /// At the centre: where this epoch's log leaves that of the cursor's epoch, and what is here;
  /// nil for a cursor of this epoch, or of one that this centre has not lived.
  func epochFrontier(for wanted: Cursor) throws -> EpochFrontier? {
    let epoch = UInt8(clamping: identity.replica.rawValue)
    guard wanted.epoch < epoch else { return nil }
    // Every epoch since kept what the one before had up to its base.
    let bases = try connection.rows(
      "SELECT epoch, arrival FROM epoch_base WHERE epoch > ? AND epoch <= ? AND scope = ?",
      .integer(Int64(wanted.epoch)), .integer(Int64(epoch)), .integer(wanted.scope.rawValue)
    ) { try $0.integer(at: 1) }
    // A scope that an epoch did not know at its beginning had nothing of the one before.
    let isComplete = bases.count == Int(epoch - wanted.epoch)
    var arrival = try (isComplete ? bases.min() ?? 0 : 0).natural()
    let isKnown = try runningHash(wanted.scope, at: wanted.arrival) == wanted.runningHash
    // Every log begins alike.
    if isKnown || wanted.arrival == 0 { arrival = wanted.arrival }
    return EpochFrontier(
      base: Cursor(
        scope: wanted.scope, epoch: epoch, arrival: arrival,
        runningHash: try runningHash(wanted.scope, at: arrival) ?? .zero),
      tips: try tipsWithoutGaps(of: wanted.scope))
  }

  /// The tips of a scope that say of all below them that it is here. Of a chain with a lost batch
  /// that was never merged, these are the ends of what came without a gap, the lost ones that came
  /// after all among it: a later one passes over what has not come.
  private func tipsWithoutGaps(of scope: ScopeID) throws -> [Batch.Tip] {
    let broken = try connection.rows(
      """
      SELECT DISTINCT replica FROM lost_batch WHERE scope = ?1
        AND hash NOT IN (SELECT hash FROM batch WHERE scope = ?1 AND \(LogCondition.merged))
      """, .integer(scope.rawValue)
    ) { try $0.integer(at: 0) }
    let tips = try frontier.all(of: scope).tips.filter {
      !broken.contains(Int64($0.replica.rawValue))
    }
    return try tips + broken.flatMap { try endsWithoutGaps(of: $0, in: scope) }
  }

  private func endsWithoutGaps(of replica: Int64, in scope: ScopeID) throws -> [Batch.Tip] {
    let chain = try connection.rows(
      """
      SELECT encoded FROM batch WHERE scope = ? AND replica = ? AND state IN (1, 7)
      ORDER BY sequence
      """, .integer(scope.rawValue), .integer(replica)
    ) { row in
      let batch = try Batch(decoding: try row.bytes(at: 0), primitives: primitives)
      return (tip: batch.tip, predecessor: batch.header.predecessor)
    }
    var complete: Set<ContentHash> = []
    var followed: Set<ContentHash> = []
    for (tip, predecessor) in chain where tip.sequence == 1 || complete.contains(predecessor) {
      complete.insert(tip.hash)
      followed.insert(predecessor)
    }
    return chain.map(\.tip).filter { complete.contains($0.hash) && !followed.contains($0.hash) }
  }

  /// What FRONTIER did at a laptop.
  enum NewLife {
    /// Its place in this epoch was known.
    case known
    /// It has its place in the new epoch's log, and offers again what may be gone.
    case entered
    /// As `entered`, and the scope started over although the centre lacks what stood only in the
    /// rows here: a person has given that up.
    case gaveUp
    /// The centre lacks what stands only in the rows here: everything stays as it is.
    case lacksRecords
  }

  /// At a laptop: takes its place in a new epoch's log, and offers again what may be gone. Where the
  /// log that is kept here begins only behind that place, the scope starts over, if the centre has
  /// what lies below or a person gives it up.
  func absorb(_ frontier: EpochFrontier, clock: ClockReading) throws -> NewLife {
    let base = frontier.base
    let stored = try cursor(base.scope)
    guard stored.epoch != base.epoch else { return .known }
    var moved = Cursor.start(base.scope, epoch: base.epoch)
    let isStored = stored.arrival == base.arrival && stored.runningHash == base.runningHash
    let known = isStored ? base.runningHash : try runningHash(base.scope, at: base.arrival)
    if known == base.runningHash { moved = base }
    let begins = try self.base(of: base.scope)?.cursor.arrival ?? 0
    var life = NewLife.entered
    if begins > moved.arrival {
      if try !reachBase(frontier.tips, in: base.scope) {
        guard givesUpRows.contains(base.scope) else { return .lacksRecords }
        life = .gaveUp
      }
      moved = .start(base.scope, epoch: base.epoch)
      try startOver(base.scope, clock: clock)
    } else {
      try connection.execute(
        "UPDATE scope_base SET epoch = ? WHERE scope = ?", .integer(Int64(base.epoch)),
        .integer(base.scope.rawValue))
    }
    try connection.execute(
      "UPDATE batch SET arrival = NULL, running_hash = NULL WHERE scope = ? AND arrival > ?",
      .integer(base.scope.rawValue), .integer(Int64(moved.arrival)))
    try save(moved)
    try offerAgain(in: base.scope, unlessBelow: frontier.tips)
    // Also where nothing moved: the centre waits to hear that this laptop has brought all it had.
    return life
  }

  /// Whether the centre's tips reach all that the log here has dropped. Of a chain with a gap they
  /// end below that: what is dropped behind it here may be in the rows here alone.
  private func reachBase(_ tips: [Batch.Tip], in scope: ScopeID) throws -> Bool {
    let dropped = try connection.rows(
      "SELECT replica, sequence FROM base_tip WHERE scope = ?", .integer(scope.rawValue)
    ) { (replica: try $0.integer(at: 0), sequence: try $0.natural(at: 1)) }
    return dropped.allSatisfy { end in
      tips.contains { Int64($0.replica.rawValue) == end.replica && $0.sequence >= end.sequence }
    }
  }

  /// The running hash of the log that is kept here at an arrival number; nil when it has none.
  func runningHash(_ scope: ScopeID, at arrival: UInt64) throws -> ContentHash? {
    if let base = try base(of: scope)?.cursor, base.arrival == arrival { return base.runningHash }
    return try connection.row(
      "SELECT running_hash FROM batch WHERE scope = ? AND arrival = ?", .integer(scope.rawValue),
      .integer(Int64(arrival))
    ) { try $0.optionalBytes(at: 0).flatMap { ContentHash($0) } } ?? nil
  }

  /// Every batch without an arrival number in the new log waits for a receipt again, also others'
  /// and the old centre's own, except those that the centre's tips stand upon.
  func offerAgain(in scope: ScopeID, unlessBelow tips: [Batch.Tip] = []) throws {
    try connection.execute(
      """
      UPDATE batch SET receipt = NULL
      WHERE scope = ? AND arrival IS NULL AND receipt IN (1, 3, 4, 8)
      """, .integer(scope.rawValue))
    for tip in tips { try takeForKnown(below: tip, in: scope) }
    // A tip may pass over a batch that was declared lost, and over those below it; the centre wrote
    // what it says anew when it came, and may have lost that.
    try connection.execute(
      """
      UPDATE batch SET receipt = NULL WHERE scope = ?1 AND arrival IS NULL AND (receipt = 7
        OR receipt = 3 AND EXISTS (
          SELECT 1 FROM lost_batch WHERE lost_batch.scope = ?1
            AND lost_batch.replica = batch.replica
            AND (lost_batch.sequence > batch.sequence OR lost_batch.hash = batch.hash)))
      """, .integer(scope.rawValue))
    // A snapshot in this very answer must not be taken to contain what collides with it.
    for hash in roundContext.collided {
      try connection.execute(
        "UPDATE batch SET receipt = 8 WHERE hash = ? AND scope = ? AND receipt IS NULL",
        .blob(hash.bytes), .integer(scope.rawValue))
    }
    roundContext.offerAgain()
  }

  /// Every batch of a scope waits for a receipt again, whatever number it has: no FRONTIER will say
  /// what the present life of the centre has of it.
  func offerAll(of scope: ScopeID) throws {
    try connection.execute(
      "UPDATE batch SET receipt = NULL WHERE scope = ? AND receipt IN (1, 3, 4, 7, 8)",
      .integer(scope.rawValue))
    if connection.changes > 0 { roundContext.offerAgain() }
  }

  /// The centre has a tip, and so all that the tip follows. What is kept here of its chain is found
  /// by predecessors: the place alone does not tell of two branches.
  private func takeForKnown(below tip: Batch.Tip, in scope: ScopeID) throws {
    let lowest =
      try connection.row(
        """
        SELECT min(sequence) FROM batch WHERE scope = ? AND replica = ? AND sequence <= ?
          AND receipt IS NULL AND \(LogCondition.merged)
        """, .integer(scope.rawValue), .integer(Int64(tip.replica.rawValue)),
        .integer(Int64(tip.sequence))
      ) { try $0.optionalInteger(at: 0) } ?? nil
    guard let lowest else { return }
    var next: ContentHash? = tip.hash
    while let hash = next {
      let batch = try connection.row(
        "SELECT encoded FROM batch WHERE hash = ? AND scope = ? AND \(LogCondition.merged)",
        .blob(hash.bytes), .integer(scope.rawValue)
      ) { try Batch(decoding: try $0.bytes(at: 0), primitives: primitives) }
      guard let header = batch?.header else { return }
      try connection.execute(
        "UPDATE batch SET receipt = 3 WHERE hash = ? AND receipt IS NULL", .blob(hash.bytes))
      next = header.sequence > UInt64(clamping: lowest) ? header.predecessor : nil
    }
  }

  /// At a laptop: the beginning of a scope's log, when the centre starts it over.
  func restartedCursor(_ scope: ScopeID) throws -> Cursor {
    try connection.execute(
      "UPDATE batch SET arrival = NULL, running_hash = NULL WHERE scope = ?",
      .integer(scope.rawValue))
    return .start(scope, epoch: UInt8(clamping: try state.integer(.epoch) ?? 0))
  }

  /// At a laptop: keeps the centre's signed word on a scope.
  func keepVoucher(_ check: Check) throws {
    guard let centre = try certificate(of: .centre(epoch: check.cursor.epoch)),
      check.isSigned(by: centre.publicKey, primitives: primitives)
    else { throw ProtocolError.badSignature }
    if roundContext.carried != nil, try provesMore(than: check.cursor) { return }
    var encoded = ByteWriter()
    check.encode(into: &encoded)
    try connection.execute(
      """
      INSERT INTO voucher (scope, encoded) VALUES (?, ?)
      ON CONFLICT (scope) DO UPDATE SET encoded = excluded.encoded
      """, .integer(check.cursor.scope.rawValue), .blob(encoded.bytes))
  }

  /// Whether a voucher is kept here that says as much as this one.
  private func provesMore(than cursor: Cursor) throws -> Bool {
    let known = try connection.row(
      "SELECT encoded FROM voucher WHERE scope = ?", .integer(cursor.scope.rawValue)
    ) { statement in
      var reader = ByteReader(try statement.bytes(at: 0))
      return try Check(from: &reader).cursor
    }
    guard let known else { return false }
    return (known.epoch, known.arrival) >= (cursor.epoch, cursor.arrival)
  }

  /// At a laptop: the last signed CHECK of every scope that is here, with the certificates of the
  /// lives that signed them, as proof of what the centre has had.
  ///
  /// - Parameter all: false where a summary says the same of all others: only those that prove more
  ///   than their scope's cursor says, and those of scopes that are not asked for.
  func appendVouchers(all: Bool, to stream: inout StreamWriter) throws {
    let known = try connection.rows(
      """
      SELECT encoded FROM voucher WHERE scope IN (SELECT scope FROM scope_state) ORDER BY scope
      """
    ) { statement in
      var reader = ByteReader(try statement.bytes(at: 0))
      return try Check(from: &reader)
    }
    let asked = Set([ScopeID.everyone] + (all ? [] : try grantedScopes()))
    let vouchers = try known.filter { voucher in
      try all || !asked.contains(voucher.cursor.scope)
        || voucher.cursor.arrival > cursor(voucher.cursor.scope).arrival
    }
    for epoch in Set(vouchers.map(\.cursor.epoch)).sorted() {
      if let certificate = try certificate(of: .centre(epoch: epoch)) {
        stream.append(certificate)
      }
    }
    for voucher in vouchers { stream.append(voucher) }
  }
}
