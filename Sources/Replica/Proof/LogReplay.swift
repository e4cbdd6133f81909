import SQLite
import SyncProtocol

/// A row of a scope's table: where one row id is named in two tables or two scopes, these are two
/// rows.
struct RowName: Hashable, Comparable {
  var table: TableID
  var row: RowID

  static func < (left: RowName, right: RowName) -> Bool {
    left.table != right.table ? left.table < right.table : left.row < right.row
  }
}

extension Store {
  /// The rows that the log and the outbox of a scope add up to, merged in memory by the protocol's
  /// rule. Where the log begins at a base, only what was written above it.
  func replayedRows(of scope: ScopeID) throws -> [RowName: RowState] {
    var states: [RowName: RowState] = [:]
    var marks = try baseMarks(of: scope)
    // Below a base stand erasures too, of which only the marks are left here.
    var erased = try base(of: scope) == nil ? [] : erasedSubjects(in: scope)
    func merge(_ operation: Operation) throws {
      if let subject = operation.erasedSubject, try isCentre(operation.dot.replica) {
        erased.insert(subject)
      }
      let origin = operation.dot.origin
      guard operation.dot.counter > marks[origin] ?? 0 else { return }
      marks[origin] = operation.dot.counter
      marks.merge(try answeredMarks(of: CollectionOfOne(operation)), uniquingKeysWith: max)
      states[
        RowName(table: operation.table, row: operation.row),
        default: RowState(table: operation.table, row: operation.row)
      ].merge(operation)
    }
    for batch in try mergedBatches(of: scope, after: 0) {
      for operation in try batch.operations(primitives: primitives) { try merge(operation) }
    }
    for operation in try outboxOperations(in: scope) { try merge(operation) }
    if !erased.isEmpty {
      for name in states.keys { states[name]?.erase(erased) }
    }
    return states
  }

  /// The merged batches of a scope without an arrival number, or with a greater one, each after its
  /// predecessor and dependencies: a held batch stands in the log before what it waited for. At the
  /// centre arrival numbers tell the order; of what hangs on a lost batch nothing else does.
  func mergedBatches(of scope: ScopeID, after arrival: UInt64) throws -> [Batch] {
    Self.inCausalOrder(
      try batches(
        """
        SELECT encoded FROM batch WHERE scope = ? AND \(LogCondition.merged)
          AND (arrival IS NULL OR arrival > ?)
        ORDER BY \(identity.role == .centre ? "arrival, " : "")position
        """, .integer(scope.rawValue), .integer(Int64(arrival))
      ))
  }

  /// Orders batches; what is not among them counts as applied.
  private static func inCausalOrder(_ batches: [Batch]) -> [Batch] {
    var remaining = Set(batches.map(\.hash))
    var waiting = batches
    var ordered: [Batch] = []
    while !waiting.isEmpty {
      var still: [Batch] = []
      for batch in waiting {
        let waits =
          remaining.contains(batch.header.predecessor)
          || batch.header.dependencies.contains { remaining.contains($0.hash) }
        if waits {
          still.append(batch)
        } else {
          ordered.append(batch)
          remaining.remove(batch.hash)
        }
      }
      // Hashes cannot form a circle; bytes that were damaged in the store might.
      guard still.count < waiting.count else { return ordered + still }
      waiting = still
    }
    return ordered
  }

  /// Every row of a scope by name, without reading its state.
  func rowKeys(in scope: ScopeID) throws -> [RowName] {
    var keys: [RowName] = []
    for table in try rows.tablesWithRows(in: scope) {
      guard let name = schema[table]?.name else { continue }
      keys += try connection.rows(
        "SELECT rid FROM \"\(name)\" WHERE scope = ?", .integer(scope.rawValue)
      ) { RowID(rawValue: try $0.integer(at: 0)) }.compactMap { $0 }
        .map { RowName(table: table, row: $0) }
    }
    keys += try connection.rows(
      """
      SELECT table_id, rid FROM unknown_row WHERE scope = ?1
      UNION ALL SELECT table_id, rid FROM misplaced_row WHERE scope = ?1
      """, .integer(scope.rawValue)
    ) {
      (
        table: TableID(rawValue: UInt16(truncatingIfNeeded: try $0.integer(at: 0))),
        row: RowID(rawValue: try $0.integer(at: 1))
      )
    }.compactMap { entry in entry.row.map { RowName(table: entry.table, row: $0) } }
    return keys.sorted()
  }

  /// The leaf of a row.
  func leaf(of name: RowName) -> UInt8 {
    StateDigest.leaf(of: name.table, name.row, primitives: primitives)
  }

  /// The leaf of a row.
  func leaf(of state: RowState) -> UInt8 { leaf(of: RowName(table: state.table, row: state.row)) }
}
