import Replica
import SyncProtocol

extension RecordCode.Kind {
  /// The field that says why a person voided a record; nil for the directory.
  package var voidReasonField: FieldDefinition? {
    table.fields.first { $0.name == "void_reason" }
  }
}

/// Taking records back: they stay readable with the reason; `VoidEffect` says what counts then.
extension FieldStore {
  /// Voids a record, and with a visit or an assist the dossiers that were recorded with it, as one
  /// act.
  ///
  /// - Parameter choice: which of the dossiers stay.
  /// - Throws: `FieldError.invalid` without a reason, `.voided` when it was voided before.
  package func void(
    _ kind: RecordCode.Kind, _ id: RowID, reason: String, choice: DossierChoice = DossierChoice(),
    author: RowID?, clock: ClockReading
  ) throws {
    let field = try voidReasonField(kind)
    let dossiers = try reader.dossiers(helpedBy: kind, id).filter(choice.voids).map(\.submission.id)
    try asOneAct(author: author, clock: clock) {
      try setVoid(kind.table, field, id, reason: reason, author: author, clock: clock)
      for dossier in dossiers {
        try setVoid(
          SubmissionTable.definition, SubmissionTable.voidReason, dossier, reason: reason,
          author: author, clock: clock)
      }
    }
  }

  /// Takes a void back, and that of the dossiers that were voided with it.
  /// - Throws: `FieldError.notVoided`.
  package func restore(
    _ kind: RecordCode.Kind, _ id: RowID, author: RowID?, clock: ClockReading
  ) throws {
    let field = try voidReasonField(kind)
    let dossiers = try dossiersVoided(with: kind, id)
    try asOneAct(author: author, clock: clock) {
      try setVoid(kind.table, field, id, reason: nil, author: author, clock: clock)
      for dossier in dossiers {
        try setVoid(
          SubmissionTable.definition, SubmissionTable.voidReason, dossier, reason: nil,
          author: author, clock: clock)
      }
    }
  }

  private func voidReasonField(_ kind: RecordCode.Kind) throws -> FieldDefinition {
    guard let field = kind.voidReasonField,
      store.identity.role == .centre || !kind.table.id.isOfCentre
    else { throw FieldError.notTheCentre }
    return field
  }

  /// Voids an event of a dossier, which then no longer bears on its status.
  /// - Throws: `FieldError.noSuchRecord` when the dossier has no such event; as `void`.
  package func voidSubmissionEvent(
    _ id: RowID, of submission: RowID, reason: String, author: RowID?, clock: ClockReading
  ) throws {
    guard try reader.events(of: submission).contains(where: { $0.id == id }) else {
      throw FieldError.noSuchRecord(SubmissionEventTable.definition.name)
    }
    try setVoid(
      SubmissionEventTable.definition, SubmissionEventTable.voidReason, id, reason: reason,
      author: author, clock: clock)
  }

  /// Writes or empties the reason of a void.
  func setVoid(
    _ table: TableDefinition, _ field: FieldDefinition, _ id: RowID, reason: String?,
    author: RowID?, clock: ClockReading
  ) throws {
    try commit(author: author, clock: clock) { act in
      guard try reader.exists(table, id), let state = try store.row(table.id, id) else {
        throw FieldError.noSuchRecord(table.name)
      }
      let isVoided = !(state.shown(field.id)?.value.isUnset ?? true)
      if let reason {
        var checker = DraftChecker()
        checker.text(reason, field, limit: 500, required: true)
        try checker.finish()
        guard !isVoided else { throw FieldError.voided(table.name) }
        do {
          try act.write(table, id, checker.fields)
        } catch ReplicaError.subjectErased(let subject) {
          // What was recorded in error must not count, even about somebody who was erased.
          try act.write(table, id, [(field, .erased(subject))])
        }
      } else {
        guard isVoided else { throw FieldError.notVoided(table.name) }
        try act.write(table, id, [(field, .unset)])
      }
    }
    search.refresh([id])
  }
}
