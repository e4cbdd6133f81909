import SQLite
import SyncProtocol

extension Store {
  /// How long the sums of a scope are trusted before they are computed anew: 24 hours.
  private static let recomputeMilliseconds: Int64 = 24 * 3_600_000
  /// How long the centre relies on having compared rows with the log: ten minutes.
  private static let replayMilliseconds: UInt64 = 600_000
  /// Rows after which a round begins no other scope: a few tenths of a second.
  private static let recomputedRows = 20_000

  /// The sums of a scope computed from its rows, whatever was kept while merging.
  ///
  /// A row that cannot be read counts as missing: its leaf then differs, which is what it is.
  func recomputedSums(of scope: ScopeID) throws -> DigestLeaves.Leaves {
    do {
      return try sums { add in try forEachRow(in: scope, add) }
    } catch is ProtocolError {
      let names = try rowKeys(in: scope)
      return try sums { add in
        for name in names { if let state = try readable(name, in: scope) { add(state) } }
      }
    }
  }

  private func sums(
    _ body: ((RowState) -> Void) throws -> Void
  ) rethrows -> DigestLeaves.Leaves {
    var leaves = DigestLeaves.Leaves()
    try body { leaves.add(DigestTerm($0, primitives: primitives)) }
    return leaves
  }

  /// The state of a scope's row; nil when it is not there or cannot be read.
  func readable(_ key: RowName, in scope: ScopeID) throws -> RowState? {
    do {
      return try rows.load(key.table, key.row, in: scope)?.state
    } catch is ProtocolError {
      return nil
    }
  }

  /// Computes the sums of scopes anew whose turn it is, the longest waiting first.
  ///
  /// A row that was damaged on the disk is found so within a day or two although nobody writes to
  /// it, and no round reads more than one scope beyond a bound of rows.
  /// - Returns: the scopes whose sums were wrong.
  @discardableResult
  func recomputeDue(of scopes: [ScopeID], at time: Timestamp) throws -> [ScopeID] {
    func age(_ scope: ScopeID) throws -> UInt64 {
      let last =
        try connection.row(
          "SELECT recomputed FROM proof WHERE scope = ?", .integer(scope.rawValue)
        ) { try $0.optionalInteger(at: 0) } ?? nil
      return last.map { time.rawValue.subtractingSaturating($0).magnitude } ?? .max
    }
    let due = try scopes.map { (scope: $0, age: try age($0)) }
      .filter { $0.age >= UInt64(Self.recomputeMilliseconds) }
      .sorted { $0.age != $1.age ? $0.age > $1.age : $0.scope < $1.scope }
    var wrong: [ScopeID] = []
    var rowCount = 0
    for (scope, _) in due where rowCount < Self.recomputedRows {
      rowCount += try rows.digests.leaves(of: scope).rowCount
      if try recompute(scope, at: time) { wrong.append(scope) }
    }
    return wrong
  }

  /// Computes the sums of a scope anew and keeps them; a difference is an incident.
  ///
  /// - Returns: true when the sums were wrong.
  func recompute(_ scope: ScopeID, at time: Timestamp) throws -> Bool {
    let kept = try rows.digests.leaves(of: scope)
    let sums = try recomputedSums(of: scope)
    try noteRecomputed(scope, at: time)
    guard kept != sums else { return false }
    try rows.digests.replace(scope, by: sums)
    try note(
      .sumsWrong, of: scope, at: time,
      leaves: Leaves(at: .start(scope, epoch: 0), kept.digest).differing(from: sums.digest).count,
      before: kept.digest.root(primitives: primitives),
      after: sums.digest.root(primitives: primitives))
    return true
  }

  private func noteRecomputed(_ scope: ScopeID, at time: Timestamp) throws {
    try connection.execute(
      """
      INSERT INTO proof (scope, recomputed) VALUES (?1, ?2)
      ON CONFLICT (scope) DO UPDATE SET recomputed = excluded.recomputed
      """, .integer(scope.rawValue), .integer(time.rawValue))
  }

  /// At the centre, before it tells a laptop that its rows are wrong: are its own what its log adds
  /// up to? Rows that are not are made anew from the log.
  ///
  /// A laptop that asks again and again makes the centre read the log once in ten minutes.
  ///
  /// - Parameter isSuspect: the sums of the rows were found wrong, so that nothing may be put off.
  /// - Returns: false when the log itself cannot be read, so that nothing can be said of the rows;
  ///   verification names the batch.
  @discardableResult
  func checkOwnRows(of scope: ScopeID, isSuspect: Bool, at time: Timestamp) throws -> Bool {
    let last =
      try connection.row(
        "SELECT replayed FROM proof WHERE scope = ?", .integer(scope.rawValue)
      ) { try $0.optionalInteger(at: 0) } ?? nil
    if let last, !isSuspect,
      time.rawValue.subtractingSaturating(last).magnitude < Self.replayMilliseconds
    {
      return true
    }
    guard let log = try readableReplay(scope) else { return false }
    let fromLog = sums { add in for state in log.values { add(state) } }.digest
    let before = try recomputedSums(of: scope).digest
    let leaves = Leaves(at: .start(scope, epoch: 0), fromLog).differing(from: before)
    if !leaves.isEmpty {
      let changed = try replaceRows(
        of: scope, in: leaves, by: log.values.filter { leaves.contains(leaf(of: $0)) })
      try note(
        .rowsWrong, of: scope, at: time, leaves: leaves.count, rows: changed,
        before: before.root(primitives: primitives), after: fromLog.root(primitives: primitives))
    }
    _ = try recompute(scope, at: time)
    try connection.execute(
      "UPDATE proof SET replayed = ? WHERE scope = ?", .integer(time.rawValue),
      .integer(scope.rawValue))
    return true
  }

  private func readableReplay(_ scope: ScopeID) throws -> [RowName: RowState]? {
    do {
      return try replayedRows(of: scope)
    } catch is ProtocolError {
      return nil
    }
  }
}

extension Int64 {
  /// The difference, or the end of the range where there is none.
  fileprivate func subtractingSaturating(_ other: Int64) -> Int64 {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? (self < other ? .min : .max) : difference
  }
}
