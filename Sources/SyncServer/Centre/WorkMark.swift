import FieldWork
import SQLite

/// How far the log of the centre has come; two equal marks mean that nothing was recorded, merged or
/// held between, here or by another process.
struct WorkMark: Hashable, Sendable {
  /// Grows with every merged batch.
  let arrivals: Int64
  /// The last batch that came, merged or not.
  let lastBatch: Int64
  /// The last own operation that no batch holds yet.
  let lastOwn: Int64

  /// The mark of this moment.
  init(_ reader: RecordReader) throws {
    let numbers = try reader.connection.row(
      """
      SELECT (SELECT coalesce(sum(arrival), 0) FROM scope_state),
        (SELECT coalesce(max(position), 0) FROM batch),
        (SELECT coalesce(max(position), 0) FROM outbox)
      """
    ) { row in (try row.integer(at: 0), try row.integer(at: 1), try row.integer(at: 2)) }
    (arrivals, lastBatch, lastOwn) = numbers ?? (0, 0, 0)
  }
}
