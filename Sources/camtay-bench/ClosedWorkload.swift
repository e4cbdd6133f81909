import Replica
import SyncProtocol

/// The batches of a workload as their authors would have closed them, each depending on what it
/// names.
struct ClosedWorkload {
  /// A batch as it travels.
  struct Closed {
    let encoded: [UInt8]
    let operationCount: Int
    /// True when the batch creates nothing.
    let isEditsOnly: Bool
  }

  private(set) var batches: [Closed] = []

  init(_ workload: Workload, _ identities: Identities) throws {
    let replicas = identities.laptops.map(\.replica)
    var tips: [ReplicaID: Batch.Tip] = [:]
    for operations in workload.batches {
      guard let replica = operations.first?.dot.replica,
        let author = replicas.firstIndex(of: replica)
      else { preconditionFailure("the workload's authors are enrolled") }
      let named = operations.namedReplicas.filter { $0 != replica }
      let closed = try Batch.close(
        operations,
        in: Batch.Context(
          scope: .everyone, sequence: (tips[replica]?.sequence ?? 0) + 1,
          predecessor: tips[replica]?.hash ?? .zero, dependencies: named.compactMap { tips[$0] },
          schemaVersion: 1, grant: 0, wall: operations.last?.time ?? Timestamp(rawValue: 0),
          offsetMilliseconds: 0),
        signer: identities.laptops[author], primitives: .standard)
      tips[replica] = closed.tip
      batches.append(
        Closed(
          encoded: closed.encoded, operationCount: operations.count,
          isEditsOnly: operations.allSatisfy { !$0.isCreate }))
    }
  }

  /// Bytes an operation over all batches, or over those that only edit.
  func bytesPerOperation(editsOnly: Bool) -> Double {
    let counted = batches.filter { $0.isEditsOnly || !editsOnly }
    let operations = counted.reduce(0) { $0 + $1.operationCount }
    let bytes = counted.reduce(0) { $0 + $1.encoded.count }
    return operations == 0 ? 0 : Double(bytes) / Double(operations)
  }
}
