import SyncProtocol

/// The check of one draft of a form: what it would write, and everything that is wrong with it.
struct FormCheck {
  let form: RecordForm
  let reading: FormReading
  let knowledge: ClockKnowledge
  let author: RowID?
  /// The record that is changed; nil for a new one.
  let record: RowID?
  private(set) var checker: DraftChecker
  /// What sets shall hold, of those that were given.
  private(set) var elements: [(field: FieldDefinition, values: [Value])] = []

  init(
    _ form: RecordForm, _ reading: FormReading, _ knowledge: ClockKnowledge, author: RowID?,
    record: RowID? = nil, current: RowState? = nil
  ) {
    self.form = form
    self.reading = reading
    self.knowledge = knowledge
    self.author = author
    self.record = record
    checker = DraftChecker(current: current)
  }

  /// Reads a draft; what is wrong with it is gathered.
  mutating func read(_ draft: FormDraft) throws {
    for field in form.fields {
      let id = field.definition.id
      if field.isSet {
        guard let typed = draft.lists[id] else { continue }
        let values = try reading.elements(typed, field, &checker)
        elements.append((field.definition, values))
      } else {
        try read(draft.texts[id], field)
      }
    }
    try addHousehold()
    try form.rule?(&checker, reading.reader, record)
  }

  /// Adds to what is wrong with a field.
  mutating func complain(_ field: FieldDefinition, _ kind: FieldProblem.Kind) {
    checker.complain(field, kind)
  }

  /// Ends the check.
  /// - Throws: `FieldError.invalid` with every problem.
  func finish() throws {
    guard !checker.problems.isEmpty else { return }
    throw FieldError.invalid(
      checker.problems.map { problem in
        FieldProblem(
          problem.field, problem.kind,
          label: form.fields.first { $0.definition.name == problem.field }?.label)
      })
  }

  private mutating func read(_ raw: String?, _ field: FormField) throws {
    if field.isFixed, !checker.isNew {
      if raw != nil { checker.complain(field.definition, .fixedAtCreation) }
      return
    }
    let isGiven = raw.map { !$0.allSatisfy(\.isWhitespace) } ?? false
    if checker.isNew, !isGiven, let standard = field.standard {
      return try fill(field, standard)
    }
    try reading.read(raw, field, &checker)
  }

  private mutating func fill(_ field: FormField, _ standard: FormField.Standard) throws {
    let definition = field.definition
    switch standard {
    case .number(let number): checker.set(definition, .integer(number))
    case .text(let text): checker.set(definition, .text(text))
    case .author:
      if let author { checker.set(definition, .integer(author.rawValue)) }
    case .ownTeam:
      let team = try author.flatMap { try reading.reader.record(Member.self, $0)?.team }
      if let team { checker.set(definition, .integer(team.rawValue)) }
    case .today:
      if let day = try dayOfSession() {
        checker.set(definition, .integer(day))
      } else if let doubt = knowledge.doubt {
        checker.complain(definition, .dateMustBeTyped(doubt))
      } else {
        checker.set(definition, .integer(Int64(knowledge.today.daysSince1970)))
      }
    }
  }

  /// The day of the session that the record belongs to.
  private func dayOfSession() throws -> Int64? {
    let field = form.fields.first { field in
      if case .record(.session) = field.rule { true } else { false }
    }
    guard let session = field.flatMap({ checker.result($0.definition).integer }) else { return nil }
    let day = try reading.reader.connection.row(
      "SELECT date FROM session WHERE rid = ?", .integer(session)
    ) { try $0.optionalInteger(at: 0) }
    return day ?? nil
  }

  /// What is about a resident is about their household too.
  private mutating func addHousehold() throws {
    func field(_ name: String) -> FieldDefinition? { form.table.fields.first { $0.name == name } }
    guard checker.isNew, let resident = field("resident"), let household = field("household"),
      checker.result(household).isUnset, let id = checker.result(resident).integer
    else { return }
    let row = try RowID(rawValue: id).flatMap { try reading.reader.record(Resident.self, $0) }
    if let found = row?.household { checker.set(household, .integer(found.rawValue)) }
  }

  /// What a person should know about what was written.
  var warnings: [RecordWarning] {
    var warnings: [RecordWarning] = []
    for field in form.fields {
      guard case .dayOfEvent = field.rule,
        let written = checker.values.last(where: { $0.field.id == field.definition.id }),
        let number = written.value.integer
      else { continue }
      let day = LocalDate(daysSince1970: Int(number))
      if day > knowledge.today {
        warnings.append(.dateInFuture(day))
      } else if day.daysSince1970 < knowledge.today.daysSince1970 - VisitWarnings.longAgoDays {
        warnings.append(.dateLongAgo(day))
      }
      if !knowledge.isChecked, !warnings.contains(.clockUnchecked) {
        warnings.append(.clockUnchecked)
      }
    }
    let missing = form.fields.filter { $0.isExpected && checker.result($0.definition).isUnset }
    if !missing.isEmpty { warnings.append(.detailsMissing(missing.map(\.label))) }
    return warnings
  }

  /// The fields of a new row, elements of sets among them.
  var fields: [(FieldDefinition, Value)] {
    checker.fields + elements.flatMap { set in set.values.map { (set.field, $0) } }
  }
}
