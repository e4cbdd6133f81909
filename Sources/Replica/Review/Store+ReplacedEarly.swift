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

  /// Withdraws what a batch that was just judged has brought and what was replaced before, then
  /// settles its fields: where that which replaced it was disapproved, it stands again.
  func withdrawReplacedEarly(_ batch: Batch, clock: ClockReading) throws {
    let scope = batch.header.scope
    guard let dots = batch.header.dots else { return }
    let range: [SQLValue] = [
      .integer(scope.rawValue), .integer(dots.lowerBound.rawValue),
      .integer(dots.upperBound.rawValue),
    ]
    let replaced = Set(
      try connection.rows(
        """
        SELECT dot, table_id, row, field FROM replaced_early
        WHERE scope = ? AND dot BETWEEN ? AND ?
        """, bindings: range
      ) { row in try (0..<4).map { try row.integer(at: $0) } })
    guard !replaced.isEmpty else { return }
    counter.startFreshSessionIfNearlyFull()
    let act = Act(store: self, author: nil, now: try correctedNow(clock).time)
    let settlement = Settlement(self, scope: scope, act: act)
    for operation in try batch.operations(primitives: primitives) {
      let written = try rows.load(operation.table, operation.row, in: scope)?.state.heads.filter {
        $0.dot == operation.dot
      }
      let standing = (written ?? []).filter { head in
        replaced.contains([
          head.dot.rawValue, Int64(operation.table.rawValue), operation.row.rawValue,
          Int64(head.field.rawValue),
        ])
      }
      if !standing.isEmpty { try settlement.withdraw(standing, of: operation) }
    }
    try log(inParts: act.operations, clock: clock)
    try connection.execute(
      "DELETE FROM replaced_early WHERE scope = ? AND dot BETWEEN ? AND ?", bindings: range)
  }
}

extension Settlement {
  /// Takes heads of an operation away, each named by a write without a value, and settles what it
  /// wrote.
  fileprivate func withdraw(_ heads: [Head], of operation: Operation) throws {
    let withdrawal = try act.restate(
      heads.map { FieldWrite($0.field, nil, replacing: [$0.dot]) }, of: operation.row,
      in: operation.table, scope: scope, time: operation.time, author: operation.author,
      because: operation.dot)
    log.note(withdrawal)
    try settle(operation)
  }
}

extension Batch.Header {
  /// The first and the last dot of a batch.
  var dots: ClosedRange<Dot>? {
    guard
      let first = Dot(
        replica: replica, session: origin.session, counter: counters.lowerBound),
      let last = Dot(replica: replica, session: origin.session, counter: counters.upperBound)
    else { return nil }
    return first...last
  }
}
