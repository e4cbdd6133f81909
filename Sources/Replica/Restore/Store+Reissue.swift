import SQLite
import SyncProtocol

extension Store {
  /// Gives operations of the outbox new dots, from one of them to the end.
  ///
  /// They have never been merged anywhere else, so that this is as if they had been written under
  /// these dots from the beginning: rows that they created, heads that they wrote, and everything
  /// among them that names one of them follows. Values that hold a row id are references.
  func reissue(_ waiting: [WaitingOperation], from first: Int, at wall: Timestamp) throws {
    let moved = waiting[first...]
    guard !moved.isEmpty else { return }
    var next = counter
    next.begin(try freshSession(for: moved, at: wall))
    var map = DotMap(reseal: reseal)
    for entry in moved {
      guard let dot = next.next() else {
        throw ReplicaError.actTooLarge(operations: moved.count)
      }
      map.dots[entry.operation.dot] = dot
      if entry.operation.isCreate { map.rows[entry.operation.row] = dot }
    }
    try renameKeys(
      of: moved.map(\.operation), staying: waiting[..<first].map(\.operation), in: &map
    ) {
      guard let dot = next.next() else {
        throw ReplicaError.actTooLarge(operations: moved.count)
      }
      return dot
    }
    try renameRows(of: moved, &map)
    try renameActs(map)
    try lowerMarks(below: moved, staying: waiting[..<first])
    var rewritten = Array(waiting[..<first])
    for entry in moved {
      var entry = entry
      entry.operation = try map.renamed(entry.operation)
      if let act = Dot(rawValue: entry.act) { entry.act = (map.dots[act] ?? act).rawValue }
      try frontier.raiseMark(
        entry.scope, entry.operation.dot.origin, to: entry.operation.dot.counter)
      rewritten.append(entry)
    }
    try replaceOutbox(rewritten)
    try askForRenamedKeys()
    counter = next
    try counter.save(to: state)
  }

  /// A session that this store does not know of itself. What is moved differs between two copies of
  /// a store, and so does the session.
  private func freshSession(
    for moved: ArraySlice<WaitingOperation>, at wall: Timestamp
  ) throws -> UInt32 {
    var known = try DotCounter.sessions(of: identity.replica, in: self)
    known.insert(counter.session)
    var content = ByteWriter(Array((try state.text(.machine) ?? "").utf8))
    content.signed(wall.rawValue)
    for entry in moved {
      content.raw(BatchBody.encode([entry.operation], origin: entry.operation.dot.origin))
    }
    var seed = content.bytes
    while true {
      let hash = primitives.hash(seed)
      let session = hash.bytes.prefix(3).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      let candidate = session & Dot.maximumSession
      if candidate > 0, !known.contains(candidate) { return candidate }
      seed = hash.bytes
    }
  }

  /// Writes every row that these operations touched under its new name and with its new heads.
  private func renameRows(
    of moved: ArraySlice<WaitingOperation>, _ map: inout DotMap
  ) throws {
    var touched: [ScopeID: Set<RowName>] = [:]
    let written = Dictionary(
      moved.map { ($0.operation.dot, $0.operation.writes) }, uniquingKeysWith: { first, _ in first }
    )
    /// An erasure of a name that moves was of the other's person: what stands here is not erased.
    func standing(_ head: Head) -> Head {
      guard case .erased(let subject) = head.value, map.rows[subject] != nil,
        let value = written[head.dot]?.first(where: { $0.field == head.field })?.value
      else { return head }
      return Head(field: head.field, dot: head.dot, time: head.time, value: value)
    }
    for entry in moved {
      let operation = entry.operation
      let name = RowName(table: operation.table, row: operation.row)
      guard touched[entry.scope, default: []].insert(name).inserted,
        let stored = try rows.loadForUpdate(operation.table, operation.row, in: entry.scope)
      else { continue }
      let state = RowState(
        table: operation.table, row: map.rows[operation.row] ?? operation.row,
        createdAt: stored.state.createdAt,
        heads: try stored.state.heads.map {
          try map.renamed(standing($0), of: operation.table, operation.row)
        })
      if state.row != operation.row {
        // Others have written to the row under its old name, and that stays.
        if stored.state.heads.contains(where: { map.dots[$0.dot] == nil }) {
          roundContext.mixed.insert(entry.scope)
        }
        try rows.remove(stored)
        _ = try rows.save(RowStore.StoredRow(scope: stored.scope, state: state, layout: nil))
      } else {
        // References to renamed rows have new values under dots that stay.
        var renamed = stored
        renamed.state = state
        try rows.rewrite(renamed)
      }
    }
  }

  /// What is remembered of the clock at own acts follows their dots.
  private func renameActs(_ map: DotMap) throws {
    for table in ["unchecked_act", "misdated_act"] {
      let acts = try connection.rows("SELECT first, last FROM \(table)") {
        (first: try $0.integer(at: 0), last: try $0.integer(at: 1))
      }
      for act in acts {
        guard let first = Dot(rawValue: act.first).flatMap({ map.dots[$0] }),
          let last = Dot(rawValue: act.last).flatMap({ map.dots[$0] })
        else { continue }
        try connection.execute(
          "UPDATE \(table) SET first = ?, last = ? WHERE first = ?", .integer(first.rawValue),
          .integer(last.rawValue), .integer(act.first))
      }
    }
  }

  /// What was applied under the dots that moved is so no more: another's operations take their
  /// place. The marks of these sessions fall, in every scope, to what its log and the outbox have
  /// without them, and to what the centre has written because of. Where a mark stays above one of these
  /// dots, because a later batch of the session is merged, the scope starts over: it would hide the
  /// other's operation.
  private func lowerMarks(
    below moved: ArraySlice<WaitingOperation>, staying: ArraySlice<WaitingOperation>
  ) throws {
    var answered: [ScopeID: [Origin: UInt32]] = [:]
    for origin in Set(moved.map(\.operation.dot.origin)).sorted() {
      let scopes = try connection.rows(
        "SELECT scope FROM frontier_mark WHERE origin = ?", .integer(origin.rawValue)
      ) { try $0.integer(at: 0) }.compactMap(ScopeID.init(rawValue:))
      for scope in scopes {
        let waiting = staying.filter { $0.scope == scope && $0.operation.dot.origin == origin }
        let known =
          try answered[scope]
          ?? answeredMarks(
            where: "scope = ? AND \(LogCondition.merged)", [.integer(scope.rawValue)])
        answered[scope] = known
        let floor = max(waiting.map(\.operation.dot.counter).max() ?? 0, known[origin] ?? 0)
        try connection.execute(
          """
          UPDATE frontier_mark SET counter = min(counter, max(?5,
            (SELECT coalesce(max(last_counter), 0) FROM batch
             WHERE scope = ?1 AND replica = ?3 AND session = ?4 AND \(LogCondition.merged)),
            (SELECT coalesce(max(counter), 0) FROM base_mark WHERE scope = ?1 AND origin = ?2)))
          WHERE scope = ?1 AND origin = ?2
          """,
          .integer(scope.rawValue), .integer(origin.rawValue),
          .integer(Int64(origin.replica.rawValue)), .integer(Int64(origin.session)),
          .integer(Int64(floor)))
      }
    }
    try connection.execute("DELETE FROM frontier_mark WHERE counter = 0")
    for entry in moved where !roundContext.mixed.contains(entry.scope) {
      let dot = entry.operation.dot
      if try frontier.mark(entry.scope, dot.origin) >= dot.counter {
        roundContext.mixed.insert(entry.scope)
      }
    }
  }

  /// Goes on in a session of its own when more has come of the present one than this store has
  /// issued: it was put back, and its next dots stand for something else already.
  func leaveMetSession(at wall: Timestamp) throws {
    guard identity.role == .laptop else { return }
    let mark = try connection.integer(
      "SELECT coalesce(max(counter), 0) FROM frontier_mark WHERE origin = ?",
      .integer(counter.last.origin.rawValue))
    guard mark > Int64(counter.counter) else { return }
    counter.begin(try freshSession(for: [], at: wall))
    try counter.save(to: state)
  }
}

extension Frontier {
  /// Takes the last batch of a branch off, as if it had never been applied.
  func remove(_ batch: Batch, primitives: Primitives) throws {
    let header = batch.header
    let scope = SQLValue.integer(header.scope.rawValue)
    let replica = SQLValue.integer(Int64(header.replica.rawValue))
    try connection.execute(
      "DELETE FROM frontier_tip WHERE scope = ? AND replica = ? AND sequence = ? AND hash = ?",
      scope, replica, .integer(Int64(header.sequence)), .blob(batch.hash.bytes))
    guard header.sequence > 1 else { return }
    // Its predecessor ends the branch again, unless another batch goes on from there.
    let siblings = try connection.rows(
      """
      SELECT encoded FROM batch
      WHERE scope = ? AND replica = ? AND sequence = ? AND \(LogCondition.merged) AND hash <> ?
      """, scope, replica, .integer(Int64(header.sequence)), .blob(batch.hash.bytes)
    ) { try Batch(decoding: try $0.bytes(at: 0), primitives: primitives) }
    guard !siblings.contains(where: { $0.header.predecessor == header.predecessor }) else {
      return
    }
    try connection.execute(
      "INSERT OR IGNORE INTO frontier_tip (scope, replica, sequence, hash) VALUES (?, ?, ?, ?)",
      scope, replica, .integer(Int64(header.sequence) - 1), .blob(header.predecessor.bytes))
  }
}

extension RowStore {
  /// Removes a row with all its heads. Only for a row that is written again under another name, or
  /// that this replica may no longer hold.
  func remove(_ stored: StoredRow) throws {
    try remove(RowName(table: stored.state.table, row: stored.state.row), of: stored.scope)
    if let term = stored.digestTerm { digests.note(stored.scope, without: term) }
  }
}
