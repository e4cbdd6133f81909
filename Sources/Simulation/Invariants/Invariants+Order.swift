import Replica
import SyncProtocol

/// Invariant 3.
extension World {
  /// 3: another centre gets all batches in any order, some twice and some closed anew, and ends the
  /// same.
  /// - Returns: the other centre.
  func checkAnyOrder() throws -> Machine {
    let log = try log(of: centre)
    try checkDependencies(log)
    let all = log.entries.map(\.batch)
    let other = try Machine(
      number: -1, label: "other centre", identity: centre.identity, schema: centre.schema,
      primitives: primitives, time: time, random: &random)
    try other.open(&random)
    // As batches alone: a request would show this centre that it lacks what it has once signed.
    for certificate in decoder.certificates { try other.store.introduce(certificate) }
    other.store.isJudging = false
    var waiting = all + all.filter { _ in random.chance(20) }
    // Of what was declared lost too: the centre has written it anew under other dots, and whoever
    // has merged it, or another closing of it, ends as whoever has not.
    for batch in log.entries.filter({ $0.isMerged || $0.state == .lost }).map(\.batch)
    where random.chance(40) {
      if let twin = try closedAnew(batch) { waiting.append(twin) }
    }
    waiting.shuffle(using: &random)
    let lost = try declaredLost(in: log).hashes
    // What repeats a lost batch is merged behind that alone; before it, its author would be told to
    // write it again.
    let lostDots = Set(
      log.entries.filter { $0.state == .lost }.flatMap { $0.batch.operations.map(\.dot) })
    func repeatsLost(_ batch: DecodedBatch) -> Bool {
      !lost.contains(batch.hash) && batch.operations.contains { lostDots.contains($0.dot) }
    }
    waiting = waiting.filter { !repeatsLost($0) } + waiting.filter(repeatsLost)
    while !waiting.isEmpty {
      let part = Array(waiting.prefix(1 + random.below(24)))
      waiting.removeFirst(part.count)
      let receipts = try other.store.receive(part.map(\.encoded), clock: reading(of: centre))
      try Violation.unless(
        receipts.count == part.count && !receipts.contains { $0.state == .refused }, .receipts,
        "\(part.count) batches came, the receipts are \(receipts.map(\.state))")
    }
    try checkCausality(other, try self.log(of: other))
    for scope in scopes + [.everyone] {
      try Violation.unless(
        try other.store.digest(of: scope) == centre.store.digest(of: scope), .order,
        "another order of \(all.count) batches gives another state of \(scope.rawValue)"
          + ((try? differingRow(centre, other, scope)) ?? "") + unsettled(other, scope))
    }
    return other
  }

  /// The batches of a scope that a machine has under no arrival number, in words.
  func unsettled(_ machine: Machine, _ scope: ScopeID) -> String {
    let kept = try? machine.store.connection.rows(
      """
      SELECT replica, sequence, state, receipt FROM batch WHERE scope = ?1 AND arrival IS NULL
      UNION ALL SELECT replica, sequence, 8, NULL FROM batch_aside WHERE scope = ?1 ORDER BY 1, 2
      """, .integer(scope.rawValue)
    ) { statement in
      let place = try (0..<3).map { String(try statement.integer(at: $0)) }.joined(separator: "/")
      return place + "/" + (try statement.optionalInteger(at: 3).map(String.init) ?? "none")
    }
    return "; without a number at \(machine.label) (replica/sequence/state/receipt): "
      + (kept ?? []).joined(separator: ", ")
  }

  /// The first row that two machines have otherwise, in words.
  func differingRow(
    _ machine: Machine, _ other: Machine, _ scope: ScopeID
  ) throws -> String {
    var rows: [[RowID: RowState]] = [[:], [:]]
    try machine.store.forEachRow(in: scope) { rows[0][$0.row] = $0 }
    try other.store.forEachRow(in: scope) { rows[1][$0.row] = $0 }
    let differing = Set(rows[0].keys).union(rows[1].keys).filter { rows[0][$0] != rows[1][$0] }
    guard let row = differing.min() else { return "" }
    let heads = rows.map { rows in
      (rows[row]?.heads ?? []).map { "\($0.field.rawValue)@\($0.dot.rawValue)" }
    }
    return ": row \(row.rawValue) of table \((rows[0][row] ?? rows[1][row])?.table.rawValue ?? 0) "
      + "has \(heads[0]) at \(machine.label), \(heads[1]) at \(other.label)"
  }

  /// What a copy of a store makes of the outbox that the original closed too: the first operations
  /// of a batch, in another batch at the same place of the chain.
  private func closedAnew(_ batch: DecodedBatch) throws -> DecodedBatch? {
    guard let author = machines.first(where: { $0.replica == batch.header.replica }) else {
      return nil
    }
    let header = batch.header
    let twin = try Batch.close(
      Array(batch.operations.prefix(1 + random.below(batch.operations.count))),
      in: Batch.Context(
        scope: header.scope, sequence: header.sequence, predecessor: header.predecessor,
        dependencies: header.dependencies, schemaVersion: header.schemaVersion,
        grant: header.grant, wall: header.wall.next, offsetMilliseconds: nil),
      signer: author.identity.signer, primitives: primitives)
    return try decoder.batch(twin.hash) { twin.encoded }
  }
}
