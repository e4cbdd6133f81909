import Randomness
import Replica
import SQLite
import SyncProtocol

/// An act that changes its mind in the middle.
private struct ChangeOfMind: Error {}

extension World {
  /// Commits an act, notes it in the ledger, and checks what the store says of it.
  func commit(at machine: Machine, _ name: String, _ body: (Act) throws -> Void) throws {
    let failsOnPurpose = random.chance(8)
    trace.note("\(machine.label): \(name)\(failsOnPurpose ? ", then changes its mind" : "")")
    touch(machine)
    let store = machine.store
    var before = store.lastIssued
    var last = before
    let clock = reading(of: machine)
    let now = try store.correctedNow(clock).time
    do {
      try store.commit(author: author(at: machine), clock: clock) { act in
        // Only now does the store know what another program has issued meanwhile.
        before = store.lastIssued
        defer { last = store.lastIssued }
        try body(act)
        if failsOnPurpose { throw ChangeOfMind() }
      }
    } catch is ChangeOfMind {
      return try requireNothing(of: machine, from: before, to: last)
    } catch ReplicaError.scopeNotHeld {
      trace.extend("not held")
      return try requireNothing(of: machine, from: before, to: last)
    } catch ReplicaError.subjectErased {
      trace.extend("erased")
      return try requireNothing(of: machine, from: before, to: last)
    } catch ReplicaError.actTooLarge {
      trace.extend("too large")
      return try requireNothing(of: machine, from: before, to: last)
    } catch let error as SQLError {
      trace.extend("disk error \(error.code.rawValue)")
      if machine.disk.isDead {
        report.failedActs += 1
        if last > before { machine.undecidedAct = before + 1...last }
        return
      }
      machine.hasActTakenBack = true
      return try requireNothing(of: machine, from: before, to: last)
    }
    machine.noteLastIssued()
    try promiseUndecidedAct(of: machine)
    guard last > before else { return }
    machine.hasActTakenBack = false
    let written = try operations(at: machine, from: before + 1, to: last)
    // An operation's own, and the subjects that its values have for themselves alone.
    let names = Set(
      written.map(\.operation.dot.rawValue)
        + written.flatMap(\.operation.writes).compactMap { $0.value?.sealed?.subject.rawValue })
    let unused = try (before + 1...last).filter { number in
      try !names.contains(number)
        && !(Dot(rawValue: number).map { try machine.store.keyring.knows($0) } ?? false)
    }
    try Violation.unless(
      unused.isEmpty, .atomicity,
      "\(unused.count) of \(last - before) dots name no operation, subject or key after the commit")
    try checkClocks(machine, written.map(\.operation), now)
    ledger.note(machine.number, written)
    report.committedActs += 1
  }

  /// A failed act leaves no operation, and its dots can be issued again.
  private func requireNothing(of machine: Machine, from before: Int64, to last: Int64) throws {
    report.failedActs += 1
    guard !machine.disk.isDead else {
      // The rollback itself may have met the dying disk.
      if last > before { machine.undecidedAct = before + 1...last }
      return
    }
    try Violation.unless(
      machine.store.lastIssued == before, .atomicity, "a failed act used up dots")
    let left = try last > before ? operations(at: machine, from: before + 1, to: last) : []
    try Violation.unless(left.isEmpty, .atomicity, "a failed act left \(left.count) operations")
  }

  /// The operations of a range of a machine's own dots, from its outbox and its log.
  func operations(
    at machine: Machine, from first: Int64, to last: Int64
  ) throws -> [(scope: ScopeID, operation: Operation)] {
    let log = try log(of: machine)
    let closed = log.entries.filter { $0.batch.header.replica == machine.replica }
      .flatMap { entry in entry.batch.operations.map { (entry.batch.header.scope, $0) } }
    return (closed + log.outbox).filter { (first...last).contains($0.1.dot.rawValue) }
  }

  private func author(at machine: Machine) throws -> RowID? {
    random.chance(50) ? nil : try row(of: HouseholdTable.definition, at: machine)
  }

  /// Any row of a table that a machine holds, hidden ones too.
  func row(of table: TableDefinition, at machine: Machine) throws -> RowID? {
    guard machine.schema[table.id] != nil else { return nil }
    let rows = try machine.store.connection.rows("SELECT rid FROM \(table.name) ORDER BY rid") {
      try $0.integer(at: 0)
    }
    return random.pick(rows).flatMap(RowID.init(rawValue:))
  }
}
