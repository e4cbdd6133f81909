import SQLite
import SyncProtocol

/// Judging at the centre: after the merge, in its transaction.
extension Store {
  /// Notes that a batch that came was merged and is to be judged, or, of an earlier life of the
  /// centre, to be reckoned with. Centre only.
  func queueForJudging(_ batch: Batch) throws { try queueForJudging(batch.hash) }

  /// The same of a batch that is in the log.
  func queueForJudging(_ batch: ContentHash) throws {
    guard identity.role == .centre, schema[ReviewTable.definition.id] != nil else { return }
    try connection.execute(
      "INSERT INTO to_judge (batch) SELECT position FROM batch WHERE hash = ?",
      .blob(batch.bytes))
  }

  /// Judges every batch that was merged and not judged yet: the one just merged, those that had
  /// waited for it, and those that waited for an upgrade. Judging twice changes nothing. Must run
  /// inside a transaction.
  func judgeWaiting(clock: ClockReading) throws {
    guard identity.role == .centre, isJudging else { return }
    while let next = try nextToJudge() {
      let batch = try Batch(decoding: next.encoded, primitives: primitives)
      let isCentre = try isCentre(batch.header.replica)
      // One that was merged is judged when it is, and lost when an earlier life's word of that came.
      let isLost = try next.state == .lost || isLost(batch.tip, in: batch.header.scope)
      if isLost { try adopt(batch, clock: clock) }
      if isCentre {
        try settleAnew(after: batch, clock: clock)
      } else if !isLost {
        try judge(batch, isGranted: next.isGranted, clock: clock)
      }
      try withdrawReplacedEarly(batch, clock: clock)
      try connection.execute("DELETE FROM to_judge WHERE place = ?", .integer(next.place))
    }
  }

  private struct ToJudge {
    var place: Int64
    var isGranted: Bool
    var state: Receipt.State?
    var encoded: [UInt8]
  }

  private func nextToJudge() throws -> ToJudge? {
    try connection.row(
      """
      SELECT place, granted, state, encoded FROM to_judge JOIN batch ON batch.position = to_judge.batch
      ORDER BY place LIMIT 1
      """
    ) { statement in
      ToJudge(
        place: try statement.integer(at: 0), isGranted: try statement.integer(at: 1) == 1,
        state: Receipt.State(rawValue: UInt8(clamping: try statement.integer(at: 2))),
        encoded: try statement.bytes(at: 3))
    }
  }

  private func judge(_ batch: Batch, isGranted: Bool, clock: ClockReading) throws {
    let operations = try batch.operations(primitives: primitives)
    let scope = batch.header.scope
    counter.startFreshSessionIfNearlyFull()
    let act = Act(store: self, author: nil, now: try correctedNow(clock).time)
    let objectionToAll =
      try objection(to: batch.header, isGranted: isGranted) ?? objectionToUndone(batch.hash)
    if let objectionToAll, batch.header.replica == roundContext.asker {
      roundContext.objected[batch.hash] = objectionToAll.reason.rawValue
    }
    let judgedEarlier = try dotsJudgedEarlier(in: batch.header)
    var causes: [Operation] = []
    var accepted: [Operation] = []
    let repeats = try AdoptedTwice(self, in: scope)
    for operation in operations {
      var objections =
        try objectionToAll.map { [$0] }
        ?? self.objections(to: operation, in: batch.header, now: clock.wall)
      if objections.isEmpty {
        switch try repeats?.meet(operation) {
        case .adoptedGivesWay(let review, let adopted):
          for row in review.rows {
            try act.write(
              ReviewTable.definition, row,
              [(ReviewTable.state, .integer(Review.State.corrected.rawValue))])
          }
          causes.append(adopted)
        case .authorGivesWay: objections = [Objection(nil, .keptAside, Objection.writtenTwice)]
        case nil: break
        }
      }
      if objections.isEmpty {
        accepted.append(operation)
        causes += try judgedBefore(operation, in: scope)
        if judgedEarlier.contains(operation.dot) { causes.append(operation) }
      } else if try write(objections, about: operation, in: scope, act)
        || judgedEarlier.contains(operation.dot)
      {
        causes.append(operation)
      }
    }
    let settlement = Settlement(self, scope: scope, act: act)
    for cause in causes { try settlement.settle(cause) }
    for operation in accepted { try closeCorrected(by: operation, in: batch.header, act) }
    try log(inParts: act.operations, clock: clock)
  }

  /// What is wrong with an operation: the first objection to the whole of it, else one a field.
  func objections(
    to operation: Operation, in header: Batch.Header, now: Timestamp
  ) throws -> [Objection] {
    var found = SchemaRules.objections(to: operation, schema: schema)
    if try namesRowElsewhere(operation, in: header.scope) {
      found.insert(Objection(nil, .fieldNotYours, "scope"), at: 0)
    }
    if found.isEmpty, let judge, let table = schema[operation.table] {
      found = try judge.objections(
        to: JudgedOperation(
          operation: try opened(operation), table: table, now: now,
          isFromLaterVersion: header.schemaVersion > schema.version, isInDirectory: isInDirectory))
    }
    if let whole = found.first(where: { $0.field == nil }) { return [whole] }
    var seen: Set<FieldID> = []
    return found.filter { seen.insert($0.field ?? .void).inserted }
  }

  /// Whether a row of the directory has a text in a field, voided or not.
  package func isInDirectory(
    _ text: String, _ table: TableDefinition, _ field: FieldDefinition
  ) throws -> Bool {
    try connection.integer(
      """
      SELECT count(*) FROM "\(table.name)" WHERE "\(field.name)" = ? AND scope = ?
      """, .text(text), .integer(ScopeID.everyone.rawValue)) > 0
  }

  /// Whether an operation writes to an older row of another scope: one whose creation is here, while
  /// that of this scope's own row is not.
  private func namesRowElsewhere(_ operation: Operation, in scope: ScopeID) throws -> Bool {
    guard !operation.isCreate, let table = schema[operation.table] else { return false }
    return try connection.integer(
      """
      SELECT count(*) FROM "\(table.name)" WHERE rid = ?1 AND scope <> ?2 AND time IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM misplaced_row
          WHERE table_id = ?3 AND rid = ?1 AND scope = ?2 AND time IS NOT NULL)
      """, .integer(operation.row.rawValue), .integer(scope.rawValue),
      .integer(Int64(operation.table.rawValue))) > 0
  }

  /// Writes review rows; false when all of them stood already.
  @discardableResult
  func write(
    _ objections: [Objection], about operation: Operation, in scope: ScopeID, _ act: Act,
    state: Review.State = .neutralised, ruledBy person: String? = nil, note: String? = nil
  ) throws -> Bool {
    let known = try reviews(of: operation.dot, in: scope)
    let fresh = objections.filter { objection in
      !known.contains { $0.field == objection.field }
    }
    for objection in fresh {
      _ = try act.create(
        ReviewTable.definition, in: scope,
        [
          (ReviewTable.number, .integer(try act.nextNumber(ReviewTable.definition))),
          (ReviewTable.dot, .integer(operation.dot.rawValue)),
          (ReviewTable.field, objection.field.map { .integer(Int64($0.rawValue)) } ?? .unset),
          (ReviewTable.table, .integer(Int64(operation.table.rawValue))),
          (ReviewTable.row, .integer(operation.row.rawValue)),
          (ReviewTable.reason, .text(objection.reason.rawValue)),
          (ReviewTable.detail, objection.detail.isEmpty ? .unset : .text(objection.detail)),
          (ReviewTable.author, operation.author.map { .integer($0.rawValue) } ?? .unset),
          (ReviewTable.state, .integer(state.rawValue)),
          (ReviewTable.ruledBy, person.map { .text($0) } ?? .unset),
          (ReviewTable.note, note.map { .text($0) } ?? .unset),
        ])
    }
    return !fresh.isEmpty
  }

  /// The judged operations whose fields an approved one writes too, or whose row it deletes: what it
  /// has seen need not be restored any more.
  func judgedBefore(_ operation: Operation, in scope: ScopeID) throws -> [Operation] {
    guard !operation.isCreate else { return [] }
    let fields = Set(operation.writes.map(\.field))
    let concerned = try reviews(
      of: operation.row, in: operation.table, scope: scope
    ).filter { review in
      fields.contains(.deletes) || review.field.map(fields.contains) ?? true
    }
    return try Set(concerned.map(\.dot)).sorted().compactMap { try self.operation($0, in: scope) }
  }

  /// Closes what the judge wrote in parts that a batch can hold.
  func log(
    inParts operations: [(scope: ScopeID, operation: Operation)], clock: ClockReading
  ) throws {
    var part: [(scope: ScopeID, operation: Operation)] = []
    var byteCount = 0
    for entry in operations {
      let bytes = BatchBody.encode([entry.operation], origin: entry.operation.dot.origin).count
      if part.count == Limits.operationsPerBatch || byteCount + bytes > Limits.bodyBytes {
        try log(part, clock: clock)
        (part, byteCount) = ([], 0)
      }
      part.append(entry)
      byteCount += bytes
    }
    if !part.isEmpty { try log(part, clock: clock) }
    try counter.save(to: state)
  }
}
