import Randomness
import Replica
import SyncProtocol

/// Stores that are copied, put back, or lost with their machine.
enum CopyFaults {
  static let all = [
    Fault("cloned laptop", weight: 2, .step { try $0.clone($1) }),
    Fault("store put back", weight: 3, .step { try $0.putBack($1, withHome: false) }),
    Fault("home put back", weight: 3, .step { try $0.putBack($1, withHome: true) }),
    Fault("lost laptop", weight: 1, .step { try $0.lose($1) }),
  ]

  /// Worlds do not grow beyond this many laptops.
  static let greatestLaptopCount = 6
}

extension World {
  /// A laptop's home is copied to a second machine, and both work on under one number.
  func clone(_ laptop: Machine) throws {
    guard laptops.count < CopyFaults.greatestLaptopCount, !laptop.disk.isDead,
      !laptop.isRolledBack
    else { return }
    trace.note("\(laptop.label) is cloned")
    copiedReplicas.insert(laptop.replica)
    expectActTakenBack(of: laptop)
    let clone = try add(
      "\(laptop.label)'s clone", laptop.identity, laptop.schema, laptop.image)
    ledger.replace(clone.number, ledger.promises(of: laptop.number))
  }

  /// The first time somebody copies the store; the second time the copy comes back in place of what
  /// the laptop has written since.
  ///
  /// - Parameter withHome: the whole home, lock file and keys, is put back; otherwise the lock file
  ///   stays and remembers the last dot.
  fileprivate func putBack(_ laptop: Machine, withHome: Bool) throws {
    guard !laptop.disk.isDead, !laptop.isRolledBack else { return }
    guard let copy = laptop.savedCopy else {
      trace.note("\(laptop.label): somebody copies the store")
      expectActTakenBack(of: laptop)
      laptop.savedCopy = laptop.copy(promising: ledger.promises(of: laptop.number))
      return
    }
    trace.note("\(laptop.label): an old copy of the \(withHome ? "home" : "store") is put back")
    laptop.savedCopy = nil
    copiedReplicas.insert(laptop.replica)
    let had = try holdings(of: laptop)
    laptop.replaceDisk(by: copy.image, &random)
    if withHome {
      laptop.lockNote = copy.lockNote
      laptop.fileIdentity += 1
    }
    laptop.hasSignedTime = false
    laptop.undecidedAct = nil
    ledger.replace(laptop.number, copy.promises)
    try laptop.open(&random)
    try releaseUnknown(had)
  }

  /// A copy may have an act that its original took back, whose dots the original issues again.
  private func expectActTakenBack(of laptop: Machine) {
    if laptop.hasActTakenBack { decoder.expectTwice(laptop.replica) }
  }

  /// A laptop burns; what it has handed to others lives on.
  fileprivate func lose(_ laptop: Machine) throws {
    guard laptops.count > 1, !laptop.disk.isDead else { return }
    trace.note("\(laptop.label) is lost")
    let had = try holdings(of: laptop)
    remove(laptop)
    ledger.replace(laptop.number, [:])
    try releaseUnknown(had)
  }

  /// Every operation that a store has, whoever wrote it.
  struct Holdings {
    var dots: Set<Dot> = []
    /// What stands under dots that may have been issued twice.
    var contents: Set<OperationContent> = []
  }

  func holdings(of machine: Machine) throws -> Holdings {
    var found = Holdings()
    let log = try log(of: machine)
    let closed = log.entries.flatMap { entry in
      entry.batch.operations.map { (entry.batch.header.scope, $0) }
    }
    // What a person adopted says under a dot of the centre what its author said.
    let adopted = Set(closed.compactMap(\.1.adoptedFromAside))
    for (scope, operation) in closed + log.outbox {
      if decoder.mayStandTwice(operation.dot.replica) {
        found.contents.insert(OperationContent(operation, in: scope))
      } else {
        found.dots.insert(operation.dot)
        if adopted.contains(operation.dot) {
          found.contents.insert(OperationContent(operation, in: scope))
        }
      }
    }
    return found
  }

  /// Takes back the promise of operations that a lost store had and no other has.
  func releaseUnknown(_ had: Holdings) throws {
    var gone = had
    for machine in machines where !(gone.dots.isEmpty && gone.contents.isEmpty) {
      if !machine.isOpen { try reopen(machine) }
      let held = try holdings(of: machine)
      gone.dots.subtract(held.dots)
      gone.contents.subtract(held.contents)
    }
    trace.extend("\(gone.dots.count + gone.contents.count) operations are gone")
    ledger.release { promised in
      decoder.mayStandTwice(promised.operation.dot.replica)
        ? gone.contents.contains(OperationContent(promised.operation, in: promised.scope))
        : gone.dots.contains(promised.operation.dot)
    }
  }
}

extension Operation {
  /// The operation of which this one, a review of the centre, says that a person adopted it.
  fileprivate var adoptedFromAside: Dot? {
    guard table == ReviewTable.definition.id, isCreate,
      dot.replica.rawValue < ReplicaID.firstLaptop
    else { return nil }
    func value(_ field: FieldDefinition) -> Value? {
      writes.first { $0.field == field.id }?.value
    }
    guard value(ReviewTable.reason)?.text == Objection.Reason.keptAside.rawValue else {
      return nil
    }
    return value(ReviewTable.dot)?.integer.flatMap(Dot.init(rawValue:))
  }
}
