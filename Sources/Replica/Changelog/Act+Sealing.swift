import SyncProtocol

/// Sealing what an act writes, in one place: callers hand in plain values.
extension Act {
  /// Where a value will stand.
  struct Place {
    var table: TableID
    var row: RowID
    var scope: ScopeID
    /// The row before the act's write; nil for a new row.
    var state: RowState?
    /// What the same write puts into other fields, references among them.
    var values: [(FieldDefinition, Value)]
  }

  /// The value as it is stored: sealed under the key of its subject if the field says so.
  ///
  /// A value that is sealed or erased already was taken from a head of the same field and passes.
  /// - Throws: `ReplicaError.subjectErased`.
  func sealed(_ field: FieldDefinition, _ value: Value, at place: Place) throws -> Value {
    guard let sealing = field.sealing else { return value }
    switch value {
    case .unset, .sealed, .erased: return value
    case .integer, .text, .bytes: break
    }
    let subject = try subject(by: sealing.subject, of: field.id, at: place)
    if try store.isErased(subject) { throw ReplicaError.subjectErased(subject) }
    let year = now.yearOfKeys
    let key =
      try store.keyring.keyForWriting(place.scope, subject, sealing.retention, year: year)
      ?? makeKey(place.scope, subject, sealing.retention, year: year)
    return try store.keyring.seal(
      value, under: key, table: place.table, row: place.row, field: field.id)
  }

  private func makeKey(
    _ scope: ScopeID, _ subject: RowID, _ retention: RetentionClass, year: UInt16
  ) throws -> KeyEntry {
    var id = try nextDot()
    // A commit that failed at its last step has left its keys behind and taken its dots back.
    while try store.keyring.knows(id) { id = try nextDot() }
    var name = ByteWriter()
    name.dot(id)
    name.dot(subject)
    let key = KeyEntry(
      id: id, subject: subject, retention: retention, year: year,
      secret: try store.keyring.random(for: name.bytes))
    let isCentre = store.identity.role == .centre
    try store.keyring.add(
      [Keyring.Entry(scope: scope, key: key)], isConfirmed: isCentre, givesNumbers: isCentre)
    return key
  }

  /// The row at the end of the first chain of references that has one, else the row itself; of a
  /// value that stands apart, what the one that is shown has, or a new one.
  private func subject(
    by rule: SubjectRule, of field: FieldID, at place: Place
  ) throws -> RowID {
    if rule.isApart { return try subjectApart(of: field, at: place) }
    for route in rule.routes {
      if let subject = try end(of: route, at: place) { return subject }
    }
    return place.row
  }

  /// What is erased is never taken up again: the next value has a new subject.
  private func subjectApart(of field: FieldID, at place: Place) throws -> RowID {
    if try store.isErased(place.row) { return place.row }
    let standing = place.state?.heads(of: field).sorted { $0.isShownBefore($1) } ?? []
    let known = try standing.compactMap(\.value.sealed?.subject).first {
      try $0 != place.row && !store.isErased($0)
    }
    return try known ?? nextDot()
  }

  private func end(of route: [SubjectRule.Step], at place: Place) throws -> RowID? {
    var row: RowID?
    for step in route {
      let value: Value?
      if let table = step.table {
        guard let row else { return nil }
        value = try store.rows.load(table, row)?.state.shown(step.field.id)?.value
      } else {
        value =
          place.values.last { $0.0.id == step.field.id }?.1
          ?? place.state?.shown(step.field.id)?.value
      }
      row = value?.integer.flatMap(RowID.init(rawValue:))
      if row == nil { return nil }
    }
    return row
  }

  /// Sealed values that a write of references takes to another subject: an assist that is given its
  /// resident is about the resident from then on, and so are its notes.
  func movedToNewSubject(
    _ table: TableDefinition, at place: Place
  ) throws -> [(FieldDefinition, Value)] {
    guard let state = place.state else { return [] }
    let written = Set(place.values.map(\.0.id))
    return try table.fields.compactMap { field in
      guard let rule = field.sealing?.subject, !written.contains(field.id),
        rule.routes.contains(where: { $0.first.map { written.contains($0.field.id) } ?? false }),
        let shown = state.shown(field.id)?.value,
        try changesSubject(shown, field, at: place),
        let value = try store.keyring.open(
          shown, table: place.table, row: place.row, field: field.id
        ).value
      else { return nil }
      return (field, value)
    }
  }

  /// Whether a stored value is sealed for another subject than it would be now.
  func changesSubject(
    _ stored: Value?, _ field: FieldDefinition, at place: Place
  ) throws -> Bool {
    guard let sealed = stored?.sealed, let rule = field.sealing?.subject, !rule.isApart else {
      return false
    }
    return try subject(by: rule, of: field.id, at: place) != sealed.subject
  }

  /// Whether a stored value says what somebody typed. What cannot be read says something else.
  func says(
    _ stored: Value, _ value: Value, _ field: FieldDefinition, at place: Place
  ) throws -> Bool {
    if stored == value { return true }
    guard field.sealing != nil else { return false }
    return try store.keyring.open(
      stored, table: place.table, row: place.row, field: field.id) == .value(value)
  }
}

extension Timestamp {
  /// The calendar year, UTC, that keys are made for; held within 16 bits, whatever a clock said.
  var yearOfKeys: UInt16 {
    let dayLength: Int64 = 86_400_000
    let day = rawValue >= 0 ? rawValue / dayLength : (rawValue + 1) / dayLength - 1
    // Days since 0000-03-01 of the proleptic Gregorian calendar, in eras of 400 years.
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    return UInt16(clamping: yearOfEra + era * 400 + (dayOfYear >= 306 ? 1 : 0))
  }
}
