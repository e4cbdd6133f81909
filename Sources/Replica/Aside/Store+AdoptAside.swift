import SQLite
import SyncProtocol

/// What an adoption did, or would do.
package struct AsideAdoptionOutcome: Sendable, Equatable {
  /// Batches whose operations all stand afterwards.
  package var batches: Int
  /// Operations that are written again.
  package var operations: Int
  /// Those of them that the centre objects to: they wait in the reviews and do not count.
  package var objected: Int
  /// Encrypted values among them that cannot be read here. They stay so, in the bytes kept aside too.
  package var unreadable: Int
}

/// Batches kept aside whose author writes them no more.
extension Store {
  /// Writes what a batch that is kept aside says under dots of the centre, with the time and author
  /// of each operation, and what it stands upon likewise: a person's decision, since its author's
  /// store may be gone. What the log says already is not written, so that a second call writes
  /// nothing. Centre only.
  ///
  /// Each operation gets a review `kept-aside`, admitted by this person, whose detail is the number
  /// of the laptop: by it everybody knows where the operation comes from.
  /// - Parameter isDryRun: nothing is written.
  /// - Throws: `ReplicaError.notTheCentre`; `.notAside`; `.asideIncomplete` while something that it
  ///   stands upon is not here; `.sealedValueCannotMove` while the keyring is locked.
  package func adoptAside(
    _ hash: ContentHash, by person: String, note: String?, clock: ClockReading,
    isDryRun: Bool = false
  ) throws -> AsideAdoptionOutcome {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    do {
      defer { carryOutLinks(clock: clock) }
      return try transaction {
        try judgeWaiting(clock: clock)
        guard let train = try AsideReading(self).train(of: hash) else {
          throw ReplicaError.notAside
        }
        guard train.missing.isEmpty else { throw ReplicaError.asideIncomplete }
        let outcome = try write(
          train, Decision(person: person, note: note), clock: clock)
        if isDryRun { throw AdoptionDryRun(outcome: outcome) }
        return outcome
      }
    } catch let dryRun as AdoptionDryRun {
      return dryRun.outcome
    }
  }

  private struct Decision {
    var person: String
    var note: String?
  }

  private func write(
    _ train: AsideReading.Train, _ decision: Decision, clock: ClockReading
  ) throws -> AsideAdoptionOutcome {
    let waiting = train.readings.filter(\.waits)
    counter.startFreshSessionIfNearlyFull()
    let act = Act(store: self, author: nil, now: try correctedNow(clock).time)
    let written = try rewrite(waiting, train, act)
    var outcome = AsideAdoptionOutcome(
      batches: train.batches.count, operations: written.count, objected: 0, unreadable: 0)
    for (reading, operation) in written {
      let scope = reading.header.scope
      outcome.unreadable += try unreadableCount(operation)
      let objections = try objections(to: operation, in: reading.header, now: clock.wall)
      guard objections.isEmpty else {
        outcome.objected += 1
        try write(objections, about: operation, in: scope, act)
        continue
      }
      try write(
        [Objection(nil, .keptAside, String(reading.header.replica.rawValue))], about: operation,
        in: scope, act, state: .admitted, ruledBy: decision.person, note: decision.note)
    }
    for scope in Set(waiting.map(\.header.scope)).sorted() {
      let settlement = Settlement(self, scope: scope, act: act)
      for (_, operation) in act.operations { settlement.log.note(operation) }
      for (reading, operation) in written where reading.header.scope == scope {
        try settlement.settle(operation)
      }
    }
    try log(inParts: act.operations, clock: clock)
    // Where all stood already nobody has decided anything.
    for batch in written.isEmpty ? [] : train.batches {
      try connection.execute(
        "INSERT OR IGNORE INTO aside_adoption (hash, decided_by, note, at) VALUES (?, ?, ?, ?)",
        .blob(batch.hash.bytes), .text(decision.person),
        decision.note.map { .text($0) } ?? .null, .integer(clock.wall.rawValue))
    }
    return outcome
  }

  /// Gives operations new dots and merges them, in the order written.
  private func rewrite(
    _ waiting: [AsideReading.Reading], _ train: AsideReading.Train, _ act: Act
  ) throws -> [(AsideReading.Reading, Operation)] {
    var map = DotMap(reseal: reseal)
    (map.dots, map.rows) = (train.map.dots, train.map.rows)
    for operation in waiting.map(\.operation) {
      let dot = try act.nextDot()
      map.dots[operation.dot] = dot
      if operation.isCreate { map.rows[operation.row] = dot }
    }
    try renameKeys(of: waiting.map(\.operation), staying: [], in: &map) {
      var dot = try act.nextDot()
      // A commit that failed at its last step has left its keys behind and taken its dots back.
      while try keyring.knows(dot) { dot = try act.nextDot() }
      return dot
    }
    return try waiting.map { reading in
      var operation = try map.renamed(reading.operation)
      // An act of which nothing is here cannot be told from the other life's.
      if reading.operation.act.map({ map.dots[$0] == nil }) ?? false { operation.act = nil }
      try act.apply(operation, in: reading.header.scope)
      return (reading, operation)
    }
  }

  private func unreadableCount(_ operation: Operation) throws -> Int {
    try operation.writes.count { write in
      guard let value = write.value, value.sealed != nil else { return false }
      let opened = try keyring.open(
        value, table: operation.table, row: operation.row, field: write.field)
      return opened.value == nil
    }
  }
}

/// Carries the outcome out of a transaction that is taken back.
private struct AdoptionDryRun: Error { var outcome: AsideAdoptionOutcome }
