import Randomness
import Replica
import SQLite
import SyncProtocol

/// Invariants 4, 8, 10 and 11: merged rows, against the naive merge.
extension World {
  /// 4: heads, shown values, hidden rows; and 8 of the same rows. Only of scopes whose log has
  /// changed.
  func checkState(_ machine: Machine, _ log: StoreLog) throws {
    for scope in scopes + [.everyone] {
      let summary = log.summary(of: scope)
      guard machine.merges[scope]?.summary != summary else { continue }
      let naive = NaiveMerge(try mergedOperations(of: log, in: scope, at: machine))
      machine.merges[scope] = (summary, naive)
      var states: [RowState] = []
      try machine.store.forEachRow(in: scope) { states.append($0) }
      for state in states { try check(state, naive, machine) }
      try Violation.unless(
        states.count == naive.rows.count, .heads,
        "\(machine.label) has \(states.count) rows in \(scope.rawValue), the log "
          + "\(naive.rows.count)")
      try checkSums(machine, scope, states)
    }
  }

  /// 8: the digest that is kept in step with the rows is the sum of the rows.
  private func checkSums(_ machine: Machine, _ scope: ScopeID, _ states: [RowState]) throws {
    var recomputed = StateDigest()
    for state in states { recomputed.add(state, primitives: primitives) }
    try Violation.unless(
      try machine.store.stateDigest(of: scope) == recomputed, .sums,
      "\(machine.label) keeps a digest of \(scope.rawValue) that is not the sum of its rows")
  }

  private func check(_ state: RowState, _ naive: NaiveMerge, _ machine: Machine) throws {
    func fail(_ what: String) -> Violation {
      Violation(.heads, "\(machine.label), row \(state.row.rawValue): \(what)")
    }
    guard naive.tables[state.row] == state.table else { throw fail("no operation made it") }
    var expected: [Head] = []
    for field in (naive.fields[state.row] ?? []).sorted() {
      let heads = naive.heads(state.row, field)
      for head in heads {
        expected.append(
          Head(field: field, dot: head.dot, time: head.time, value: head.value ?? .unset))
      }
      guard field.kind?.hasColumn == true else {
        if field.kind == .tally, state.sum(of: field) != naive.sum(state.row, field) {
          throw fail("the sum of \(field.rawValue) is \(state.sum(of: field))")
        }
        continue
      }
      if state.shown(field)?.dot != naive.shown(state.row, field)?.dot {
        throw fail("another value of \(field.rawValue) is shown")
      }
    }
    if expected != state.heads {
      let here = Set(state.heads)
      let there = Set(expected)
      throw fail(
        "heads \(state.heads.count), the naive merge has \(expected.count); here alone "
          + "\(words(state.heads.filter { !there.contains($0) })), there alone "
          + "\(words(expected.filter { !here.contains($0) }))")
    }
    if (state.deletion == .deleted) != naive.isDeleted(state.row) { throw fail("deletion differs") }
  }

  private func words(_ heads: [Head]) -> String {
    heads.map { "\($0.field.rawValue) by \($0.dot.rawValue) at \($0.time): \($0.value)" }
      .joined(separator: "; ")
  }

  /// 4, as rooms above read it with SQL: typed columns and the hidden flag, also of fields that the
  /// program has learnt to know later than their values came.
  func checkColumns(_ machine: Machine, _ log: StoreLog) throws {
    for scope in scopes + [.everyone] {
      try checkColumns(machine, try naiveMerge(machine, log, scope), scope)
    }
  }

  /// The naive merge that the rows of a scope were compared with, or a new one.
  private func naiveMerge(
    _ machine: Machine, _ log: StoreLog, _ scope: ScopeID
  ) throws -> NaiveMerge {
    if let known = machine.merges[scope], known.summary == log.summary(of: scope) {
      return known.merge
    }
    return NaiveMerge(try mergedOperations(of: log, in: scope, at: machine))
  }

  private func checkColumns(_ machine: Machine, _ naive: NaiveMerge, _ scope: ScopeID) throws {
    for table in machine.schema.tables {
      let names = table.columns.map { ", \($0.name)" }.joined()
      let rows = try machine.store.connection.rows(
        "SELECT rid, hidden\(names) FROM \(table.name) WHERE scope = ? ORDER BY rid",
        .integer(scope.rawValue)
      ) { statement in
        (
          rid: try statement.integer(at: 0), isHidden: !statement.isNull(at: 1),
          values: try table.columns.indices.map { try statement.value(at: 2 + $0) }
        )
      }
      let expected = naive.rows.filter { naive.tables[$0] == table.id }.map(\.rawValue)
      try Violation.unless(
        rows.map(\.rid) == expected, .heads,
        "\(machine.label): \(table.name) has \(rows.count) rows, the log \(expected.count)")
      for (rid, isHidden, values) in rows {
        guard let row = RowID(rawValue: rid) else { continue }
        try Violation.unless(
          isHidden == naive.isHidden(row), .heads, "\(machine.label), row \(rid): hidden flag")
        for (field, value) in zip(table.columns, values) {
          let shown = naive.shown(row, field.id)?.value ?? .unset
          try Violation.unless(
            value == (field.holds(shown) ? SQLValue(shown) : .null), .heads,
            "\(machine.label), row \(rid): column \(field.name)")
        }
      }
    }
  }

  /// 11: what the coordinator counts is what all operations together say.
  func checkCounts(_ machine: Machine, _ log: StoreLog) throws {
    for scope in scopes {
      let naive = try naiveMerge(machine, log, scope)
      var recount: [Int64: Int64] = [:]
      for row in naive.rows where naive.tables[row] == AssistTable.definition.id {
        let isVoid = naive.shown(row, AssistTable.voidReason.id)?.value?.isUnset == false
        guard !isVoid, !naive.isHidden(row) else { continue }
        recount[naive.shown(row, AssistTable.mode.id)?.value?.integer ?? 0, default: 0] += 1
      }
      let counted = try machine.store.connection.rows(
        """
        SELECT coalesce(mode, 0), count(*) FROM assist
        WHERE scope = ? AND hidden IS NULL AND void_reason IS NULL GROUP BY 1
        """, .integer(scope.rawValue)
      ) { (try $0.integer(at: 0), try $0.integer(at: 1)) }
      try Violation.unless(
        Dictionary(uniqueKeysWithValues: counted) == recount, .counts,
        "\(machine.label) counts \(counted), all operations say \(recount)")
    }
  }

  /// The store's own verification finds nothing.
  func checkOwnVerification(of machine: Machine) throws {
    let found = try machine.store.verify().findings
    try Violation.unless(found.isEmpty, .healing, "\(machine.label): verify finds \(found)")
  }

  /// A dot stands for one operation in the rows of a scope, also where two lives of a store have
  /// issued it: the naive merge would show the one that came last.
  func checkOneMeaning(_ machine: Machine, _ log: StoreLog) throws {
    for scope in scopes + [.everyone] {
      var known: [Dot: Operation] = [:]
      for var operation in try mergedOperations(of: log, in: scope, at: machine) {
        for index in operation.writes.indices { operation.writes[index].previous.sort() }
        let other = known.updateValue(operation, forKey: operation.dot)
        try Violation.unless(
          other == nil || other == operation, .identity,
          "\(machine.label) has merged two operations under \(operation.dot.rawValue)")
      }
    }
  }

  /// 10: whoever has merged the same operations has the same digest.
  func checkFrontiers() throws {
    var digests: [ScopeID: [UInt64: ScopeDigest]] = [:]
    for machine in machines {
      let log = try log(of: machine)
      for scope in scopes + [.everyone] {
        // The same for the same set of dots, whatever their order.
        var merged: Set<Dot> = []
        var frontier: UInt64 = 0
        for operation in try mergedOperations(of: log, in: scope, at: machine)
        where merged.insert(operation.dot).inserted {
          var mixer = SeededGenerator(seed: UInt64(bitPattern: operation.dot.rawValue))
          frontier &+= mixer.next()
        }
        let digest = try machine.store.digest(of: scope)
        let known = digests[scope, default: [:]][frontier]
        try Violation.unless(
          known == nil || known == digest, .frontiers,
          "\(machine.label) differs in \(scope.rawValue) with the same operations")
        digests[scope, default: [:]][frontier] = digest
      }
    }
  }
}
