import SQLite
import SyncProtocol

/// Marks that rise because of what the centre has written.
///
/// What it writes because of an operation stands in the place of that one. Where that was never
/// merged, because its batch was declared lost, a copy's closing of it may still come: merged on top,
/// it would stand beside what was written in its place; so it lies at or below the mark.
extension Store {
  /// The greatest counter, by session, that operations of the centre are because of.
  func answeredMarks(of operations: some Sequence<Operation>) throws -> [Origin: UInt32] {
    var marks: [Origin: UInt32] = [:]
    for operation in operations {
      guard let answered = operation.because, try isCentre(operation.dot.replica) else { continue }
      marks[answered.origin] = max(marks[answered.origin] ?? 0, answered.counter)
    }
    return marks
  }

  /// The same of batches.
  func answeredMarks(ofBatches batches: some Sequence<Batch>) throws -> [Origin: UInt32] {
    var marks: [Origin: UInt32] = [:]
    for batch in batches where try isCentre(batch.header.replica) {
      marks.merge(
        try answeredMarks(of: batch.operations(primitives: primitives)), uniquingKeysWith: max)
    }
    return marks
  }

  /// The same of the batches that a condition on the log names.
  func answeredMarks(
    where condition: String, _ bindings: [SQLValue]
  ) throws -> [Origin: UInt32] {
    // Authority comes from the certificate, but the centre's numbers lie below all laptops'.
    let numbered = "replica < \(ReplicaID.firstLaptop)"
    return try answeredMarks(
      ofBatches: connection.rows(
        "SELECT encoded FROM batch WHERE \(condition) AND \(numbered)", bindings: bindings
      ) { try Batch(decoding: try $0.bytes(at: 0), primitives: primitives) })
  }
}
