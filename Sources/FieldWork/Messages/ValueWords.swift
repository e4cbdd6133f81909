import Replica
import SyncProtocol

extension RecordReader {
  /// What people read for a stored value of a field: a choice's words, a date, a record's code and
  /// name, an amount. For conflicts and histories.
  package func words(
    of value: Value, in field: FieldDefinition, of table: TableDefinition
  ) throws -> BilingualText {
    switch value {
    case .unset: return BilingualText(vi: "(trống)", en: "(empty)")
    case .bytes: return BilingualText(vi: "(được che)", en: "(hidden)")
    case .sealed(let sealed):
      // Whoever could open it has done so; what is left is why it cannot be opened.
      if try keyring.isErased(sealed.subject) { return OpenedValue.erased.inBrackets }
      let opened = try keyring.open(
        value, table: table.id, row: sealed.subject, field: field.id)
      return opened.value == nil ? opened.inBrackets : OpenedValue.keyMissing.inBrackets
    case .erased: return OpenedValue.erased.inBrackets
    case .text(let text):
      let rule = RecordForms.field(field.id, of: table.id)?.rule
      return try rule.flatMap { try formWords(ofText: text, $0) }
        ?? words(ofText: text, in: field)
    case .integer(let number):
      let rule = RecordForms.field(field.id, of: table.id)?.rule
      if let words = try rule.flatMap({ try formWords(ofNumber: number, $0) }) { return words }
      if let words = Self.choice(number, "\(table.name).\(field.name)") { return words }
      if let reference = try reference(number, field) { return reference }
      return Self.words(ofNumber: number, in: field)
    }
  }

  private func words(ofText text: String, in field: FieldDefinition) throws -> BilingualText {
    switch field.name {
    case "service", "procedure": try serviceName(of: text)
    case "blocked_reason": BlockedReason.words(of: text)
    case "residence_unit", "receiving_unit", "competent_unit", "commune_code":
      BilingualText(same: Communes.commune(code: text)?.fullName ?? text)
    default: BilingualText(same: text)
    }
  }

  private static func words(ofNumber number: Int64, in field: FieldDefinition) -> BilingualText {
    switch field.name {
    case "date", "return_date", "requested_date", "valid_from", "valid_to", "from_date", "to_date":
      BilingualText(same: Format.date(LocalDate(daysSince1970: Int(number))))
    case "received_minute", "occurred_minute":
      BilingualText(same: Format.dayOrTime(LocalDateTime(storedMinute: number)))
    case "appointment_minute":
      BilingualText(same: Format.dateTime(LocalDateTime(storedMinute: number)))
    case "import_time":
      BilingualText(same: Format.dateTime(LocalDateTime(milliseconds: number)))
    case "start_minute":
      BilingualText(same: Format.time(minuteOfDay: Int(min(max(number, 0), 1_439))))
    case "fee", "paid_online":
      BilingualText(
        vi: Format.money(number, .vietnamese), en: Format.money(number, .english))
    case "alone_now", "interpreter", "electronic_result": .yesOrNo(number != 0)
    default: BilingualText(same: String(number))
    }
  }

  /// The words of a choice; nil for fields that are none and for numbers of later versions.
  private static func choice(_ number: Int64, _ field: String) -> BilingualText? {
    switch field {
    case "household.kind": HouseholdKind(rawValue: number)?.words
    case "resident.sex": Sex(rawValue: number)?.words
    case "visit.date_source": DateSource(rawValue: number)?.words
    case "visit.outcome": VisitOutcome(rawValue: number)?.words
    case "assist.mode": AssistMode(rawValue: number)?.words
    case "assist.outcome": AssistOutcome(rawValue: number)?.words
    case "assist.evidence_kind": EvidenceKind(rawValue: number)?.words
    case "submission.channel": SubmissionChannel(rawValue: number)?.words
    case "submission.service_level": StoredServiceLevel(rawValue: number)?.words
    case "submission.time_limit_unit":
      Term.Unit(stored: number)?.words
    case "submission.limit_basis": LimitBasis(rawValue: number)?.words
    case "visit.channel": ChoiceList.visitChannel[number]?.words
    case "assist.beneficiary": ChoiceList.beneficiary[number]?.words
    case "submission_event.status": SubmissionStatus(rawValue: number)?.words
    case "place.kind": PlaceKind(rawValue: number)?.words
    case "scope.kind": ScopeKind(rawValue: number)?.words
    default: nil
    }
  }

  /// The code and name of a row that a field points at; nil for fields that point at none.
  private func reference(_ number: Int64, _ field: FieldDefinition) throws -> BilingualText? {
    try Self.kinds[field.name].map { try described(number, $0) }
  }

  /// The code of the record that a field points at; nil where it points at none, or at one that is not
  /// here.
  func referenceCode(_ value: Value, _ field: FieldDefinition) throws -> String? {
    guard let id = value.integer.flatMap(RowID.init(rawValue:)), let kind = Self.kinds[field.name],
      try exists(kind.table, id)
    else { return nil }
    return try codeText(of: id, in: kind.table)
  }

  private static let kinds: [String: RecordCode.Kind] = [
    "household": .household, "resident": .resident, "visit": .visit, "assist": .assist,
    "submission": .submission, "team": .team, "place": .place, "participants": .member,
    "session": .session, "campaign": .campaign, "observed_by": .member,
  ]
}
