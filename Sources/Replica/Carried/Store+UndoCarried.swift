import SQLite
import SyncProtocol

/// A pack that was taken in at the centre.
package struct CarriedPack: Sendable, Equatable {
  /// Its identity.
  package var pack: [UInt8]
  /// The number that people say.
  package var number: UInt64
  /// The laptop that made it.
  package var replica: ReplicaID
  /// When it was made, as far as that can be known.
  package var packed: Timestamp
  /// When it was taken in first.
  package var taken: Timestamp
  /// Who took it in first.
  package var account: String
  /// Batches that it brought.
  package var newBatches: Int64
  /// Operations in them.
  package var newOperations: Int64
  /// When it was undone; nil while it stands.
  package var undone: Timestamp?
  /// Who undid it.
  package var undoneBy: String?
}

/// What undoing a pack did, or taking that back, or would do.
package struct CarriedUndo: Sendable, Equatable {
  /// Operations that the pack brought and that were ruled upon.
  package var operations = 0
  /// Batches of it that wait here, and will be ruled upon when they are merged.
  package var waitingBatches = 0
}

/// Undoing what a pack brought: a ruling of a person on every operation of it, by ordinary operations of
/// the centre. Nothing is un-applied, and another ruling admits it again.
extension Store {
  /// The packs that were taken in, the one that was read last first. Centre only.
  package func carriedPacks(limit: Int = .max) throws -> [CarriedPack] {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    return try connection.rows(
      """
      SELECT id, number, replica, packed, taken, account, undone, undone_by,
        (SELECT count(*) FROM carried_batch WHERE pack = id AND new = 1),
        (SELECT coalesce(sum(operations), 0) FROM carried_batch WHERE pack = id AND new = 1)
      FROM carried_pack ORDER BY place DESC LIMIT ?
      """, .integer(Int64(limit))
    ) { statement in
      guard let replica = ReplicaID(rawValue: UInt32(clamping: try statement.integer(at: 2))) else {
        throw ProtocolError.malformed(.numberOutOfRange)
      }
      return CarriedPack(
        pack: try statement.bytes(at: 0), number: try statement.natural(at: 1), replica: replica,
        packed: Timestamp(rawValue: try statement.integer(at: 3)),
        taken: Timestamp(rawValue: try statement.integer(at: 4)),
        account: try statement.text(at: 5), newBatches: try statement.integer(at: 8),
        newOperations: try statement.integer(at: 9),
        undone: try statement.optionalInteger(at: 6).map(Timestamp.init(rawValue:)),
        undoneBy: try statement.optionalText(at: 7))
    }
  }

  /// Rejects every operation that a pack brought, also those that wait here still. Undoing twice
  /// changes nothing.
  ///
  /// - Parameters:
  ///   - person: who undoes it, by the name of their account.
  ///   - note: what its authors are told.
  ///   - isDryRun: everything is done and taken back.
  /// - Throws: `ReplicaError.notTheCentre`, `.noSuchPack`.
  package func undoCarried(
    _ pack: [UInt8], by person: String, note: String?, clock: ClockReading, isDryRun: Bool = false
  ) throws -> CarriedUndo {
    try change(pack, clock, isDryRun: isDryRun) {
      guard try !isUndone(pack) else { return CarriedUndo() }
      var undo = CarriedUndo()
      // What was written last goes first, or it would be put back for what it had replaced.
      for batch in try brought(by: pack, &undo).reversed() {
        let operations = try batch.operations(primitives: primitives)
        try ruled(clock) { act in
          for operation in operations {
            try reject(operation, of: batch, in: pack, by: person, note: note, act)
          }
          let settlement = Settlement(self, scope: batch.header.scope, act: act)
          for (_, operation) in act.operations { settlement.log.note(operation) }
          for operation in operations { try settlement.settle(operation) }
        }
        undo.operations += operations.count
      }
      try connection.execute(
        "UPDATE carried_pack SET undone = ?, undone_by = ? WHERE id = ?",
        .integer(try correctedNow(clock).time.rawValue), .text(person), .blob(pack))
      return undo
    }
  }

  /// Admits what an undone pack brought again, and puts the rulings back that had stood on it.
  ///
  /// - Throws: `ReplicaError.notTheCentre`, `.noSuchPack`.
  package func redoCarried(
    _ pack: [UInt8], by person: String, note: String?, clock: ClockReading, isDryRun: Bool = false
  ) throws -> CarriedUndo {
    try change(pack, clock, isDryRun: isDryRun) {
      guard try isUndone(pack) else { return CarriedUndo() }
      // From here on what still waits is judged like any other.
      try connection.execute(
        "UPDATE carried_pack SET undone = NULL, undone_by = NULL WHERE id = ?", .blob(pack))
      let overruled = Set(
        try connection.rows("SELECT review FROM undone_ruling WHERE pack = ?", .blob(pack)) {
          RowID(rawValue: try $0.integer(at: 0))
        }.compactMap(\.self))
      var redo = CarriedUndo()
      for batch in try brought(by: pack, &redo) {
        for operation in try batch.operations(primitives: primitives) {
          let reviews = try reviews(of: operation.dot, in: batch.header.scope).filter {
            $0.reason == Objection.Reason.bundleUndone.rawValue || overruled.contains($0.id)
          }
          for review in reviews {
            try ruled(clock) { act in
              _ = try rule(on: review, .admit, by: person, note: note, act)
            }
          }
          redo.operations += 1
        }
      }
      try connection.execute("DELETE FROM undone_ruling WHERE pack = ?", .blob(pack))
      return redo
    }
  }

  /// The objection to a batch that comes to be merged after the pack that brought it was undone.
  func objectionToUndone(_ batch: ContentHash) throws -> Objection? {
    let isUndone = try connection.integer(
      """
      SELECT EXISTS (SELECT 1 FROM carried_batch JOIN carried_pack ON id = pack
        WHERE hash = ? AND new = 1 AND undone IS NOT NULL)
      """, .blob(batch.bytes))
    return isUndone == 1 ? Objection(nil, .bundleUndone) : nil
  }

  private func change(
    _ pack: [UInt8], _ clock: ClockReading, isDryRun: Bool, _ body: () throws -> CarriedUndo
  ) throws -> CarriedUndo {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    defer { carryOutLinks(clock: clock) }
    func changed() throws -> CarriedUndo {
      let isKnown = try connection.integer(
        "SELECT count(*) FROM carried_pack WHERE id = ?", .blob(pack))
      guard isKnown == 1 else { throw ReplicaError.noSuchPack }
      try judgeWaiting(clock: clock)
      return try body()
    }
    return isDryRun ? try previewing(changed) : try transaction(changed)
  }

  private func isUndone(_ pack: [UInt8]) throws -> Bool {
    try connection.integer(
      "SELECT count(*) FROM carried_pack WHERE id = ? AND undone IS NOT NULL", .blob(pack)) == 1
  }

  /// The batches of laptops that a pack brought and that are merged, in the order applied.
  private func brought(by pack: [UInt8], _ undo: inout CarriedUndo) throws -> [Batch] {
    undo.waitingBatches = Int(
      clamping: try connection.integer(
        """
        SELECT count(*) FROM carried_batch JOIN batch ON batch.hash = carried_batch.hash
        WHERE carried_batch.pack = ? AND new = 1 AND batch.\(LogCondition.waiting)
        """, .blob(pack)))
    return try batches(
      """
      SELECT encoded FROM carried_batch JOIN batch ON batch.hash = carried_batch.hash
      WHERE carried_batch.pack = ? AND new = 1 AND batch.\(LogCondition.merged)
      ORDER BY batch.position
      """, .blob(pack)
    ).filter { try !isCentre($0.header.replica) }
  }

  /// One act of the centre, closed in parts that batches can hold.
  private func ruled(_ clock: ClockReading, _ body: (Act) throws -> Void) throws {
    counter.startFreshSessionIfNearlyFull()
    let act = Act(store: self, author: nil, now: try correctedNow(clock).time)
    try body(act)
    try log(inParts: act.operations, clock: clock)
  }

  /// Lets nothing of an operation stand: by one review of the whole, or of each field where some have
  /// reviews already.
  private func reject(
    _ operation: Operation, of batch: Batch, in pack: [UInt8], by person: String, note: String?,
    _ act: Act
  ) throws {
    let scope = batch.header.scope
    let known = try reviews(of: operation.dot, in: scope)
    for review in known where !review.isAgainst {
      _ = try rule(on: review, .reject, by: person, note: note, act)
      try connection.execute(
        "INSERT OR IGNORE INTO undone_ruling VALUES (?, ?)", .blob(pack),
        .integer(review.id.rawValue))
    }
    guard !known.contains(where: { $0.field == nil }) else { return }
    let objections =
      known.isEmpty
      ? [Objection(nil, .bundleUndone)]
      : operation.writes.map { Objection($0.field, .bundleUndone) }
    try write(
      objections, about: operation, in: scope, act, state: .rejected, ruledBy: person, note: note)
  }
}
