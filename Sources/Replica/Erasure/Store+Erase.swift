import SQLite
import SyncProtocol

/// What an erasure reaches, shown before it is done.
package struct ErasureCoverage: Sendable, Equatable {
  /// A row with values of a subject.
  package struct Row: Sendable, Equatable {
    /// The scope.
    package var scope: ScopeID
    /// The table.
    package var table: TableID
    /// The row.
    package var row: RowID
    /// Whose values they are.
    package var subject: RowID
    /// The fields, ascending.
    package var fields: [FieldID]
    /// Those of the fields of which nothing can be read here, ascending: no key of theirs has come,
    /// or all are locked.
    package var unreadable: [FieldID]
  }

  /// The subjects, ascending.
  package var subjects: [RowID]
  /// Those of them that are the name of a household and nothing else, with the household.
  package var names: [RowID: RowID]
  /// Every row with values of them that still stand.
  package var rows: [Row]
  /// The scopes that get an erasure, beside the public one.
  package var scopes: [ScopeID]
}

/// An erasure that was ordered, and who has carried it out.
package struct ErasureState: Sendable, Equatable {
  /// The subject.
  package var subject: RowID
  /// When the centre ordered it.
  package var ordered: Timestamp
  /// Why; nil where only the public row is here.
  package var reason: String?
  /// The day it was asked for, in days since 1970-01-01.
  package var requested: Int64?
  /// The household whose name alone it is; nil for a person or a whole household.
  package var named: RowID?
  /// Laptops that confirmed, with the last time: each copy of a copied one does so for itself.
  package var confirmed: [ReplicaID: Timestamp]
}

extension Store {
  /// What an erasure of these subjects reaches here: they, what they were copied from and their
  /// copies, and every name that the households among them had.
  ///
  /// - Parameter names: names of further households, each with its household.
  package func coverage(
    of named: [RowID], names: [RowID: RowID] = [:]
  ) throws -> ErasureCoverage {
    let rows = Set(try named.flatMap(copiesAndOriginals)).sorted()
    let names = names.merging(try namesOfHouseholds(rows)) { one, _ in one }
    let subjects = (rows + names.keys).sorted()
    let scopes = Set(try subjects.flatMap(scopesHolding) + names.values.flatMap(scopesHolding))
    let wanted = Set(subjects)
    var coverage = ErasureCoverage(
      subjects: subjects, names: names, rows: [], scopes: scopes.sorted())
    for scope in coverage.scopes {
      try forEachRow(in: scope) { state in
        for subject in Set(state.heads.compactMap(\.value.sealed?.subject)).sorted()
        where wanted.contains(subject) {
          let heads = state.heads.filter { $0.value.sealed?.subject == subject }
          let readable = try heads.filter {
            try open($0.value, table: state.table, row: state.row, field: $0.field).value != nil
          }
          let fields = Set(heads.map(\.field))
          coverage.rows.append(
            ErasureCoverage.Row(
              scope: scope, table: state.table, row: state.row, subject: subject,
              fields: fields.sorted(),
              unreadable: fields.subtracting(readable.map(\.field)).sorted()))
        }
      }
    }
    return coverage
  }

  /// Erases subjects in every scope that holds values of them, and in the public one. Centre only;
  /// it cannot be undone.
  ///
  /// - Parameters:
  ///   - reason: a code of the registry: request, consent-withdrawn, retention, mistake.
  ///   - requested: the day it was asked for, in days since 1970-01-01.
  ///   - names: names of further households, each with its household.
  ///   - afterwards: what else the act writes, once the erasures stand.
  @discardableResult
  package func erase(
    _ subjects: [RowID], reason: String, requested: Int64?, names: [RowID: RowID] = [:],
    author: RowID?, clock: ClockReading, afterwards: (Act) throws -> Void = { _ in }
  ) throws -> ErasureCoverage {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    let coverage = try coverage(of: subjects, names: names)
    try commit(author: author, clock: clock) { act in
      for subject in coverage.subjects {
        for scope in coverage.scopes {
          try order(
            subject, in: scope, act, reason: reason, requested: requested,
            named: coverage.names[subject])
        }
        try order(subject, in: .everyone, act, reason: nil, requested: nil)
      }
      try afterwards(act)
    }
    carryOutErasures()
    return coverage
  }

  /// The scopes that hold a row or key of a subject, ascending, without the public one.
  func scopesHolding(_ subject: RowID) throws -> [ScopeID] {
    var scopes = Set(try keyring.scopes(of: subject))
    for table in schema.tables {
      if let stored = try rows.load(table.id, subject) { scopes.insert(stored.scope) }
    }
    scopes.remove(.everyone)
    return scopes.sorted()
  }

  func order(
    _ subject: RowID, in scope: ScopeID, _ act: Act, reason: String?, requested: Int64?,
    named: RowID? = nil
  ) throws {
    guard try !erasedSubjects(in: scope).contains(subject) else { return }
    _ = try act.create(
      ErasureTable.definition, in: scope,
      [
        (ErasureTable.subject, .integer(subject.rawValue)),
        (ErasureTable.reason, reason.map { .text($0) } ?? .unset),
        (ErasureTable.requested, requested.map { .integer($0) } ?? .unset),
        (ErasureTable.named, named.map { .integer($0.rawValue) } ?? .unset),
      ])
  }

  /// Orders erasures again in scopes where values or keys of an erased subject turned up since, and
  /// of residents who were recorded for a household that is erased. Must run inside a transaction,
  /// at the centre.
  func extendErasures(clock: ClockReading) throws {
    let due = try connection.rows("SELECT scope, subject FROM erasure_due ORDER BY scope, subject")
    {
      (ScopeID(rawValue: try $0.integer(at: 0)), RowID(rawValue: try $0.integer(at: 1)))
    }
    guard !due.isEmpty else { return }
    _ = try commit(author: nil, clock: clock) { act in
      for (scope, subject) in due {
        guard let scope, let subject else { continue }
        if scope != .everyone {
          try order(
            subject, in: scope, act, reason: nil, requested: nil,
            named: try household(named: subject, in: scope))
          try order(subject, in: .everyone, act, reason: nil, requested: nil)
        } else if let household = try erasedHousehold(ofLate: subject) {
          try follow(household, with: subject, act)
        }
      }
    }
    try connection.execute("DELETE FROM erasure_due")
  }

  /// Writes what is due where a batch came otherwise than in a laptop's request, or while the centre
  /// slept. Does nothing inside a transaction; what fails stays due.
  func carryOutDueErasures(clock: ClockReading) {
    guard identity.role == .centre, !connection.isInTransaction else { return }
    do {
      let isDue = try connection.integer("SELECT EXISTS (SELECT 1 FROM erasure_due)") != 0
      if isDue { try transaction { try extendErasures(clock: clock) } }
    } catch {
      return
    }
  }

  /// At the centre: notes a scope that holds something of an erased subject without an erasure.
  func noteErasureDue(_ subject: RowID, in scope: ScopeID) throws {
    guard identity.role == .centre, scope != .everyone,
      try !erasedSubjects(in: scope).contains(subject)
    else { return }
    try connection.execute(
      "INSERT OR IGNORE INTO erasure_due (scope, subject) VALUES (?, ?)",
      .integer(scope.rawValue), .integer(subject.rawValue))
  }

  /// Every erasure that is known here, by the time it was ordered, with who has confirmed it.
  package func erasures() throws -> [ErasureState] {
    var states: [RowID: ErasureState] = [:]
    try rows.forEachRow(of: ErasureTable.definition.id, in: nil) { row in
      guard
        let subject = row.state.shown(ErasureTable.subject.id)?.value.integer
          .flatMap(RowID.init(rawValue:)), try isCentre(row.state.row.replica)
      else { return }
      let time = row.state.createdAt ?? Timestamp(rawValue: 0)
      var state =
        states[subject]
        ?? ErasureState(
          subject: subject, ordered: time, reason: nil, requested: nil, named: nil, confirmed: [:])
      state.ordered = min(state.ordered, time)
      state.reason = state.reason ?? row.state.shown(ErasureTable.reason.id)?.value.text
      state.requested =
        state.requested ?? row.state.shown(ErasureTable.requested.id)?.value.integer
      state.named =
        state.named
        ?? row.state.shown(ErasureTable.named.id)?.value.integer.flatMap(RowID.init(rawValue:))
      states[subject] = state
    }
    let confirmations = try connection.rows(
      "SELECT subject, replica, at FROM erasure_confirmation ORDER BY subject, replica"
    ) {
      (
        RowID(rawValue: try $0.integer(at: 0)),
        ReplicaID(rawValue: UInt32(clamping: try $0.integer(at: 1))),
        Timestamp(rawValue: try $0.integer(at: 2))
      )
    }
    for (subject, replica, time) in confirmations {
      if let subject, let replica { states[subject]?.confirmed[replica] = time }
    }
    return states.values.sorted { ($0.ordered, $0.subject) < ($1.ordered, $1.subject) }
  }
}

extension Store {
  /// The laptops that may hold one of these scopes, by label and number. Centre only.
  package func holders(of scopes: [ScopeID]) throws -> [Peer] {
    try peers().filter { peer in
      try grants(of: peer.replica).scopes.contains(where: scopes.contains)
    }
  }
}
