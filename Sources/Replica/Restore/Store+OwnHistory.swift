import SQLite
import SyncProtocol

/// What a laptop does when it learns that its own number has a history it does not know: the store
/// was copied, or put back from an older state.
extension Store {
  /// When it was found that another store writes, or wrote, under this replica's number; nil when
  /// that never was. From then on the laptop should be enrolled anew.
  package func copiedSince() throws -> Timestamp? {
    try state.integer(.copiedAt).map(Timestamp.init(rawValue:))
  }

  /// Notes that this number is written under elsewhere.
  func noteCopied(at wall: Timestamp) throws {
    guard try state.integer(.copiedAt) == nil else { return }
    try state.set(.copiedAt, .integer(wall.rawValue))
  }

  /// Notes what a receipt says of a batch that this replica closed under its present number.
  func noteCopied(by receipt: Receipt, at wall: Timestamp) throws {
    let isOwn = try connection.integer(
      "SELECT count(*) FROM batch WHERE hash = ? AND replica = ?", .blob(receipt.batch.bytes),
      .integer(Int64(identity.replica.rawValue)))
    if isOwn > 0 { try noteCopied(at: wall) }
  }

  /// True for this replica's number, and for those it wrote under before it was enrolled anew.
  func isOwn(_ replica: ReplicaID) throws -> Bool {
    if replica == identity.replica { return true }
    return try connection.integer(
      "SELECT count(*) FROM former_replica WHERE replica = ?", .integer(Int64(replica.rawValue)))
      > 0
  }

  /// This replica's number, and those it wrote under before it was enrolled anew.
  package func ownNumbers() throws -> Set<ReplicaID> {
    let former = try connection.rows("SELECT replica FROM former_replica") {
      ReplicaID(rawValue: UInt32(clamping: try $0.integer(at: 0)))
    }
    return Set(former.compactMap(\.self)).union([identity.replica])
  }

  /// Meets a batch of this very replica that this store did not close, before it is merged.
  ///
  /// Operations that wait here and that the batch has too are the same work, handed over already.
  /// From the first on that stands under another's dot, or behind one of the batch that this store
  /// never had, everything that waits here was written after the copy was made, and is given new
  /// dots.
  /// - Returns: false when that must wait for a round that carries everything.
  func meetOwnHistory(
    _ batch: Batch, _ operations: [Operation], at wall: Timestamp
  ) throws -> Bool {
    // What was dropped here and comes again says nothing of another life.
    let isDropped = try isInBase(batch)
    if batch.header.replica == identity.replica, !isDropped { try noteCopied(at: wall) }
    roundContext.metOwnHistory = true
    let arriving = Dictionary(
      operations.map { ($0.dot, $0) }, uniquingKeysWith: { first, _ in first })
    let unconfirmed = try unconfirmedOwnOperations()
    let unknown = isDropped ? nil : try firstUnknown(batch, operations, besides: unconfirmed)
    func isForeign(_ waiting: WaitingOperation) -> Bool {
      let dot = waiting.operation.dot
      guard let other = arriving[dot] else {
        guard let unknown, waiting.scope == batch.header.scope else { return false }
        return dot.origin == batch.header.origin && dot.counter > unknown
      }
      return other != waiting.operation || waiting.scope != batch.header.scope
    }
    if unconfirmed.contains(where: isForeign) {
      guard roundContext.isRequestComplete else { return false }
      try reopenOwnBatches(at: wall)
      let waiting = try outbox()
      let moves = { isForeign($0) || self.isOfFormerNumber($0) }
      if let first = waiting.firstIndex(where: moves) {
        try reissue(waiting, from: first, at: wall)
      }
    }
    for entry in try outbox() where arriving[entry.operation.dot] == entry.operation {
      try connection.execute("DELETE FROM outbox WHERE position = ?", .integer(entry.position))
    }
    return true
  }

  /// The smallest counter of a batch that stands nowhere here. What waits in its scope under greater
  /// counters of its session was written without it, by another life of this store.
  private func firstUnknown(
    _ batch: Batch, _ operations: [Operation], besides waiting: [WaitingOperation]
  ) throws -> UInt32? {
    let origin = batch.header.origin
    var known = Set(try mergedOperations(of: origin, batch.header.counters).keys)
    for entry in waiting where entry.operation.dot.origin == origin {
      known.insert(entry.operation.dot.counter)
    }
    return operations.map(\.dot.counter).filter { !known.contains($0) }.min()
  }

  /// What was opened again after this store got a new number cannot be closed under the old one.
  private func isOfFormerNumber(_ waiting: WaitingOperation) -> Bool {
    waiting.operation.dot.replica != identity.replica
  }

  /// The end of a round: what the centre keeps aside is written again, and running numbers go on
  /// behind those that were met.
  /// - Parameter isComplete: both sides have said everything they had to say.
  /// - Returns: how many operations wait under new dots.
  func finishOwnHistory(isComplete: Bool, at wall: Timestamp) throws -> Int {
    let colliding = try collidedBatches().filter { try isOwn($0.header.replica) }
    var count = 0
    if isComplete, roundContext.isRequestComplete, !colliding.isEmpty {
      let dots = Set(
        try colliding.flatMap { try $0.operations(primitives: primitives).map(\.dot) })
      try reopenOwnBatches(at: wall)
      let waiting = try outbox()
      let moves = { (entry: WaitingOperation) in
        dots.contains(entry.operation.dot) || self.isOfFormerNumber(entry)
      }
      if let first = waiting.firstIndex(where: moves) {
        try reissue(waiting, from: first, at: wall)
        count = waiting.count - first
      }
    }
    if roundContext.metOwnHistory { try raiseRunningNumbers() }
    try leaveMetSession(at: wall)
    return count
  }

  /// Record codes go on behind the greatest of this number that is known here.
  private func raiseRunningNumbers() throws {
    let first = Int64(identity.replica.rawValue) << 39
    for table in schema.tables {
      guard let number = table.fields.first(where: { $0.name == "number" }) else { continue }
      let greatest = try connection.integer(
        """
        SELECT coalesce(max("\(number.name)"), 0) FROM "\(table.name)"
        WHERE rid >= ? AND rid - ? < 549755813888
        """, .integer(first), .integer(first))
      guard greatest > 0 else { continue }
      try connection.execute(
        """
        INSERT INTO running_number (table_id, last) VALUES (?, ?)
        ON CONFLICT (table_id) DO UPDATE SET last = max(last, excluded.last)
        """, .integer(Int64(table.id.rawValue)), .integer(greatest))
    }
  }

  /// An operation of the outbox with its place.
  struct WaitingOperation {
    var position: Int64
    var scope: ScopeID
    var act: Int64
    var operation: Operation
  }

  /// The outbox in the order it was written.
  func outbox() throws -> [WaitingOperation] {
    try connection.rows(
      "SELECT position, scope, act, origin, operation FROM outbox ORDER BY position"
    ) { statement in
      guard let scope = ScopeID(rawValue: try statement.integer(at: 1)),
        let origin = Origin(rawValue: try statement.integer(at: 3)),
        let operation = try BatchBody.decode(try statement.bytes(at: 4), origin: origin).first
      else { throw ProtocolError.malformed(.numberOutOfRange) }
      return WaitingOperation(
        position: try statement.integer(at: 0), scope: scope, act: try statement.integer(at: 2),
        operation: operation)
    }
  }

  /// Replaces the outbox, in this order.
  func replaceOutbox(_ operations: [WaitingOperation]) throws {
    try connection.execute("DELETE FROM outbox")
    for entry in operations {
      let origin = entry.operation.dot.origin
      try connection.execute(
        "INSERT INTO outbox (scope, act, origin, operation) VALUES (?, ?, ?, ?)",
        .integer(entry.scope.rawValue), .integer(entry.act), .integer(origin.rawValue),
        .blob(BatchBody.encode([entry.operation], origin: origin)))
    }
  }

  /// Own batches that the centre has not merged, in the order they were closed; what was declared
  /// lost the centre writes anew itself, unless it collides.
  private func unconfirmedOwnBatches() throws -> [Batch] {
    try batches(
      """
      SELECT encoded FROM batch
      WHERE (replica = ? OR replica IN (SELECT replica FROM former_replica))
        AND \(LogCondition.unfinished) AND arrival IS NULL
        AND (state <> 7 OR \(LogCondition.collided))
      ORDER BY position
      """, .integer(Int64(identity.replica.rawValue))
    )
  }

  private func unconfirmedOwnOperations() throws -> [WaitingOperation] {
    try unconfirmedOwnBatches().flatMap { batch in
      try batch.operations(primitives: primitives).map {
        WaitingOperation(
          position: 0, scope: batch.header.scope, act: $0.dot.rawValue, operation: $0)
      }
    } + outbox()
  }

  /// Takes the operations of own batches that the centre has not merged back into the outbox, in
  /// the order they were written, and keeps those batches aside.
  func reopenOwnBatches(at wall: Timestamp) throws {
    let batches = try unconfirmedOwnBatches()
    guard !batches.isEmpty else { return }
    var reopened: [WaitingOperation] = []
    for batch in batches.reversed() {
      // The rows are without what waits here itself.
      if try logEntry(batch.hash)?.state != .merged {
        roundContext.mixed.insert(batch.header.scope)
      }
      try keepAside(batch, at: wall)
      try frontier.remove(batch, primitives: primitives)
      try removeFromLog(batch.hash)
    }
    for batch in batches {
      let header = batch.header
      let standing = try mergedOperations(of: header.origin, header.counters)
      let operations = try batch.operations(primitives: primitives).filter { operation in
        // What another batch has handed over already must not be written twice.
        guard let known = standing[operation.dot.counter] else { return true }
        return known.scope != header.scope || known.operation != operation
      }
      // What stood in one batch still fits one; acts within it are not told apart any more.
      let act = operations.first?.dot.rawValue ?? 0
      reopened += operations.map {
        WaitingOperation(position: 0, scope: batch.header.scope, act: act, operation: $0)
      }
    }
    // Counters say the order within a session.
    let rank = Self.sessionRanks(of: batches)
    reopened.sort { left, right in
      let ranks = (rank[left.operation.dot.origin] ?? 0, rank[right.operation.dot.origin] ?? 0)
      return ranks.0 != ranks.1
        ? ranks.0 < ranks.1 : left.operation.dot.counter < right.operation.dot.counter
    }
    try replaceOutbox(reopened + outbox())
  }

  /// The order in which sessions were written: of batches that were closed together those of one
  /// scope come first, so only the order within each scope tells.
  private static func sessionRanks(of batches: [Batch]) -> [Origin: Int] {
    var scopes: [ScopeID] = []
    var left: [ScopeID: [Origin]] = [:]
    for header in batches.map(\.header) {
      if left[header.scope] == nil { scopes.append(header.scope) }
      if left[header.scope]?.contains(header.origin) != true {
        left[header.scope, default: []].append(header.origin)
      }
    }
    var rank: [Origin: Int] = [:]
    while true {
      let heads = scopes.compactMap { left[$0]?.first }
      let next = heads.first { head in
        !left.values.contains { $0.dropFirst().contains(head) }
      }
      guard let next = next ?? heads.first else { return rank }
      rank[next] = rank.count
      for scope in scopes { left[scope]?.removeAll { $0 == next } }
    }
  }
}
