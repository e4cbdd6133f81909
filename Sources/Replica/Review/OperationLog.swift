import SQLite
import SyncProtocol

/// Finds operations by their dots while the centre judges, those of lost batches that came too late
/// among them; keeps the batches it has read.
final class OperationLog {
  /// Batches kept in memory: an honest chain of edits touches few.
  private static let batchCount = 64

  private let store: Store
  private let scope: ScopeID
  private var batches: [Int64: [Dot: Operation]] = [:]
  private var own: [Dot: Operation] = [:]
  private var isCentre: [ReplicaID: Bool] = [:]

  init(_ store: Store, scope: ScopeID) {
    self.store = store
    self.scope = scope
  }

  /// Remembers an operation that is merged and in no batch yet.
  func note(_ operation: Operation) { own[operation.dot] = operation }

  /// The operation; nil when it is not in the log.
  func operation(_ dot: Dot) throws -> Operation? {
    if let operation = own[dot] { return operation }
    let positions = try store.connection.rows(
      """
      SELECT position FROM batch WHERE scope = ?1 AND replica = ?2 AND session = ?3
        AND last_counter >= ?4 AND first_counter <= ?4 AND state IN (1, 7)
      """,
      .integer(scope.rawValue), .integer(Int64(dot.replica.rawValue)),
      .integer(Int64(dot.session)), .integer(Int64(dot.counter))
    ) { try $0.integer(at: 0) }
    for position in positions {
      if let operation = try operations(at: position)[dot] { return operation }
    }
    return nil
  }

  private func operations(at position: Int64) throws -> [Dot: Operation] {
    if let known = batches[position] { return known }
    let encoded = try store.connection.row(
      "SELECT encoded FROM batch WHERE position = ?", .integer(position)
    ) { try $0.bytes(at: 0) }
    let batch = try Batch(decoding: encoded ?? [], primitives: store.primitives)
    let operations = try batch.operations(primitives: store.primitives)
    if batches.count >= Self.batchCount { batches.removeAll() }
    let byDot = Dictionary(operations.map { ($0.dot, $0) }) { first, _ in first }
    batches[position] = byDot
    return byDot
  }

  /// Whether a life of the centre wrote this dot.
  func isCentre(_ dot: Dot) throws -> Bool {
    if let known = isCentre[dot.replica] { return known }
    let answer = try store.isCentre(dot.replica)
    isCentre[dot.replica] = answer
    return answer
  }
}
