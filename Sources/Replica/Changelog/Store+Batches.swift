import SQLite
import SyncProtocol

/// Batches of the log, read whole.
extension Store {
  /// The batches that a `SELECT encoded FROM batch …` finds, in its order.
  func batches(_ sql: String, _ bindings: SQLValue...) throws -> [Batch] {
    try connection.rows(sql, bindings: bindings) {
      try Batch(decoding: try $0.bytes(at: 0), primitives: primitives)
    }
  }

  /// A batch that is here, merged or not; nil when it is not.
  func batch(_ hash: ContentHash) throws -> Batch? {
    try batches("SELECT encoded FROM batch WHERE hash = ?", .blob(hash.bytes)).first
  }

  /// What has become of a batch here.
  func setState(_ state: Receipt.State, of batch: ContentHash) throws {
    try connection.execute(
      "UPDATE batch SET state = ? WHERE hash = ?", .integer(Int64(state.rawValue)),
      .blob(batch.bytes))
  }

  /// Takes a batch out of the log.
  func removeFromLog(_ batch: ContentHash) throws {
    try connection.execute("DELETE FROM batch WHERE hash = ?", .blob(batch.bytes))
  }
}

extension Batch.Header {
  /// The batch before it in its chain; nil for a chain's first.
  var predecessorTip: Batch.Tip? {
    guard sequence > 1 else { return nil }
    return Batch.Tip(replica: replica, sequence: sequence - 1, hash: predecessor)
  }

  /// All that it stands upon: what must be merged before it, or be declared lost.
  var needed: [Batch.Tip] { (predecessorTip.map { [$0] } ?? []) + dependencies }
}
