import SQLite
import SyncProtocol
import Synchronization

/// Different fields of one row that several laptops wrote without seeing each other: both stand,
/// and nothing is to be decided.
package struct ParallelEdit: Sendable, Equatable {
  /// The table.
  package var table: TableID
  /// The row.
  package var row: RowID
  /// Its scope.
  package var scope: ScopeID
  /// What was written, by field.
  package var writes: [ConflictValue]
}

/// The edits that batches brought: decoded once, since a batch that is in the log never changes.
///
/// For whoever asks again and again. Held in memory, some 150 bytes an edit and 32 a batch without any.
package final class BatchEdits: Sendable {
  /// One value that an operation wrote to a row that stood before.
  fileprivate struct Edit {
    var table: TableID
    var row: ScopedRow
    var candidate: Candidate
  }

  /// Edits and batches that are kept; once there are more, all are forgotten.
  private static let maximumCount = 400_000

  private struct Known {
    var edits: [Int64: [Edit]] = [:]
    var count = 0
  }

  private let known = Mutex(Known())

  /// Nothing is known.
  package init() {}

  /// The edits of the batch at a position, as `read` finds them or found them before.
  fileprivate func edits(at position: Int64, _ read: () throws -> [Edit]) throws -> [Edit] {
    if let edits = known.withLock({ $0.edits[position] }) { return edits }
    let edits = try read()
    known.withLock { known in
      if known.count + edits.count >= Self.maximumCount { known = Known() }
      known.edits[position] = edits
      known.count += 1 + edits.count
    }
    return edits
  }
}

/// A write that may run beside another.
private struct Candidate {
  var field: FieldID
  var dot: Dot
  var time: Timestamp
  var value: Value
  var author: RowID?
  var received: Timestamp
  var sequence: UInt64
  var dependencies: [Batch.Tip]

  /// True when neither can have seen the other: each was written before the other's batch had come
  /// here, and neither batch depends on the other.
  func runsBeside(_ other: Candidate) -> Bool {
    dot.replica != other.dot.replica && field != other.field && time < other.received
      && other.time < received && !hasSeen(other) && !other.hasSeen(self)
  }

  private func hasSeen(_ other: Candidate) -> Bool {
    dependencies.contains { $0.replica == other.dot.replica && $0.sequence >= other.sequence }
  }
}

/// A row as one scope's batches name it.
private struct ScopedRow: Hashable, Comparable {
  var row: RowID
  var scope: ScopeID

  static func < (left: ScopedRow, right: ScopedRow) -> Bool {
    left.row != right.row ? left.row < right.row : left.scope < right.scope
  }
}

extension Store {
  /// Writes of one row that are looked at; older ones of a busy row are left out.
  private static let writesPerRow = 64

  /// Parallel edits among the batches that came since a moment, by row.
  ///
  /// Writes that were replaced since are left out. A laptop judges by when batches came to it,
  /// which is later than they came to the centre, and so may list what the centre does not.
  ///
  /// - Parameter edits: of this store alone.
  package func parallelEdits(
    since: Timestamp, from edits: BatchEdits = BatchEdits()
  ) throws -> [ParallelEdit] {
    var byRow: [ScopedRow: (table: TableID, writes: [Candidate])] = [:]
    let batches = try connection.rows(
      "SELECT position, received FROM batch WHERE received >= ? AND \(LogCondition.merged) ORDER BY position",
      .integer(since.rawValue)
    ) { (position: try $0.integer(at: 0), received: Timestamp(rawValue: try $0.integer(at: 1))) }
    for batch in batches {
      let found = try edits.edits(at: batch.position) {
        try readEdits(batch.position, batch.received)
      }
      for edit in found {
        byRow[edit.row, default: (edit.table, [])].writes.append(edit.candidate)
      }
    }
    return try byRow.sorted { $0.key < $1.key }.compactMap { key, found in
      let row = key.row
      guard Set(found.writes.map(\.dot.replica)).count > 1,
        let (state, scope) = try rowWithScope(found.table, row), scope == key.scope,
        state.deletion != .deleted
      else { return nil }
      let shown = found.writes.filter { state.shown($0.field)?.dot == $0.dot }
        .suffix(Self.writesPerRow)
      let parallel = shown.filter { write in shown.contains { write.runsBeside($0) } }
      guard !parallel.isEmpty else { return nil }
      return ParallelEdit(
        table: found.table, row: row, scope: scope,
        writes: try parallel.sorted { $0.field < $1.field }.map {
          ConflictValue(
            field: $0.field, dot: $0.dot, time: $0.time,
            value: try readable($0.value, table: found.table, row: row, field: $0.field),
            author: $0.author,
            isShown: true, doubt: nil)
        })
    }
  }

  /// The edits of a batch: writes to fields with one value, of rows that stood before.
  private func readEdits(
    _ position: Int64, _ received: Timestamp
  ) throws -> [BatchEdits.Edit] {
    let encoded = try connection.row(
      "SELECT encoded FROM batch WHERE position = ?", .integer(position)
    ) { try $0.bytes(at: 0) }
    guard let encoded else { return [] }
    let batch = try Batch(decoding: encoded, primitives: primitives)
    var edits: [BatchEdits.Edit] = []
    for operation in try batch.operations(primitives: primitives) where !operation.isCreate {
      for write in operation.writes where write.field.kind?.hasColumn ?? false {
        guard let value = write.value else { continue }
        edits.append(
          BatchEdits.Edit(
            table: operation.table,
            row: ScopedRow(row: operation.row, scope: batch.header.scope),
            candidate: Candidate(
              field: write.field, dot: operation.dot, time: operation.time, value: value,
              author: operation.author, received: received, sequence: batch.header.sequence,
              dependencies: batch.header.dependencies)))
      }
    }
    return edits
  }
}
