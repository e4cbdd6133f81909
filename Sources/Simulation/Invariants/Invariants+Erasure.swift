import Replica
import SyncProtocol

/// Invariant 12.
extension World {
  /// The subjects whose erasure stands in a log, in whatever scope.
  func erasedSubjects(in log: StoreLog) throws -> Set<RowID> {
    var operations = log.entries.filter(\.isMerged).flatMap(\.batch.operations)
    for scope in log.bases.keys.sorted() {
      operations += try batchesBelowBase(of: log, in: scope).flatMap(\.operations)
    }
    return Set(
      operations.filter { $0.dot.replica.rawValue < ReplicaID.firstLaptop }
        .compactMap(\.erasedSubject))
  }

  /// 12: a keyring that has destroyed the keys of a subject opens no value of it, and who told the
  /// centre so has done so. (A store that was put back whole may know of no erasure yet.)
  func checkErasures(_ machine: Machine, _ log: StoreLog) throws {
    guard report.erasures > 0 else { return }
    let erased = try erasedSubjects(in: log)
    guard !erased.isEmpty else { return }
    let keyring = machine.store.keyring
    let done = try erased.filter { try keyring.isErased($0) }
    for scope in try machine.store.knownScopes() {
      try machine.store.forEachRow(in: scope) { state in
        for head in state.heads {
          guard let sealed = head.value.sealed, done.contains(sealed.subject) else { continue }
          let opened = try machine.store.open(
            head.value, table: state.table, row: state.row, field: head.field)
          guard case .value = opened else { continue }
          throw Violation(
            .erasure, "\(machine.label) reads a value of \(sealed.subject.rawValue), who was erased"
          )
        }
      }
    }
    guard machine !== centre, !copiedReplicas.contains(machine.replica) else { return }
    for erasure in try centre.store.erasures() where erasure.confirmed[machine.replica] != nil {
      try Violation.unless(
        try keyring.isErased(erasure.subject), .erasure,
        "\(machine.label) has told that it erased \(erasure.subject.rawValue), and has not")
    }
  }

  /// 12, at the end: whose log has an erasure has destroyed the keys.
  func checkErasuresDone(_ machine: Machine, _ log: StoreLog) throws {
    guard report.erasures > 0 else { return }
    for subject in try erasedSubjects(in: log).sorted() {
      try Violation.unless(
        try machine.store.keyring.isErased(subject), .erasure,
        "\(machine.label) has the erasure of \(subject.rawValue), and its keys")
    }
  }
}
