import SQLite
import SyncProtocol

/// At the centre: writes that were replaced before they came.
///
/// Behind a batch that was declared lost, others are merged that replace what it wrote. A copied
/// store may have closed the same operations into another batch: merged after those, its writes would
/// stand beside what has replaced them, and merged before them they do not. The centre withdraws them,
/// so that the order of arrival decides nothing.
extension Store {
  static let replacedEarlyMigration = Migration(
    identifier: "0017 writes that were replaced before they came",
    sql: """
      -- At the centre: writes that a merged one names, and that were not merged before it.
      CREATE TABLE replaced_early (
        scope INTEGER NOT NULL,
        dot INTEGER NOT NULL,
        table_id INTEGER NOT NULL,
        row INTEGER NOT NULL,
        field INTEGER NOT NULL,
        PRIMARY KEY (scope, dot, field, row, table_id)
      ) STRICT, WITHOUT ROWID;
      """)

  /// Remembers what operations replace that has not come. Only in a scope with a lost batch can that
  /// be: elsewhere what a batch names is merged before it.
  func noteReplacedEarly(by operations: [Operation], in scope: ScopeID) throws {
    guard identity.role == .centre,
      try connection.integer(
        "SELECT EXISTS (SELECT 1 FROM lost_batch WHERE scope = ?)", .integer(scope.rawValue)) == 1
    else { return }
    for operation in operations {
      for write in operation.writes {
        for dot in write.previous
        where try dot.counter > frontier.mark(scope, dot.origin) {
          try connection.execute(
            """
            INSERT OR IGNORE INTO replaced_early (scope, dot, table_id, row, field)
            VALUES (?, ?, ?, ?, ?)
            """, .integer(scope.rawValue), .integer(dot.rawValue),
            .integer(Int64(operation.table.rawValue)), .integer(operation.row.rawValue),
            .integer(Int64(write.field.rawValue)))
        }
      }
    }
  }

  /// Withdraws what a batch that was just judged has brought and what was replaced before.
  func withdrawReplacedEarly(_ batch: Batch, clock: ClockReading) throws {
    let header = batch.header
    let scope = header.scope
    let ofBatch = "scope = ? AND dot >> 19 = ? AND dot & 524287 BETWEEN ? AND ?"
    let bindings: [SQLValue] = [
      .integer(scope.rawValue), .integer(header.origin.rawValue),
      .integer(Int64(header.counters.lowerBound)), .integer(Int64(header.counters.upperBound)),
    ]
    let replaced = try connection.rows(
      "SELECT dot, field FROM replaced_early WHERE \(ofBatch) ORDER BY dot, field",
      bindings: bindings
    ) { (dot: try $0.integer(at: 0), field: try $0.integer(at: 1)) }
    guard !replaced.isEmpty else { return }
    counter.startFreshSessionIfNearlyFull()
    let act = Act(store: self, author: nil, now: try correctedNow(clock).time)
    for operation in try batch.operations(primitives: primitives) {
      let fields = replaced.filter { $0.dot == operation.dot.rawValue }.map(\.field)
      guard !fields.isEmpty else { continue }
      let heads = try rows.load(operation.table, operation.row, in: scope)?.state.heads ?? []
      let standing = heads.filter {
        $0.dot == operation.dot && fields.contains(Int64($0.field.rawValue))
      }
      guard !standing.isEmpty else { continue }
      _ = try act.restate(
        standing.map { FieldWrite($0.field, nil, replacing: [$0.dot]) }, of: operation.row,
        in: operation.table, scope: scope, time: operation.time, author: operation.author,
        because: operation.dot)
    }
    try log(inParts: act.operations, clock: clock)
    try connection.execute("DELETE FROM replaced_early WHERE \(ofBatch)", bindings: bindings)
  }
}
