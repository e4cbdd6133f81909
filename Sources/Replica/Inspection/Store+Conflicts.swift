import SQLite
import SyncProtocol

/// Something that several people wrote without seeing each other, and that nobody has decided.
package struct Conflict: Sendable, Equatable {
  /// What is to be decided.
  package enum Kind: Sendable, Hashable {
    /// A field has several values.
    case values
    /// A row was deleted by somebody, and written by somebody else who had not seen that.
    case deletedAndEdited
    /// A row was voided by somebody, and edited or added to by somebody else who had not seen that.
    case voidedAndEdited
  }

  /// What is to be decided.
  package var kind: Kind
  /// The table.
  package var table: TableID
  /// The row.
  package var row: RowID
  /// Its scope.
  package var scope: ScopeID
  /// The field; the set of deletes for a row that was deleted and edited.
  package var field: FieldID
  /// All values: the shown one first, then by time from late to early. For a row that was deleted
  /// or voided and edited: the deletes or the void, then what was written beside.
  package var values: [ConflictValue]

  /// True when the time of one of the writes cannot be right.
  package var hasDoubtfulTime: Bool { values.contains { $0.doubt?.isCertain ?? false } }
}

/// One of the values of a conflict.
package struct ConflictValue: Sendable, Equatable {
  /// The field that was written.
  package var field: FieldID
  /// The write; its replica is the laptop.
  package var dot: Dot
  /// When it was written, by its author's clock as far as that was known.
  package var time: Timestamp
  /// The value, opened; sealed or erased where it cannot be read. Of a delete the list of what its
  /// author saw.
  package var value: Value
  /// Who wrote it; nil when the log no longer has the write, or the program itself wrote it.
  package var author: RowID?
  /// True for the one that is shown until somebody decides.
  package var isShown: Bool
  /// Why its time is to be doubted; nil when nothing speaks against it.
  package var doubt: TimeDoubt?
  /// A record that was added beside a void, instead of a value.
  package var added: AddedRecord?
}

/// What is to be decided, without its values.
package struct ConflictPlace: Sendable, Hashable {
  /// The table.
  package var table: TableID
  /// The row.
  package var row: RowID
  /// The field; the set of deletes for a row that was deleted and edited.
  package var field: FieldID
}

/// A page of conflicts and how many there are.
package struct ConflictPage: Sendable, Equatable {
  /// Those with a time that cannot be right first, then by row and field.
  package var conflicts: [Conflict]
  /// How many there are in all.
  package var total: Int
}

/// A conflict before the log was asked who wrote its values: what lists filter and page by, so that
/// only what is shown costs the log.
package struct ConflictOutline: Sendable {
  let found: FoundConflict
  /// What is to be decided.
  package var kind: Conflict.Kind { found.kind }
  /// The table.
  package var table: TableID { found.state.table }
  /// The row.
  package var row: RowID { found.state.row }
  /// Its scope.
  package var scope: ScopeID { found.scope }
  /// The field; the set of deletes for a row that was deleted and edited.
  package var field: FieldID { found.field }
  /// The writes that stand beside each other.
  package var dots: [Dot] { found.heads.map(\.dot) + found.added.compactMap(\.dot) }
  /// True when the time of one of the writes cannot be right.
  package let hasDoubtfulTime: Bool
}

/// A conflict before the log was asked who wrote its values.
struct FoundConflict {
  var kind: Conflict.Kind
  var state: RowState
  var scope: ScopeID
  var field: FieldID
  /// In the order in which they are listed.
  var heads: [Head]
  /// Records that were added beside a void.
  var added: [AddedRecord] = []
}

extension Store {
  /// The conflicts of a scope or of all scopes. Concurrent writes of equal values are none.
  package func conflicts(in scope: ScopeID? = nil, limit: Int = .max) throws -> [Conflict] {
    try conflictPage(in: scope, limit: limit).conflicts
  }

  /// How many conflicts there are; the log is not read.
  package func conflictCount() throws -> Int { try foundConflicts(in: nil, of: nil).count }

  /// Where there are conflicts; the log is not read.
  package func conflictPlaces() throws -> Set<ConflictPlace> {
    Set(
      try foundConflicts(in: nil, of: nil).map {
        ConflictPlace(table: $0.state.table, row: $0.state.row, field: $0.field)
      })
  }

  /// A page of conflicts. The log is read for those of the page alone, each batch once.
  ///
  /// - Parameter row: only those of this row.
  package func conflictPage(
    in scope: ScopeID? = nil, of row: RowID? = nil, limit: Int = .max, offset: Int = 0
  ) throws -> ConflictPage {
    let index = LogIndex(self)
    let all = try outlines(in: scope, of: row, index)
    let page = all.dropFirst(max(0, offset)).prefix(max(0, limit))
    return ConflictPage(conflicts: try describe(page.map(\.found), index), total: all.count)
  }

  /// All conflicts in the order of `conflictPage`, without who wrote what.
  package func conflictOutlines() throws -> [ConflictOutline] {
    try outlines(in: nil, of: nil, LogIndex(self))
  }

  /// Those conflicts with who wrote what; the log is read for them alone, each batch once.
  package func conflicts(_ outlines: [ConflictOutline]) throws -> [Conflict] {
    try describe(outlines.map(\.found), LogIndex(self))
  }

  private func outlines(
    in scope: ScopeID?, of row: RowID?, _ index: LogIndex
  ) throws -> [ConflictOutline] {
    let outlines = try foundConflicts(in: scope, of: row).map { found in
      ConflictOutline(
        found: found,
        hasDoubtfulTime: try found.heads.contains {
          try index.doubt(of: $0.time, of: $0.dot, in: found.scope)?.isCertain ?? false
        })
    }
    return outlines.filter(\.hasDoubtfulTime) + outlines.filter { !$0.hasDoubtfulTime }
  }

  private func describe(_ page: [FoundConflict], _ index: LogIndex) throws -> [Conflict] {
    var dots: [ScopeID: [Dot]] = [:]
    for found in page {
      dots[found.scope, default: []] += found.heads.map(\.dot) + found.added.compactMap(\.dot)
    }
    var operations: [Dot: Operation] = [:]
    for (scope, wanted) in dots.sorted(by: { $0.key < $1.key }) {
      operations.merge(try index.operations(wanted, in: scope)) { first, _ in first }
    }
    return try page.map { found in
      Conflict(
        kind: found.kind, table: found.state.table, row: found.state.row, scope: found.scope,
        field: found.field,
        values: try found.heads.map { head in
          ConflictValue(
            field: head.field, dot: head.dot, time: head.time, value: head.value,
            author: operations[head.dot]?.author,
            isShown: head.field != .deletes && found.state.shown(head.field)?.dot == head.dot,
            doubt: try index.doubt(of: head.time, of: head.dot, in: found.scope))
        }
          + found.added.compactMap { added in
            added.dot.map {
              ConflictValue(
                field: found.field, dot: $0, time: added.time, value: .unset,
                author: operations[$0]?.author, isShown: false, doubt: nil, added: added)
            }
          })
    }
  }

  private func foundConflicts(in scope: ScopeID?, of row: RowID?) throws -> [FoundConflict] {
    var found: [FoundConflict] = []
    for (table, row) in try conflictCandidates(in: scope, of: row) {
      guard let stored = try rows.load(table, row) else { continue }
      // Equal texts have unequal sealed forms; where all can be read, the texts decide.
      let state = try opened(stored.state)
      let deletion = state.deletion
      // What was moved away is decided at its copy.
      guard deletion != .deleted, !state.isMovedAway else { continue }
      let fields = Set(state.heads.map(\.field))
        .filter { $0 != .void && $0.kind?.hasColumn ?? false }.sorted()
      for field in fields where stored.state.isInConflict(field) && state.isInConflict(field) {
        found.append(
          FoundConflict(
            kind: .values, state: state, scope: stored.scope, field: field,
            heads: state.heads(of: field).sorted { $0.isShownBefore($1) }))
      }
      if deletion == .contested {
        found.append(
          FoundConflict(
            kind: .deletedAndEdited, state: state, scope: stored.scope, field: .deletes,
            heads: state.heads(of: .deletes).sorted { $0.isShownBefore($1) }
              + state.unlistedHeads.sorted { $0.isShownBefore($1) }))
      }
    }
    return found + (try voidedBeside(in: scope, of: row, LogIndex(self)))
  }

  /// Rows that may be in conflict, ascending by row and table: those with a value that lost to a
  /// shown one, and visible ones with a delete in force.
  private func conflictCandidates(
    in scope: ScopeID?, of row: RowID?
  ) throws -> [(TableID, RowID)] {
    let filters =
      (scope == nil ? "" : " AND head.scope = ?1") + (row == nil ? "" : " AND head.row = ?2")
    let bindings: [SQLValue] = [SQLValue(scope?.rawValue), SQLValue(row?.rawValue)]
    var candidates: Set<RowPlace> = []
    for (table, row) in try rows.rowsWithHiddenHeads(in: scope, of: row) {
      candidates.insert(RowPlace(row: row, table: table))
    }
    func gather(_ sql: String) throws {
      let rows = try connection.withStatement(sql + filters) { statement in
        for (index, value) in bindings.enumerated() where index < statement.parameterCount {
          try statement.bind(value, at: index + 1)
        }
        var rows: [RowPlace] = []
        while try statement.step() {
          guard let row = RowID(rawValue: try statement.integer(at: 0)) else { continue }
          let table = UInt16(truncatingIfNeeded: try statement.integer(at: 1))
          rows.append(RowPlace(row: row, table: TableID(rawValue: table)))
        }
        return rows
      }
      candidates.formUnion(rows)
    }
    for table in schema.tables {
      try gather(
        """
        SELECT DISTINCT head.row, head.table_id FROM head JOIN "\(table.name)" AS shown
        ON shown.rid = head.row
        WHERE head.field = 3 AND head.table_id = \(table.id.rawValue) AND shown.hidden IS NULL
        """)
    }
    return candidates.sorted().map { ($0.table, $0.row) }
  }

  /// The merged state of a row; nil when the store does not have it.
  package func row(_ table: TableID, _ row: RowID) throws -> RowState? {
    try rows.load(table, row)?.state
  }

  /// The merged state of a row with its scope; nil when the store does not have it.
  package func rowWithScope(_ table: TableID, _ row: RowID) throws -> (RowState, ScopeID)? {
    try rows.load(table, row).map { ($0.state, $0.scope) }
  }

  /// The operation of a dot, from the outbox or the log; nil when neither has it any more.
  package func operation(_ dot: Dot, in scope: ScopeID) throws -> Operation? {
    try LogIndex(self).operations([dot], in: scope)[dot]
  }

  func outboxOperations(in scope: ScopeID) throws -> [Operation] {
    try connection.rows(
      "SELECT origin, operation FROM outbox WHERE scope = ? ORDER BY position",
      .integer(scope.rawValue)
    ) { statement in
      guard let origin = Origin(rawValue: try statement.integer(at: 0)) else {
        throw ProtocolError.malformed(.numberOutOfRange)
      }
      return try BatchBody.decode(try statement.bytes(at: 1), origin: origin)
    }.flatMap { $0 }
  }
}

private struct RowPlace: Hashable, Comparable {
  var row: RowID
  var table: TableID

  static func < (left: RowPlace, right: RowPlace) -> Bool {
    left.row != right.row ? left.row < right.row : left.table < right.table
  }
}

extension RowState {
  /// The heads that no delete in force lists: what was written by people who did not see it.
  package var unlistedHeads: [Head] {
    var listed: Set<Dot> = []
    for delete in heads(of: .deletes) { listed.formUnion(DotList.decode(delete.value)) }
    return heads.filter {
      $0.field != .deletes && $0.field != .void && !listed.contains($0.dot)
    }
  }
}
