import SQLite
import SyncProtocol

/// A record that somebody added under one that was voided meanwhile: an assist of a visit.
package struct AddedRecord: Sendable, Hashable {
  /// Its table.
  package var table: TableID
  /// The row, whose number is that of its creation.
  package var row: RowID
  /// When it was made.
  package var time: Timestamp

  /// Its creation.
  package var dot: Dot? { Dot(rawValue: row.rawValue) }
}

/// A record that one person voided while another, who had not seen that, edited it or added to it.
///
/// A void is a register of its own, so the merge sees two fields and no conflict. Nor do the writes
/// name each other. What is known is when each reached this replica: whoever wrote before the other's
/// write had come here, by the clock as far as it was known, had not seen it, unless it came by a
/// stick. So a little more may be listed than is so, and nothing less.
struct VoidedBeside {
  private let index: LogIndex
  private let void: Head
  /// When the void came here; nil while it is this replica's own and not sent.
  private let received: Timestamp?

  /// Nil where the log no longer has the void: then everybody has seen it.
  init?(_ index: LogIndex, _ void: Head, in scope: ScopeID) throws {
    guard let moment = try Self.moment(of: void.dot, index, in: scope) else { return nil }
    (self.index, self.void) = (index, void)
    received = moment.received
  }

  /// Whether a write was made without having seen the void, and the void without having seen it.
  func runsBeside(_ dot: Dot, _ time: Timestamp, in scope: ScopeID) throws -> Bool {
    guard dot.replica != void.dot.replica, dot.replica.rawValue >= ReplicaID.firstLaptop,
      let other = try Self.moment(of: dot, index, in: scope)
    else { return false }
    // A clock that ran ahead wrote no later than the write arrived.
    let (written, voided) = (
      min(time, other.received ?? time), min(void.time, received ?? void.time)
    )
    return (received.map { written < $0 } ?? true) && (other.received.map { voided < $0 } ?? true)
  }

  /// When a write came here; nil where the log no longer has it.
  private static func moment(
    of dot: Dot, _ index: LogIndex, in scope: ScopeID
  ) throws -> (received: Timestamp?, Void)? {
    if let entry = try index.entry(of: dot, in: scope) { return (entry.received, ()) }
    return try index.isWaiting(dot, in: scope) ? (nil, ()) : nil
  }
}

extension Store {
  /// The reference by which records of a table belong to those of another, and go with their void in
  /// the eyes of people.
  private static let belongings: [(table: TableDefinition, field: FieldDefinition, to: TableID)] = [
    (AssistTable.definition, AssistTable.visit, VisitTable.definition.id),
    (VisitTable.definition, VisitTable.household, HouseholdTable.definition.id),
    (ResidentTable.definition, ResidentTable.household, HouseholdTable.definition.id),
    (AssistTable.definition, AssistTable.resident, ResidentTable.definition.id),
    (SubmissionTable.definition, SubmissionTable.resident, ResidentTable.definition.id),
  ]

  /// The field by which a person voids records of a table.
  static func voidReason(of table: TableDefinition) -> FieldDefinition? {
    table.fields.first { $0.name == "void_reason" }
  }

  /// Records that were voided while somebody else edited them or added to them, by row.
  func voidedBeside(in scope: ScopeID?, of row: RowID?, _ index: LogIndex) throws -> [FoundConflict]
  {
    var found: [FoundConflict] = []
    for table in schema.tables {
      guard let field = Self.voidReason(of: table) else { continue }
      let voided = try connection.rows(
        """
        SELECT rid FROM "\(table.name)" WHERE void_reason IS NOT NULL AND hidden IS NULL
          AND (?1 IS NULL OR scope = ?1) AND (?2 IS NULL OR rid = ?2) ORDER BY rid
        """, SQLValue(scope?.rawValue), SQLValue(row?.rawValue)
      ) { RowID(rawValue: try $0.integer(at: 0)) }
      for case let row? in voided {
        guard let stored = try rows.load(table.id, row), !stored.state.isMovedAway else { continue }
        let state = try opened(stored.state)
        guard let void = state.shown(field.id), !void.value.isUnset,
          let beside = try VoidedBeside(index, void, in: stored.scope)
        else { continue }
        let edits = try state.heads.filter { head in
          guard ![field.id, .deletes, .void, RowLink.links.id].contains(head.field),
            head.dot.rawValue != row.rawValue
          else { return false }
          return try beside.runsBeside(head.dot, head.time, in: stored.scope)
        }
        let added = try added(to: row, of: table.id, beside)
        guard !edits.isEmpty || !added.isEmpty else { continue }
        found.append(
          FoundConflict(
            kind: .voidedAndEdited, state: state, scope: stored.scope, field: field.id,
            heads: [void] + edits.sorted { $0.isShownBefore($1) }, added: added))
      }
    }
    return found.sorted { $0.state.row < $1.state.row }
  }

  private func added(
    to row: RowID, of table: TableID, _ beside: VoidedBeside
  ) throws -> [AddedRecord] {
    var added: [AddedRecord] = []
    for belonging in Self.belongings where belonging.to == table {
      let children = try connection.rows(
        """
        SELECT rid, scope, time FROM "\(belonging.table.name)"
        WHERE \(belonging.field.name) = ? AND hidden IS NULL AND void_reason IS NULL ORDER BY rid
        """, .integer(row.rawValue)
      ) {
        (
          RowID(rawValue: try $0.integer(at: 0)), ScopeID(rawValue: try $0.integer(at: 1)),
          Timestamp(rawValue: try $0.optionalInteger(at: 2) ?? 0)
        )
      }
      for case (let child?, let scope?, let time) in children {
        guard let dot = Dot(rawValue: child.rawValue),
          try beside.runsBeside(dot, time, in: scope)
        else { continue }
        added.append(AddedRecord(table: belonging.table.id, row: child, time: time))
      }
    }
    return added
  }
}
