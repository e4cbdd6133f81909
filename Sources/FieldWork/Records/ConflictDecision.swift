import Replica
import SyncProtocol

/// What a person wants to hold from now on.
package enum ConflictDecision: Sendable, Hashable {
  /// The value with this number in the list, or of the write `#id`.
  case take(String)
  /// Another value, as typed; an empty text empties the field.
  case value(String)
  /// A record that was deleted and edited stays.
  case keep
  /// A record that was deleted and edited goes, with what was written beside the delete.
  case delete
  /// A record that was voided and edited stays voided.
  case void
}

/// What a decision did, or would do.
package struct Settlement: Sendable, Hashable {
  /// The record's code.
  package let codeText: String
  /// What kind of record it is.
  package let recordWords: BilingualText
  /// The field's stable name.
  package let fieldName: String
  /// The field's label.
  package let fieldWords: BilingualText
  /// What holds now.
  package let value: BilingualText
  /// The values that it replaces.
  package let replaced: [BilingualText]
}

/// A decision that was checked against what is there.
private struct DecisionPlan {
  let settlement: Settlement
  let apply: (Act) throws -> Void
}

extension FieldStore {
  /// Fields that are one statement: taking one of them takes the others of the same write along.
  private static let companions: [[FieldID]] = [
    [ResidentTable.idHash.id, ResidentTable.idLast4.id],
    [VisitTable.date.id, VisitTable.dateSource.id, VisitTable.warnings.id],
  ]

  /// Decides a conflict: the value replaces every head, here and wherever the act arrives.
  ///
  /// - Parameters:
  ///   - field: the stable name of the field or its label; nil where only one thing is in conflict.
  ///   - isDryRun: says what would be done and writes nothing.
  /// - Throws: `ConflictError`, and for a typed value what its field refuses.
  package func decide(
    _ record: LocatedRow, field: String?, _ decision: ConflictDecision, author: RowID?,
    clock: ClockReading, isDryRun: Bool = false
  ) throws -> Settlement {
    let today = LocalDateTime(milliseconds: clock.wall.rawValue).date
    guard !isDryRun else { return try plan(record, field, decision, today).settlement }
    let settlement = try commit(author: author, clock: clock) { act in
      // Within the act: what another process decided meanwhile is seen.
      let plan = try plan(record, field, decision, today)
      try plan.apply(act)
      return plan.settlement
    }
    search.refresh([record.row])
    return settlement
  }

  private func plan(
    _ record: LocatedRow, _ name: String?, _ decision: ConflictDecision, _ today: LocalDate
  ) throws -> DecisionPlan {
    let conflicts = try conflictPage(of: record.row, limit: .max).conflicts
      .filter { $0.table == record.table.id }
    switch decision {
    case .keep, .delete, .void:
      let kinds: [Conflict.Kind] =
        switch decision {
        case .delete: [.deletedAndEdited]
        case .void: [.voidedAndEdited]
        default: [.deletedAndEdited, .voidedAndEdited]
        }
      guard let conflict = conflicts.first(where: { kinds.contains($0.kind) }) else {
        throw ConflictError.notDeletedAndEdited
      }
      if conflict.kind == .voidedAndEdited {
        return try planVoid(conflict, record, keeps: decision == .keep)
      }
      if decision == .delete { try requireReadable(conflict, record, isTyped: false) }
      return planDeletion(conflict, record, keeps: decision == .keep)
    case .take, .value:
      let conflict = try chosen(name, among: conflicts, record)
      guard conflict.kind == .values, let field = record.table[conflict.field] else {
        throw conflict.kind == .voidedAndEdited
          ? ConflictError.voidDecisionNeeded
          : ConflictError.decisionNeeded(deletedAndEdited: true)
      }
      try requireWritable(field, of: record.table)
      if case .value = decision {
        try requireReadable(conflict, record, isTyped: true)
      } else {
        try requireReadable(conflict, record, isTyped: false)
      }
      return try planValue(conflict, record, field, decision, today)
    }
  }

  /// Nobody decides between values that they have not seen, while these may still come. A key that is
  /// missing may be missing for good: a typed value does without.
  private func requireReadable(
    _ conflict: RecordConflict, _ record: LocatedRow, isTyped: Bool
  ) throws {
    guard let state = try store.row(record.table.id, record.row) else { return }
    let heads =
      conflict.kind == .deletedAndEdited
      ? state.unlistedHeads : Array(state.heads(of: conflict.field))
    for head in heads {
      let opened = try reader.keyring.open(
        head.value, table: record.table.id, row: record.row, field: head.field)
      if opened == .locked || (opened == .keyMissing && !isTyped) {
        throw ConflictError.notReadableYet(
          field: conflict.fieldWords, isLocked: opened == .locked)
      }
    }
  }

  private func planDeletion(
    _ conflict: RecordConflict, _ record: LocatedRow, keeps: Bool
  ) -> DecisionPlan {
    let value =
      keeps
      ? BilingualText(vi: "giữ bản ghi", en: "the record stays")
      : BilingualText(vi: "xóa bản ghi", en: "the record is deleted")
    let settlement = Settlement(
      codeText: conflict.codeText, recordWords: conflict.recordWords,
      fieldName: conflict.fieldName, fieldWords: conflict.fieldWords, value: value,
      replaced: conflict.choices.filter { $0.isDelete == keeps }.map {
        $0.isDelete ? $0.words : $0.fieldWords + BilingualText(same: ": ") + $0.words
      })
    return DecisionPlan(settlement: settlement) { act in
      if keeps {
        try act.undelete(record.table, record.row)
      } else {
        try act.delete(record.table, record.row)
      }
    }
  }

  /// The record stands again; or it is voided once more, by somebody who saw what was written beside.
  private func planVoid(
    _ conflict: RecordConflict, _ record: LocatedRow, keeps: Bool
  ) throws -> DecisionPlan {
    guard let field = record.table[conflict.field],
      let state = try store.openedRow(record.table.id, record.row),
      let void = state.shown(field.id)
    else { throw ConflictError.nothingToDecide }
    try requireWritable(field, of: record.table)
    let value =
      keeps
      ? BilingualText(vi: "bỏ việc hủy", en: "it is no longer voided")
      : BilingualText(vi: "vẫn hủy", en: "it stays voided")
    let settlement = Settlement(
      codeText: conflict.codeText, recordWords: conflict.recordWords,
      fieldName: conflict.fieldName, fieldWords: conflict.fieldWords, value: value,
      replaced: keeps ? conflict.choices.filter(\.isDelete).map(\.words) : [])
    return DecisionPlan(settlement: settlement) { act in
      try act.resolve(record.table, record.row, field, keeps ? .unset : void.value)
    }
  }

  private func planValue(
    _ conflict: RecordConflict, _ record: LocatedRow, _ field: FieldDefinition,
    _ decision: ConflictDecision, _ today: LocalDate
  ) throws -> DecisionPlan {
    guard let state = try store.openedRow(record.table.id, record.row) else {
      throw FieldError.noSuchRecord(record.table.name)
    }
    var values: [(field: FieldDefinition, value: Value)] = []
    switch decision {
    case .take(let typed):
      guard let choice = Self.choice(typed, of: conflict),
        let head = state.heads(of: field.id).first(where: { $0.dot == choice.dot })
      else { throw ConflictError.noSuchValue(typed: typed, count: conflict.choices.count) }
      values =
        [(field, head.value)]
        + companions(of: field, in: record.table, dot: head.dot, state)
    case .value(let text):
      guard field.type != .bytes,
        field.id != ResidentTable.idLast4.id
          || record.table.id
            != ResidentTable.definition.id
      else { throw ConflictError.notRewritable(field: conflict.fieldWords) }
      values = [(field, try TypedValue.parse(text, field, of: record.table, reader, today: today))]
    case .keep, .delete, .void: throw ConflictError.decisionNeeded(deletedAndEdited: false)
    }
    let words = try reader.words(of: values[0].value, in: field, of: record.table)
    let settlement = Settlement(
      codeText: conflict.codeText, recordWords: conflict.recordWords,
      fieldName: conflict.fieldName, fieldWords: conflict.fieldWords, value: words,
      replaced: conflict.choices.map(\.words).filter { $0 != words })
    return DecisionPlan(settlement: settlement) { act in
      for (field, value) in values {
        try act.resolve(record.table, record.row, field, value)
      }
    }
  }

  /// What the same write said of fields that belong together with this one, where they are in
  /// conflict too.
  private func companions(
    of field: FieldDefinition, in table: TableDefinition, dot: Dot, _ state: RowState
  ) -> [(field: FieldDefinition, value: Value)] {
    let isPaired = [ResidentTable.definition.id, VisitTable.definition.id].contains(table.id)
    guard isPaired, let group = Self.companions.first(where: { $0.contains(field.id) }) else {
      return []
    }
    return group.filter { $0 != field.id && state.isInConflict($0) }.compactMap { id in
      guard let definition = table[id],
        let head = state.heads(of: id).first(where: { $0.dot == dot })
      else { return nil }
      return (definition, head.value)
    }
  }

  private static func choice(
    _ typed: String, of conflict: RecordConflict
  ) -> RecordConflict.Choice? {
    if typed.hasPrefix("#") {
      return conflict.choices.first { choice in
        choice.writers.contains { "#\($0.dot.rawValue)" == typed }
      }
    }
    return conflict.choices.first { String($0.number) == typed }
  }

  /// The conflict that a line means.
  private func chosen(
    _ name: String?, among conflicts: [RecordConflict], _ record: LocatedRow
  ) throws -> RecordConflict {
    guard let name else {
      guard let first = conflicts.first else { throw ConflictError.nothingToDecide }
      guard conflicts.count == 1 else {
        throw ConflictError.fieldNeeded(names: conflicts.map(\.fieldName))
      }
      return first
    }
    if name == RecordConflict.deletionName {
      guard let deletion = conflicts.first(where: { $0.kind == .deletedAndEdited }) else {
        throw ConflictError.notDeletedAndEdited
      }
      return deletion
    }
    let field = try self.field(name, of: record.table)
    if let conflict = conflicts.first(where: { $0.field == field.id }) { return conflict }
    throw try decided(field, record)
  }

  /// Finds a field by its stable name or its label in either language.
  func field(_ typed: String, of table: TableDefinition) throws -> FieldDefinition {
    let folded = SearchFold.base(typed)
    let found =
      table.fields.first { $0.name == typed }
      ?? table.fields.first { field in
        let label = FieldLabel.words(of: field, in: table)
        return [label.vietnamese, label.english].contains { SearchFold.base($0) == folded }
      }
    guard let found else {
      throw ConflictError.noSuchField(
        String(typed.prefix(60)),
        names: table.fields.filter { $0.name != "number" }.map(\.name))
    }
    return found
  }

  /// Only the centre writes its own registers, and what happened when a record was made stays.
  func requireWritable(_ field: FieldDefinition, of table: TableDefinition) throws {
    let words = FieldLabel.words(of: field, in: table)
    switch field.id.kind {
    case .register: break
    case .centreRegister:
      guard store.identity.role == .centre else { throw ConflictError.centreOnly(field: words) }
    case .event:
      // A second value of such a field is somebody's mistake, which the centre may mend.
      guard store.identity.role == .centre else { throw ConflictError.centreOnly(field: words) }
    case .set, .tally, nil: throw ConflictError.notRewritable(field: words)
    }
  }

  private func decided(_ field: FieldDefinition, _ record: LocatedRow) throws -> ConflictError {
    guard let head = try store.openedRow(record.table.id, record.row)?.shown(field.id) else {
      return .decided(
        field: FieldLabel.words(of: field, in: record.table),
        value: try reader.words(of: .unset, in: field, of: record.table), by: nil, at: nil)
    }
    let author = try store.operation(head.dot, in: record.scope)?.author
    let writer = try WriterNames(self).writer(
      head.dot, author: author, time: head.time, doubt: nil)
    return .decided(
      field: FieldLabel.words(of: field, in: record.table),
      value: try reader.words(of: head.value, in: field, of: record.table), by: writer.words,
      at: writer.time)
  }
}
