import Replica
import SyncProtocol

extension World {
  /// What a store must still have after its machine died: every act that was promised, and the one
  /// that was interrupted either whole or not at all.
  func checkRecovery(of machine: Machine) throws {
    let log = try log(of: machine)
    var present: Set<Dot> = Set(log.outbox.map(\.operation.dot))
    for entry in log.entries where entry.batch.header.replica == machine.replica {
      present.formUnion(entry.batch.operations.map(\.dot))
    }
    for dot in ledger.operations(of: machine.replica).keys.sorted() {
      try Violation.unless(
        present.contains(dot), .durability, "\(machine.label) lost operation \(dot.rawValue)")
    }
    guard let range = machine.undecidedAct else { return }
    machine.undecidedAct = nil
    let found = present.filter { range.contains($0.rawValue) }.count
    trace.extend("the interrupted act is \(found == 0 ? "gone" : "there")")
    try Violation.unless(
      found == 0 || found == range.count, .atomicity,
      "\(found) of \(range.count) operations of an interrupted act")
    if found > 0 {
      ledger.note(
        machine.replica,
        try operations(at: machine, from: range.lowerBound, to: range.upperBound))
    }
  }
}
