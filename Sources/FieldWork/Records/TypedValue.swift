import SyncProtocol

/// Reads a value of any field as a person types it, by the rules of the record's own form.
enum TypedValue {
  /// Reads a value; an empty text empties the field.
  /// - Throws: `FieldError.invalid`, `.badCode` and what else a record code meets.
  static func parse(
    _ text: String, _ field: FieldDefinition, of table: TableDefinition, _ reader: RecordReader,
    today: LocalDate
  ) throws -> Value {
    if text.allSatisfy(\.isWhitespace) { return .unset }
    if let formField = RecordForms.field(field.id, of: table.id) {
      return try reader.value(text, of: formField)
    }
    if let kind = references[field.name] {
      return .integer(try reader.resolveOne(text, as: kind).rawValue)
    }
    var checker = DraftChecker()
    switch field.type {
    case .integer: readNumber(text, field, table, today, &checker)
    case .text: try readText(text, field, reader, &checker)
    case .bytes, .sealed, .erased: checker.complain(field, .input(.numberUnreadable))
    }
    try checker.finish()
    return checker.values.last?.value ?? .unset
  }

  private static let references: [String: RecordCode.Kind] = [
    "household": .household, "resident": .resident, "visit": .visit, "assist": .assist,
    "submission": .submission, "team": .team, "place": .place, "session": .session,
    "campaign": .campaign,
  ]

  private static func readNumber(
    _ text: String, _ field: FieldDefinition, _ table: TableDefinition, _ today: LocalDate,
    _ checker: inout DraftChecker
  ) {
    switch "\(table.name).\(field.name)" {
    case "household.kind": checker.choice(text, field, HouseholdKind.self)
    case "resident.sex": checker.choice(text, field, Sex.self)
    case "visit.date_source": checker.choice(text, field, DateSource.self)
    case "visit.outcome": checker.choice(text, field, VisitOutcome.self)
    case "assist.mode": checker.choice(text, field, AssistMode.self)
    case "assist.outcome": checker.choice(text, field, AssistOutcome.self)
    case "assist.evidence_kind": checker.choice(text, field, EvidenceKind.self)
    case "submission.channel": checker.choice(text, field, SubmissionChannel.self)
    case "submission.service_level": checker.choice(text, field, StoredServiceLevel.self)
    case "visit.channel": checker.choice(text, field, .visitChannel)
    case "assist.beneficiary": checker.choice(text, field, .beneficiary)
    case "place.kind": checker.choice(text, field, PlaceKind.self)
    default: readPlainNumber(text, field, today, &checker)
    }
  }

  private static func readPlainNumber(
    _ text: String, _ field: FieldDefinition, _ today: LocalDate, _ checker: inout DraftChecker
  ) {
    switch field.name {
    case "date", "return_date", "valid_from", "valid_to", "from_date", "to_date":
      checker.date(text, field)
    case "received_minute", "appointment_minute", "occurred_minute":
      do {
        let moment = try LocalDateTime.parse(text)
        checker.set(field, .integer(moment.storedMinute))
      } catch {
        checker.complainOfMoment(text, field, error)
      }
    case "start_minute": checker.timeOfDay(text, field)
    case "alone_now", "interpreter", "electronic_result": checker.yesOrNo(text, field)
    case "birth_year": checker.number(text, field, 1_880...max(today.year, 1_880))
    case "birth_month": checker.number(text, field, 1...12)
    case "birth_day": checker.number(text, field, 1...31)
    case "minutes": checker.number(text, field, 0...1_440)
    case "fee", "paid_online": checker.money(text, field)
    default: checker.number(text, field, 0...1_000_000_000_000)
    }
  }

  private static func readText(
    _ text: String, _ field: FieldDefinition, _ reader: RecordReader,
    _ checker: inout DraftChecker
  ) throws {
    switch field.name {
    case "phone": checker.phone(text, field)
    case "residence_unit", "receiving_unit", "competent_unit", "commune_code":
      checker.commune(text, field)
    case "service":
      guard let code = try reader.serviceCode(text) else {
        return checker.complain(field, .unknownService(String(text.prefix(60))))
      }
      checker.set(field, .text(code))
    case "procedure":
      guard let procedure = try reader.procedure(text, of: nil, on: .latest) else {
        return checker.complain(field, .unknownProcedure(String(text.prefix(60))))
      }
      checker.set(field, .text(procedure.code))
    case "blocked_reason":
      guard let reason = BlockedReason.parse(text) else {
        return checker.complain(
          field,
          .unknownChoice(
            typed: String(text.prefix(60)), choices: BlockedReason.allCases.map(\.rawValue)))
      }
      checker.set(field, .text(reason.rawValue))
    case "note": checker.text(text, field, limit: TextLimit.note, allowsLines: true)
    case "void_reason": checker.text(text, field, limit: 500)
    case "dossier_code": checker.text(text, field, limit: 40, mayHoldNumbers: true)
    case "evidence": checker.text(text, field, limit: 100, mayHoldNumbers: true)
    default: checker.text(text, field)
    }
  }
}
