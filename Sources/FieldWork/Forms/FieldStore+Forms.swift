import Replica
import SQLite
import SyncProtocol

/// A field that an add or edit would write.
package struct FormChange: Hashable, Sendable {
  /// The field's stable name.
  package let fieldName: String
  /// What people call it.
  package let fieldWords: BilingualText
  /// What stands there; nil where nothing does.
  package let old: BilingualText?
  /// What would.
  package let new: BilingualText
}

/// What an add or edit would do.
package struct FormPreview: Hashable, Sendable {
  /// The fields.
  package let changes: [FormChange]
  /// That a version of a procedure would stand beside another of the same unit and day.
  package let rivals: [RecordWarning]
}

/// Adding, changing and taking back what forms describe.
extension FieldStore {
  /// Adds a record.
  ///
  /// - Throws: `FieldError.invalid` with every problem, also where nothing says where the record
  ///   belongs; `.placeNotHeld`, `.notTheCentre`.
  package func add(
    _ form: RecordForm, _ draft: FormDraft, author: RowID?, clock: ClockReading
  ) throws -> SavedRecord {
    try requireMayWrite(form)
    let knowledge = try knowledge(of: clock)
    return try commit(author: author, clock: clock) { act in
      let check = try check(form, draft, of: nil, knowledge, author)
      return try create(check, act)
    }
  }

  /// Writes a checked draft as a new record.
  func create(_ check: FormCheck, _ act: Act) throws -> SavedRecord {
    if check.form.table.id == PlaceTable.definition.id { return try createHamlet(check, act) }
    let scope = try scope(of: check)
    var saved =
      if let kind = check.form.kind {
        try create(kind, in: scope, check.fields, act)
      } else {
        SavedRecord(
          id: try act.create(check.form.table, in: scope, check.fields), code: nil, warnings: [])
      }
    saved.warnings = try check.warnings + doubts(of: check) + rivals(of: check, saved.id)
    return saved
  }

  /// Changes fields of a record.
  ///
  /// - Throws: as `add`; `.voided`, `.nothingToChange`.
  package func edit(
    _ form: RecordForm, _ id: RowID, _ draft: FormDraft, author: RowID?, clock: ClockReading
  ) throws -> SavedRecord {
    try requireMayWrite(form)
    let knowledge = try knowledge(of: clock)
    return try commit(author: author, clock: clock) { act in
      let check = try check(form, draft, of: id, knowledge, author)
      try check.checker.requireChange(or: !check.elements.isEmpty)
      try act.write(form.table, id, check.checker.fields)
      for set in check.elements {
        let present = try reader.elements(of: id, in: form.table, set.field)
        for value in present where !set.values.contains(value) {
          try act.remove(form.table, id, set.field, value)
        }
        for value in set.values where !present.contains(value) {
          try act.add(form.table, id, set.field, value)
        }
      }
      let code = try reader.formRecord(form, id)?.header.code
      return SavedRecord(
        id: id, code: code, warnings: try check.warnings + rivals(of: check, id))
    }
  }

  /// Voids a record, which stays readable with the reason.
  /// - Throws: `FieldError.invalid` without a reason, `.voided`, `.notTheCentre`.
  package func void(
    _ form: RecordForm, _ id: RowID, reason: String, author: RowID?, clock: ClockReading
  ) throws {
    try setVoid(form, id, reason: reason, author: author, clock: clock)
  }

  /// Takes a void back.
  /// - Throws: `FieldError.notVoided`, `.notTheCentre`.
  package func restore(
    _ form: RecordForm, _ id: RowID, author: RowID?, clock: ClockReading
  ) throws {
    try setVoid(form, id, reason: nil, author: author, clock: clock)
  }

  private func setVoid(
    _ form: RecordForm, _ id: RowID, reason: String?, author: RowID?, clock: ClockReading
  ) throws {
    try requireMayWrite(form)
    guard let field = form.voidReason else { throw FieldError.notTheCentre }
    try setVoid(form.table, field, id, reason: reason, author: author, clock: clock)
  }

  /// What an add, or an edit of `id`, would write; nothing is written.
  /// - Throws: as they do.
  package func preview(
    _ form: RecordForm, _ draft: FormDraft, of id: RowID? = nil, author: RowID?,
    clock: ClockReading
  ) throws -> FormPreview {
    try requireMayWrite(form)
    let check = try check(form, draft, of: id, try knowledge(of: clock), author)
    if id == nil {
      _ = try scope(of: check)
    } else {
      try check.checker.requireChange(or: !check.elements.isEmpty)
    }
    let before = try id.flatMap { try reader.formRecord(form, $0) }
    var changes: [FormChange] = []
    for field in form.fields {
      let definition = field.definition
      let new: BilingualText
      if let set = check.elements.first(where: { $0.field.id == definition.id }) {
        new = try reader.words(ofElements: set.values, field, form)
      } else if let value = check.checker.values.last(where: { $0.field.id == definition.id }) {
        new = try reader.words(of: value.value, field, form, beside: check.checker.result)
      } else {
        continue
      }
      changes.append(
        FormChange(
          fieldName: field.key, fieldWords: field.label,
          old: try before.flatMap { try reader.words(of: field, in: $0) }, new: new))
    }
    return FormPreview(changes: changes, rivals: try rivals(of: check, id))
  }

  /// Whether team and hamlet existed on the day of a new record.
  private func doubts(of check: FormCheck) throws -> [RecordWarning] {
    guard !check.form.isOfCentre, let day = check.form.day,
      let number = check.checker.result(day).integer
    else { return [] }
    func row(_ name: String) -> RowID? {
      check.form.table.fields.first { $0.name == name }
        .flatMap { check.checker.result($0).integer }.flatMap(RowID.init(rawValue:))
    }
    return try reader.placeWarnings(
      place: row("place"), team: row("team"), on: LocalDate(daysSince1970: Int(clamping: number)))
  }

  /// Whether a version of a procedure stands beside another of the same unit and day, of which one must
  /// be a slip.
  private func rivals(of check: FormCheck, _ id: RowID?) throws -> [RecordWarning] {
    guard check.form.table.id == ProcedureVersionTable.definition.id else { return [] }
    let others = try reader.rivals(of: id, check.checker.result)
    return others > 0 ? [.versionOfSameDay(others)] : []
  }

  /// Only the centre writes the directory.
  func requireMayWrite(_ form: RecordForm) throws {
    if form.isOfCentre, store.identity.role != .centre { throw FieldError.notTheCentre }
  }

  private var heldScopes: [ScopeID]? {
    get throws { store.identity.role == .laptop ? try store.grantedScopes() : nil }
  }

  /// Checks a draft against the record that it would change.
  func check(
    _ form: RecordForm, _ draft: FormDraft, of id: RowID?, _ knowledge: ClockKnowledge,
    _ author: RowID?
  ) throws -> FormCheck {
    let reading = FormReading(reader: reader, held: try heldScopes)
    var current: RowState?
    if let id {
      guard let record = try reader.formRecord(form, id),
        let state = try store.openedRow(form.table.id, id)
      else { throw FieldError.noSuchRecord(form.table.name) }
      if record.isVoided { throw FieldError.voided(form.table.name) }
      current = state
    }
    var check = FormCheck(
      form, reading, knowledge, author: author, record: id, current: current)
    try check.read(draft)
    // Where it would lie is told beside what else is wrong with it.
    if id == nil, !check.checker.problems.isEmpty, let (field, scope) = try givenScope(of: check),
      let held = try heldScopes, !held.contains(scope)
    {
      check.complain(field, .reference(try notHeld(scope)))
    }
    try check.finish()
    return check
  }

  /// The scope of the first record that is given of those that say where a new one belongs.
  private func givenScope(
    of check: FormCheck
  ) throws -> (field: FieldDefinition, scope: ScopeID)? {
    guard case .references(let fields) = check.form.home else { return nil }
    for field in fields {
      guard let number = check.checker.result(field).integer,
        let id = RowID(rawValue: number),
        case .record(let kind)? = check.form.field(field.id)?.rule,
        let scope = try reader.fieldScope(of: id, kind)
      else { continue }
      return (field, scope)
    }
    return nil
  }

  /// The scope of a new record: that of what it is about, or of the own team's hamlet.
  func scope(of check: FormCheck) throws -> ScopeID {
    if case .commune = check.form.home { return try rosterScope(of: check) }
    guard case .references(let fields) = check.form.home else { return .everyone }
    var found = try givenScope(of: check)?.scope
    if found == nil, let author = check.author {
      found = try reader.fieldScope(of: author, .member)
    }
    guard let found else {
      let names = fields.map(\.name)
      throw FieldError.invalid([FieldProblem(names[0], .oneOfNeeded(fields: names))])
    }
    if let held = try heldScopes, !held.contains(found) { throw try notHeld(found) }
    return found
  }
}

extension RecordReader {
  /// The scope in which field work about a record lives; nil where nothing says it.
  func fieldScope(of id: RowID, _ kind: RecordCode.Kind) throws -> ScopeID? {
    switch kind {
    case .place: return try record(Place.self, id)?.householdScope
    case .team:
      return try record(Team.self, id)?.place.flatMap { try fieldScope(of: $0, .place) }
    case .member:
      return try record(Member.self, id)?.team.flatMap { try fieldScope(of: $0, .team) }
    case .campaign, .device: return nil
    default:
      let scope = try connection.row(
        "SELECT scope FROM \"\(kind.table.name)\" WHERE rid = ?", .integer(id.rawValue)
      ) { try $0.integer(at: 0) }
      return scope.flatMap(ScopeID.init(rawValue:))
    }
  }
}
