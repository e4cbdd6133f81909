import Replica
import SyncProtocol

/// What the simulator asks of a store whatever its disk did: durability and atomicity.
extension World {
  /// Every act that was promised is in the outbox or in a batch.
  func checkPromises(_ machine: Machine, _ log: StoreLog) throws {
    let promises = ledger.promises(of: machine.number)
    guard !promises.isEmpty else { return }
    let present = dots(of: machine, in: log)
    if decoder.mayStandTwice(machine.replica) {
      return try checkPromisedContents(of: machine, promises)
    }
    for (dot, promised) in promises
    where try !present.contains(dot) && !isSafelyGone(dot, promised.scope, machine, log) {
      throw Violation(
        .durability,
        "\(machine.label) lost \(dot.rawValue) of table \(promised.operation.table.rawValue)")
    }
  }

  /// The same where operations are given new dots: what was promised is still said.
  private func checkPromisedContents(of machine: Machine, _ promises: Ledger.Promises) throws {
    let said = try holdings(of: machine).contents.union(holdings(of: centre).contents)
    for (dot, promised) in promises {
      try Violation.unless(
        said.contains(OperationContent(promised.operation, in: promised.scope)), .durability,
        "\(machine.label) lost what \(dot.rawValue) said")
    }
  }

  /// True for an operation that a laptop may have dropped: below the base of its log, or in a scope
  /// that it was asked to hand back; and in the centre's log in any case, be it as lost.
  private func isSafelyGone(
    _ dot: Dot, _ scope: ScopeID, _ machine: Machine, _ log: StoreLog
  ) throws -> Bool {
    let mayGo = takenBack[machine.replica]?.contains(scope) == true
    guard mayGo else {
      return try batchesBelowBase(of: log, in: scope).contains { $0.says(dot) }
        || isToCome(dot, scope, machine)
    }
    return try arrivedBatches(of: scope).contains { $0.says(dot) }
      || self.log(of: centre).entries.contains {
        $0.state == .lost && $0.batch.header.scope == scope && $0.batch.says(dot)
      }
  }

  /// True for an operation that a new life of the centre is still to hand out to a laptop that began
  /// the scope anew: it had dropped what stood below the base of its log.
  private func isToCome(_ dot: Dot, _ scope: ScopeID, _ laptop: Machine) throws -> Bool {
    guard !formerLives.isEmpty else { return false }
    let cursor = try laptop.store.cursor(scope)
    let known = cursor.epoch == centreEpoch ? Int(cursor.arrival) : 0
    return try arrivedBatches(of: scope).dropFirst(known).contains { $0.says(dot) }
  }

  private func dots(of machine: Machine, in log: StoreLog) -> Set<Dot> {
    Set(operations(of: machine, in: log).map(\.dot))
  }

  /// The operations of a machine that its log holds, closed or not.
  private func operations(of machine: Machine, in log: StoreLog) -> [Operation] {
    log.outbox.map(\.operation)
      + log.entries.filter { entry in
        entry.batch.header.replica == machine.replica
          || machine === centre && entry.batch.header.replica.rawValue < ReplicaID.firstLaptop
      }.flatMap(\.batch.operations)
  }

  /// What a store must still have after its machine died: every act that was promised, and the one
  /// that was interrupted either whole or not at all.
  func checkRecovery(of machine: Machine) throws {
    let log = try log(of: machine)
    try checkPromises(machine, log)
    // Operations of the other life, or of the act before that failed and whose frames no other has
    // overwritten, may stand under the dots of an act that was interrupted.
    if decoder.mayStandTwice(machine.replica) || machine.hasActTakenBack {
      machine.undecidedAct = nil
    }
    let present = dots(of: machine, in: log)
    guard let range = machine.undecidedAct else { return }
    let found = present.filter { range.contains($0.rawValue) }.count
    trace.extend("the interrupted act is \(found == 0 ? "gone" : "there")")
    // Some dots of an act name the keys of its sealed values, and the subjects that values have for
    // themselves alone.
    let subjects = Set(
      operations(of: machine, in: log).filter { range.contains($0.dot.rawValue) }
        .flatMap(\.writes).compactMap { $0.value?.sealed?.subject.rawValue })
    let names = try range.count { number in
      try !present.contains { $0.rawValue == number }
        && (subjects.contains(number)
          || Dot(rawValue: number).map { try machine.store.keyring.knows($0) } ?? false)
    }
    try Violation.unless(
      found == 0 || found + names == range.count, .atomicity,
      "\(found) of \(range.count) operations of an interrupted act")
    guard found > 0 else {
      machine.undecidedAct = nil
      return
    }
    try promiseUndecidedAct(of: machine)
  }

  /// Counts an interrupted act that is there among the promises once the disk has synced it.
  ///
  /// Its commit has promised nothing: the sync failed, the program died, and the next one found the
  /// frames in the cache of the operating system. The next sync makes them durable.
  func promiseUndecidedAct(of machine: Machine) throws {
    guard let range = machine.undecidedAct, !machine.disk.hasUnsyncedWrites else { return }
    machine.undecidedAct = nil
    ledger.note(
      machine.number, try operations(at: machine, from: range.lowerBound, to: range.upperBound))
  }
}
